import { ChannelType, PermissionFlagsBits, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { writeExtractiveBrief } from '../../src/briefs/extractive.ts';
import { createCardPosts } from '../../src/discord/createCardPosts.ts';
import type { NewArticle } from '../../src/news/article.ts';
import type { PostError } from '../../src/news/outside.ts';
import { createCards } from '../../src/pipeline/cards.ts';
import { createFollow } from '../../src/pipeline/follow.ts';
import { createLive } from '../../src/pipeline/live.ts';
import { createWrite } from '../../src/pipeline/write.ts';
import { ManualClock } from '../../src/playground/clock.ts';
import {
  BOT_ID,
  BOT_ROLE_ID,
  GUILD_ID,
  NEWS_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { claimCardReplies, claimCards } from '../../src/store/cards.ts';
import {
  changeLiveSubscription,
  type NewLiveSubscription,
  pauseLiveSubscription,
  removeLiveSubscription,
  resumeLiveSubscription,
} from '../../src/store/liveSubscriptions.ts';
import { findUntold } from '../../src/store/notices.ts';
import { touchStory } from '../../src/store/stories.ts';
import { mergeStories } from '../../src/store/storyChanges.ts';
import { resumeSubscriptions } from '../../src/store/subscriptions.ts';
import { playgroundFor, restOn } from '../playground/support/bot.ts';
import { hours, monday } from '../support/articles.ts';
import { wishLive } from '../support/liveWishes.ts';
import { addSources, addToStory, openTestStore, rowsOf } from '../support/store.ts';

const outlets = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const minutes = (count: number) => hours(count / 60);

/** One channel of the local Discord that wishes for cards, the real REST client, and every stage from stories on. */
async function aWorld(wish: Partial<NewLiveSubscription> = {}) {
  const clock = new ManualClock(monday.getTime());
  const playground = await playgroundFor({ clock });
  const rest = restOn(playground);
  const db = openTestStore();
  const sources = await addSources(db, ...outlets.map((key) => ({ key })));
  const live = await wishLive(db, { channelId: NEWS_CHANNEL_ID, guildId: GUILD_ID, ...wish });
  const reports: string[] = [];
  const tokenProblems: PostError[] = [];
  let now = monday;
  const parts = {
    db,
    now: () => now,
    report: (problem: string, details = {}) => reports.push(`${problem} ${JSON.stringify(details)}`),
    onTokenRefused: (error: PostError) => tokenProblems.push(error),
  };
  const posts = createCardPosts(rest);
  const stagesOf = (worker: string) => [
    createFollow(parts),
    createWrite({ ...parts, writeBrief: writeExtractiveBrief }),
    createLive({ ...parts, writeBrief: writeExtractiveBrief }),
    createCards({ ...parts, posts, worker }),
  ];
  const stages = stagesOf('one');
  const goTo = (minute: number) => {
    now = minutes(minute);
    clock.advance(now.getTime() - clock.now());
  };
  return {
    db,
    live,
    playground,
    rest,
    posts,
    reports,
    stagesOf,
    goTo,
    /** All stages once, so many minutes after Monday six o'clock. */
    at: async (minute: number, own = stages) => {
      goTo(minute);
      for (const stage of own) await stage();
    },
    /** An outlet reports at a minute: a new story, or more of one. @returns the story */
    told: async (
      outlet: (typeof outlets)[number],
      minute: number,
      article: Partial<NewArticle> & { storyId?: number; copyOf?: number },
    ) => {
      const source = sources[outlets.indexOf(outlet)]!;
      const url = `https://${outlet}.example/${minute}-${encodeURIComponent(article.title ?? '')}`;
      const told = await addToStory(db, source, { url, publishedAt: minutes(minute), ...article });
      await touchStory(db, told.storyId, minutes(minute));
      return told;
    },
    shown: (channelId = NEWS_CHANNEL_ID) => playground.world.messagesIn(channelId),
    sent: (method: string) =>
      playground.requests.filter((request) => request.method === method && request.path.includes('/messages')),
  };
}

type World = Awaited<ReturnType<typeof aWorld>>;

const bridge = {
  title: 'Averne Bridge collapses into the inlet',
  summary: 'The Averne Bridge collapsed into the inlet this morning, the coast guard of Port Averne said.',
};

/** A story that the first of the outlets report, a minute apart from the first minute on. */
async function aStory(world: World, count: number, from = 1, article: Partial<NewArticle> = bridge): Promise<number> {
  const { storyId } = await world.told('a', from, article);
  for (const [index, outlet] of outlets.slice(1, count).entries()) {
    await world.told(outlet, from + index + 1, { ...article, storyId });
  }
  return storyId;
}

const firstLine = ({ content }: { content: string }) => content.split('\n')[0];
const clockTime = (minute: number) => `<t:${minutes(minute).getTime() / 1000}:t>`;

describe('a card', () => {
  test('is posted once when two independent sources report a story', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 1);
    await world.at(2);
    expect(world.shown()).toEqual([]);
    await world.told('b', 3, { ...bridge, storyId });
    await world.at(5);
    await world.at(6);
    expect(world.shown()).toHaveLength(1);
    const [card] = world.shown();
    expect(firstLine(card!)).toBe(`**Live** · 2 independent sources · ${clockTime(5)}`);
    expect(card?.embeds[0]).toMatchObject({ title: bridge.title });
    expect(card?.embeds[0]?.description).toContain(bridge.summary.slice(0, 40));
    expect(world.sent('POST')).toHaveLength(1);
    expect(world.sent('POST')[0]?.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
    expect(world.reports).toEqual([]);
  });

  test('copies and two papers of one owner are one source', async () => {
    const world = await aWorld();
    const { storyId, articleId } = await world.told('a', 1, bridge);
    await world.told('b', 2, { ...bridge, storyId, copyOf: articleId });
    await world.told('a', 3, { ...bridge, title: 'Bridge collapse', storyId });
    await world.at(5);
    expect(world.shown()).toEqual([]);
  });

  test('comes of no story that was running before the channel wished for it', async () => {
    const world = await aWorld();
    await aStory(world, 4, -5);
    await world.at(5);
    expect(world.shown()).toEqual([]);
  });

  test('waits for a brief in its language', async () => {
    const world = await aWorld({ language: 'ja' });
    await aStory(world, 3);
    await world.at(5);
    expect(world.shown()).toEqual([]);
  });

  test('comes, and grows, as soon as the brief is there that it waited for', async () => {
    const world = await aWorld();
    const [follow, write, live, cards] = world.stagesOf('one');
    const storyId = await aStory(world, 2);
    await world.at(5, [follow!, live!, cards!]);
    expect(world.shown()).toEqual([]);
    await world.at(5.05, [write!, live!, cards!]);
    expect(world.shown()).toHaveLength(1);
    await world.told('c', 7, { ...bridge, storyId });
    await world.at(8, [follow!, live!, cards!]);
    expect(world.sent('PATCH')).toEqual([]);
    await world.at(8.05, [write!, live!, cards!]);
    expect(world.sent('PATCH')).toHaveLength(1);
  });

  test('grows by edits as outlets and origins join, and says how far', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    const { articleId } = await world.told('c', 7, { ...bridge, storyId });
    await world.at(8);
    await world.told('d', 10, { ...bridge, storyId, copyOf: articleId });
    await world.told('e', 10, { ...bridge, storyId });
    await world.at(12);
    await world.at(13);
    const [card, ...others] = world.shown();
    expect(others).toEqual([]);
    expect(firstLine(card!)).toBe(`**Live** · +3 outlets, now 4 independent sources · ${clockTime(5)}`);
    expect(world.sent('PATCH')).toHaveLength(2);
    expect(await rowsOf(world.db, 'cards')).toMatchObject([{ status: 'sent', wanted_version: 3, shown_version: 3 }]);
  });

  test('outlets that join within a minute make one edit', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    for (const outlet of ['c', 'd', 'e', 'f'] as const) {
      await world.told(outlet, 5.2, { ...bridge, storyId });
      await world.at(5.3);
    }
    expect(world.sent('PATCH')).toHaveLength(0);
    await world.at(6.1);
    expect(world.sent('PATCH')).toHaveLength(1);
    expect(firstLine(world.shown()[0]!)).toContain('+4 outlets, now 6 independent sources');
  });

  test('is put right when its source takes back what it says', async () => {
    const world = await aWorld();
    const { storyId, articleId } = await world.told('a', 1, bridge);
    await world.told('b', 2, { ...bridge, storyId });
    await world.at(5);
    await world.db
      .updateTable('articles')
      .set({ summary: 'A pier collapsed.', edited_at: minutes(6).getTime() })
      .where('story_id', '=', storyId)
      .execute();
    await touchStory(world.db, storyId, minutes(6));
    await world.at(6);
    expect(world.shown()[0]?.embeds[0]?.description).toContain('**Corrected');
    expect(articleId).toBeGreaterThan(0);
  });

  test('keeps standing for a story that another has taken in: no second one', async () => {
    const world = await aWorld();
    const older = await aStory(world, 1, 1);
    const younger = await aStory(world, 3, 2, { ...bridge, title: 'Bridge in Port Averne down' });
    await world.at(5);
    expect(world.shown()).toHaveLength(1);
    await mergeStories(world.db, older, younger, minutes(6));
    await world.at(8);
    expect(world.shown()).toHaveLength(1);
    expect(firstLine(world.shown()[0]!)).toContain('3 independent sources');
  });

  test('two copies of the stages make one', async () => {
    const world = await aWorld();
    await aStory(world, 3);
    await Promise.all([world.at(5, world.stagesOf('one')), world.at(5, world.stagesOf('two'))]);
    await world.at(7, world.stagesOf('two'));
    expect(world.shown()).toHaveLength(1);
    expect(world.reports).toEqual([]);
  });

  test('rests while its wish is paused, and ends with it', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    await pauseLiveSubscription(world.db, world.live.id, minutes(6));
    await world.told('c', 7, { ...bridge, storyId });
    await aStory(world, 3, 7, { title: 'Ferry burns', summary: 'A ferry burns off Kessel with 40 people on board.' });
    await world.at(9);
    expect(world.sent('PATCH')).toEqual([]);
    await resumeLiveSubscription(world.db, world.live.id, NEWS_CHANNEL_ID);
    await world.at(10);
    expect([world.sent('PATCH').length, world.shown().length]).toEqual([1, 2]);
    await removeLiveSubscription(world.db, world.live.id);
    await world.told('d', 11, { ...bridge, storyId });
    await world.at(13);
    expect([world.sent('PATCH').length, world.shown().length]).toEqual([1, 2]);
  });
});

