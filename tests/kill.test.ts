import { type APIMessage, ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Briefing } from '../src/news/briefing.ts';
import type { DirectNews } from '../src/news/follow.ts';
import { nextDueAt } from '../src/news/subscription.ts';
import {
  GERMAN_CHANNEL_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  JAPANESE_CHANNEL_ID,
  MILO_ID,
  NEWS_CHANNEL_ID,
  SPANISH_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../src/playground/world/defaultWorld.ts';
import { newServer } from '../src/playground/world/newServer.ts';
import { addFollow } from '../src/store/follows.ts';
import { fromJson } from '../src/store/json.ts';
import { type NewLiveSubscription, saveLiveSubscription } from '../src/store/liveSubscriptions.ts';
import type { Db } from '../src/store/openStore.ts';
import { savePerson } from '../src/store/people.ts';
import { sourcesOfGuild } from '../src/store/sources.ts';
import { type NewSubscription, saveSubscription, subscriptionFromRow } from '../src/store/subscriptions.ts';
import type { KillPoint } from './support/killableBot.ts';
import { type KillWorld, startKillWorld } from './support/startKillWorld.ts';
import { addToStory } from './support/store.ts';

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** About as many steps as each phase takes when there is news. */
const stepsOfPhase = { start: 20, poll: 100, cluster: 14, write: 24, brief: 80, deliver: 30 } as const;
const killsPerPhase = 3;
/** Inside a transaction or between two, where half of something could stay. */
const killsBetweenChanges = 6;
const changesPerRun = 60;
/** The message stands, and the answer is lost: on its way, half read, or read and not yet recorded. */
const lostAnswers: readonly KillPoint['at'][] = ['bodySent', 'bodySent', 'bodySent', 'headers', 'trailers', 'trailers'];
const lookBackMs = 36 * 60 * 60_000;

const killPoints = fc
  .tuple(
    ...Object.entries(stepsOfPhase).flatMap(([phase, steps]) =>
      Array.from({ length: killsPerPhase }, () => pointWithin(phase as KillPoint['at'], steps)),
    ),
    ...Array.from({ length: killsBetweenChanges }, () => pointWithin('change', changesPerRun)),
    ...lostAnswers.map((event) => pointWithin(event, 1)),
  )
  .chain((points) => fc.shuffledSubarray(points, { minLength: points.length }));

function pointWithin(at: KillPoint['at'], steps: number): fc.Arbitrary<KillPoint> {
  return fc.record({ at: fc.constant(at), step: fc.integer({ min: 1, max: steps }) });
}

describe.concurrent(`killed with -9 between any two steps (KILL_SEED=${seed})`, () => {
  it.for([0, 1])(
    'nothing is lost and nothing is posted twice, chain %i',
    { timeout: 600_000 },
    async (chain, { onTestFinished }) => {
      const [first] = fc.sample(pointWithin('start', stepsOfPhase.start), { seed: seed + chain, numRuns: 1 });
      const [points] = fc.sample(killPoints, { seed: seed + chain, numRuns: 1 });
      const world = await startKillWorld(onTestFinished);
      await world.runBot(first!);
      await subscribeChannels(world);
      for (const point of points!) {
        const startedAt = world.now();
        await world.runBot(point);
        await world.readStore((db) => expectReadToBeStored(world, db, startedAt));
        world.moreNews();
      }
      await world.runBot(null);
      await world.readStore(async (db) => {
        await expectBriefingsToStandOnce(world, db);
        await expectEveryArticle(world, db);
        await expectEveryDueTime(world, db);
        await expectNoRepetition(db);
        await expectEveryStoryShown(world, db);
        const repeated = (await readDeliveries(db)).filter(({ attempts }) => attempts > 1);
        expect(repeated.length).toBeGreaterThanOrEqual(lostAnswers.length);
      });
    },
  );

  it('a message whose answer was lost is found standing, not posted again', { timeout: 180_000 }, async ({
    onTestFinished,
  }) => {
    const world = await startKillWorld(onTestFinished);
    await subscribeChannels(world);
    await world.runBot({ at: 'bodySent', step: 1 });
    await expect.poll(() => messagesOf(world).length).toBe(1);
    const [message] = messagesOf(world);
    const before = await world.readStore(readDeliveries);
    expect(before.find(({ nonce }) => nonce === message?.nonce)).toMatchObject({ status: 'sending', message_id: null });
    await world.runBot(null);
    const after = await world.readStore(readDeliveries);
    expect(after.find(({ nonce }) => nonce === message?.nonce)).toMatchObject({
      status: 'sent',
      message_id: message?.id,
      attempts: 2,
    });
    expect(messagesOf(world).filter(({ nonce }) => nonce === message?.nonce)).toHaveLength(1);
  });
});

describe.concurrent('killed while somebody is told what they follow', () => {
  const deaths: readonly KillPoint[] = [
    { at: 'tell', step: 4 },
    { at: 'tell', step: 11 },
    { at: 'bodySent', step: 1 },
    { at: 'tell', step: 17 },
    { at: 'tell', step: 23 },
    { at: 'trailers', step: 1 },
  ];

  it('every direct message stands once, and tells each story once', { timeout: 300_000 }, async ({
    onTestFinished,
  }) => {
    const world = await startKillWorld(onTestFinished);
    await world.runBot({ at: 'tell', step: 1 });
    const channelId = world.playground.world.openDm(MILO_ID).id;
    await world.readStore(async (db) => {
      await savePerson(db, { userId: MILO_ID, channelId, language: 'en', timeZone: null }, world.now());
      const follow = {
        userId: MILO_ID,
        guildId: null,
        kind: 'search',
        query: 'lang:en OR lang:ja OR lang:de',
      } as const;
      await addFollow(db, follow, world.now());
    });
    for (const death of deaths) {
      for (let index = 0; index < 4; index++) world.moreNews();
      await world.runBot(death);
    }
    await world.runBot(null);
    const rows = await world.readStore((db) => db.selectFrom('direct_messages').selectAll().orderBy('id').execute());
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ status }) => status !== 'sent')).toEqual([]);
    expect(rows.some(({ attempts }) => attempts > 1)).toBe(true);
    const standing = [...messagesOf(world)].filter((message) => message.channel_id === channelId);
    expect(standing.map(({ id }) => id).sort()).toEqual(rows.map(({ message_id }) => message_id).sort());
    const told = rows.flatMap(({ content }) => {
      const news = fromJson<DirectNews>(content);
      return news.kind === 'stories' ? news.stories.map(({ item }) => item.storyId) : [];
    });
    expect(told).toEqual([...new Set(told)]);
  });
});

