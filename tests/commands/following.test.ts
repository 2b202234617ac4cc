import { type APIMessage, PermissionFlagsBits as Permission } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import type { Actor } from '../../src/playground/startPlayground.ts';
import { ADA_ID, MILO_ID, NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { findFollows, removeFollows } from '../../src/store/follows.ts';
import { findMutes } from '../../src/store/mutes.ts';
import { findPerson } from '../../src/store/people.ts';
import { findOwnSubscriptions } from '../../src/store/subscriptions.ts';
import { buttonsOf, controlsOf, expectPostable, optionsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground, newsroom, tidings } = bot;
const { db } = tidings;
const say = sayIn('en');
const minuteMs = 60_000;

const direct = (userId = MILO_ID) => playground.world.openDm(userId).id;
const directMessages = (userId = MILO_ID) => bot.messagesIn(direct(userId));
const follow = (subcommand: string, options: Record<string, string | number>, actor: Actor = milo, where = {}) =>
  actor.command('follow', { subcommand, options, ...where });
const pressed = (message: APIMessage | null | undefined, label: string) =>
  buttonsOf(message as never).find((button) => button.label === label)!.custom_id;

/** Lets the newsroom publish until somebody has another direct message. */
async function untilTold(userId = MILO_ID): Promise<APIMessage> {
  const before = directMessages(userId).length;
  for (let steps = 0; steps < 60 && directMessages(userId).length === before; steps++) {
    newsroom.publishNext(bot.now());
    bot.advance(6 * minuteMs);
    await tidings.round();
  }
  const message = directMessages(userId)[before];
  expect(message, 'nothing was told').toBeDefined();
  return message!;
}

async function forget(userId = MILO_ID): Promise<void> {
  await db.deleteFrom('people').where('user_id', '=', userId).execute();
  await db.deleteFrom('subscriptions').where('user_id', '=', userId).execute();
}

describe.each([
  ['en-US', 'Oshra talks'],
  ['de', 'Oshra'],
  ['ja', '橋'],
] as const)('following a story in %s', (locale, words) => {
  const own = sayIn(locale.slice(0, 2));
  const reader = playground.as({ locale });

  it('is confirmed in a sentence, and undone by a button', async () => {
    const { message, ephemeral } = await follow('story', { story: words }, reader);
    await expectPostable(message as never);
    const [{ subject }] = (await db.selectFrom('follows').select('subject').execute()) as [
      { subject: string },
      ...unknown[],
    ];
    const shown = (await reader.command('story', { subcommand: 'show', options: { story: `story:${subject}` } }))
      .message!;
    expect(message?.content).toBe(own('followedStory', { headline: shown.embeds[0]!.title! }));
    expect([ephemeral, directMessages().length]).toEqual([true, 0]);
    const listed = (await reader.command('following')).message!;
    expect(optionsOf(listed as never).map(({ label }) => label)).toEqual([shown.embeds[0]!.title]);
    const undone = await reader.press(message!, pressed(message, own('undo')));
    expect([undone.message?.id, undone.message?.components]).toEqual([message?.id, []]);
    expect(await findFollows(db, MILO_ID)).toEqual([]);
    expect(await findPerson(db, MILO_ID)).toBeNull();
  });
});

describe('direct messages', () => {
  it('come when a followed story moves on: dated, with the brief and a way to stop', async () => {
    await follow('story', { story: 'Oshra talks' });
    const message = await untilTold();
    await expectPostable(message as never);
    expect(message.embeds[0]?.description).toContain(`**${say('directNew')}**`);
    expect(message.embeds[0]?.description).toMatch(/<t:\d+:R> · \[/);
    expect(message.components).toHaveLength(2);
    const [story] = optionsOf(message as never);
    const brief = await milo.select(message, controlsOf(message as never)[0]!, [story!.value]);
    expect(textOf(brief.message as never)).toContain(say('sourcesHeading'));
    const stopped = await milo.press(message, pressed(message, say('stopFollowingStory')));
    expect([stopped.ephemeral, stopped.message?.id === message.id]).toEqual([true, false]);
    expect(stopped.message?.content).toMatch(/^You no longer follow \*\*/);
    expect(directMessages().at(-1)?.components).toHaveLength(2);
    const again = await milo.press(message, pressed(message, say('stopFollowingStory')));
    expect(again.message?.content).toBe(say('unfollowedAlready'));
  });

  it('come for what is searched for, in the language of who asked, and say why', async () => {
    const reader = playground.as({ userId: ADA_ID, locale: 'de' });
    const own = sayIn('de');
    const reply = await follow('search', { words: 'lang:en OR lang:de', zone: 'UTC' }, reader);
    expect(reply.message?.content).toMatch(/Die letzte Woche hätte .*\d+ Meldungen gebracht, darunter „/);
    expect(reply.message?.content).toContain(own('followNight', { from: '22:00', until: '07:00', zone: 'UTC' }));
    const message = await untilTold(ADA_ID);
    await expectPostable(message as never);
    expect(textOf(message as never)).toContain(own('directStories'));
    expect(textOf(message as never)).toContain('lang:en OR lang:de');
    expect(new Date(bot.now()).getUTCHours()).toBeGreaterThanOrEqual(7);
    const listed = await reader.press(message, pressed(message, own('whatYouFollow')));
    expect(textOf(listed.message as never)).toContain(own('followingFollows'));
    await forget(ADA_ID);
  });

  it('bring a briefing of one’s own, at one’s own time', async () => {
    await follow('topic', { topic: 'Politics' });
    const { message } = await follow('briefing', {
      times: 'every 30 minutes',
      topics: say('whatYouFollow'),
      zone: 'Asia/Tokyo',
    });
    expect(message?.content).toMatch(/^You get \*\*What you follow\*\* every 30 minutes/);
    const [subscription] = await findOwnSubscriptions(db, MILO_ID);
    expect(subscription).toMatchObject({ guildId: '', channelId: direct(), timeZone: 'Asia/Tokyo' });
    const preview = await milo.press(message!, pressed(message, say('preview')));
    expect(textOf(preview.message as never)).toContain('What you follow');
    const others = await ada.press(message!, pressed(message, say('preview'))).catch((error: Error) => error.message);
    expect(JSON.stringify(others)).not.toContain('sourcesHeading');
    await untilTold();
    expect(directMessages().some((each) => textOf(each as never).includes('**What you follow**'))).toBe(true);
    const ended = await milo.press(message!, pressed(message, say('undo')));
    expect(ended.message?.content).toBe(say('briefingEnded', { topics: 'What you follow' }));
    expect(await findOwnSubscriptions(db, MILO_ID)).toEqual([]);
    await forget();
  });

  it('that are closed are said to be, once, at the next command, and tried again after /follow', async () => {
    await follow('search', { words: 'lang:en OR lang:de OR lang:ja OR lang:fr OR lang:es' });
    playground.world.closedDms.set(MILO_ID, true);
    const before = directMessages().length;
    const isClosed = () => db.selectFrom('people').select('user_id').where('unreachable_at', 'is not', null).execute();
    for (let steps = 0; steps < 60 && (await isClosed()).length === 0; steps++) {
      newsroom.publishNext(bot.now());
      bot.advance(6 * minuteMs);
      await tidings.round();
    }
    expect([await isClosed(), directMessages().length]).toEqual([[{ user_id: MILO_ID }], before]);
    playground.world.closedDms.delete(MILO_ID);
    const word = say('directUnreachable', { command: '' }).slice(0, 40);
    const told = await milo.command('help');
    expect([told.message?.content.startsWith(word), told.message?.embeds.length]).toEqual([true, 1]);
    expect((await milo.command('help')).message?.content).toBe('');
    const resumed = await follow('search', { words: 'Geneva' });
    expect(resumed.message?.content).toContain(say('followResumed'));
    await forget();
  });
});

const ELSEWHERE_ID = '1290000000000000700';
const ELSEWHERE_CHANNEL_ID = '1290000000000000701';

/** A server without the bot, where people may use what they have installed for themselves. */
function openElsewhere(): string {
  const may = Permission.ViewChannel | Permission.SendMessages | Permission.UseApplicationCommands;
  playground.world.guilds.add({
    ...{ id: ELSEWHERE_ID, name: 'Elsewhere', owner_id: MILO_ID },
    roles: [{ id: ELSEWHERE_ID, name: '@everyone', permissions: String(may | Permission.UseExternalApps) }],
    members: [{ user_id: ADA_ID }, { user_id: MILO_ID }],
    channels: [{ id: ELSEWHERE_CHANNEL_ID, name: 'general' }],
  });
  return ELSEWHERE_CHANNEL_ID;
}

describe('wherever it is asked', () => {
  it.each([
    ['in direct messages with the bot', () => direct()],
    ['between two people, with the app installed for one', () => playground.world.openPrivate(MILO_ID, ADA_ID).id],
    ['in a server of one’s own without the bot', openElsewhere],
  ])('/follow, /mute, /following and reading work %s', async (_where, place) => {
    const reader = playground.as({ userId: MILO_ID, installs: true });
    const where = { channelId: place() };
    expect((await follow('topic', { topic: 'Sport' }, reader, where)).message?.content).toMatch(
      /^You follow \*\*Sport/,
    );
    expect(await findFollows(db, MILO_ID)).toMatchObject([{ kind: 'topic', topic: 'sport', guildId: null }]);
    await reader.command('mute', { subcommand: 'word', options: { word: 'football' }, ...where });
    const listed = textOf((await reader.command('following', where)).message as never);
    expect(listed).toContain('Sport');
    expect(listed).toContain('“football”');
    const found = await reader.command('search', { options: { words: 'bridge' }, ...where });
    expect(found.message?.embeds).toHaveLength(1);
    expect((await reader.command('briefing', where)).message?.embeds.length).toBeGreaterThan(1);
    const split = await reader.command('story', { subcommand: 'split', options: { story: 'bridge' }, ...where });
    expect([say('errorManage'), say('errorServerOnly')]).toContain(split.message?.content);
    const server = { subcommand: 'word', options: { word: 'ferry', for: 'server' }, ...where };
    expect((await reader.command('mute', server)).message?.content).toBe(say('errorServerOnly'));
    await db.deleteFrom('mutes').execute();
    await forget();
  });

  it('the button under a full brief follows its story', async () => {
    const shown = await milo.command('story', { subcommand: 'show', options: { story: 'bridge' } });
    const reply = await milo.press(shown.message!, pressed(shown.message, say('followThis')));
    expect(reply.message?.content).toMatch(/^You follow \*\*/);
    expect(await findFollows(db, MILO_ID)).toMatchObject([{ kind: 'story' }]);
    await forget();
  });
});

describe('what is refused says what to do', () => {
  it('a topic that there is not, several at once, a query that can’t be read, a page that nobody has', async () => {
    expect((await follow('topic', { topic: 'Politcs' })).message?.content).toContain('Did you mean Politics');
    expect((await follow('topic', { topic: 'Sport, Politics' })).message?.content).toBe(say('errorFollowTopic'));
    expect((await follow('search', { words: '-ferry' })).message?.content).toContain('only excludes');
    expect((await follow('briefing', { zone: 'Asia/Soul' })).message?.content).toContain('Asia/Seoul');
    expect(await findPerson(db, MILO_ID)).toBeNull();
  });

  it('more than one can follow', async () => {
    for (let index = 0; index < 20; index++) await follow('search', { words: `word${index}` });
    expect((await follow('search', { words: 'again' })).message?.content).toContain('as much as one can follow');
    expect((await follow('search', { words: 'word3' })).message?.content).toMatch(/^You follow/);
    await forget();
  });
});

describe('/mute', () => {
  it('keeps things out of briefings for who asks; for a server, out of all, by who manages it', async () => {
    const briefing = async (actor: Actor) => textOf((await actor.command('briefing')).message as never);
    const headline = /1\. ([^\n]*)/.exec(await briefing(milo))![1]!;
    const word = headline.match(/\p{L}+/gu)!.toSorted((a, b) => b.length - a.length)[0]!;
    const shown = new RegExp(`\\d\\. [^\\n]*${word}`);
    const muted = await milo.command('mute', { subcommand: 'word', options: { word } });
    expect(muted.message?.content).toBe(say('mutedOwn', { what: `“${word}”` }));
    expect(await briefing(milo)).not.toMatch(shown);
    expect(await briefing(ada)).toMatch(shown);
    await milo.press(muted.message!, pressed(muted.message, say('undo')));
    expect(await briefing(milo)).toMatch(shown);
    const server = { subcommand: 'word', options: { word, for: 'server' } };
    expect((await milo.command('mute', server)).message?.content).toBe(say('errorManage'));
    expect((await ada.command('mute', server)).message?.content).toBe(say('mutedServer', { what: `“${word}”` }));
    expect(await briefing(milo)).not.toMatch(shown);
  });

  it('lists what is muted, and takes it back: by a select, or by /mute remove', async () => {
    for (const [subcommand, value] of [
      ['topic', 'Sport'],
      ['source', 'The Harbour Times'],
    ] as const) {
      await ada.command('mute', { subcommand, options: { [subcommand]: value } });
    }
    const { message } = await ada.command('following');
    expect(textOf(message as never)).toMatch(/Sport[\s\S]*The Harbour Times[\s\S]*“.+”/);
    const [own, server] = controlsOf(message as never);
    const ids = optionsOf(message as never, own)
      .slice(0, 1)
      .map(({ value }) => value);
    const left = await ada.select(message!, own!, ids);
    expect(left.message?.content).toBe(say('unmuted', { what: '**Sport**' }));
    expect(textOf(left.message as never)).not.toContain('• Sport');
    await ada.select(left.message!, server!, [optionsOf(left.message as never, server).at(-1)!.value]);
    const offered = await ada.autocomplete('mute', {
      subcommand: 'remove',
      focused: 'mute',
      options: { mute: 'harb' },
    });
    expect(offered).toMatchObject([{ name: 'The Harbour Times' }]);
    await ada.command('mute', { subcommand: 'remove', options: { mute: String(offered[0]!.value) } });
    expect(await findMutes(db, { userId: ADA_ID, guildId: '1290000000000000100' })).toEqual([]);
    const gone = await ada.command('mute', { subcommand: 'remove', options: { mute: 'ferry' } });
    expect(gone.message?.content).toContain('“ferry”');
  });
});

it('/following ends what is chosen, and nobody else’s', async () => {
  await follow('topic', { topic: 'Sport' });
  await follow('search', { words: 'bridge' });
  const { message } = await milo.command('following');
  const [select] = controlsOf(message as never);
  const values = optionsOf(message as never).map(({ value }) => value);
  expect(await removeFollows(db, ADA_ID, values.map(Number))).toEqual([]);
  const after = await milo.select(message!, select!, values);
  expect(after.message?.content).toContain(say('unfollowed', { what: '**Sport** and **bridge**' }));
  expect([after.message?.embeds, after.message?.components]).toEqual([[], []]);
  expect(await findPerson(db, MILO_ID)).toBeNull();
  expect(bot.messagesIn(NEWS_CHANNEL_ID)).toEqual([]);
});