describe('breaking news', () => {
  const breaking = { kind: 'breaking', minOrigins: 3, withinMinutes: 60 } as const;

  test('comes when three report within the hour', async () => {
    const world = await aWorld(breaking);
    await aStory(world, 3);
    await world.at(5);
    expect(firstLine(world.shown()[0]!)).toBe(`**Breaking** · 3 independent sources · ${clockTime(5)}`);
  });

  test('not when they take longer', async () => {
    const world = await aWorld(breaking);
    const storyId = await aStory(world, 2);
    await world.told('c', 70, { ...bridge, storyId });
    await world.at(75);
    expect(world.shown()).toEqual([]);
  });

  test('has a card of its own beside a live one in the same channel; two wishes of one kind share one', async () => {
    const world = await aWorld(breaking);
    const where = { channelId: NEWS_CHANNEL_ID, guildId: GUILD_ID };
    await wishLive(world.db, where);
    await wishLive(world.db, { ...where, topics: ['disaster'], minOrigins: 1 });
    await aStory(world, 3);
    await world.at(5);
    expect(world.shown().map((message) => firstLine(message)?.split(' ')[0])).toEqual(['**Breaking**', '**Live**']);
  });
});

describe('the hour’s ceiling', () => {
  const story = (name: string) => ({
    title: `${name} shakes Lauen`,
    summary: `The ${name} shook Lauen on Monday, the council of ${name} said.`,
  });

  test('the weightiest come first, the others in the next hour; what is no news then is left out', async () => {
    const world = await aWorld({ perHour: 1 });
    await aStory(world, 2, 1, story('Storm'));
    await aStory(world, 5, 1, story('Quake'));
    await aStory(world, 3, 1, story('Flood'));
    await aStory(world, 2, 1, story('Strike'));
    const titles = () => world.shown().map(({ embeds }) => embeds[0]?.title?.split(' ')[0]);
    await world.at(10);
    await world.at(40);
    expect(titles()).toEqual(['Quake']);
    await world.at(71);
    expect(titles()).toEqual(['Quake', 'Flood']);
    await world.at(132);
    expect(titles()).toHaveLength(3);
    await world.at(193);
    expect(titles()).toHaveLength(3);
  });
});

