import { OverwriteType, PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { topicLabel } from '../../src/discord/topicLabel.ts';
import { GUILD_ID, NEWS_CHANNEL_ID, WORLD_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { addMute } from '../../src/store/mutes.ts';
import { removeSourceFromGuild, sourcesOfGuild } from '../../src/store/sources.ts';
import { pauseSubscription } from '../../src/store/subscriptions.ts';
import { controlsOf, expectPostable, optionsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db } = bot.tidings;
const say = sayIn('en');
const bridge = `${playground.origin}/newsroom/harbour-times/bridge-collapse-harbour-1`;

const asked = async (story: string, actor = milo) => (await actor.command('why', { options: { story } })).message!;
const why = async (story: string, actor = milo) => {
  const message = await asked(story, actor);
  await expectPostable(message as never);
  return textOf(message as never);
};
/** What is said of the channels, each line without its beginning. */
const channels = async (actor = milo, story = bridge) => {
  const message = await asked(story, actor);
  const lines = message.embeds[0]?.description?.split('\n') ?? [];
  return lines.filter((line) => line.startsWith('<#')).join('\n');
};
const deliver = () => bot.tidings.round();

beforeEach(async () => {
  await db.deleteFrom('mutes').execute();
  await db.deleteFrom('subscriptions').execute();
  await db.deleteFrom('briefings').execute();
  await db.deleteFrom('guild_sources').execute();
});

describe('/why of a link', () => {
  it('tells its way in time, and is for the asker alone', async () => {
    const reply = await milo.command('why', { options: { story: `${bridge}?utm_source=x` } });
    expect(reply.ephemeral).toBe(true);
    const description = reply.message?.embeds[0]?.description ?? '';
    const order = [
      say('tracePublished', { outlet: `[The Harbour Times](${bridge})` }),
      say('traceSeeded', { source: 'The Harbour Times' }),
      say('traceFeedOnly'),
      say('traceTopics', { topics: '' }).slice(0, 5),
      say('traceNotKept'),
      say('whyRanks'),
    ].map((text) => description.indexOf(text));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('of a later article, what it shares with its story; of what came to it, what and when', async () => {
    const rows = await db
      .selectFrom('articles')
      .select(['url', 'story_id', 'copy_of'])
      .where('story_id', 'is not', null)
      .orderBy('placed')
      .execute();
    const joined = rows.find(
      (row, index) => !row.copy_of && rows.slice(0, index).some((a) => a.story_id === row.story_id),
    );
    const text = await why(joined!.url);
    expect(text).toContain(say('traceJoined', { terms: '' }).trim());
    expect(text).toContain(say('whyTogether'));
    const copy = rows.find(({ copy_of }) => copy_of !== null);
    expect(await why(copy!.url)).toContain(say('traceCopy', { outlet: '' }).split(' of ')[0]);
    expect(await why(rows[0]!.url)).toContain(say('traceFirst'));
  });

  it('says when it was read last: unchanged, or what the matter is', async () => {
    bot.advance(90_000);
    await deliver();
    const outcome = (text: string) => say('traceLastPoll', { outcome: text, next: '' }).split('.')[0];
    expect(await why(bridge)).toContain(outcome(say('traceUnchanged')));
    await db.updateTable('sources').set({ failures: 2, last_error: 'status 503' }).execute();
    onTestFinished(() => void db.updateTable('sources').set({ failures: 0, last_error: null }).execute());
    expect(await why(bridge)).toContain(say('feedServer', { status: 503 }).replace(/[()]/g, '\\$&').slice(0, 20));
  });

  it.each([
    [{ arrival: 'held', story_id: null }, say('sourceHeld')],
    [{ arrival: 'silent' }, say('traceSilent')],
    [{ arrival: 'silent', published_at: 0 }, say('traceOld')],
    [{ withdrawn_at: 1_795_400_000_000 }, say('traceWithdrawn')],
    [{ edited_at: 1_795_400_000_000 }, say('traceEdited')],
    [{ story_id: null }, say('traceUnplaced')],
  ] as const)('says what became of it: %o', async (change, text) => {
    const row = await db.selectFrom('articles').selectAll().where('url', '=', bridge).executeTakeFirstOrThrow();
    const set = (columns: object) => db.updateTable('articles').set(columns).where('id', '=', row.id).execute();
    await set(change);
    const told = await why(bridge);
    await set(row);
    expect(told).toContain(text);
  });

  it.each([
    ['read', 'tracePageRead'],
    ['paywalled', 'tracePagePaywalled'],
    ['reserved', 'tracePageReserved'],
    ['failed', 'tracePageFailed'],
    ['waiting', 'tracePageWaiting'],
  ] as const)('says how it was read: its page %s', async (status, key) => {
    const { id } = await db.selectFrom('articles').select('id').where('url', '=', bridge).executeTakeFirstOrThrow();
    await db
      .insertInto('pages')
      .values({ article_id: id, status, next_attempt_at: 0 } as never)
      .execute();
    const told = await why(bridge);
    await db.deleteFrom('pages').execute();
    expect(told).toContain(say(key));
  });

  it('that nobody has published: whose it would be, or that nobody here is of that site, and what to do', async () => {
    const { content: unlisted } = await asked(`${playground.origin}/newsroom/harbour-times/never-written`);
    expect(unlisted).toContain('**The Harbour Times**');
    expect(unlisted).toMatch(/<\/sources add:\d+>/);
    const { content: stranger } = await asked('https://elsewhere.example/story');
    expect(stranger).toContain('elsewhere.example');
    expect(stranger).toMatch(/<\/sources add:\d+>/);
    const source = (await sourcesOfGuild(db, GUILD_ID)).find(({ title }) => title === 'The Harbour Times')!;
    await removeSourceFromGuild(db, GUILD_ID, source.id, { userId: 'ada', now: bot.now() });
    expect((await asked(bridge)).content).toContain(
      say('traceRemoved', { source: 'The Harbour Times', command: '' }).slice(0, 60),
    );
  });
});

describe('/why in the channels of a server', () => {
  it('sent: when, at which place, with a link to the message; then had before and nothing new', async () => {
    await bot.subscribe(NEWS_CHANNEL_ID, { maxStories: 7 });
    await deliver();
    const [message] = bot.messagesIn(NEWS_CHANNEL_ID).slice(-1);
    const second = optionsOf(message as never)[1]!;
    const line = await channels(milo, `story:${second.value}`);
    expect(line).toContain(say('traceSent', { when: '', place: 2 }).split('  ')[1]);
    expect(line).toContain(`](https://discord.com/channels/${GUILD_ID}/${NEWS_CHANNEL_ID}/${message!.id})`);
    expect(line).toContain(say('outHad'));
  });

  it.each([
    [{ maxStories: 40 }, /it would come as number \d/],
    [{ maxStories: 1, topics: [] }, /it would come as number 1|too many stories: place \d+ of 1/],
    [{ minOrigins: 5 }, /independent sources? instead of 5 \(your setting\)/],
    [{ topics: ['sport'] }, /about none of these topics/],
    [{ language: 'ar' }, /no report of it is in Arabic/],
  ])('not sent yet: %o', async (wish, text) => {
    await bot.subscribe(NEWS_CHANNEL_ID, { ...wish, nextDueAt: new Date(bot.now().getTime() + 3_600_000) });
    await bot.tidings.stages.write();
    expect(await channels()).toMatch(text);
  });

  it('paused, and nothing recent enough', async () => {
    const nextDueAt = new Date(bot.now().getTime() + 30 * 86_400_000);
    const id = await bot.subscribe(NEWS_CHANNEL_ID, { nextDueAt });
    await bot.subscribe(WORLD_CHANNEL_ID, { nextDueAt });
    await pauseSubscription(db, id, bot.now());
    bot.advance(4 * 86_400_000);
    const told = await channels();
    expect(told).toContain(
      say('traceRests', { reason: say('pausedOnRequest', { command: '' }).slice(0, 8) }).slice(0, 16),
    );
    expect(told).toContain(say('outTooOld'));
    bot.advance(-4 * 86_400_000);
  });

  it('tells nobody of channels that they can’t see', async () => {
    const { id } = playground.world.createChannel(GUILD_ID, { type: 0, name: 'editors' });
    playground.world.overwrite(id, {
      id: GUILD_ID,
      type: OverwriteType.Role,
      allow: '0',
      deny: PermissionFlagsBits.ViewChannel.toString(),
    });
    await bot.subscribe(id, { nextDueAt: new Date(bot.now().getTime() + 3_600_000) });
    await expect.poll(() => channels(ada)).toContain(`<#${id}>`);
    expect(await channels(milo)).not.toContain(`<#${id}>`);
    playground.world.deleteChannel(id);
  });

  it('where a setting decided, a button leads to changing it, for those who may', async () => {
    await bot.subscribe(NEWS_CHANNEL_ID, { minOrigins: 5, nextDueAt: new Date(bot.now().getTime() + 3_600_000) });
    await bot.tidings.stages.write();
    const message = await asked(bridge, ada);
    const [button = ''] = controlsOf(message as never);
    expect(button).toMatch(/^change:/);
    const { content } = (await ada.press(message, button)).message!;
    expect(content).toContain(say('conditionOrigins', { count: 5 }));
    expect(content).toMatch(/<\/edit:\d+>/);
    expect(controlsOf((await asked(bridge, milo)) as never)).toEqual([]);
  });
});

describe('/why of a story', () => {
  it.each(['en-US', 'ja', 'de', 'ar'] as const)('is in the asker’s language: %s', async (locale) => {
    await bot.subscribe(NEWS_CHANNEL_ID, { minOrigins: 5, nextDueAt: new Date(bot.now().getTime() + 3_600_000) });
    await bot.tidings.stages.write();
    const own = sayIn(locale.slice(0, 2));
    const told = await why(bridge, playground.as({ locale: locale as never }));
    for (const key of ['traceChannels', 'traceNotKept', 'whyRanks', 'whyTogether', 'traceFeedOnly'] as const) {
      expect(told).toContain(own(key));
    }
    expect(told).toContain(own('outOrigins', { count: 2, wanted: 5 }).slice(-12));
  });

  it('offers stories as one types, and says what it did not find', async () => {
    const offered = await milo.autocomplete('why', { focused: 'story', options: { story: 'bridge' } });
    expect(await why(String(offered[0]!.value))).toContain(say('whyRanks'));
    expect((await asked('xylophone tuning')).content).toContain('xylophone');
    expect((await asked('story:999999')).content).toMatch(/<\/search:\d+>/);
  });
});

describe('/why of a story that is muted', () => {
  const word = { kind: 'word', value: 'bridge' } as const;
  const mute = (owner: { userId: string } | { guildId: string }) => addMute(db, owner, word, bot.now());

  it('names the words, sources and topics of the server that mute it, before all else', async () => {
    await bot.subscribe(NEWS_CHANNEL_ID, { topics: ['sport'] });
    expect(await channels()).toContain(say('outTopic'));
    await mute({ guildId: GUILD_ID });
    const [{ topic }] = (await db
      .selectFrom('story_topics')
      .innerJoin('articles', 'articles.story_id', 'story_topics.story_id')
      .where('url', '=', bridge)
      .select('topic')
      .orderBy('share', 'desc')
      .execute()) as [{ topic: string }];
    await addMute(db, { guildId: GUILD_ID }, { kind: 'topic', value: topic }, bot.now());
    const what = `**“bridge”** and **${topicLabel(topic, 'en')}**`;
    expect(await channels()).toContain(say('outMuted', { what }));
    expect(await channels()).not.toContain(say('outTopic'));
    // No setting of the briefing lets it in.
    expect(controlsOf((await asked(bridge, ada)) as never)).toEqual([]);
  });

  it('tells a person what they have muted themselves, and nobody else', async () => {
    await bot.subscribe(NEWS_CHANNEL_ID);
    await mute({ userId: milo.userId });
    expect(await why(bridge)).toContain(say('whyMuted', { what: '**“bridge”**' }));
    expect(await channels()).not.toContain(say('outMuted', { what: '' }));
    expect(await why(bridge, ada)).not.toContain(say('whyMuted', { what: '' }).slice(0, 14));
  });
});
