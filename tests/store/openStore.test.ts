import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openStore, StoreError } from '../../src/store/openStore.ts';
import { foundStory, joinStory } from '../../src/store/stories.ts';
import { monday } from '../support/articles.ts';
import { addArticle, addSources, aTemporaryFile, openTestStore, rowsOf } from '../support/store.ts';

const opener = new URL('../support/openTogether.ts', import.meta.url);

function refusalOf(file: string): unknown {
  try {
    openStore(file);
  } catch (error) {
    return error;
  }
  return null;
}

/** Makes a database that is not ours, or not of our time. */
function makeDatabase(file: string, statements: string): Buffer {
  const sqlite = new Sqlite(file);
  sqlite.exec(statements);
  sqlite.close();
  return readFileSync(file);
}

test('a new file gets every table, with folders that are missing', async () => {
  const db = openTestStore(join(aTemporaryFile('data'), 'news', 'tidings.sqlite'));
  expect(await rowsOf(db, 'deliveries')).toEqual([]);
});

test('what was stored is there when the file is opened again', async () => {
  const file = aTemporaryFile();
  const first = openStore(file);
  await addSources(first, { key: 'harbour' });
  await first.destroy();
  const again = openTestStore(file);
  expect((await rowsOf(again, 'sources')).map((row) => row.key)).toEqual(['harbour']);
});

test('the database keeps references whole and writes ahead', async () => {
  const db = openTestStore(aTemporaryFile());
  const { rows } = await sql<{ journal_mode: string }>`PRAGMA journal_mode`.execute(db);
  expect(rows).toEqual([{ journal_mode: 'wal' }]);
  const orphan = db
    .insertInto('guild_sources')
    .values({ guild_id: 'guild', source_id: 404, choice: 'added', chosen_by: 'ada', chosen_at: 0 })
    .execute();
  await expect(orphan).rejects.toThrow('FOREIGN KEY');
});

test('a database from a newer version is refused and left byte for byte as it was', async () => {
  const file = aTemporaryFile();
  const ours = openStore(file);
  await addSources(ours, { key: 'harbour' });
  await ours.destroy();
  const before = makeDatabase(file, 'PRAGMA journal_mode = DELETE; PRAGMA user_version = 999;');
  const error = refusalOf(file);
  expect(error).toBeInstanceOf(StoreError);
  expect(String(error)).toMatch(/newer version.*999/);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test('another program’s database is refused and left byte for byte as it was', () => {
  const file = aTemporaryFile();
  const before = makeDatabase(file, 'CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES (1);');
  const error = refusalOf(file);
  expect(error).toBeInstanceOf(StoreError);
  expect(String(error)).toMatch(/another program.*DATABASE_URL/);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test('another program’s database that is still without tables is refused too', () => {
  const file = aTemporaryFile();
  const before = makeDatabase(file, 'PRAGMA application_id = 7; PRAGMA user_version = 1;');
  expect(refusalOf(file)).toBeInstanceOf(StoreError);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file that is no database is refused and left as it was', () => {
  const file = aTemporaryFile();
  writeFileSync(file, 'Dear diary, '.repeat(100));
  expect(String(refusalOf(file))).toMatch(/can't be used/);
  expect(readFileSync(file, 'utf8')).toBe('Dear diary, '.repeat(100));
});

test('an empty file is a new database', async () => {
  const file = aTemporaryFile();
  writeFileSync(file, '');
  expect(await rowsOf(openTestStore(file), 'sources')).toEqual([]);
});

test('processes that start at the same moment all find a whole database', async () => {
  const threads = 4;
  for (let round = 0; round < 5; round++) {
    const file = aTemporaryFile();
    const gate = new Int32Array(new SharedArrayBuffer(4));
    const workers = Array.from({ length: threads }, () => new Worker(opener, { workerData: { file, gate, threads } }));
    const answers = await Promise.all(workers.map(async (worker) => (await once(worker, 'message'))[0]));
    expect(answers).toEqual(Array.from({ length: threads }, () => 'opened'));
    const db = openTestStore(file);
    expect(await rowsOf(db, 'failed_briefs')).toEqual([]);
  }
});

test('a transaction that reads before it writes sees what another process wrote meanwhile', async () => {
  const file = aTemporaryFile();
  const [one, other] = [openTestStore(file), openTestStore(file)];
  const [source] = await addSources(one, {});
  const article = { ...(await addArticle(one, source!)), topics: [] };
  let founding: Promise<number | null> | undefined;
  await one.transaction().execute(async (trx) => {
    await trx.selectFrom('articles').selectAll().execute();
    founding = foundStory(other, article, monday);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await trx.updateTable('articles').set({ title: 'Ferry stays' }).execute();
  });
  expect(await founding).toBe(1);
  expect(await foundStory(one, article, monday)).toBeNull();
  expect(await joinStory(one, article, 1, null, monday)).toBe(false);
});

test('a database that nobody asked anything is closed too', async () => {
  const file = aTemporaryFile();
  const db = openStore(file);
  expect(existsSync(`${file}-wal`)).toBe(true);
  await db.destroy();
  expect(existsSync(`${file}-wal`)).toBe(false);
  await db.destroy();
});

test('a path that is a folder is refused in words', () => {
  const error = refusalOf(join(aTemporaryFile(), '..'));
  expect(error).toBeInstanceOf(StoreError);
});
