import { type APIMessage, ChannelType, MessageFlags, OverwriteType, PermissionFlagsBits, REST } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createEditPost } from '../../src/discord/createEditPost.ts';
import { createFindPosted } from '../../src/discord/createFindPosted.ts';
import { createPost } from '../../src/discord/createPost.ts';
import { createPublish } from '../../src/discord/createPublish.ts';
import { divideBriefing } from '../../src/discord/divideBriefing.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import type { Briefing } from '../../src/news/briefing.ts';
import type { Subscription } from '../../src/news/subscription.ts';
import { createCatchUp } from '../../src/pipeline/catchUp.ts';
import { createCorrect } from '../../src/pipeline/correct.ts';
import { createDeliver } from '../../src/pipeline/deliver.ts';
import { createPublish as createPublishStage } from '../../src/pipeline/publish.ts';
import { ManualClock } from '../../src/playground/clock.ts';
import type { FaultWish } from '../../src/playground/startPlayground.ts';
import {
  BOT_ROLE_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  MILO_ID,
  NEWS_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { recordBriefing } from '../../src/store/briefings.ts';
import { claimDeliveries } from '../../src/store/deliveries.ts';
import { findUntold } from '../../src/store/notices.ts';
import { findSubscriptions } from '../../src/store/subscriptions.ts';
import { playgroundFor, restOn } from '../playground/support/bot.ts';
import { monday } from '../support/articles.ts';
import { textOf } from '../support/messageChecks.ts';
import { addSources, addToStory, openTestStore, rowsOf, subscribe } from '../support/store.ts';
import { aBriefing, aBriefingItem, aSentence } from '../support/stories.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const requireTag = 1 << 4;

/** A real discord.js REST client on a Discord of its own, and a store; both have one clock. */
async function aWorld() {
  const clock = new ManualClock(monday.getTime());
  const playground = await playgroundFor({ clock });
  const { world } = playground;
  const rest = new REST({ api: playground.api, retries: 0, rejectOnRateLimit: () => true }).setToken('any');
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const storyIds: number[] = [];
  for (let index = 0; index < 10; index++) {
    const [title, url] = [`Ferry number ${index} sails again`, `https://harbour.example/${index}`];
    storyIds.push((await addToStory(db, source!, { title, url, identity: `url:${url}` })).storyId);
  }
  const reports: string[] = [];
  let aheadMs = 0;
  const parts = {
    db,
    now: () => new Date(clock.now() + aheadMs),
    report: (problem: string, details?: object) => void reports.push(`${problem} ${JSON.stringify(details)}`),
    onTokenRefused: () => void reports.push('The token was refused.'),
  };
  const [post, findPosted] = [createPost(rest), createFindPosted(rest)];
  const deliverAs = (worker: string) => createDeliver({ ...parts, post, findPosted, worker });
  let dueAt = monday.getTime();
  return {
    clock,
    world,
    playground,
    rest,
    db,
    reports,
    post,
    deliver: deliverAs('one'),
    /** The bot's clock is so far ahead of Discord's. */
    setAhead: (ms: number) => {
      aheadMs = ms;
    },
    now: parts.now,
    catchUp: createCatchUp(parts),
    correct: createCorrect({ ...parts, edit: createEditPost(rest), worker: 'one' }),
    /** As it does after it was killed, with what it had begun. */
    goOn: (afterMs: number) => {
      clock.advance(afterMs);
      return deliverAs('two')();
    },
    /** Takes what is due and sends the first of it, as far as the bot that dies then has come. */
    sendAndDie: async () => {
      const [first] = await claimDeliveries(db, { worker: 'one', now: parts.now(), leaseMs: minuteMs, limit: 1 });
      await post(first!).catch(() => undefined);
    },
    publish: createPublishStage({
      ...parts,
      // discord.js waits by the clock on the wall: what it has learned of a limit holds longer than here.
      publish: (message) => createPublish(restOn(playground))(message),
      announcementChannels: () => [HEADLINES_CHANNEL_ID],
      worker: 'one',
    }),
    /** A briefing of so many stories waits for a channel. */
    brief: async (wish: Partial<Subscription>, count: number, more: Partial<Briefing> = {}) => {
      const subscription = await subscribe(db, { guildId: GUILD_ID, channelId: NEWS_CHANNEL_ID, ...wish });
      dueAt += 1_000;
      const items = storyIds.slice(0, count).map((storyId, index) =>
        aBriefingItem({
          storyId,
          headline: `Ferry number ${index + 1} sails again`,
          imageUrl: 'https://harbour.example/ferry.jpg',
          topic: index % 2 ? 'sport' : 'weather',
        }),
      );
      const { layout, images, mentionRoleId, postPer, language, timeZone } = subscription;
      const look = { subscriptionId: subscription.id, layout, images, mentionRoleId, postPer, language, timeZone };
      const { id: _, ...content } = aBriefing({ items, dueAt: new Date(dueAt), ...look, ...more });
      const next = { dueAt: new Date(dueAt + hourMs), now: parts.now(), parts: divideBriefing(content) };
      return recordBriefing(db, { ...subscription, whenEmpty: 'line' }, content, new Map(), next);
    },
    fail: (fault: FaultWish) => playground.faults.add(fault),
    forum: (fields: object = {}) =>
      world.createChannel(GUILD_ID, { type: ChannelType.GuildForum, name: 'stories', available_tags: [], ...fields })
        .id,
    postsIn: (forumId: string) => world.threadsOf(GUILD_ID).filter(({ parent_id }) => parent_id === forumId),
    suspended: async () => (await findSubscriptions(db, GUILD_ID)).map(({ suspended }) => suspended),
  };
}

const headlinesIn = (messages: readonly APIMessage[]) =>
  messages.flatMap((message) => textOf(message as never).match(/Ferry number \d+ sails again(?!.*value)/g) ?? []);
const titlesIn = (messages: readonly APIMessage[]) =>
  messages.flatMap(({ embeds }) => embeds.flatMap(({ title }) => title?.match(/^\d+\. /)?.[0].trim() ?? []));
const tag = (id: string, name: string, moderated = false) => ({
  id,
  name,
  moderated,
  emoji_id: null,
  emoji_name: null,
});

describe('killed after Discord took the message, and started again when it has forgotten the nonce', () => {
  it.each([
    ['a line that says there is nothing', 0, {}],
    ['a briefing of cards', 3, {}],
    ['a compact one', 10, { layout: 'compact' as const }],
  ])('%s stands once', async (_what, count, wish) => {
    const world = await aWorld();
    await world.brief(wish, count);
    await world.sendAndDie();
    await world.goOn(5 * hourMs);
    expect(world.world.messagesIn(NEWS_CHANNEL_ID)).toHaveLength(1);
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([
      { status: 'sent', message_id: world.world.messagesIn(NEWS_CHANNEL_ID)[0]!.id },
    ]);
  });

  it('a line is not taken for that of another subscription of the channel', async () => {
    const world = await aWorld();
    await world.brief({ topics: [] }, 0, { dueAt: monday });
    await world.brief({ topics: ['sport'] }, 0, { dueAt: monday, topics: ['sport'] });
    await world.sendAndDie();
    await world.goOn(5 * hourMs);
    expect(world.world.messagesIn(NEWS_CHANNEL_ID)).toHaveLength(2);
  });

  it('of a briefing in parts, the rest comes once and in order', async () => {
    const world = await aWorld();
    await world.brief({}, 10);
    await world.sendAndDie();
    await world.goOn(5 * hourMs);
    const messages = world.world.messagesIn(NEWS_CHANNEL_ID);
    expect(messages).toHaveLength(2);
    expect(titlesIn(messages)).toEqual(Array.from({ length: 10 }, (_, index) => `${index + 1}.`));
  });

  it('a forum’s post is begun once', async () => {
    const world = await aWorld();
    const channelId = world.forum();
    await world.brief({ channelId, postPer: 'day' }, 3);
    await world.sendAndDie();
    await world.goOn(5 * hourMs);
    expect(world.postsIn(channelId)).toHaveLength(1);
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([
      { status: 'sent', thread_id: world.postsIn(channelId)[0]!.id },
    ]);
  });
});

describe('what Discord calls a bad form', () => {
  const bad = {
    kind: 'error',
    status: 400,
    code: 50035,
    message: 'Invalid Form Body',
    match: 'POST /channels/:id/messages',
  } as const;

  it('comes without images, and the fault is kept', async () => {
    const world = await aWorld();
    world.fail({ ...bad, times: 1 });
    await world.brief({}, 2);
    await world.deliver();
    const [message, ...more] = world.world.messagesIn(NEWS_CHANNEL_ID);
    expect([message?.embeds.length, message?.embeds.some(({ thumbnail }) => thumbnail), more]).toEqual([3, false, []]);
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([
      { status: 'sent', form: 'no images', form_fault: 'Discord: Invalid Form Body (50035)' },
    ]);
    expect(world.reports.join()).toContain('Invalid Form Body');
  });

  it('then comes as plain text, once, whenever the bot dies in between', async () => {
    const world = await aWorld();
    world.fail({ ...bad, times: 2 });
    await world.brief({}, 2);
    world.fail({ kind: 'dropAfterWrite', match: bad.match, times: 1 });
    await world.deliver();
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'waiting', form: 'plain' }]);
    await world.goOn(5 * hourMs);
    const messages = world.world.messagesIn(NEWS_CHANNEL_ID);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.embeds).toEqual([]);
    expect(messages[0]?.content).toContain('Ferry number 2 sails again');
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'sent', form: 'plain' }]);
  });

  it('is given up when even plain text is refused', async () => {
    const world = await aWorld();
    world.fail(bad);
    await world.brief({}, 2);
    await world.deliver();
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'dropped', form: 'plain' }]);
    expect(await world.suspended()).toEqual([null]);
  });
});

