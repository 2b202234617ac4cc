import { expect, test } from 'vitest';
import type { ParsedItem } from '../../src/news/article.ts';
import { type FeedAnswer, FeedError, type FeedRequest } from '../../src/news/outside.ts';
import { createPoll } from '../../src/pipeline/poll.ts';
import { BulkStore } from '../../src/store/BulkStore.ts';
import { sourcesOfGuild } from '../../src/store/sources.ts';
import { findStory, foundStory } from '../../src/store/stories.ts';
import { anItem, hours, monday, someContent } from '../support/articles.ts';
import { addSources, openTestStore, rowsOf } from '../support/store.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A web of feeds: what each address answers, or throws. Polls run hour after hour. */
async function aWorld(...keys: string[]) {
  const db = openTestStore();
  const sources = await addSources(db, ...keys.map((key) => ({ key, url: addressOf(key) })));
  const answers = new Map<string, FeedAnswer | Error>();
  const requests: FeedRequest[] = [];
  const problems: string[] = [];
  const stopping = new AbortController();
  let now = monday;
  const bounds = { minMs: 5 * minuteMs, maxMs: 6 * hourMs };
  const options: Parameters<typeof createPoll>[0] = {
    db,
    store: new BulkStore(db, { file: null, bounds, now: () => now }),
    bounds,
    ownHosts: ['own.example'],
    now: () => now,
    stopping: stopping.signal,
    report: (problem, details) => problems.push(`${problem}: ${JSON.stringify(details)}`),
    readFeed: async (request) => {
      requests.push(request);
      const answer = answers.get(request.url);
      if (!answer || answer instanceof Error) throw answer ?? new FeedError('network', 'Nobody answers.');
      return answer;
    },
  };
  let poll = createPoll(options);
  return {
    db,
    sources,
    requests,
    problems,
    answers,
    poll: () => poll(),
    restart: () => {
      poll = createPoll(options);
    },
    stop: () => stopping.abort(),
    at: (hour: number) => {
      now = hours(hour);
      return poll();
    },
    answer: (key: string, answer: FeedAnswer | Error) => answers.set(addressOf(key), answer),
    source: async (key: string) => (await sourcesOfGuild(db, 'guild')).find((source) => source.key === key)!,
  };
}

/** `harbour`, or with a path on a host that others share: `harbour/sport`. */
function addressOf(key: string): string {
  const [host, path = 'feed'] = key.split('/');
  return `https://${host}.example/${path}`;
}

const exchange = { etag: '"1"', lastModified: 'Monday', bodyHash: '1', freshMs: null, movedTo: null, tookMs: 20 };

function read(...items: Partial<ParsedItem>[]): FeedAnswer {
  return { kind: 'read', feed: someContent(items.map(anItem)), ...exchange };
}

const bridge = { url: 'https://harbour.example/bridge', title: 'Bridge inquiry opens' };

test('the first poll seeds, later ones bring news', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', read({}));
  expect(await world.at(0)).toBe(1);
  world.answer('harbour', read({}, bridge));
  await world.at(1);
  expect((await rowsOf(world.db, 'articles')).map(({ title, seeded }) => [title, seeded])).toEqual([
    ['Ferry sails again', 1],
    ['Bridge inquiry opens', 0],
  ]);
});

test('a first poll that failed leaves the next one the first', async () => {
  const world = await aWorld('harbour');
  await world.at(0);
  world.answer('harbour', read({}));
  await world.at(9);
  expect((await rowsOf(world.db, 'articles')).map(({ seeded }) => seeded)).toEqual([1]);
});

test('validators are sent back as they were given, and kept when nothing changed', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', read({}));
  await world.at(0);
  world.answer('harbour', { kind: 'unchanged', ...exchange });
  await world.at(1);
  await world.at(2);
  expect(world.requests.map(({ etag, lastModified }) => [etag, lastModified])).toEqual([
    [null, null],
    ['"1"', 'Monday'],
    ['"1"', 'Monday'],
  ]);
  expect(await world.source('harbour')).toMatchObject({ lastReadAt: hours(2), failures: 0 });
  expect(await rowsOf(world.db, 'articles')).toHaveLength(1);
});

test('a source that is not due is left alone', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', read({}));
  await world.at(0);
  expect(await world.at(0.1)).toBe(0);
  expect(world.requests).toHaveLength(1);
});

test('a failing source keeps its reason, is asked less and less, and is forgiven at once', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', new FeedError('status', 'The server answered 500.', { status: 500 }));
  const waits: number[] = [];
  for (let poll = 0, hour = 0; poll < 3; poll++) {
    await world.at(hour);
    const { nextPollAt } = await world.source('harbour');
    waits.push(Math.log2((nextPollAt.getTime() - hours(hour).getTime()) / minuteMs / 5));
    hour += 24;
  }
  expect(waits.map(Math.round)).toEqual([0, 1, 2]);
  expect(await world.source('harbour')).toMatchObject({ failures: 3, lastError: 'status 500', failingSince: monday });
  world.answer('harbour', read({}));
  await world.at(99);
  expect(await world.source('harbour')).toMatchObject({ failures: 0, lastError: null });
  expect(world.problems).toEqual([]);
});

