import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { ImmediateDialect } from '../../src/store/ImmediateDialect.ts';
import { aTemporaryFile } from '../support/store.ts';

/** Two connections to one file with a table of numbers. */
async function twoConnections(longestLockMs: number) {
  const file = aTemporaryFile();
  const [one, other] = [0, 1].map(() => {
    const sqlite = new Sqlite(file, { timeout: 0 });
    sqlite.pragma('journal_mode = WAL');
    const db = new Kysely<{ numbers: { number: number } }>({ dialect: new ImmediateDialect(sqlite, longestLockMs) });
    onTestFinished(() => db.destroy());
    return db;
  }) as [Kysely<{ numbers: { number: number } }>, Kysely<{ numbers: { number: number } }>];
  await sql`CREATE TABLE numbers (number INTEGER)`.execute(one);
  const add = (db: typeof one, number: number) => db.insertInto('numbers').values({ number }).execute();
  const numbers = async () => (await one.selectFrom('numbers').selectAll().execute()).map(({ number }) => number);
  return { one, other, add, numbers };
}

test('a write waits for another connection, and keeps nobody from anything else meanwhile', async () => {
  const { one, other, add, numbers } = await twoConnections(5_000);
  let waiting: Promise<unknown> = Promise.resolve();
  let turns = 0;
  await one.transaction().execute(async (trx) => {
    await add(trx, 1);
    waiting = add(other, 2);
    for (; turns < 20; turns += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    await add(trx, 3);
  });
  await waiting;
  expect(turns).toBe(20);
  expect(await numbers()).toEqual([1, 3, 2]);
});

test('one that has waited for too long says that the database is locked', async () => {
  const { one, other, add, numbers } = await twoConnections(10);
  await one.transaction().execute(async (trx) => {
    await add(trx, 1);
    await expect(add(other, 2)).rejects.toThrow('locked');
  });
  await add(other, 3);
  expect(await numbers()).toEqual([1, 3]);
});

test('a transaction for which the disk has no room is undone, and says that the disk is full', async () => {
  const { one, add, numbers } = await twoConnections(10);
  await add(one, 1);
  await sql`PRAGMA max_page_count = 1`.execute(one);
  const tooMuch = one.transaction().execute(async (trx) => {
    for (let number = 2; number < 5_000; number++) await add(trx, number);
  });
  await expect(tooMuch).rejects.toThrow('full');
  expect(await numbers()).toEqual([1]);
});
