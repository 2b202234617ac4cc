import { expect, test } from 'vitest';
import type { ParsedItem } from '../../src/news/article.ts';
import { type FeedAnswer, FeedError, type FeedRequest } from '../../src/news/outside.ts';
import { createPoll } from '../../src/pipeline/poll.ts';
import { sourcesOfGuild } from '../../src/store/sources.ts';
import { findStory, foundStory } from '../../src/store/stories.ts';
import { aFeed, anItem, hours, monday } from '../support/articles.ts';
import { addSources, openTestStore, rowsOf } from '../support/store.ts';

/** A web of feeds: what each address answers, or throws. Polls run hour after hour. */
async function aWorld(...keys: string[]) {
  const db = openTestStore();
  const sources = await addSources(db, ...keys.map((key) => ({ key })));
  const answers = new Map<string, FeedAnswer | Error>();
  const requests: FeedRequest[] = [];
  const problems: string[] = [];
  const stopping = new AbortController();
  let now = monday;
  const poll = createPoll({
    db,
    now: () => now,
    stopping: stopping.signal,
    report: (problem, details) => problems.push(`${problem}: ${JSON.stringify(details)}`),
    readFeed: async ({ url, etag, lastModified }) => {
      requests.push({ url, etag, lastModified });
      const answer = answers.get(url);
      if (!answer || answer instanceof Error) throw answer ?? new FeedError('network', 'Nobody answers.');
      return answer;
    },
  });
  return {
    db,
    sources,
    requests,
    problems,
    poll,
    stop: () => stopping.abort(),
    at: (hour: number) => {
      now = hours(hour);
      return poll();
    },
    answer: (key: string, answer: FeedAnswer | Error) => answers.set(`https://${key}.example/feed`, answer),
    source: async (key: string) => (await sourcesOfGuild(db, 'guild')).find((source) => source.key === key)!,
  };
}

function read(...items: Partial<ParsedItem>[]): FeedAnswer {
  return { kind: 'read', feed: aFeed(items.map(anItem)), etag: '"1"', lastModified: 'Monday' };
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
  world.answer('harbour', { kind: 'unchanged', etag: '"1"', lastModified: 'Monday' });
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
    waits.push((nextPollAt.getTime() - hours(hour).getTime()) / 60_000);
    hour += 24;
  }
  expect(waits).toEqual([20, 40, 80]);
  expect(await world.source('harbour')).toMatchObject({ failures: 3, lastError: 'The server answered 500.' });
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
  expect(await world.source('broken')).toMatchObject({ failures: 1, lastError: 'A programmer was here.' });
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

test('when the articles can’t be stored, the validators are not kept either', async () => {
  const world = await aWorld('harbour');
  const broken = { ...anItem(), authors: [1n] as unknown as string[] };
  world.answer('harbour', { kind: 'read', feed: aFeed([anItem(bridge), broken]), etag: '"1"', lastModified: null });
  await world.at(0);
  expect(await world.source('harbour')).toMatchObject({ etag: null, failures: 1, firstReadAt: null });
  expect(await rowsOf(world.db, 'articles')).toEqual([]);
});

test('what an article is written in counts more than what its source says', async () => {
  const world = await aWorld('harbour');
  const german =
    'Die Fähre nach Stanewick fährt am Samstag wieder, nachdem sie elf Wochen lang in der Werft gelegen hat.';
  world.answer('harbour', read({}, { ...bridge, title: 'Fähre', summary: german }));
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
