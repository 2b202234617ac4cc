import { expect, test } from 'vitest';
import { FeedError, type FullText, type ReadFullText } from '../../src/news/outside.ts';
import type { Source } from '../../src/news/source.ts';
import { createPrune } from '../../src/pipeline/prune.ts';
import { createReadPages } from '../../src/pipeline/readPages.ts';
import { storeDocuments } from '../../src/store/articles.ts';
import { saveBrief } from '../../src/store/briefs.ts';
import type { Db } from '../../src/store/openStore.ts';
import { forgetPages } from '../../src/store/pages.ts';
import { findMaterial, findStory } from '../../src/store/stories.ts';
import { aNewArticle, hours, monday } from '../support/articles.ts';
import { aReadSource } from '../support/sources.ts';
import { addSources, addToStory, openTestStore, rowsOf, subscribe } from '../support/store.ts';
import { aBrief } from '../support/stories.ts';

const minute = 1 / 60;
const text = (...paragraphs: string[]): FullText => ({ kind: 'text', paragraphs, license: null });
const long = 'The ferry to Stanewick sailed again on Saturday, after eleven weeks in the dock of the town. '
  .repeat(9)
  .trim();

/** A store with a channel whose briefing is due in ten minutes, and pages that answer as told. */
async function aWorld(db: Db = openTestStore()) {
  const sources = await addSources(db, {}, { key: 'b' }, { key: 'c' }, { key: 'd' }, { key: 'e' }, { key: 'f' });
  const answers = new Map<string, () => FullText | Promise<FullText>>();
  const asked: string[] = [];
  const problems: string[] = [];
  let now = monday;
  const readFullText: ReadFullText = async (url) => {
    asked.push(url);
    return (answers.get(url) ?? (() => text(`${long} ${url}`)))();
  };
  const options = { db, readFullText, now: () => now, report: (problem: string) => problems.push(problem) };
  const stage = createReadPages(options);
  const at = (hour: number, run = stage) => {
    now = hours(hour);
    return run();
  };
  await subscribe(db, { nextDueAt: hours(10 * minute) });
  return { db, sources, answers, asked, problems, options, at };
}

/** A story of one article, with the brief without which no briefing shows it. */
async function aStory(db: Db, source: Parameters<typeof addToStory>[1], path: string, wish = {}) {
  const url = `https://${source.key}.example/${path}`;
  const { storyId, articleId } = await addToStory(db, source, { url, ...wish });
  const brief = aBrief({ storyId, language: 'en', storyVersion: 1 });
  await saveBrief(db, { ...brief, url, sources: brief.sources.map((each) => ({ ...each, url })) }, monday);
  return { storyId, articleId, url };
}

test('before a briefing, the pages of its stories are read, and its briefs must be written again', async () => {
  const { db, sources, asked, at } = await aWorld();
  const { storyId, articleId, url } = await aStory(db, sources[0]!, 'ferry');
  expect(await at(0)).toBe(1);
  expect(asked).toEqual([url]);
  expect(await rowsOf(db, 'pages')).toMatchObject([
    { article_id: articleId, status: 'read', attempts: 1, claimed_until: null },
  ]);
  expect((await findStory(db, storyId))?.version).toBe(2);
  const material = await findMaterial(db, storyId, { language: 'en' });
  expect(material?.articles[0]?.text).toBe(`${long} ${url}`);
  expect(await at(minute)).toBe(0);
});

test('a story that no briefing needs soon is left alone', async () => {
  const { db, sources, asked, at } = await aWorld();
  await aStory(db, sources[0]!, 'ferry');
  await db
    .updateTable('subscriptions')
    .set({ next_due_at: hours(3).getTime() })
    .execute();
  expect(await at(0)).toBe(0);
  await db
    .updateTable('subscriptions')
    .set({ next_due_at: hours(0.1).getTime(), suspended: 'no access' })
    .execute();
  expect(await at(0)).toBe(0);
  expect(asked).toEqual([]);
});

test('of a story, a few articles are read: one of each owner, no copies, none whose feed told enough', async () => {
  const { db, sources, asked, at } = await aWorld();
  const [a, b, c, d, e, f] = sources;
  const { storyId, articleId } = await aStory(db, a!, 'first');
  const add = (source: Source | undefined, path: string, wish = {}) =>
    addToStory(db, source!, { url: `https://${source!.key}.example/${path}`, storyId, ...wish });
  await add(a, 'second');
  await add(b, 'copy', { copyOf: articleId });
  await add(c, 'full', { text: long.repeat(3) });
  await add(d, 'german', { language: 'de' });
  await add(e, 'more');
  await add(f, 'more');
  await at(0);
  expect(asked.map((url) => new URL(url).host).sort()).toEqual([
    'd.example',
    'e.example',
    'f.example',
    'harbour.example',
  ]);
});