describe('a turn', () => {
  const killed = (count: number) => ({
    title: `${count} dead in Averne Bridge collapse`,
    summary: `${count} people were killed when the Averne Bridge collapsed, the coast guard said.`,
  });

  test('is a reply to the card, in the channel’s language, with what is new', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    for (const outlet of ['c', 'd'] as const) await world.told(outlet, 40, { ...killed(16), storyId });
    await world.at(42);
    const [card, reply, ...others] = world.shown();
    expect(others).toEqual([]);
    expect(reply?.message_reference).toMatchObject({ message_id: card?.id });
    expect(firstLine(reply!)).toBe(`**What is new** · ${clockTime(42)}`);
    expect(reply?.embeds[0]?.title).toBe(killed(16).title);
    expect(reply?.embeds[0]?.description).toContain('16 people were killed');
    expect(firstLine(card!)).toContain('+2 outlets, now 4 independent sources');
    const body = world.sent('POST').at(-1)?.body as { message_reference?: { fail_if_not_exists?: boolean } };
    expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(body.message_reference?.fail_if_not_exists).toBe(false);
  });

  test('stands alone where the channel’s history may not be read', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    for (const role of [GUILD_ID, BOT_ROLE_ID]) {
      const { permissions } = world.playground.world.guilds.role(GUILD_ID, role)!;
      const change = { permissions: String(BigInt(permissions) & ~PermissionFlagsBits.ReadMessageHistory) };
      world.playground.world.guilds.changeRole(GUILD_ID, role, change);
    }
    for (const outlet of ['c', 'd'] as const) await world.told(outlet, 40, { ...killed(16), storyId });
    await world.at(42);
    expect(world.shown()).toHaveLength(2);
    expect(world.shown()[1]?.message_reference).toBeUndefined();
    expect(world.reports).toEqual([]);
  });

  test('comes at most three times, and not within half an hour', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    let toll = 4;
    for (let minute = 10; minute < 300; minute += 10) {
      toll = Math.ceil(toll * 1.4);
      await world.told(outlets[(minute / 10) % 8]!, minute, { ...killed(toll), storyId });
      await world.told(outlets[(minute / 10 + 1) % 8]!, minute, { ...killed(toll), storyId, title: `Toll at ${toll}` });
      await world.at(minute + 1);
    }
    const times = world.shown().map(({ timestamp }) => Date.parse(timestamp));
    expect(times).toHaveLength(4);
    for (const [index, time] of times.slice(1).entries()) {
      expect(time - times[index]!).toBeGreaterThanOrEqual(30 * 60_000);
    }
  });
});