describe('announcement channels', () => {
  it('publish what they get, ten an hour; what is more waits for its turn', async () => {
    const world = await aWorld();
    for (let count = 0; count < 12; count++) await world.brief({ channelId: HEADLINES_CHANNEL_ID }, 1);
    await world.deliver();
    const published = () =>
      world.world.messagesIn(HEADLINES_CHANNEL_ID).filter(({ flags = 0 }) => flags & MessageFlags.Crossposted).length;
    expect(await world.publish()).toBe(10);
    expect(published()).toBe(10);
    world.clock.advance(30 * minuteMs);
    expect(await world.publish()).toBe(0);
    world.clock.advance(31 * minuteMs);
    await world.publish();
    expect(published()).toBe(12);
    expect(world.playground.requests.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('publish as many as Discord takes after a clock that was ahead, and no later than it takes them', async () => {
    const world = await aWorld();
    const published = () =>
      world.world.messagesIn(HEADLINES_CHANNEL_ID).filter(({ flags }) => (flags ?? 0) & MessageFlags.Crossposted)
        .length;
    const briefs = async (count: number) => {
      for (let index = 0; index < count; index++) await world.brief({ channelId: HEADLINES_CHANNEL_ID }, 1);
      await world.deliver();
    };
    world.setAhead(5 * hourMs);
    await world.catchUp();
    await briefs(10);
    expect(await world.publish()).toBe(10);
    world.setAhead(0);
    world.clock.advance(10 * minuteMs);
    await briefs(1);
    await world.catchUp();
    expect(await world.publish()).toBe(0);
    world.clock.advance(61 * minuteMs);
    expect(await world.publish()).toBe(1);
    world.clock.advance(4 * hourMs);
    await briefs(1);
    await world.catchUp();
    await world.publish();
    expect(published()).toBe(12);
    expect(world.reports).toEqual([]);
  });

  it('take what was published already for done, and publish nothing of other channels', async () => {
    const world = await aWorld();
    await world.brief({ channelId: HEADLINES_CHANNEL_ID }, 1);
    await world.brief({ channelId: NEWS_CHANNEL_ID }, 1);
    await world.deliver();
    world.fail({ kind: 'dropAfterWrite', match: 'POST /channels/:id/messages/:id/crosspost', times: 1 });
    await world.publish();
    world.clock.advance(minuteMs);
    await world.publish();
    expect(await rowsOf(world.db, 'publications')).toMatchObject([{ status: 'sent', attempts: 2 }]);
    expect(world.reports).toEqual([]);
  });

  it('let a correction that comes too soon wait as long as Discord says', async () => {
    const world = await aWorld();
    const briefing = await world.brief({ channelId: HEADLINES_CHANNEL_ID }, 1);
    await world.deliver();
    await world.publish();
    const message = { channelId: HEADLINES_CHANNEL_ID, messageId: world.world.messagesIn(HEADLINES_CHANNEL_ID)[0]!.id };
    const edit = createEditPost(world.rest);
    for (let count = 0; count < 3; count++) await edit({ ...message, briefing: briefing! });
    await expect(edit({ ...message, briefing: briefing! })).rejects.toMatchObject({
      kind: 'try again',
      retryAfterMs: expect.toSatisfy((ms: number) => ms > 50 * minuteMs),
    });
  });
});

describe('what Discord’s filters take out', () => {
  it.each([
    [200_000, 'AutoMod'],
    [240_000, 'harmful link'],
  ])('(%d) is not sent again, and those who manage the server are to be told', async (code, reason) => {
    const world = await aWorld();
    world.fail({ kind: 'error', status: 400, code, match: 'POST /channels/:id/messages' });
    await world.brief({ topics: ['sport'] }, 2);
    for (let count = 0; count < 3; count++) {
      await world.deliver();
      world.clock.advance(hourMs);
    }
    expect(world.playground.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'dropped' }]);
    const refused = [{ channelId: NEWS_CHANNEL_ID, topics: ['sport'], reason }];
    expect(await findUntold(world.db)).toMatchObject([{ guildId: GUILD_ID, paused: [], refused }]);
  });
});

describe('threads', () => {
  const aThread = (world: Awaited<ReturnType<typeof aWorld>>, metadata: object = {}) =>
    world.world.createChannel(GUILD_ID, {
      type: ChannelType.PublicThread,
      name: 'briefings',
      parent_id: NEWS_CHANNEL_ID,
      thread_metadata: {
        archived: false,
        locked: false,
        archive_timestamp: world.world.timestamp(),
        auto_archive_duration: 1440,
        ...metadata,
      },
    }).id;

  it('are opened again by what comes', async () => {
    const world = await aWorld();
    const channelId = aThread(world, { archived: true });
    await world.brief({ channelId }, 2);
    await world.deliver();
    expect(titlesIn(world.world.messagesIn(channelId))).toEqual(['1.', '2.']);
    expect(world.world.channels.get(channelId)?.thread_metadata?.archived).toBe(false);
  });

  it.each([{ locked: true }, { locked: true, archived: true }])('that are %o get nothing and say why', async (how) => {
    const world = await aWorld();
    await world.brief({ channelId: aThread(world, how) }, 2);
    await world.deliver();
    expect(await world.suspended()).toEqual(['locked']);
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'dropped' }]);
  });
});