test('a server that says when to come back is not asked before', async () => {
  const world = await aWorld('harbour');
  world.answer(
    'harbour',
    new FeedError('status', 'Too many requests.', { status: 429, retryAfterMs: 5 * 60 * 60_000 }),
  );
  await world.at(0);
  expect((await world.source('harbour')).nextPollAt).toEqual(hours(5));
});

test('a failure loses nothing of what was read before', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', read({}));
  await world.at(0);
  world.answer('harbour', new FeedError('not a feed', 'This is a web page.'));
  await world.at(1);
  expect(await world.source('harbour')).toMatchObject({ etag: '"1"', lastReadAt: monday });
  expect(await rowsOf(world.db, 'articles')).toHaveLength(1);
});

test('one bad source, expected or not, never stops the others', async () => {
  const world = await aWorld('bad', 'broken', 'harbour', 'meridian');
  world.answer('bad', new FeedError('timeout', 'Too slow.'));
  world.answer('broken', new TypeError('A programmer was here.'));
  world.answer('harbour', read({}));
  world.answer('meridian', read({}));
  expect(await world.at(0)).toBe(4);
  expect(await rowsOf(world.db, 'articles')).toHaveLength(2);
  expect(await world.source('broken')).toMatchObject({ failures: 1, lastError: 'other' });
  expect(world.problems).toHaveLength(1);
});

test('one bad item never loses a feed, and is reported', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', read({ url: null }, bridge, { title: null, summary: '' }));
  await world.at(0);
  expect((await rowsOf(world.db, 'articles')).map(({ title }) => title)).toEqual([bridge.title]);
  expect(world.problems.join()).toMatch(/no link.*neither a title nor text/);
});

test('an edited article bumps its story', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', read({}));
  await world.at(0);
  const storyId = await foundStory(world.db, { id: 1, title: 'Ferry', language: 'en', topics: [] }, monday);
  world.answer('harbour', read({ summary: 'It sails on Sunday.' }));
  await world.at(1);
  expect(await findStory(world.db, storyId!)).toMatchObject({ version: 2, changedAt: hours(1) });
  expect(await rowsOf(world.db, 'articles')).toMatchObject([{ summary: 'It sails on Sunday.' }]);
});

test('a bumped date is no edit and no new article', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', read({}));
  await world.at(0);
  world.answer('harbour', read({ publishedAt: hours(1), updatedAt: hours(1) }));
  await world.at(1);
  expect(await rowsOf(world.db, 'articles')).toMatchObject([{ edited_at: null, published_at: hours(-1).getTime() }]);
});

test('when the articles can’t be stored, nothing is kept, it counts against nobody, and they come soon after', async () => {
  const world = await aWorld('harbour');
  const broken = { ...anItem(), authors: [1n] as unknown as string[] };
  world.answer('harbour', { kind: 'read', feed: someContent([anItem(bridge), broken]), ...exchange });
  for (const hour of [0, 0.2, 0.4, 0.6]) await world.at(hour);
  expect(await world.source('harbour')).toMatchObject({ etag: null, failures: 0, firstReadAt: null });
  expect(await rowsOf(world.db, 'articles')).toEqual([]);
  world.answer('harbour', read(bridge));
  await world.at(0.8);
  expect(await rowsOf(world.db, 'articles')).toHaveLength(1);
});

test('what an article is written in counts more than what its source says', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', read({}, { ...bridge, language: 'de' }));
  await world.at(0);
  expect((await rowsOf(world.db, 'articles')).map(({ language }) => language)).toEqual(['en', 'de']);
});

test('a stop counts against nobody', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', new FeedError('network', 'Stopped.'));
  const polling = world.at(0);
  world.stop();
  await polling;
  expect(await world.source('harbour')).toMatchObject({ failures: 0, lastError: null });
});

test('two polls at the same moment ask every source once', async () => {
  const world = await aWorld('a', 'b', 'c');
  for (const key of ['a', 'b', 'c']) world.answer(key, read({}));
  await Promise.all([world.poll(), world.poll()]);
  expect(world.requests).toHaveLength(3);
});

test('sources of one host are asked one after the other, those of our own hosts at once', async () => {
  const world = await aWorld('harbour/news', 'harbour/sport', 'own/news', 'own/sport');
  for (const key of ['harbour/news', 'harbour/sport', 'own/news', 'own/sport']) world.answer(key, read({}));
  expect(await world.at(0)).toBe(3);
  expect(await world.at(1 / 3_600)).toBe(1);
});