describe('a turn in a thread', () => {
  const killed = {
    title: '16 dead in Averne Bridge collapse',
    summary: '16 people were killed when the Averne Bridge collapsed, the coast guard said.',
  };
  const turned = async (world: World, storyId: number) => {
    for (const outlet of ['c', 'd'] as const) await world.told(outlet, 40, { ...killed, storyId });
    await world.at(42);
  };
  const aCard = async (wish: Partial<NewLiveSubscription> = {}) => {
    const world = await aWorld(wish);
    const storyId = await aStory(world, 2);
    await world.at(5);
    const { id } = world.shown()[0]!;
    const begin = () => world.rest.post(Routes.threads(NEWS_CHANNEL_ID, id), { body: { name: 'A bridge' } });
    return { world, storyId, id, begin };
  };

  test('that somebody has begun from the card goes there, and not into the channel', async () => {
    const { world, storyId, id, begin } = await aCard();
    await begin();
    await turned(world, storyId);
    expect(world.shown()).toHaveLength(1);
    expect(world.shown(id).map((message) => message.embeds[0]?.title)).toEqual([killed.title]);
    expect(world.reports).toEqual([]);
  });

  test('is begun for it where that was chosen, once', async () => {
    const { world, storyId, id } = await aCard({ turns: 'thread' });
    await turned(world, storyId);
    expect(world.shown()).toHaveLength(1);
    expect(world.shown(id)).toHaveLength(1);
    expect(world.playground.world.channels.get(id)?.name).toBe(bridge.title);
    for (const outlet of ['e', 'f'] as const) {
      const more = { title: `40 dead, ${outlet} says`, summary: 'The toll rose to 40, the coast guard said.' };
      await world.told(outlet, 80, { ...more, storyId });
    }
    await world.at(82);
    expect(world.shown(id)).toHaveLength(2);
    expect(world.reports).toEqual([]);
  });

  test('comes as a reply where the thread is locked, or none may be begun', async () => {
    const locked = await aCard();
    await locked.begin();
    const { world: discord } = locked.world.playground;
    const { guilds } = discord;
    const thread = discord.channels.get(locked.id)!;
    const metadata = { ...thread.thread_metadata!, locked: true };
    discord.updateChannel(locked.id, { thread_metadata: metadata });
    const permissions = String(
      BigInt(guilds.role(GUILD_ID, BOT_ROLE_ID)!.permissions) & ~PermissionFlagsBits.ManageThreads,
    );
    guilds.changeRole(GUILD_ID, BOT_ROLE_ID, { permissions });
    await turned(locked.world, locked.storyId);
    expect(locked.world.shown()[1]?.message_reference).toMatchObject({ message_id: locked.id });
    const refused = await aCard({ turns: 'thread' });
    const match = 'POST /channels/:id/messages/:id/threads';
    refused.world.playground.faults.add({ kind: 'error', status: 403, code: 50013, match });
    await turned(refused.world, refused.storyId);
    expect(refused.world.shown()[1]?.message_reference).toMatchObject({ message_id: refused.id });
    expect([...locked.world.reports, ...refused.world.reports]).toEqual([]);
  });

  test.each([0, 170])('killed between it and its record, and back %d minutes later: one message', async (later) => {
    const { world, storyId, id } = await aCard({ turns: 'thread' });
    for (const outlet of ['c', 'd'] as const) await world.told(outlet, 40, { ...killed, storyId });
    const [follow, write, live] = world.stagesOf('one');
    await world.at(42, [follow!, write!, live!]);
    const claim = { worker: 'one', now: minutes(42), leaseMs: 60_000, limit: 10 };
    const [reply] = await claimCardReplies(world.db, claim);
    await world.posts.reply(reply!);
    await world.at(44 + later, world.stagesOf('two'));
    expect([world.shown().length, world.shown(id).length]).toEqual([1, 1]);
    expect(await rowsOf(world.db, 'card_replies')).toMatchObject([
      { status: 'sent', message_id: world.shown(id)[0]?.id, attempts: 2 },
    ]);
  });

  test('killed after a reply in the channel, and a thread begun meanwhile: still one message', async () => {
    const { world, storyId, id, begin } = await aCard();
    for (const outlet of ['c', 'd'] as const) await world.told(outlet, 40, { ...killed, storyId });
    const [follow, write, live] = world.stagesOf('one');
    await world.at(42, [follow!, write!, live!]);
    const claim = { worker: 'one', now: minutes(42), leaseMs: 60_000, limit: 10 };
    await world.posts.reply((await claimCardReplies(world.db, claim))[0]!);
    await begin();
    await world.at(44, world.stagesOf('two'));
    expect([world.shown().length, world.shown(id).length]).toEqual([2, 0]);
  });
});

