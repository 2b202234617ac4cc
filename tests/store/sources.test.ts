import { expect, test } from 'vitest';
import type { Db } from '../../src/store/openStore.ts';
import {
  addSourceToGuild,
  claimDueSources,
  recordFailure,
  recordRead,
  removeSourceFromGuild,
  sourceChoicesOfGuild,
  sourcesOfGuild,
  syncCatalogue,
} from '../../src/store/sources.ts';
import { hours, monday } from '../support/articles.ts';
import { someFacts } from '../support/sources.ts';
import { addArticle, addSources, aTemporaryFile, openTestStore, rowsOf } from '../support/store.ts';

const minuteMs = 60_000;
const by = { userId: 'ada', intervalMs: minuteMs, now: monday };
const own = someFacts({ key: 'https://own.example/feed', url: 'https://own.example/feed' });

async function claimedKeys(db: Db, now = monday, limit = 10): Promise<string[]> {
  return (await claimDueSources(db, now, minuteMs, limit)).map(({ key }) => key);
}

async function keysOf(db: Db, guildId: string): Promise<string[]> {
  return (await sourcesOfGuild(db, guildId)).map(({ key }) => key).sort();
}

async function sync(db: Db, ...wishes: Parameters<typeof someFacts>[0][]) {
  await syncCatalogue(db, wishes.map(someFacts), minuteMs, hours(1));
}

test('due sources are claimed once; they are due again when the lease has run out', async () => {
  const db = openTestStore();
  await addSources(db, { key: 'a' }, { key: 'b' });
  expect(await claimedKeys(db)).toEqual(['a', 'b']);
  expect(await claimedKeys(db, new Date(monday.getTime() + minuteMs - 1))).toEqual([]);
  expect(await claimedKeys(db, new Date(monday.getTime() + minuteMs))).toEqual(['a', 'b']);
});

test('two claimers, also on two connections, never get the same source', async () => {
  const file = aTemporaryFile();
  const one = openTestStore(file);
  const other = openTestStore(file);
  const keys = Array.from({ length: 9 }, (_, index) => `s${index}`);
  await addSources(one, ...keys.map((key) => ({ key })));
  const claims = [
    await claimedKeys(one, monday, 4),
    await claimedKeys(other, monday, 4),
    await claimedKeys(one, monday, 4),
  ];
  expect(claims.map((claim) => claim.length)).toEqual([4, 4, 1]);
  expect(claims.flat().sort()).toEqual(keys);
});

test('claims on one connection at the same moment share nothing', async () => {
  const db = openTestStore();
  await addSources(db, { key: 'a' }, { key: 'b' }, { key: 'c' });
  const claims = await Promise.all([claimedKeys(db, monday, 2), claimedKeys(db, monday, 2)]);
  expect(claims.flat().sort()).toEqual(['a', 'b', 'c']);
});

test('the longest due is claimed first', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' }, { key: 'b' });
  await recordRead(db, a!.id, { etag: null, lastModified: null, now: monday, nextPollAt: hours(1) });
  expect(await claimedKeys(db, hours(2), 1)).toEqual(['b']);
});

test('a read keeps validators and forgives failures; the first one keeps its date', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  await recordFailure(db, source!.id, { reason: 'The server said no.', now: monday, nextPollAt: hours(1) });
  expect(await rowsOf(db, 'sources')).toMatchObject([
    { failures: 1, last_error: 'The server said no.', first_read_at: null },
  ]);
  for (const now of [hours(1), hours(2)]) {
    await recordRead(db, source!.id, { etag: '"1"', lastModified: 'Monday', now, nextPollAt: hours(3) });
  }
  expect((await sourcesOfGuild(db, 'guild'))[0]).toMatchObject({
    etag: '"1"',
    lastModified: 'Monday',
    failures: 0,
    lastError: null,
    firstReadAt: hours(1),
    lastReadAt: hours(2),
    nextPollAt: hours(3),
  });
});

test('a failure leaves validators and what was read as they are', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  await recordRead(db, source!.id, { etag: '"1"', lastModified: null, now: monday, nextPollAt: hours(1) });
  await recordFailure(db, source!.id, { reason: 'x'.repeat(999), now: hours(1), nextPollAt: hours(2) });
  expect((await sourcesOfGuild(db, 'guild'))[0]).toMatchObject({
    etag: '"1"',
    firstReadAt: monday,
    lastReadAt: monday,
    failures: 1,
  });
  expect((await sourcesOfGuild(db, 'guild'))[0]?.lastError).toHaveLength(300);
});