describe('forums', () => {
  it('have a post a day, with tags that are called like the topics, in the readers’ language', async () => {
    const world = await aWorld();
    const tags = [tag('1', 'Wetter'), tag('2', 'Sport'), tag('3', 'Kultur'), tag('4', 'Wetter', true)];
    const channelId = world.forum({ available_tags: tags });
    await world.brief({ channelId, postPer: 'day', language: 'de' }, 3);
    await world.brief({ channelId, postPer: 'day', language: 'de' }, 2);
    await world.deliver();
    const [post, ...others] = world.postsIn(channelId);
    expect(others).toEqual([]);
    expect(post).toMatchObject({
      name: `Montag, 23. November · ${sayIn('de')('topStories')}`,
      applied_tags: ['1', '2'],
    });
    expect(titlesIn(world.world.messagesIn(post!.id))).toEqual(['1.', '2.', '3.', '1.', '2.']);
  });

  it('have a post a story, called like it; what is new goes into the same', async () => {
    const world = await aWorld();
    const channelId = world.forum({ available_tags: [tag('1', 'weather'), tag('2', 'Sport')] });
    await world.brief({ channelId, postPer: 'story' }, 2);
    await world.deliver();
    await world.brief({ channelId, postPer: 'story' }, 1);
    await world.deliver();
    expect(world.postsIn(channelId).map(({ name, applied_tags }) => [name, applied_tags])).toEqual([
      ['Ferry number 1 sails again', ['1']],
      ['Ferry number 2 sails again', ['2']],
    ]);
    expect(world.postsIn(channelId).map(({ id }) => world.world.messagesIn(id).length)).toEqual([2, 1]);
  });

  it('that ask for a tag get one; without any, the reason is said', async () => {
    const world = await aWorld();
    const channelId = world.forum({
      flags: requireTag,
      available_tags: [tag('1', 'Culture'), tag('2', 'Top stories')],
    });
    await world.brief({ channelId, postPer: 'day' }, 2);
    const untagged = world.forum({ flags: requireTag });
    await world.brief({ channelId: untagged, postPer: 'day' }, 1);
    await world.deliver();
    expect(world.postsIn(channelId)).toMatchObject([{ applied_tags: ['2'] }]);
    expect(world.postsIn(untagged)).toEqual([]);
    expect(world.reports.join()).toContain('asks for a tag');
    expect(await findUntold(world.db)).toMatchObject([{ refused: [{ channelId: untagged, reason: 'tag needed' }] }]);
  });

  it('of a server that has no room for threads are told of once, and get what waits as soon as there is some', async () => {
    const world = await aWorld();
    const channelId = world.forum();
    world.fail({ kind: 'error', status: 400, code: 160_006, match: 'POST /channels/:id/threads' });
    await world.brief({ channelId, postPer: 'day' }, 2);
    await world.deliver();
    world.clock.advance(9 * minuteMs);
    await world.deliver();
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'waiting', attempts: 1 }]);
    expect(await findUntold(world.db)).toMatchObject([
      { paused: [], refused: [{ channelId, reason: 'threads full' }] },
    ]);
    world.playground.faults.clear();
    world.clock.advance(2 * minuteMs);
    await world.deliver();
    expect(world.postsIn(channelId)).toHaveLength(1);
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'sent', attempts: 2 }]);
    expect([await world.suspended(), world.reports]).toEqual([[null], []]);
  });

  it('of a server that has no room for threads are corrected as soon as there is some', async () => {
    const world = await aWorld();
    const channelId = world.forum();
    await world.brief({ channelId, postPer: 'day' }, 1);
    await world.deliver();
    const [post] = world.postsIn(channelId);
    world.world.updateChannel(post!.id, { thread_metadata: { ...post!.thread_metadata!, archived: true } });
    const at = world.now().getTime();
    await world.db.insertInto('corrections').values({ delivery_id: 1, next_attempt_at: at, created_at: at }).execute();
    world.fail({ kind: 'error', status: 400, code: 160_006, match: 'PATCH /channels/:id' });
    await world.correct();
    expect(await rowsOf(world.db, 'corrections')).toMatchObject([{ status: 'waiting' }]);
    world.playground.faults.clear();
    world.clock.advance(11 * minuteMs);
    await world.correct();
    expect(await rowsOf(world.db, 'corrections')).toMatchObject([{ status: 'sent' }]);
    expect(world.reports).toEqual([]);
  });

  it('of a server that has no room for threads for a day give up, and say so', async () => {
    const world = await aWorld();
    const channelId = world.forum();
    world.fail({ kind: 'error', status: 400, code: 160_006, match: 'POST /channels/:id/threads' });
    await world.brief({ channelId, postPer: 'day' }, 1);
    await world.deliver();
    world.clock.advance(25 * hourMs);
    await world.deliver();
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'dropped' }]);
    expect(world.reports).toHaveLength(1);
  });

  it.each([
    ['day', ['Top stories'], 1],
    ['story', ['Culture', 'Ferries'], 2],
  ] as const)('that are media channels have a post a %s, once', async (postPer, tags, count) => {
    const world = await aWorld();
    const channelId = world.forum({
      type: ChannelType.GuildMedia,
      flags: requireTag,
      available_tags: tags.map((name, index) => tag(String(index + 1), name)),
    });
    await world.brief({ channelId, postPer }, count);
    world.fail({ kind: 'errorAfterWrite', status: 502, match: 'POST /channels/:id/threads', times: 1 });
    for (let tries = 0; tries < 3; tries++) {
      await world.deliver();
      world.clock.advance(minuteMs);
    }
    expect(world.postsIn(channelId)).toHaveLength(count);
    for (const { applied_tags } of world.postsIn(channelId)) expect(applied_tags).toHaveLength(1);
    expect((await rowsOf(world.db, 'deliveries')).every(({ status }) => status === 'sent')).toBe(true);
  });

  it('whose post was deleted or locked get another', async () => {
    const world = await aWorld();
    const channelId = world.forum();
    await world.brief({ channelId, postPer: 'day' }, 1);
    await world.deliver();
    world.world.deleteChannel(world.postsIn(channelId)[0]!.id);
    await world.brief({ channelId, postPer: 'day' }, 2);
    await world.deliver();
    expect(world.postsIn(channelId)).toHaveLength(1);
    expect(await world.suspended()).toEqual([null]);
  });

  it('get nothing twice when the answer is lost', async () => {
    const world = await aWorld();
    const channelId = world.forum();
    await world.brief({ channelId, postPer: 'story' }, 3);
    world.fail({ kind: 'errorAfterWrite', status: 502, match: 'POST /channels/:id/threads', times: 2 });
    for (let tries = 0; tries < 4; tries++) {
      await world.deliver();
      world.clock.advance(minuteMs);
    }
    expect(world.postsIn(channelId)).toHaveLength(3);
    expect((await rowsOf(world.db, 'deliveries')).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
  });

  it('that are gone suspend what came to them', async () => {
    const world = await aWorld();
    const channelId = world.forum();
    await world.brief({ channelId, postPer: 'day' }, 1);
    world.world.deleteChannel(channelId);
    await world.deliver();
    expect(await world.suspended()).toEqual(['no channel']);
  });
});

