import { expect, test } from 'vitest';
import type { NewArticle } from '../../src/news/article.ts';
import type { Source } from '../../src/news/source.ts';
import { findArticleByUrl, findWaitingArticles, pruneArticles, storeDocuments } from '../../src/store/articles.ts';
import type { Db } from '../../src/store/openStore.ts';
import { findStory } from '../../src/store/stories.ts';
import { aNewArticle, hours, monday } from '../support/articles.ts';
import { aReadSource } from '../support/sources.ts';
import { addArticle, addSources, addToStory, openTestStore, rowsOf, storeArticles } from '../support/store.ts';

const ferry = aNewArticle();
const bridge = aNewArticle({ url: 'https://harbour.example/bridge', title: 'Bridge inquiry opens' });

/** What storing a document of a source that was read before brings. */
async function store(db: Db, articles: NewArticle[], now = monday, wish: Partial<Source> = {}) {
  const { added, edited } = await storeAll(db, articles, now, wish);
  return { added, edited };
}

function storeAll(db: Db, articles: NewArticle[], now = monday, wish: Partial<Source> = {}) {
  return storeArticles(db, aReadSource(wish), articles, now);
}

async function titles(db: Db): Promise<string[]> {
  return (await rowsOf(db, 'articles')).map((row) => row.title);
}

test('new articles are added, and the same document again changes nothing', async () => {
  const db = openTestStore();
  await addSources(db, {});
  expect(await store(db, [ferry, bridge])).toEqual({ added: 2, edited: 0 });
  const before = await rowsOf(db, 'articles');
  expect(await store(db, [bridge, ferry], hours(1))).toEqual({ added: 0, edited: 0 });
  expect(await rowsOf(db, 'articles')).toEqual(before);
});

test('an edited article is updated in place: when it was published and first seen stays', async () => {
  const db = openTestStore();
  await addSources(db, {});
  await store(db, [ferry]);
  const edited = aNewArticle({ title: 'Ferry sails on Sunday', publishedAt: hours(2) });
  expect(await store(db, [edited], hours(2))).toEqual({ added: 0, edited: 1 });
  expect(await rowsOf(db, 'articles')).toMatchObject([
    {
      title: 'Ferry sails on Sunday',
      published_at: ferry.publishedAt.getTime(),
      first_seen_at: monday.getTime(),
      edited_at: hours(2).getTime(),
    },
  ]);
});

test('an edit makes the story a new version', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!, ferry);
  await store(db, [aNewArticle({ summary: 'It sails on Sunday.' })], hours(2));
  expect(await findStory(db, storyId)).toMatchObject({ version: 2, changedAt: hours(2) });
});

test('a document that lists one article twice stores one', async () => {
  const db = openTestStore();
  await addSources(db, {});
  expect(await store(db, [ferry, ferry])).toEqual({ added: 1, edited: 0 });
});

test('one identity at two sources is two articles', async () => {
  const db = openTestStore();
  await addSources(db, { key: 'harbour' }, { key: 'meridian' });
  await store(db, [ferry]);
  expect(await store(db, [ferry], monday, { id: 2 })).toEqual({ added: 1, edited: 0 });
});

test('a document of thousands is stored whole, and known again', async () => {
  const db = openTestStore();
  await addSources(db, {});
  const many = Array.from({ length: 1_001 }, (_, index) => aNewArticle({ url: `https://harbour.example/${index}` }));
  expect(await store(db, many)).toEqual({ added: 1_001, edited: 0 });
  expect(await store(db, many)).toEqual({ added: 0, edited: 0 });
});

test('when the transaction fails, neither the articles nor their words are there', async () => {
  const db = openTestStore();
  await addSources(db, {});
  const failing = db.transaction().execute(async (trx) => {
    await storeDocuments(trx, [{ source: aReadSource(), articles: [ferry] }], monday);
    throw new Error('power cut');
  });
  await expect(failing).rejects.toThrow('power cut');
  expect(await titles(db)).toEqual([]);
  expect(await store(db, [ferry])).toEqual({ added: 1, edited: 0 });
});

test('what a first poll brings is marked as seeded', async () => {
  const db = openTestStore();
  await addSources(db, {});
  await store(db, [ferry], monday, { firstReadAt: null, lastReadAt: null });
  await store(db, [ferry, bridge], hours(1));
  expect((await rowsOf(db, 'articles')).map((row) => row.seeded)).toEqual([1, 0]);
});

test('articles wait, the oldest first, until a story holds them', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, { topics: ['sport'] });
  await addToStory(db, source!, { url: 'https://harbour.example/placed' });
  await addArticle(db, source!, { ...bridge, publishedAt: hours(-2) });
  await addArticle(db, source!, { ...ferry, publishedAt: hours(-3) });
  const waiting = await findWaitingArticles(db, 10);
  expect(waiting.map(({ title, sourceTopics }) => [title, sourceTopics])).toEqual([
    [ferry.title, ['sport']],
    [bridge.title, ['sport']],
  ]);
  expect(await findWaitingArticles(db, 1)).toHaveLength(1);
});