test('pages of one host are asked one after the other', async () => {
  const { db, sources, asked, at } = await aWorld();
  for (const path of ['x', 'y', 'z']) await aStory(db, sources[0]!, path);
  await at(0);
  expect(asked).toHaveLength(1);
  await at(1 / 3_600);
  expect(asked).toHaveLength(1);
  await at(3 / 3_600);
  expect(asked).toHaveLength(2);
  await at(6 / 3_600);
  expect(asked).toHaveLength(3);
});

test('a site that wants more time between two requests gets it', async () => {
  const { db, sources, asked, at, options } = await aWorld();
  const stage = createReadPages({ ...options, crawlDelayMs: () => 10_000 });
  for (const path of ['x', 'y']) await aStory(db, sources[0]!, path);
  await at(0, stage);
  await at(9 / 3_600, stage);
  expect(asked).toHaveLength(1);
  await at(10 / 3_600, stage);
  expect(asked).toHaveLength(2);
});

test('a step that is killed is taken up by another, and given up after four', async () => {
  const { db, sources, answers, asked, at, options } = await aWorld();
  const { url } = await aStory(db, sources[0]!, 'ferry');
  answers.set(url, () => new Promise<FullText>(() => {}));
  void at(0);
  await expect.poll(() => asked.length).toBe(1);
  expect(await rowsOf(db, 'pages')).toMatchObject([{ status: 'reading', attempts: 1 }]);
  const other = createReadPages(options);
  await at(minute, other);
  expect(asked).toHaveLength(1);
  for (const attempt of [2, 3, 4]) {
    void at(attempt * 3 * minute, other);
    await expect.poll(() => asked.length).toBe(attempt);
  }
  await at(15 * minute, other);
  expect(asked).toHaveLength(4);
  expect(await rowsOf(db, 'pages')).toMatchObject([{ status: 'failed' }]);
});

test('a page that can’t be had is tried again, later and later; one that is gone is not', async () => {
  const { db, sources, answers, asked, problems, at } = await aWorld();
  const down = await aStory(db, sources[0]!, 'down');
  const gone = await aStory(db, sources[1]!, 'gone');
  answers.set(down.url, () => Promise.reject(new FeedError('timeout', 'took too long')));
  answers.set(gone.url, () => Promise.reject(new FeedError('status', 'answered 404', { status: 404 })));
  const minutes: number[] = [];
  for (let step = 0; step < 40; step++) {
    const before = asked.length;
    await at(step * minute);
    if (asked.slice(before).includes(down.url)) minutes.push(step);
  }
  expect(minutes).toHaveLength(4);
  const gaps = minutes.slice(1).map((each, index) => each - (minutes[index] ?? 0));
  expect(gaps.every((gap, index) => gap >= Math.floor(0.9 * 2 ** index))).toBe(true);
  expect(asked.filter((url) => url === gone.url)).toHaveLength(1);
  expect((await rowsOf(db, 'pages')).map(({ status, last_error }) => [status, last_error])).toEqual([
    ['failed', 'took too long'],
    ['failed', 'answered 404'],
  ]);
  expect(problems).toEqual([]);
});

test('a server that asks for a pause gets it, with all its pages', async () => {
  const { db, sources, answers, asked, at } = await aWorld();
  const one = await aStory(db, sources[0]!, 'one');
  const busy = new FeedError('status', 'answered 429', { status: 429, retryAfterMs: 5 * 60_000 });
  answers.set(one.url, () => Promise.reject(busy));
  await at(0);
  await aStory(db, sources[0]!, 'two');
  await db
    .updateTable('subscriptions')
    .set({ next_due_at: hours(11 * minute).getTime() })
    .execute();
  await at(4 * minute);
  expect(asked).toHaveLength(1);
  await at(6 * minute);
  expect(asked.length).toBeGreaterThan(1);
});