describe('corrections', () => {
  it('open a post that was archived meanwhile, and change this part alone', async () => {
    const world = await aWorld();
    const channelId = world.forum();
    const briefing = await world.brief({ channelId, postPer: 'day' }, 10);
    await world.deliver();
    const [post] = world.postsIn(channelId);
    world.world.updateChannel(post!.id, { thread_metadata: { ...post!.thread_metadata!, archived: true } });
    const [first, second] = world.world.messagesIn(post!.id);
    const corrected = { ...briefing!, items: briefing!.items.map((item) => ({ ...item, headline: 'Put right' })) };
    const part = { number: 1, from: 5, to: 10, isLast: true };
    await createEditPost(world.rest)({ channelId: post!.id, messageId: second!.id, briefing: corrected, part });
    const messages = world.world.messagesIn(post!.id);
    expect(messages[0]).toEqual(first);
    expect(messages[1]?.embeds.map(({ title }) => title)).toEqual([6, 7, 8, 9, 10].map((n) => `${n}. Put right`));
  });
});

describe('a role', () => {
  it('is mentioned once, by the first message, and nobody else is', async () => {
    const world = await aWorld();
    const { guilds } = world.world;
    const role = guilds.role(GUILD_ID, BOT_ROLE_ID)!;
    guilds.changeRole(GUILD_ID, role.id, { mentionable: true });
    await world.brief({ mentionRoleId: role.id }, 10);
    await world.brief({ mentionRoleId: role.id, topics: ['sport'] }, 0);
    await world.deliver();
    const messages = world.world.messagesIn(NEWS_CHANNEL_ID);
    expect(messages.map(({ mention_roles }) => mention_roles)).toEqual([[role.id], [], []]);
    expect(messages.map(({ mentions }) => mentions)).toEqual([[], [], []]);
  });
});