describe.concurrent('a live card, killed with -9 while it is posted or edited', () => {
  it('stands once, however often its answer is lost', { timeout: 600_000 }, async ({ onTestFinished }) => {
    const world = await startKillWorld(onTestFinished);
    await world.runBot(null);
    await world.readStore((db) => saveLiveSubscription(db, liveWish, world.now()));
    const points: KillPoint[] = [...lostAnswers.map((at) => ({ at, step: 1 })), { at: 'live', step: 30 }];
    for (const [index, point] of [...points, { at: 'cards', step: 4 } as const].entries()) {
      await world.readStore((db) => tellStory(db, index, world.now()));
      await world.runBot(point);
    }
    await world.runBot(null);
    const cards = await world.readStore((db) =>
      db.selectFrom('cards').select(['message_id', 'status', 'shown_version', 'wanted_version']).execute(),
    );
    expect(cards).toHaveLength(lostAnswers.length + 2);
    expect(cards.filter((card) => card.status !== 'sent' || card.shown_version !== card.wanted_version)).toEqual([]);
    const standing = messagesOf(world).filter(({ message_reference }) => !message_reference);
    expect(standing.map(({ id }) => id).toSorted()).toEqual(cards.map(({ message_id }) => message_id).toSorted());
  });
});

describe.concurrent('killed while it greets a server', () => {
  /** About as many as a greeting takes, from claiming it to recording that it was sent. */
  const stepsOfGreeting = [1, 2, 3, 4, 5, 7, 9, 12];

  it('every server is greeted, once', { timeout: 300_000 }, async ({ onTestFinished }) => {
    const { playground, ...world } = await startKillWorld(onTestFinished);
    await world.runBot({ at: 'start', step: 40 }, ['greet']);
    const [home] = playground.world.guilds.values();
    const join = () => playground.world.guilds.add(newServer(playground.world, home!.owner_id)).id;
    const deaths: KillPoint[] = stepsOfGreeting.map((step) => ({ at: 'greet', step }));
    const servers: string[] = [];
    for (const death of [...deaths, ...lostAnswers.map((at) => ({ at, step: 1 }))]) {
      servers.push(join());
      await world.runBot(death, ['greet']);
    }
    await world.runBot(null, ['greet']);
    const rows = await world.readStore((db) => db.selectFrom('greetings').selectAll().execute());
    const greetings = rows.filter((row) => servers.includes(row.guild_id));
    expect(greetings.map(({ status }) => status)).toEqual(servers.map(() => 'sent'));
    expect(greetings.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(lostAnswers.length);
    const standing = servers.map((id) =>
      playground.world.channelsOf(id).flatMap((each) => playground.world.messagesIn(each.id)),
    );
    expect(standing.map((messages) => messages.length)).toEqual(servers.map(() => 1));
    expect(standing.map(([message]) => message?.id).toSorted()).toEqual(
      greetings.map((row) => row.message_id).toSorted(),
    );
  });
});

const towns = ['Averne', 'Lauen', 'Kessel', 'Stanewick', 'Ostley', 'Farrier', 'Mittelau', 'Brandow', 'Petrasund'];

/** Two of the publishers report a story of its own. */
async function tellStory(db: Db, index: number, publishedAt: Date): Promise<void> {
  const [first, second] = await sourcesOfGuild(db, GUILD_ID);
  const title = `Mayor of ${towns[index]} resigns`;
  const summary = `The mayor of ${towns[index]} resigned on Monday, the council of ${towns[index]} said.`;
  const article = (outlet: string) => ({ title, summary, publishedAt, url: `https://${outlet}.example/${index}` });
  const { storyId } = await addToStory(db, first!, article('a'));
  await addToStory(db, second!, { ...article('b'), storyId });
  // By the clock of those who stored them, they are old.
  await db.updateTable('articles').set({ arrival: 'news' }).where('story_id', '=', storyId).execute();
}

/** Of every new story in English that anybody reports. */
const liveWish: NewLiveSubscription = {
  kind: 'live',
  guildId: GUILD_ID,
  channelId: NEWS_CHANNEL_ID,
  createdBy: 'test',
  topics: [],
  language: 'en',
  minOrigins: 1,
  withinMinutes: null,
  perHour: 30,
  turns: 'reply',
  roleId: null,
  mentionsPerDay: 0,
  timeZone: 'UTC',
  quiet: null,
};

async function subscribeChannels(world: KillWorld): Promise<void> {
  const hourly = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
  const wishes: (Partial<NewSubscription> & { channelId: string; language: string })[] = [
    { channelId: NEWS_CHANNEL_ID, language: 'en', topics: ['politics'], everyMinutes: 10 },
    { channelId: NEWS_CHANNEL_ID, language: 'en' },
    { channelId: WORLD_CHANNEL_ID, language: 'en', everyMinutes: null, times: hourly, timeZone: 'Asia/Kolkata' },
    { channelId: JAPANESE_CHANNEL_ID, language: 'ja' },
    { channelId: GERMAN_CHANNEL_ID, language: 'de' },
    { channelId: SPANISH_CHANNEL_ID, language: 'es' },
    { channelId: HEADLINES_CHANNEL_ID, language: 'ko' },
  ];
  const common = { guildId: GUILD_ID, createdBy: 'test', topics: [], times: [], weekdays: [1, 2, 3, 4, 5, 6, 7] };
  const now = world.now();
  await world.readStore(async (db) => {
    for (const wish of wishes) {
      const timing = { everyMinutes: 5, timeZone: 'UTC', maxStories: 1, nextDueAt: now };
      await saveSubscription(db, { ...common, ...timing, ...wish }, now);
    }
  });
}

function messagesOf({ playground }: KillWorld) {
  return playground.world.messages.values();
}

function readDeliveries(db: Db) {
  return db.selectFrom('deliveries').selectAll().orderBy('id').execute();
}

/** Every briefing with stories stands in its channel, once, and nothing else does. */
async function expectBriefingsToStandOnce(world: KillWorld, db: Db): Promise<void> {
  const rows = await db
    .selectFrom('briefings')
    .leftJoin('deliveries', 'deliveries.briefing_id', 'briefings.id')
    .select(['briefings.channel_id', 'content', 'nonce', 'status', 'message_id'])
    .execute();
  const recorded = rows.flatMap(({ channel_id, content, nonce, status, message_id }) => {
    const stories = fromJson<Briefing>(content).items.map(({ storyId }) => storyId);
    return stories.length > 0 || nonce
      ? [[channel_id, message_id, nonce, status, 'stories', ...stories].join(' ')]
      : [];
  });
  const standing = messagesOf(world).map(({ channel_id, id, nonce, components }) =>
    [channel_id, id, nonce, 'sent', 'stories', ...storiesOffered(components)].join(' '),
  );
  expect(recorded.toSorted()).toEqual(standing.toSorted());
}

/** A source that counts as read since then has left everything that it holds: it may never say it again. */
async function expectReadToBeStored({ newsroom }: KillWorld, db: Db, since: Date): Promise<void> {
  const read = await db
    .selectFrom('sources')
    .leftJoin('articles', 'articles.source_id', 'sources.id')
    .select((eb) => ['key', eb.fn.count<number>('articles.id').as('stored')])
    .where('last_read_at', '>', since.getTime())
    .groupBy('key')
    .execute();
  const held = read.map(({ key }) => ({ key, stored: newsroom.articlesOf(key.replace('newsroom-', '')).length }));
  expect(read).toEqual(held);
}

async function expectEveryArticle({ newsroom, sources }: KillWorld, db: Db): Promise<void> {
  const published = newsroom.publishers.flatMap(({ key }) => {
    const site = sources.find((source) => source.key === `newsroom-${key}`)?.site;
    return newsroom.articlesOf(key).map(({ id, title, summary }) => ({ url: `${site}${id}`, title, summary }));
  });
  const stored = await db.selectFrom('articles').select(['id', 'story_id', 'url', 'title', 'summary']).execute();
  const found = await db.selectFrom('articles_fts').select('rowid').orderBy('rowid').execute();
  expect(stored.map(asRead).toSorted(byUrl)).toEqual(published.map(asRead).toSorted(byUrl));
  const stories = await db.selectFrom('stories').select('id').orderBy('id').execute();
  expect([...new Set(stored.map(({ story_id }) => story_id))].toSorted(byNumber)).toEqual(stories.map(({ id }) => id));
  expect(found.map(({ rowid }) => rowid)).toEqual(stored.map(({ id }) => id).toSorted(byNumber));
}

/** Each due time was served once, in order; those that passed meanwhile by one briefing. */
async function expectEveryDueTime({ now }: KillWorld, db: Db): Promise<void> {
  const subscriptions = await db.selectFrom('subscriptions').selectAll().execute();
  const briefings = await db.selectFrom('briefings').selectAll().orderBy('id').execute();
  for (const row of subscriptions) {
    let dueAt = row.created_at;
    for (const briefing of briefings.filter(({ subscription_id }) => subscription_id === row.id)) {
      expect(briefing.due_at).toBe(dueAt);
      dueAt = nextDueAt(subscriptionFromRow(row), new Date(briefing.created_at)).getTime();
    }
    expect(row).toMatchObject({ next_due_at: dueAt, suspended: null });
    expect(dueAt).toBeGreaterThan(now().getTime());
  }
}

/** A channel has had a story again only when an article of it was new since. */
async function expectNoRepetition(db: Db): Promise<void> {
  const articles = await db.selectFrom('articles').select(['id', 'story_id']).execute();
  const shown = await db
    .selectFrom('briefing_stories')
    .innerJoin('briefings', 'briefings.id', 'briefing_stories.briefing_id')
    .select(['channel_id', 'story_id', 'last_article_id'])
    .orderBy('briefings.id')
    .execute();
  const repeatedIdly = shown.filter((again, index) => {
    const before = shown.findLast(
      (earlier, i) => i < index && earlier.channel_id === again.channel_id && earlier.story_id === again.story_id,
    );
    const hasMovedOn = articles.some(
      ({ id, story_id }) => before && story_id === again.story_id && id > before.last_article_id,
    );
    return before && !hasMovedOn;
  });
  expect(repeatedIdly).toEqual([]);
}

/** A channel that takes every topic has had every recent story in its language, from an up-to-date brief. */
async function expectEveryStoryShown({ now }: KillWorld, db: Db): Promise<void> {
  const missing = await db
    .selectFrom('subscriptions')
    .innerJoin('articles', 'articles.language', 'subscriptions.language')
    .leftJoin('briefs', (join) =>
      join
        .onRef('briefs.story_id', '=', 'articles.story_id')
        .onRef('briefs.language', '=', 'subscriptions.language')
        .on('story_version', '=', (eb) =>
          eb.selectFrom('stories').select('version').whereRef('stories.id', '=', 'articles.story_id'),
        ),
    )
    .select(['articles.title', 'subscriptions.channel_id', 'briefs.written_at'])
    .where('every_minutes', '=', 5)
    .where('published_at', '>=', now().getTime() - lookBackMs)
    .where((eb) =>
      eb.or([
        eb('briefs.story_id', 'is', null),
        eb(
          'articles.story_id',
          'not in',
          eb
            .selectFrom('briefing_stories')
            .innerJoin('briefings', 'briefings.id', 'briefing_stories.briefing_id')
            .select('briefing_stories.story_id')
            .whereRef('briefings.channel_id', '=', 'subscriptions.channel_id'),
        ),
      ]),
    )
    .execute();
  expect(missing).toEqual([]);
}

/** The stories that a briefing's select offers. */
function storiesOffered(components: APIMessage['components']): string[] {
  const parts = components?.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : [])) ?? [];
  return parts.flatMap((part) =>
    part.type === ComponentType.StringSelect ? part.options.map(({ value }) => value) : [],
  );
}

/** Every kind of space is one. */
function asRead({ url, title, summary }: { url: string; title: string; summary: string }) {
  return { url, title: title.replace(/\s/g, ' '), summary: summary.replace(/\s/g, ' ') };
}

/** What stands in no story comes first. */
function byNumber(a: number | null, b: number | null): number {
  return (a ?? 0) - (b ?? 0);
}

function byUrl(a: { url: string }, b: { url: string }): number {
  return a.url.localeCompare(b.url);
}
