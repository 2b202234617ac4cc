import { expect, onTestFinished, test } from 'vitest';
import type { Source } from '../../src/news/source.ts';
import { BulkStore } from '../../src/store/BulkStore.ts';
import type { ReadPoll } from '../../src/store/savePolls.ts';
import { anItem, hours, monday, someContent } from '../support/articles.ts';
import { addSources, aTemporaryFile, openTestStore, rowsOf } from '../support/store.ts';

const bounds = { minMs: 300_000, maxMs: 21_600_000 };
const many = 40;

/** A database in a file, with as many sources. */
async function aStore(sources = many) {
  const file = aTemporaryFile();
  const db = openTestStore(file);
  const store = new BulkStore(db, { file, bounds, now: () => monday });
  onTestFinished(() => store.close());
  const keys = Array.from({ length: sources }, (_, index) => `s${index}`);
  return { db, store, sources: await addSources(db, ...keys.map((key) => ({ key, url: `https://${key}.example/` }))) };
}

function readOf(source: Source, items = 5): ReadPoll {
  const numbers = Array.from({ length: items }, (_, index) => index);
  const feed = someContent(
    numbers.map((each) => anItem({ url: `${source.url}${each}`, title: `Ferry ${each} sails` })),
  );
  const marks = { etag: '"1"', lastModified: null, bodyHash: '1', freshMs: null, movedTo: null, tookMs: 20 };
  return { source, answer: { kind: 'read', feed, ...marks } };
}

test('many polls at once are stored in a thread, whole, and their words found', async () => {
  const { db, store, sources } = await aStore();
  await Promise.all(sources.map((source) => store.addPoll(readOf(source))));
  expect(await rowsOf(db, 'articles')).toHaveLength(5 * many);
  expect(
    (await rowsOf(db, 'sources')).every((row) => row.etag === '"1"' && row.last_read_at === monday.getTime()),
  ).toBe(true);
  expect(await store.indexWords()).toBe(5 * many);
  expect(await store.indexWords()).toBe(0);
  expect(await db.selectFrom('articles_fts').select('rowid').execute()).toHaveLength(5 * many);
});

test('what can’t be stored spoils nothing for the others, in a thread either', async () => {
  const { db, store, sources } = await aStore();
  const unknown = { ...sources[0]!, id: 999 };
  const outcomes = await Promise.allSettled([...sources, unknown].map((source) => store.addPoll(readOf(source))));
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(outcomes.at(-1)).toMatchObject({ reason: { message: expect.stringContaining('FOREIGN KEY') } });
  expect(await rowsOf(db, 'articles')).toHaveLength(5 * many);
});

test('closing finishes what was begun; what comes later starts another thread', async () => {
  const { db, store, sources } = await aStore();
  const stored = Promise.all(sources.slice(0, 20).map((source) => store.addPoll(readOf(source, 10))));
  await new Promise(setImmediate);
  await store.close();
  await stored;
  await Promise.all(sources.slice(20).map((source) => store.addPoll(readOf(source, 10))));
  expect(await rowsOf(db, 'articles')).toHaveLength(10 * many);
});

test('while a thread stores, this one writes too, each waiting for the other', async () => {
  const { db, store, sources } = await aStore();
  const storing = Promise.all(sources.map((source) => store.addPoll(readOf(source, 30))));
  let isDone = false;
  let written = 0;
  void storing.finally(() => {
    isDone = true;
  });
  for (; !isDone; written += 1)
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable('sources')
        .set({ title: `Harbour ${written}` })
        .where('id', '=', sources[0]!.id)
        .execute();
    });
  await storing;
  expect(written).toBeGreaterThan(1);
  expect(await rowsOf(db, 'articles')).toHaveLength(30 * many);
});

test('an article that was edited is found by its new words only', async () => {
  const { db, store, sources } = await aStore(1);
  const found = async (word: string) =>
    (await db.selectFrom('articles_words').select('doc').where('term', '=', word).execute()).length;
  const [source] = sources as [Source];
  await store.addPoll(readOf(source, 1));
  await store.indexWords();
  const edit = async (title: string, at: Date) => {
    await db.updateTable('articles').set({ title, content_hash: title, edited_at: at.getTime() }).execute();
  };
  await edit('Harbour closed', hours(1));
  await edit('Harbour reopened', hours(2));
  expect([await found('ferry'), await found('reopened')]).toEqual([1, 0]);
  expect(await store.indexWords()).toBe(1);
  expect([await found('closed'), await found('reopened')]).toEqual([0, 1]);
  expect(await store.indexWords()).toBe(0);
});

test('an article that was edited before its words were indexed is indexed once', async () => {
  const { db, store, sources } = await aStore(1);
  await store.addPoll(readOf(sources[0]!, 2));
  await db
    .updateTable('articles')
    .set({ title: 'Harbour closed', content_hash: 'edited' })
    .where('id', '=', 1)
    .execute();
  expect(await store.indexWords()).toBe(2);
  expect(await store.indexWords()).toBe(0);
  expect(await rowsOf(db, 'edited_articles')).toEqual([]);
});