test('what is closed to us changes no story, and such a publisher is left alone after a while', async () => {
  const { db, sources, answers, asked, at } = await aWorld();
  const closed: FullText[] = [{ kind: 'paywalled' }, { kind: 'reserved' }, { kind: 'paywalled' }];
  for (const [index, outcome] of closed.entries()) {
    const { storyId, url } = await aStory(db, sources[0]!, `closed${index}`);
    answers.set(url, () => outcome);
    await db
      .updateTable('subscriptions')
      .set({ next_due_at: hours(0.2 + index * 0.1).getTime() })
      .execute();
    await at(0.1 + index * 0.1);
    expect((await findStory(db, storyId))?.version).toBe(1);
  }
  expect((await rowsOf(db, 'pages')).map(({ status }) => status)).toEqual(['paywalled', 'reserved', 'paywalled']);
  await aStory(db, sources[0]!, 'another');
  await db
    .updateTable('subscriptions')
    .set({ next_due_at: hours(0.6).getTime() })
    .execute();
  await at(0.5);
  expect(asked).toHaveLength(3);
});

test('a paragraph that a source has in three stories is taken out of all of them', async () => {
  const { db, sources, answers, at } = await aWorld();
  const furniture = 'The Harbour has belonged to its readers since 1904. Write to us: we answer every letter.';
  const told = (path: string) => `${long} What is told here is told in ${path} only.`;
  const stories = [];
  for (const path of ['one', 'two', 'three']) {
    const story = await aStory(db, sources[0]!, path);
    answers.set(story.url, () => text(told(path), furniture));
    stories.push(story);
  }
  for (const second of [0, 3, 6]) await at(second / 3_600);
  expect((await rowsOf(db, 'pages')).map((page) => page.text)).toEqual(['one', 'two', 'three'].map(told));
  const versions = await Promise.all(stories.map(async ({ storyId }) => (await findStory(db, storyId))?.version));
  expect(versions).toEqual([3, 3, 2]);
});

test('an article that was edited is read again', async () => {
  const { db, sources, asked, at } = await aWorld();
  const { url } = await aStory(db, sources[0]!, 'ferry');
  await at(0);
  const articles = [aNewArticle({ url, title: 'Ferry sails late' })];
  await db
    .transaction()
    .execute((trx) => storeDocuments(trx, [{ source: aReadSource(sources[0]), articles }], hours(0.1)));
  await at(0.2);
  expect(asked).toEqual([url]);
  await at(0.3);
  expect(asked).toEqual([url, url]);
});

test('a page that is gone for good withdraws its article: nothing of it is used any more', async () => {
  const { db, sources, answers, asked, at } = await aWorld();
  const { storyId, url } = await aStory(db, sources[0]!, 'ferry');
  answers.set(url, () => Promise.reject(new FeedError('status', 'gone', { status: 410 })));
  await at(0);
  expect(await findMaterial(db, storyId, { language: 'en' })).toBeNull();
  expect(await rowsOf(db, 'briefs')).toEqual([]);
  expect(await rowsOf(db, 'articles')).toMatchObject([{ withdrawn_at: monday.getTime() }]);
  await at(0.1);
  expect(asked).toHaveLength(1);
});

test('a page that was never there says nothing of its article; one that was read and is there no more does', async () => {
  const { db, sources, answers, at } = await aWorld();
  const missing = () => Promise.reject(new FeedError('status', 'not found', { status: 404 }));
  const { url, storyId } = await aStory(db, sources[0]!, 'ferry');
  const never = await aStory(db, sources[1]!, 'never');
  answers.set(never.url, missing);
  await at(0);
  answers.set(url, missing);
  await db
    .transaction()
    .execute((trx) =>
      storeDocuments(
        trx,
        [{ source: aReadSource(sources[0]), articles: [aNewArticle({ url, title: 'Ferry sails late' })] }],
        hours(0.1),
      ),
    );
  await at(0.3);
  expect(await findMaterial(db, never.storyId, { language: 'en' })).not.toBeNull();
  expect(await findMaterial(db, storyId, { language: 'en' })).toBeNull();
});

test('texts of pages are forgotten with those of articles, and all of them when nobody wants them', async () => {
  const { db, sources, at } = await aWorld();
  const { storyId } = await aStory(db, sources[0]!, 'ferry');
  await at(0);
  await createPrune({ db, now: () => hours(24 * 40), textDays: 30, articleDays: 365 })();
  expect((await findMaterial(db, storyId, { language: 'en' }))?.articles[0]?.text).toBe('');
  expect(await rowsOf(db, 'pages')).toMatchObject([{ status: 'read', text: '' }]);
  await forgetPages(db);
  expect(await rowsOf(db, 'pages')).toEqual([]);
  expect(await rowsOf(db, 'page_paragraphs')).toEqual([]);
});
