import { ChannelType } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { factsOf } from '../../src/discord/addFeeds.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import { readSettingsFile } from '../../src/discord/settingsFile.ts';
import { usualWish } from '../../src/news/liveSubscription.ts';
import { ownTopicKey } from '../../src/news/topic.ts';
import { BOT_ROLE_ID, GUILD_ID, NEWS_CHANNEL_ID, WORLD_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { changeGuildSettings } from '../../src/store/guildSettings.ts';
import { addGuildTopic } from '../../src/store/guildTopics.ts';
import { pauseLiveSubscription } from '../../src/store/liveSubscriptions.ts';
import { addMute } from '../../src/store/mutes.ts';
import type { Schema } from '../../src/store/schema.ts';
import { findServerSettings } from '../../src/store/serverSettings.ts';
import { addSourceToGuild, removeSourceFromGuild, sourcesOfGuild } from '../../src/store/sources.ts';
import { pauseSubscription } from '../../src/store/subscriptions.ts';
import { aQuery } from '../support/aQuery.ts';
import { wishLive } from '../support/liveWishes.ts';
import { controlsOf, expectPostable, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db } = bot.tidings;
const say = sayIn('en');
const by = { userId: ada.userId, now: bot.now() };

const kept = () =>
  findServerSettings(db, GUILD_ID, {
    channel: (id) => playground.world.channels.get(id)?.name ?? '',
    role: (id) => playground.world.guilds.role(GUILD_ID, id)?.name ?? '',
  });
const exported = async (actor = ada) => {
  const reply = await actor.command('export');
  const [json, opml] = reply.message!.attachments;
  return { reply, json: await (await fetch(json!.url)).text(), opml: await (await fetch(opml!.url)).text() };
};
const importing = async (file: string, actor = ada) =>
  (await actor.command('import', { options: { file: actor.attach('tidings.json', Buffer.from(file)) } })).message!;
const press = async (message: Awaited<ReturnType<typeof importing>>, index: number, actor = ada) =>
  (await actor.press(message, controlsOf(message as never)[index] ?? '')).message!;

async function empty() {
  const tables = ['subscriptions', 'live_subscriptions', 'mutes', 'guild_settings', 'guild_sources', 'guild_topics'];
  for (const table of [...tables, 'source_offers'] as (keyof Schema)[]) await db.deleteFrom(table).execute();
  await db.deleteFrom('sources').where('in_catalogue', '=', 0).execute();
}

/** A server that has set up something of everything. */
async function furnish() {
  await changeGuildSettings(db, GUILD_ID, {
    language: 'de',
    timeZone: 'Asia/Tokyo',
    noticeChannelId: WORLD_CHANNEL_ID,
  });
  const [source, other] = await sourcesOfGuild(db, GUILD_ID);
  await removeSourceFromGuild(db, GUILD_ID, source!.id, by);
  const own = factsOf({
    url: 'https://own.example/feed',
    title: 'Own Paper',
    site: null,
    language: 'de',
    topics: [],
  });
  const { id: ownId } = await addSourceToGuild(db, GUILD_ID, own, by);
  const topic = await addGuildTopic(db, { guildId: GUILD_ID, name: 'Ferries', query: aQuery('ferry OR fähre') }, by);
  const quiet = { from: '22:00', until: '07:00' };
  await bot.subscribe(NEWS_CHANNEL_ID, {
    topics: ['sport', ownTopicKey(topic!.id)],
    times: [],
    everyMinutes: 120,
    quiet,
  });
  const paused = await bot.subscribe(WORLD_CHANNEL_ID, { weekdays: [7], minOrigins: 2, language: 'ja' });
  await pauseSubscription(db, paused, bot.now());
  await bot.subscribe(forumId, { layout: 'full', images: false, postPer: 'story', mentionRoleId: BOT_ROLE_ID });
  await bot.subscribe(threadId, { layout: 'compact', whenEmpty: 'line', maxStories: 10 });
  const cards = { guildId: GUILD_ID, channelId: NEWS_CHANNEL_ID, createdBy: ada.userId };
  await wishLive(db, { ...cards, topics: [ownTopicKey(topic!.id)] });
  const kind = { kind: 'breaking', turns: 'thread' } as const;
  const breaking = { ...usualWish.breaking, ...kind, roleId: BOT_ROLE_ID, quiet: null };
  const live = await wishLive(db, { ...cards, ...breaking, channelId: threadId, timeZone: 'Asia/Tokyo' });
  await pauseLiveSubscription(db, live.id, bot.now());
  for (const muted of [
    { kind: 'word', value: 'Fußball' },
    { kind: 'topic', value: 'sport' },
    { kind: 'source', value: String(other!.id) },
    { kind: 'source', value: String(ownId) },
  ] as const)
    await addMute(db, { guildId: GUILD_ID }, muted, bot.now());
}

const { world } = playground;
world.guilds.changeRole(GUILD_ID, BOT_ROLE_ID, { mentionable: true });
const forumId = world.createChannel(GUILD_ID, { type: ChannelType.GuildForum, name: 'stories', available_tags: [] }).id;
const threadId = world.createChannel(GUILD_ID, {
  type: ChannelType.PublicThread,
  name: 'briefings',
  parent_id: NEWS_CHANNEL_ID,
  owner_id: ada.userId,
  thread_metadata: {
    archived: false,
    locked: false,
    archive_timestamp: world.timestamp(),
    auto_archive_duration: 1440,
  },
}).id;

beforeEach(empty);

describe('/export', () => {
  it('gives everything as one file that /import takes, and the sources as OPML; to the asker alone', async () => {
    await furnish();
    const { reply, json, opml } = await exported();
    expect(reply.ephemeral).toBe(true);
    expect(reply.message?.content).toMatch(/tidings\.json.*<\/import:\d+>.*sources\.opml/);
    expect(readSettingsFile(Buffer.from(json))).toEqual(await kept());
    expect(opml).toContain('<opml');
  });

  it.each(['export', 'import'])('/%s is for those who manage the server', async (name) => {
    const options: Record<string, string> = name === 'import' ? { file: milo.attach('a.json', Buffer.from('{}')) } : {};
    await expect(milo.command(name, { options })).rejects.toThrow('needs Manage Guild');
  });
});

describe.each(['en-US', 'ja', 'de', 'ar'] as const)('/import of settings, in %s', (locale) => {
  const own = sayIn(locale.slice(0, 2));
  const asker = playground.as({ administrator: true, locale: locale as never });

  it('says what would change, changes it when told to, and nothing twice', async () => {
    await furnish();
    const before = await kept();
    const { json } = await exported();
    await empty();
    const shown = await importing(json, asker);
    await expectPostable(shown as never);
    const text = textOf(shown as never);
    for (const key of [
      'importTitle',
      'importNewBriefings',
      'importNewCards',
      'importNewTopics',
      'importNewSources',
      'importRemovedSources',
      'importNewMutes',
    ] as const)
      expect(text).toContain(own(key));
    expect(text).not.toContain(own('importSkipped'));
    expect(text).toContain('**Own Paper**');
    expect(text).toContain(`<#${NEWS_CHANNEL_ID}>`);
    expect(text).toContain('**Ferries**');
    expect((await kept()).briefings).toEqual([]);

    const done = await press(shown, 0, asker);
    expect(done.id).toBe(shown.id);
    expect(done.content).toBe(own('importApplied'));
    expect(await kept()).toEqual(before);
    expect((await exported()).json).toBe(json);
    const again = await importing(json, asker);
    expect([again.content, controlsOf(again as never)]).toEqual([own('importNothing'), []]);
  });

  it('changes what is otherwise, and nothing when it is cancelled', async () => {
    await furnish();
    const { json } = await exported();
    const file = JSON.parse(json);
    file.briefings[0].maxStories = 3;
    file.topics[0].query = 'tunnel';
    file.cards[0].perHour = 1;
    const shown = await importing(JSON.stringify(file), asker);
    const text = textOf(shown as never);
    expect(text).toContain(own('importChangedBriefings'));
    expect(text).toContain(own('importChangedTopics'));
    expect(text).toContain(own('importChangedCards'));
    expect(text).not.toContain(own('importNewBriefings'));
    expect((await press(shown, 1, asker)).content).toBe(own('importCancelled'));
    expect(JSON.parse((await exported()).json)).toEqual(JSON.parse(json));
    await press(await importing(JSON.stringify(file), asker), 0, asker);
    expect(JSON.parse((await exported()).json)).toEqual(file);
  });

  it('names the field that is wrong, and changes nothing', async () => {
    await furnish();
    const { json } = await exported();
    const before = await kept();
    const file = JSON.parse(json);
    file.briefings[1].times = ['7 am'];
    expect((await importing(JSON.stringify(file), asker)).content).toBe(
      own('errorSettingsField', { field: 'briefings\\[1\\].times\\[0\\]', example: '"07:00"' }),
    );
    expect((await importing(JSON.stringify({ ...file, briefings: [], extra: 1 }), asker)).content).toBe(
      own('errorSettingsUnknown', { field: 'extra' }),
    );
    expect((await importing('{ "tidings": 1, ', asker)).content).toBe(own('errorSettingsBroken'));
    expect((await importing('{ "tidings": 9 }', asker)).content).toBe(own('errorSettingsNewer'));
    expect(await kept()).toEqual(before);
  });
});

describe('channels of another server', () => {
  it('are found by name; those that there are not are left out and named', async () => {
    await furnish();
    const file = JSON.parse((await exported()).json);
    file.briefings[0].channel = { id: '999999999999999999', name: 'news' };
    file.briefings[1].channel = { id: '999999999999999998', name: 'elsewhere' };
    file.briefings.length = 2;
    file.cards = [];
    await empty();
    const shown = await importing(JSON.stringify(file));
    expect(textOf(shown as never)).toContain(say('importSkipped'));
    expect(textOf(shown as never)).toContain('#elsewhere');
    await press(shown, 0);
    expect((await kept()).briefings.map(({ channel }) => channel.id)).toEqual([NEWS_CHANNEL_ID]);
  });

  it('are of the right kind: notices and cards go where messages go, posts are for forums alone', async () => {
    await furnish();
    const file = JSON.parse((await exported()).json);
    const forum = { id: '999999999999999999', name: 'stories' };
    const text = { id: '999999999999999998', name: 'news' };
    const [first, second] = file.briefings;
    file.noticeChannel = forum;
    file.briefings = [
      { ...first, channel: forum, postPer: null },
      { ...second, channel: text, postPer: 'day' },
    ];
    file.cards = [{ ...file.cards[0], channel: forum }];
    await empty();
    const shown = await importing(JSON.stringify(file));
    expect(textOf(shown as never).split(say('importSkipped'))[1]).toContain('#stories');
    await press(shown, 0);
    expect(await kept()).toMatchObject({ noticeChannel: null, cards: [] });
    const posts = (await kept()).briefings.map(({ channel, postPer }) => [channel.name, postPer]);
    expect(Object.fromEntries(posts)).toEqual({ news: null, stories: 'day' });
  });

  it('a media channel is found like a forum: a post for each day or story', async () => {
    await furnish();
    const file = JSON.parse((await exported()).json);
    const fields = { type: ChannelType.GuildMedia, name: 'pictures', available_tags: [] };
    const { id } = world.createChannel(GUILD_ID, fields);
    file.briefings = [
      { ...file.briefings[0], channel: { id: '999999999999999997', name: 'pictures' }, postPer: 'story' },
    ];
    file.cards = [];
    await empty();
    await expect.poll(async () => controlsOf((await importing(JSON.stringify(file))) as never)).toHaveLength(2);
    await press(await importing(JSON.stringify(file)), 0);
    expect((await kept()).briefings).toMatchObject([{ channel: { id }, postPer: 'story' }]);
  });

  it('a thread that is locked is none to post in', async () => {
    await furnish();
    const file = JSON.parse((await exported()).json);
    const locked = world.createChannel(GUILD_ID, {
      type: ChannelType.PublicThread,
      name: 'closed',
      parent_id: NEWS_CHANNEL_ID,
      owner_id: ada.userId,
      thread_metadata: {
        archived: false,
        locked: true,
        archive_timestamp: world.timestamp(),
        auto_archive_duration: 1440,
      },
    });
    file.briefings = [{ ...file.briefings[0], channel: { id: locked.id, name: 'closed' } }];
    expect(textOf((await importing(JSON.stringify(file))) as never)).toContain('#closed');
  });

  it('a thread that is archived is found', async () => {
    await furnish();
    const file = JSON.parse((await exported()).json);
    const metadata = { archived: true, locked: false, archive_timestamp: world.timestamp() };
    const archived = world.createChannel(GUILD_ID, {
      type: ChannelType.PublicThread,
      name: 'sleeping',
      parent_id: NEWS_CHANNEL_ID,
      owner_id: ada.userId,
      thread_metadata: { ...metadata, auto_archive_duration: 1440 },
    });
    bot.tidings.bot.client.channels.cache.delete(archived.id);
    bot.tidings.bot.client.guilds.cache.get(GUILD_ID)?.channels.cache.delete(archived.id);
    await empty();
    file.briefings = [{ ...file.briefings[0], channel: { id: archived.id, name: 'sleeping' } }];
    file.cards = [];
    await press(await importing(JSON.stringify(file)), 0);
    expect((await kept()).briefings.map(({ channel }) => channel.id)).toEqual([archived.id]);
  });

  describe('threads that are archived', () => {
    const { client } = bot.tidings.bot;
    const listings = () => playground.requests.filter(({ path }) => path.includes('/threads/archived/'));
    /** As Discord has it and the bot has never seen it. */
    function aSleepingThread(name: string, more: { parent?: string; locked?: boolean; archivedAt?: string } = {}) {
      const { parent = NEWS_CHANNEL_ID, locked = false, archivedAt = world.timestamp() } = more;
      const metadata = { archived: true, locked, archive_timestamp: archivedAt, auto_archive_duration: 1440 } as const;
      const fields = { type: ChannelType.PublicThread, name, parent_id: parent, owner_id: ada.userId };
      const { id } = world.createChannel(GUILD_ID, { ...fields, thread_metadata: metadata });
      return id;
    }
    const forget = (...ids: readonly string[]) => {
      for (const id of ids) {
        client.channels.cache.delete(id);
        client.guilds.cache.get(GUILD_ID)?.channels.cache.delete(id);
      }
    };
    /** A file of another server, whose briefings and cards come to threads with these names. */
    async function fileFor(briefings: readonly string[], cards: readonly string[] = []) {
      await furnish();
      const file = JSON.parse((await exported()).json);
      const elsewhere = (name: string, index: number) => ({ id: `99999999999999990${index}`, name });
      file.briefings = briefings.map((name, index) => ({ ...file.briefings[0], channel: elsewhere(name, index) }));
      file.cards = cards.map((name, index) => ({ ...file.cards[0], channel: elsewhere(name, index) }));
      await empty();
      return JSON.stringify(file);
    }

    it.each([
      ['of a channel', NEWS_CHANNEL_ID],
      ['of a forum', forumId],
    ])('%s are found by name, for briefings and cards', async (_where, parent) => {
      const id = aSleepingThread('hibernating', { parent });
      const file = await fileFor(['hibernating'], ['hibernating']);
      forget(id);
      const shown = await importing(file);
      expect(textOf(shown as never)).not.toContain(say('importSkipped'));
      const asked = listings().length;
      forget(id);
      await press(shown, 0);
      expect(listings()).toHaveLength(asked);
      const { briefings, cards } = await kept();
      expect([...briefings, ...cards].map(({ channel }) => channel.id)).toEqual([id, id]);
      world.deleteChannel(id);
    });

    it('are taken only where the bot may write: the latest that is not locked', async () => {
      const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
      const ids = [
        aSleepingThread('twice', { archivedAt: at(1) }),
        aSleepingThread('twice', { archivedAt: at(2) }),
        aSleepingThread('twice', { archivedAt: at(3), locked: true }),
      ];
      const file = await fileFor(['twice']);
      forget(...ids);
      await press(await importing(file), 0);
      expect((await kept()).briefings.map(({ channel }) => channel.id)).toEqual([ids[1]]);
      for (const id of ids) world.deleteChannel(id);
    });

    it('are not asked for where every channel is known, and of each channel a few times at most', async () => {
      const known = await fileFor(['news'], ['news']);
      const before = listings().length;
      await importing(known);
      expect(listings()).toHaveLength(before);
      const archivedAt = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
      const ids = Array.from({ length: 320 }, (_, index) =>
        aSleepingThread('noise', { archivedAt: archivedAt(index) }),
      );
      const file = await fileFor(['nowhere']);
      forget(...ids);
      const shown = await importing(file);
      expect(textOf(shown as never)).toContain('#nowhere');
      const asked = Map.groupBy(listings().slice(before), ({ path }) =>
        path.split('/').find((part) => /^\d+$/.test(part)),
      );
      expect(asked.get(NEWS_CHANNEL_ID)).toHaveLength(3);
      for (const [channelId, requests] of asked) {
        if (channelId !== NEWS_CHANNEL_ID) expect(requests).toHaveLength(1);
      }
      expect(client.channels.cache.has(ids[0]!)).toBe(false);
      for (const id of ids) world.deleteChannel(id);
    });
  });

  it('roles are found by name; one that there is not, or that may not be mentioned, is left out and named', async () => {
    await furnish();
    const file = JSON.parse((await exported()).json);
    const forum = file.briefings.find(({ channel }: { channel: { id: string } }) => channel.id === forumId);
    const paused = file.cards.find(({ kind }: { kind: string }) => kind === 'breaking');
    file.briefings = [{ ...forum, mentionRole: { id: '999999999999999999', name: 'Tidings' } }];
    file.cards = [{ ...paused, role: { id: '999999999999999998', name: 'Strangers' } }];
    await empty();
    const shown = await importing(JSON.stringify(file));
    expect(textOf(shown as never)).toMatch(/@\S?Strangers/);
    await press(shown, 0);
    expect((await kept()).briefings[0]).toMatchObject({ mentionRole: { id: BOT_ROLE_ID }, layout: 'full' });
    expect((await kept()).cards[0]).toMatchObject({ role: null });

    file.briefings[0].mentionRole = { id: GUILD_ID, name: '@everyone' };
    const everybody = textOf((await importing(JSON.stringify(file))) as never);
    expect(everybody).toContain(say('importSkippedRoles'));
    expect(everybody).not.toContain(say('importChangedBriefings'));
  });

  it('a file of an earlier version leaves looks, cards and mutes as they are', async () => {
    await furnish();
    const { json } = await exported();
    const { cards: _, mutes: __, ...older } = JSON.parse(json);
    for (const briefing of older.briefings)
      for (const look of ['layout', 'images', 'mentionRole', 'postPer']) delete briefing[look];
    expect((await importing(JSON.stringify(older))).content).toBe(say('importNothing'));
    await empty();
    await press(await importing(JSON.stringify(older)), 0);
    const { briefings } = await kept();
    expect(briefings.find(({ channel }) => channel.id === forumId)).toMatchObject({
      layout: 'cards',
      images: true,
      mentionRole: null,
      postPer: 'day',
    });
  });

  it('more mutes than there is room for: nothing at all is changed', async () => {
    await furnish();
    const file = JSON.parse((await exported()).json);
    file.mutes = Array.from({ length: 25 }, (_, index) => ({ kind: 'word', value: `word ${index}` }));
    file.language = 'fr';
    const { content } = await importing(JSON.stringify(file));
    expect(content).toContain(say('errorMutesTooMany', { command: '' }).split('.')[0]);
    expect(await kept()).toMatchObject({ language: 'de', mutes: { length: 4 } });
  });

  it('new sources come with their topics; without room, nothing at all is changed', async () => {
    const { json } = await exported();
    const file = JSON.parse(json);
    const source = (index: number) => ({
      url: `https://paper${index}.example/feed`,
      title: `Paper ${index}`,
      site: null,
      language: 'de',
      topics: ['science'],
    });
    file.sources = [source(1)];
    file.topics = [{ name: 'Papers', query: null, sources: [source(1).url] }];
    await press(await importing(JSON.stringify(file)), 0);
    expect(await kept()).toMatchObject({ sources: [source(1)], topics: file.topics });
    file.sources = Array.from({ length: 500 }, (_, index) => source(index + 2));
    file.language = 'fr';
    expect((await importing(JSON.stringify(file))).content).toBe(say('errorSourcesTooMany'));
    expect(await kept()).toMatchObject({ language: null, sources: [source(1)] });
  });

  it('an offer is for the one who got it, and not for ever', async () => {
    await furnish();
    const { json } = await exported();
    await empty();
    const shown = await importing(json);
    const other = playground.as({ administrator: true, locale: 'en-US' });
    bot.advance(25 * 60 * 60_000);
    const { content } = await press(shown, 0, other);
    bot.advance(-25 * 60 * 60_000);
    expect(content).toMatch(/<\/import:\d+>/);
    expect((await kept()).briefings).toEqual([]);
  });
});