test('an article is found by its link, whatever the tracking', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { id } = await addArticle(db, source!, ferry);
  expect(await findArticleByUrl(db, 'http://www.harbour.example/ferry/?utm_source=chat#top', null)).toMatchObject({
    id,
  });
  expect(await findArticleByUrl(db, 'https://harbour.example/ferries', null)).toBeNull();
});

test('texts are forgotten first, articles later, stories with their last article', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const at = (url: string, publishedAt: Date) => ({
    url: `https://harbour.example/${url}`,
    title: url,
    text: 'Long text.',
    publishedAt,
  });
  await addToStory(db, source!, at('fresh', hours(-1)));
  const { storyId: aging } = await addToStory(db, source!, at('aging', hours(-50)));
  const { storyId: ancient } = await addToStory(db, source!, at('ancient', hours(-500)));
  await addToStory(db, source!, { ...at('also ancient', hours(-500)), storyId: aging });
  await db
    .updateTable('articles')
    .set((eb) => ({ first_seen_at: eb.ref('published_at') }))
    .execute();
  await pruneArticles(db, { textSince: hours(-24), articlesSince: hours(-240) });
  expect((await rowsOf(db, 'articles')).map(({ title, text }) => [title, text])).toEqual([
    ['fresh', 'Long text.'],
    ['aging', ''],
  ]);
  expect(await findStory(db, ancient)).toBeNull();
  expect(await findStory(db, aging)).not.toBeNull();
});

test('an old article that was seen today is kept, so that it is not new again tomorrow', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const ancient = aNewArticle({ publishedAt: hours(-9_000), text: 'Long text.' });
  await addArticle(db, source!, ancient);
  await pruneArticles(db, { textSince: hours(-24), articlesSince: hours(-240) });
  expect(await store(db, [ancient], hours(1))).toEqual({ added: 0, edited: 0 });
});

test('an article that comes under another guid, or at another address, is known and keeps what it is known by now', async () => {
  const db = openTestStore();
  await addSources(db, {});
  const first = aNewArticle({ guidKey: 'g1', identity: '1' });
  await store(db, [first]);
  await store(db, [aNewArticle({ guidKey: 'g2', identity: '2' })]);
  const moved = { url: 'https://harbour.example/moved', urlKey: 'harbour.example/moved', guidKey: 'g2', identity: '3' };
  expect(await store(db, [aNewArticle(moved)])).toEqual({ added: 0, edited: 0 });
  expect(await rowsOf(db, 'articles')).toMatchObject([
    { guid_key: 'g2', url: moved.url, canonical_url: moved.urlKey, identity: '3', edited_at: null },
  ]);
});

test('guids that change with every poll are not written each time', async () => {
  const db = openTestStore();
  await addSources(db, {});
  await store(db, [aNewArticle({ guidKey: 'g1', identity: '1' })], monday, { identityRung: 'url' });
  await store(db, [aNewArticle({ guidKey: 'g2', identity: '2' })], monday, { identityRung: 'url' });
  expect(await rowsOf(db, 'articles')).toMatchObject([{ guid_key: 'g1' }]);
});

test('a document that shows that guids say nothing takes its source down a rung', async () => {
  const db = openTestStore();
  await addSources(db, {});
  const [one, other] = [ferry, bridge].map((article, index) => ({ ...article, guidKey: 'feed', identity: `${index}` }));
  expect(await storeAll(db, [one!, other!])).toMatchObject({ added: 2, rung: 'url' });
});

test('hundreds of articles at one address are not all looked at', async () => {
  const db = openTestStore();
  await addSources(db, {});
  const at = (number: number) =>
    aNewArticle({
      url: 'https://harbour.example/',
      title: `Bulletin ${number}`,
      guidKey: `g${number}`,
      identity: `${number}`,
    });
  const numbers = Array.from({ length: 300 }, (_, index) => index);
  expect(await store(db, numbers.map(at))).toEqual({ added: 300, edited: 0 });
  expect(await store(db, [at(299), at(300)])).toEqual({ added: 1, edited: 0 });
});

test('held articles are in no story until somebody says so', async () => {
  const db = openTestStore();
  await addSources(db, {});
  const many = Array.from({ length: 12 }, (_, index) => aNewArticle({ url: `https://harbour.example/${index}` }));
  const known = { reads: 50, firstReadAt: hours(-99) };
  expect(await storeAll(db, many, monday, known)).toMatchObject({ added: 12, held: 12, fresh: 12 });
  expect(await findWaitingArticles(db, 99)).toEqual([]);
  expect(await storeAll(db, [ferry], monday, known)).toMatchObject({ added: 1, held: 0, fresh: 1 });
  expect(await findWaitingArticles(db, 99)).toMatchObject([{ title: ferry.title, arrival: 'news' }]);
});

test('what is older than a week comes in silence, and is not fresh', async () => {
  const db = openTestStore();
  await addSources(db, {});
  expect(await storeAll(db, [aNewArticle({ publishedAt: hours(-200) })])).toMatchObject({ added: 1, fresh: 0 });
  expect(await findWaitingArticles(db, 99)).toMatchObject([{ arrival: 'silent' }]);
});