describe('cards in a thread', () => {
  async function inAThread() {
    const world = await aWorld();
    const { world: discord } = world.playground;
    const state = { archived: false, locked: false, archive_timestamp: discord.timestamp() };
    const { id } = discord.createChannel(GUILD_ID, {
      type: ChannelType.PublicThread,
      name: 'as it happens',
      parent_id: NEWS_CHANNEL_ID,
      owner_id: BOT_ID,
      thread_metadata: { ...state, auto_archive_duration: 60 },
    });
    await changeLiveSubscription(world.db, world.live.id, { ...world.live, channelId: id });
    const permissions = guildsOf(world).role(GUILD_ID, BOT_ROLE_ID)!.permissions;
    const without = String(BigInt(permissions) & ~PermissionFlagsBits.ManageThreads);
    guildsOf(world).changeRole(GUILD_ID, BOT_ROLE_ID, { permissions: without });
    const change = (how: object) =>
      void discord.updateChannel(id, { thread_metadata: { ...state, auto_archive_duration: 60, ...how } });
    return { world, id, change };
  }
  const guildsOf = ({ playground }: World) => playground.world.guilds;

  test('grow though it was archived meanwhile', async () => {
    const { world, id, change } = await inAThread();
    const storyId = await aStory(world, 2);
    await world.at(5);
    change({ archived: true });
    await world.told('c', 7, { ...bridge, storyId });
    await world.at(9);
    expect(firstLine(world.shown(id)[0]!)).toContain('+1 outlet, now 3 independent sources');
    expect(world.reports).toEqual([]);
  });

  test('rest while it is locked, and come once it is unlocked', async () => {
    const { world, id, change } = await inAThread();
    change({ locked: true });
    await aStory(world, 2);
    await world.at(5);
    await world.at(7);
    expect(world.sent('POST')).toHaveLength(1);
    expect(await rowsOf(world.db, 'live_subscriptions')).toMatchObject([{ suspended: 'locked' }]);
    change({});
    await resumeSubscriptions(world.db, id);
    await world.at(9);
    expect(world.shown(id)).toHaveLength(1);
  });
});