it('a direct message is a channel like others; closed, it suspends', async () => {
  const world = await aWorld();
  const { id: channelId } = world.world.openDm(MILO_ID);
  await world.brief({ channelId }, 1);
  await world.deliver();
  expect(headlinesIn(world.world.messagesIn(channelId))).not.toEqual([]);
  world.world.closedDms.set(MILO_ID, true);
  await world.brief({ channelId }, 1);
  await world.deliver();
  expect(await world.suspended()).toEqual(['no access']);
});

it('several sentences for each story take several messages, parted between stories', async () => {
  const world = await aWorld();
  const sentences = Array.from({ length: 12 }, (_, index) =>
    aSentence({
      text: `${'The ferry to Stanewick sails again on Saturday and on Sunday, as it did before the storm'.repeat(2)} ${index}.`,
    }),
  );
  const items = [1, 2, 3, 4, 5].map((storyId) => aBriefingItem({ storyId, sentences, headline: `Story ${storyId}` }));
  await world.brief({ layout: 'full' }, 0, { items });
  await world.deliver();
  const messages = world.world.messagesIn(NEWS_CHANNEL_ID);
  expect(messages.length).toBeGreaterThan(1);
  expect(titlesIn(messages)).toEqual(['1.', '2.', '3.', '4.', '5.']);
  expect(messages.flatMap(({ embeds }) => embeds.flatMap(({ footer }) => footer?.text ?? []))).toHaveLength(1);
});

it('without permission in the forum’s posts, the briefing waits for it', async () => {
  const world = await aWorld();
  const channelId = world.forum();
  await world.brief({ channelId, postPer: 'day' }, 1);
  await world.deliver();
  const deny = PermissionFlagsBits.SendMessagesInThreads.toString();
  for (const id of [GUILD_ID, BOT_ROLE_ID]) {
    world.world.overwrite(channelId, { id, type: OverwriteType.Role, allow: '0', deny });
  }
  await world.brief({ channelId, postPer: 'day' }, 1);
  await world.deliver();
  expect(await world.suspended()).toEqual(['no access']);
});