test('the catalogue again changes no state; what left it is polled no more, and nothing is deleted', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' }, { key: 'b' });
  await recordRead(db, a!.id, { etag: '"1"', lastModified: null, now: monday, nextPollAt: hours(2) });
  await sync(db, { key: 'a', title: 'Renamed' });
  expect(await sourcesOfGuild(db, 'guild')).toMatchObject([
    { key: 'a', title: 'Renamed', etag: '"1"', nextPollAt: hours(2) },
  ]);
  expect(await rowsOf(db, 'sources')).toHaveLength(2);
  expect(await claimedKeys(db, hours(9))).toEqual(['a']);
});

test('a source whose address changes in the catalogue stays the same source', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' });
  await sync(db, { key: 'a', url: 'https://a.example/new' });
  expect(await sourcesOfGuild(db, 'guild')).toMatchObject([{ id: a!.id, url: 'https://a.example/new' }]);
});

test('a source whose name changes in the catalogue stays the same source', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' });
  await sync(db, { key: 'z', url: a!.url });
  expect(await sourcesOfGuild(db, 'guild')).toMatchObject([{ id: a!.id, key: 'z' }]);
});

test('the catalogue may take over an address that a server had added itself', async () => {
  const db = openTestStore();
  await addSources(db, { key: 'a' });
  const added = await addSourceToGuild(db, 'guild', own, by);
  await sync(db, { key: 'a', url: own.url });
  expect(await sourcesOfGuild(db, 'other')).toMatchObject([{ id: added.id, key: 'a', url: own.url }]);
});

test('two sources of the catalogue may swap their addresses', async () => {
  const db = openTestStore();
  const [a, b] = await addSources(db, { key: 'a' }, { key: 'b' });
  await sync(db, { key: 'a', url: b!.url }, { key: 'b', url: a!.url });
  const sources = await sourcesOfGuild(db, 'guild');
  expect(new Map(sources.map(({ key, url }) => [key, url]))).toEqual(new Map([['a', b!.url], ['b', a!.url]])); // biome-ignore format: a table
});

test('every server gets the catalogue without what it removed and with what it added', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' }, { key: 'b' });
  await addSourceToGuild(db, 'guild', own, by);
  await removeSourceFromGuild(db, 'guild', a!.id, by);
  expect(await keysOf(db, 'guild')).toEqual(['b', own.key]);
  expect(await keysOf(db, 'other')).toEqual(['a', 'b']);
  const choices = await sourceChoicesOfGuild(db, 'guild');
  expect([...choices.values()].sort()).toEqual(['added', 'removed']);
});

test('an own source is polled while some server has it', async () => {
  const db = openTestStore();
  const added = await addSourceToGuild(db, 'guild', own, by);
  await addSourceToGuild(db, 'other', own, by);
  await removeSourceFromGuild(db, 'guild', added.id, by);
  expect(await keysOf(db, 'guild')).toEqual([]);
  expect(await claimedKeys(db)).toEqual([own.key]);
  await removeSourceFromGuild(db, 'other', added.id, by);
  expect(await claimedKeys(db, hours(9))).toEqual([]);
});

test('adding a source of the catalogue that the server removed brings it back', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' });
  await removeSourceFromGuild(db, 'guild', a!.id, by);
  const again = await addSourceToGuild(db, 'guild', someFacts({ key: a!.url, url: a!.url }), by);
  expect(again.id).toBe(a!.id);
  expect(await keysOf(db, 'guild')).toEqual(['a']);
});

test('adding a source that the server removed comes back, also when it has left the catalogue', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' });
  await removeSourceFromGuild(db, 'guild', a!.id, by);
  await sync(db);
  await addSourceToGuild(db, 'guild', someFacts({ key: a!.url, url: a!.url }), by);
  expect(await keysOf(db, 'guild')).toEqual(['a']);
});

test('adding twice is adding once, and the articles stay', async () => {
  const db = openTestStore();
  const first = await addSourceToGuild(db, 'guild', own, by);
  await addArticle(db, first);
  const again = await addSourceToGuild(db, 'guild', own, by);
  expect(again.id).toBe(first.id);
  expect(await keysOf(db, 'guild')).toEqual([own.key]);
  expect(await rowsOf(db, 'articles')).toHaveLength(1);
});