describe('a wish that moves to another channel', () => {
  test('leaves what stands as it is, and tells no story twice', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    const wish = { ...world.live, channelId: WORLD_CHANNEL_ID };
    await changeLiveSubscription(world.db, world.live.id, wish);
    await world.told('c', 7, { ...bridge, storyId });
    await aStory(world, 2, 7, { title: 'Ferry burns', summary: 'A ferry burns off Kessel with 40 people on board.' });
    await world.at(12);
    await world.at(14);
    expect(world.sent('PATCH')).toEqual([]);
    expect([world.shown().length, world.shown(WORLD_CHANNEL_ID).length]).toEqual([1, 1]);
    expect(world.shown(WORLD_CHANNEL_ID)[0]?.embeds[0]?.title).toBe('Ferry burns');
    expect(world.reports).toEqual([]);
  });

  test('away from where it may not post: what waited there is given up, and Discord is not asked again', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    const match = 'PATCH /channels/:id/messages/:id';
    world.playground.faults.add({ kind: 'error', status: 403, code: 50001, match });
    await world.told('c', 7, { ...bridge, storyId });
    await world.at(9);
    await changeLiveSubscription(world.db, world.live.id, { ...world.live, channelId: WORLD_CHANNEL_ID });
    for (const minute of [12, 14, 16]) await world.at(minute);
    expect(world.sent('PATCH')).toHaveLength(1);
  });
});