test('a host that has had enough is left alone with all its feeds', async () => {
  const world = await aWorld('harbour/news', 'harbour/sport', 'meridian');
  const tooMany = new FeedError('status', 'Too many requests.', { status: 429, retryAfterMs: 30 * minuteMs });
  world.answer('harbour/news', tooMany);
  world.answer('harbour/sport', read({}));
  world.answer('meridian', read({}));
  await world.at(0);
  expect(world.requests).toHaveLength(2);
  await world.at(0.4);
  world.answer('harbour/news', read({}));
  expect(world.requests.map(({ url }) => url)).not.toContain(addressOf('harbour/sport'));
  await world.at(0.5);
  await world.at(1);
  expect(world.requests.map(({ url }) => url)).toContain(addressOf('harbour/sport'));
});

test('when most hosts do not answer, our own network is down and nobody’s failures are counted', async () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const world = await aWorld(...keys);
  for (const key of keys) world.answer(key, read({}));
  await world.at(0);
  for (const key of keys) world.answer(key, new FeedError('unknown host', 'There is no server of that name.'));
  for (let minute = 60; minute < 6 * 60; minute++) await world.at(minute / 60);
  for (const key of keys) expect(await world.source(key)).toMatchObject({ failures: 0, deadSince: null });
  expect(world.requests.length).toBeLessThan(500);
  for (const key of keys) world.answer(key, read({}, bridge));
  await world.at(6.2);
  expect(await rowsOf(world.db, 'articles')).toHaveLength(10);
});

test('one host that does not answer among many is to blame itself', async () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const world = await aWorld(...keys);
  for (const key of keys.slice(1)) world.answer(key, read({}));
  for (let minute = 0; minute < 4; minute++) await world.at(minute / 60);
  expect(await world.source('a')).toMatchObject({ failures: 1, lastError: 'network', failingSince: monday });
});

test('a source dies once, and recovers once', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', new FeedError('status', 'Not here.', { status: 404 }));
  for (let hour = 0; hour < 72; hour += 4) await world.at(hour);
  world.answer('harbour', read({}));
  await world.at(96);
  await world.at(97);
  expect(await rowsOf(world.db, 'source_events')).toMatchObject([
    { kind: 'died', detail: 'status 404' },
    { kind: 'recovered' },
  ]);
});

test('what moves to https is asked there from then on, with the same validators', async () => {
  const world = await aWorld('harbour');
  const http = addressOf('harbour').replace('https:', 'http:');
  await world.db.updateTable('sources').set({ url: http }).execute();
  const moved: FeedAnswer = { ...read({}), movedTo: addressOf('harbour') };
  world.requests.length = 0;
  world.answer('harbour', read({}));
  world.answers.set(http, moved);
  await world.at(0);
  await world.at(1);
  expect(world.requests.map(({ url, etag }) => [url, etag])).toEqual([
    [http, null],
    [addressOf('harbour'), '"1"'],
  ]);
});

test('a source that suddenly brings very much is held, and goes on', async () => {
  const world = await aWorld('harbour');
  const page = (number: number) => ({ url: `https://harbour.example/${number}`, title: `Piece ${number}` });
  for (let hour = 0; hour < 30; hour++) {
    world.answer('harbour', read(page(hour)));
    await world.at(hour);
  }
  world.answer('harbour', read(...Array.from({ length: 60 }, (_, index) => page(100 + index))));
  await world.at(36);
  expect(await world.source('harbour')).toMatchObject({ heldSince: hours(36) });
  expect(await rowsOf(world.db, 'source_events')).toMatchObject([{ kind: 'held', detail: '60' }]);
  world.answer('harbour', read(page(200)));
  await world.at(42);
  const arrivals = async () => (await rowsOf(world.db, 'articles')).slice(30).map(({ arrival }) => arrival);
  expect(await arrivals()).toEqual([...Array(60).fill('held'), 'news']);
  await world.at(61);
  expect(await arrivals()).toEqual([...Array(60).fill('silent'), 'news']);
  expect(await world.source('harbour')).toMatchObject({ heldSince: null });
});

test('a document that is unchanged by its bytes is asked for with what it was', async () => {
  const world = await aWorld('harbour');
  world.answer('harbour', read({}));
  await world.at(0);
  await world.at(1);
  expect(world.requests.map(({ bodyHash }) => bodyHash)).toEqual([null, '1']);
});

test.each([false, true])(
  'when a clock that was ahead is set right, sources are asked as ever (restart: %s)',
  async (restarts) => {
    const world = await aWorld('harbour', 'harbour/sport');
    for (const key of ['harbour', 'harbour/sport']) world.answer(key, read({}));
    for (const hour of [1, 1.1, 9, 9.1]) await world.at(hour);
    const before = world.requests.length;
    if (restarts) world.restart();
    for (const hour of [2, 2.1]) await world.at(hour);
    expect(world.requests.slice(before).map(({ url }) => url)).toEqual(['harbour', 'harbour/sport'].map(addressOf));
  },
);