describe('nothing twice, nothing lost', () => {
  test.each(['errorAfterWrite', 'dropAfterWrite'] as const)(
    'an answer that is lost (%s): one message',
    async (kind) => {
      const world = await aWorld();
      world.playground.faults.add({ kind, status: 502, match: 'POST /channels/:id/messages', times: 1 } as never);
      await aStory(world, 2);
      await world.at(5);
      await world.at(6);
      expect(world.shown()).toHaveLength(1);
      expect(await rowsOf(world.db, 'cards')).toMatchObject([{ status: 'sent', message_id: world.shown()[0]?.id }]);
    },
  );

  test.each([1, 170, 500])('killed between claim and record, and back %d minutes later: one message', async (later) => {
    const world = await aWorld();
    await aStory(world, 2);
    const [follow, write, live] = world.stagesOf('one');
    await world.at(5, [follow!, write!, live!]);
    const [claimed] = await claimCards(world.db, { worker: 'one', now: minutes(5), leaseMs: 60_000, limit: 10 });
    await world.posts.post(claimed!);
    await world.at(6.1 + later, world.stagesOf('two'));
    expect(world.shown()).toHaveLength(1);
    expect(await rowsOf(world.db, 'cards')).toMatchObject([
      { status: 'sent', message_id: world.shown()[0]?.id, shown_version: 1 },
    ]);
  });

  test('killed between a reply and its record: one reply', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    world.playground.faults.add({ kind: 'errorAfterWrite', status: 500, match: 'POST /channels/:id/messages' });
    const killed = { title: '16 dead in collapse', summary: 'The collapse killed 16 people, the coast guard said.' };
    for (const outlet of ['c', 'd'] as const) await world.told(outlet, 40, { ...killed, storyId });
    await world.at(42);
    world.playground.faults.clear();
    await world.at(100);
    expect(world.shown()).toHaveLength(2);
    expect(await rowsOf(world.db, 'card_replies')).toMatchObject([
      { status: 'sent', message_id: world.shown()[1]?.id },
    ]);
  });

  test('an edit whose answer is lost is made again and changes nothing; one that is done is not repeated', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    world.playground.faults.add({
      kind: 'errorAfterWrite',
      status: 502,
      match: 'PATCH /channels/:id/messages/:id',
      times: 1,
    });
    await world.told('c', 7, { ...bridge, storyId });
    await world.at(8);
    await world.at(9);
    await world.at(10);
    expect(world.sent('PATCH')).toHaveLength(2);
    expect(firstLine(world.shown()[0]!)).toContain('+1 outlet, now 3 independent sources');
  });

  test('what joins while Discord is away is shown when it is back', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    world.playground.faults.add({ kind: 'error', status: 503 });
    await world.at(5);
    await world.told('c', 7, { ...bridge, storyId });
    await world.at(30);
    world.playground.faults.clear();
    await world.at(60);
    await world.at(62);
    expect(world.shown()).toHaveLength(1);
    expect(firstLine(world.shown()[0]!)).toContain('+1 outlet, now 3 independent sources');
  });

  test('a card that could not be sent for three hours is left out, and said so', async () => {
    const world = await aWorld();
    await aStory(world, 2);
    world.playground.faults.add({ kind: 'error', status: 503 });
    await world.at(5);
    world.playground.faults.clear();
    await world.at(5 + 181);
    expect(world.shown()).toEqual([]);
    expect(await rowsOf(world.db, 'cards')).toMatchObject([{ status: 'dropped' }]);
    expect(world.reports).toHaveLength(1);
  });

  test('a card that somebody deleted is not posted again, nor replied to', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    await world.rest.delete(Routes.channelMessage(NEWS_CHANNEL_ID, world.shown()[0]!.id));
    const killed = { title: '16 dead in collapse', summary: 'The collapse killed 16 people, the coast guard said.' };
    for (const outlet of ['c', 'd'] as const) await world.told(outlet, 40, { ...killed, storyId });
    await world.at(42);
    await world.at(60);
    expect(world.shown()).toEqual([]);
    expect(await rowsOf(world.db, 'cards')).toMatchObject([{ status: 'dropped' }]);
    expect(world.reports).toEqual([]);
  });

  test('without access the wish is suspended and told; the card comes when access returns in time', async () => {
    const world = await aWorld();
    const trouble = { kind: 'error', status: 403, code: 50001, match: 'POST /channels/:id/messages' } as const;
    world.playground.faults.add(trouble);
    await aStory(world, 2);
    await world.at(5);
    expect(await rowsOf(world.db, 'live_subscriptions')).toMatchObject([{ suspended: 'no access' }]);
    expect(await findUntold(world.db)).toMatchObject([
      { guildId: GUILD_ID, paused: [{ channelId: NEWS_CHANNEL_ID, reason: 'no access' }] },
    ]);
    await world.at(20);
    expect(world.sent('POST')).toHaveLength(1);
    world.playground.faults.clear();
    expect(await resumeSubscriptions(world.db, NEWS_CHANNEL_ID)).toBe(1);
    await world.at(30);
    expect(world.shown()).toHaveLength(1);
    expect(await rowsOf(world.db, 'cards')).toHaveLength(1);
  });

  test('a card that could not be edited without access is, once access returns', async () => {
    const world = await aWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    const match = 'PATCH /channels/:id/messages/:id';
    world.playground.faults.add({ kind: 'error', status: 403, code: 50013, match });
    await world.told('c', 7, { ...bridge, storyId });
    for (const minute of [8, 20, 40]) await world.at(minute);
    expect(world.sent('PATCH')).toHaveLength(1);
    world.playground.faults.clear();
    await resumeSubscriptions(world.db, NEWS_CHANNEL_ID);
    await world.at(50);
    expect(firstLine(world.shown()[0]!)).toContain('+1 outlet, now 3 independent sources');
  });

  test('a turn that could not be told without access is, once access returns while it is news', async () => {
    const killed = { title: '16 dead in collapse', summary: 'The collapse killed 16 people, the coast guard said.' };
    for (const [minute, count] of [
      [60, 2],
      [300, 1],
    ] as const) {
      const world = await aWorld();
      const storyId = await aStory(world, 2);
      await world.at(5);
      const trouble = { kind: 'error', status: 403, code: 50013, match: 'POST /channels/:id/messages' } as const;
      world.playground.faults.add(trouble);
      for (const outlet of ['c', 'd'] as const) await world.told(outlet, 40, { ...killed, storyId });
      await world.at(42);
      const tried = world.sent('POST').length;
      await world.at(44);
      expect(world.sent('POST')).toHaveLength(tried);
      world.playground.faults.clear();
      await resumeSubscriptions(world.db, NEWS_CHANNEL_ID);
      await world.at(minute);
      expect(world.shown()).toHaveLength(count);
      await world.at(minute + 10);
      expect(world.shown()).toHaveLength(count);
    }
  });

  test.each([
    [200_000, 'AutoMod'],
    [240_000, 'harmful link'],
  ])('a card that Discord filters out (%d) is not sent again, and told; the next one comes', async (code, reason) => {
    const world = await aWorld();
    world.playground.faults.add({ kind: 'error', status: 400, code, match: 'POST /channels/:id/messages', times: 1 });
    const storyId = await aStory(world, 2);
    await world.at(5);
    await world.told('c', 7, { ...bridge, storyId });
    for (const minute of [9, 30, 60]) await world.at(minute);
    expect(world.sent('POST')).toHaveLength(1);
    expect(await findUntold(world.db)).toMatchObject([
      { guildId: GUILD_ID, paused: [], refused: [{ channelId: NEWS_CHANNEL_ID, topics: [], reason }] },
    ]);
    await aStory(world, 2, 61, { title: 'Ferry burns', summary: 'A ferry burns off Kessel with 40 people on board.' });
    await world.at(65);
    expect(world.shown().map(({ embeds }) => embeds[0]?.title)).toEqual(['Ferry burns']);
  });

  test('a token that is refused stops and keeps the card for later', async () => {
    const world = await aWorld();
    world.playground.faults.add({ kind: 'unauthorized', times: 1 });
    await aStory(world, 2);
    await world.at(5);
    expect(await rowsOf(world.db, 'cards')).toMatchObject([{ status: 'waiting' }]);
  });
});

describe('a mention', () => {
  const wish = { kind: 'breaking', minOrigins: 2, withinMinutes: 60, mentionsPerDay: 2, perHour: 20 } as const;
  const inBerlin = { timeZone: 'Europe/Berlin' };

  async function aMentioningWorld(more: Partial<NewLiveSubscription> = {}) {
    const world = await aWorld({ ...wish, ...inBerlin, ...more });
    const { id: roleId } = world.playground.world.guilds.addRole(GUILD_ID, { name: 'Alerts', mentionable: true });
    await world.db.updateTable('live_subscriptions').set({ role_id: roleId }).execute();
    const mentionsIn = (channelId: string) =>
      world
        .sent('POST')
        .filter(({ path, status }) => path.includes(channelId) && status === 200)
        .map(({ body }) => (body as { allowed_mentions: { roles?: string[] } }).allowed_mentions.roles ?? []);
    return { world, roleId, mentionsIn };
  }
  const other = (name: string) => ({
    title: `${name} shakes Lauen`,
    summary: `The ${name} shook Lauen on Monday, the council of ${name} said.`,
  });

  test('names only the role, once a story: neither edits nor replies mention anybody', async () => {
    const { world, roleId, mentionsIn } = await aMentioningWorld();
    const storyId = await aStory(world, 2);
    await world.at(5);
    expect(world.sent('POST')[0]?.body).toMatchObject({ allowed_mentions: { parse: [], roles: [roleId] } });
    expect(world.shown()[0]).toMatchObject({ mention_roles: [roleId], mention_everyone: false });
    const killed = { title: '16 dead in collapse', summary: 'The collapse killed 16 people, the coast guard said.' };
    for (const outlet of ['c', 'd'] as const) await world.told(outlet, 40, { ...killed, storyId });
    await world.at(42);
    expect(mentionsIn(NEWS_CHANNEL_ID)).toEqual([[roleId], []]);
    for (const { body } of world.sent('PATCH')) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(world.sent('PATCH')).toHaveLength(1);
    expect(JSON.stringify(world.sent('PATCH')[0]?.body)).not.toContain('"roles"');
    expect(world.shown()[0]?.content).toContain(`<@&${roleId}> **Breaking**`);
  });

  test('comes at most so often a day', async () => {
    const { world, roleId, mentionsIn } = await aMentioningWorld();
    for (const [index, name] of ['Storm', 'Quake', 'Flood'].entries()) {
      await aStory(world, 2, 1 + index * 20, other(name));
      await world.at(10 + index * 20);
    }
    expect(mentionsIn(NEWS_CHANNEL_ID)).toEqual([[roleId], [roleId], []]);
    await aStory(world, 2, 24 * 60 + 31, other('Strike'));
    await world.at(24 * 60 + 35);
    expect(mentionsIn(NEWS_CHANNEL_ID).at(-1)).toEqual([roleId]);
  });

  test('is made for one story in one channel, though several want it', async () => {
    const { world, roleId, mentionsIn } = await aMentioningWorld();
    await wishLive(world.db, { ...wish, ...inBerlin, channelId: WORLD_CHANNEL_ID, guildId: GUILD_ID, roleId });
    await aStory(world, 3);
    await world.at(5);
    expect([mentionsIn(NEWS_CHANNEL_ID), mentionsIn(WORLD_CHANNEL_ID)]).toEqual([[[roleId]], [[]]]);
  });

  test.each([
    ['at night the card comes without it', { timeZone: 'Asia/Tokyo', quiet: { from: '14:00', until: '18:00' } }, false],
    ['unless that is wished', { timeZone: 'Asia/Tokyo', quiet: null }, true],
  ] as const)('%s', async (_what, more, isMentioned) => {
    const { world, roleId, mentionsIn } = await aMentioningWorld(more);
    await aStory(world, 2);
    await world.at(5);
    expect(mentionsIn(NEWS_CHANNEL_ID)).toEqual([isMentioned ? [roleId] : []]);
    expect(world.shown()[0]?.content.includes(roleId)).toBe(isMentioned);
  });

  test('is withheld from a card that Discord’s absence has carried into the night', async () => {
    const { world, roleId, mentionsIn } = await aMentioningWorld({
      timeZone: 'UTC',
      quiet: { from: '07:00', until: '09:00' },
    });
    world.playground.faults.add({ kind: 'error', status: 503 });
    const storyId = await aStory(world, 2, 50);
    await world.at(55);
    world.playground.faults.clear();
    await world.at(65);
    expect(mentionsIn(NEWS_CHANNEL_ID)).toEqual([[]]);
    await world.told('c', 70, { ...bridge, storyId });
    await world.at(72);
    expect(world.sent('PATCH')).toHaveLength(1);
    expect(world.shown()[0]?.content).not.toContain(roleId);
  });
});
