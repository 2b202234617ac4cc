import { expect, test } from 'vitest';
import { never } from '../../src/news/afterPoll.ts';
import type { Source, SourceState } from '../../src/news/source.ts';
import type { Db } from '../../src/store/openStore.ts';
import {
  addSourceToGuild,
  adoptAddress,
  claimDueSources,
  holdHost,
  type Polled,
  removeSourceFromGuild,
  savePoll,
  sourcesOfGuild,
  syncCatalogue,
} from '../../src/store/sources.ts';
import { hours, monday } from '../support/articles.ts';
import { someFacts } from '../support/sources.ts';
import { addArticle, addSources, aTemporaryFile, openTestStore, rowsOf } from '../support/store.ts';

const minuteMs = 60_000;
const by = { userId: 'ada', now: monday };
const own = someFacts({ key: 'https://own.example/feed', url: 'https://own.example/feed' });

const hostOf = (url: string) => new URL(url).host;

function claim(db: Db, now = monday, limit = 10) {
  return claimDueSources(db, { now, leaseMs: minuteMs, spacingMs: 1_000, hostOf, isBusy: () => false, limit });
}

async function claimedKeys(db: Db, now = monday, limit = 10): Promise<string[]> {
  return (await claim(db, now, limit)).claimed.map(({ key }) => key);
}

async function findSource(db: Db, key: string): Promise<Source> {
  return (await sourcesOfGuild(db, 'guild')).find((source) => source.key === key) as Source;
}

/** Keeps what a poll of a source taught. */
async function save(db: Db, source: Source, state: Partial<SourceState>, language: Polled['language'] = null) {
  await savePoll(db, { source, state: { ...source, lastPolledAt: monday, ...state }, language });
}

async function keysOf(db: Db, guildId: string): Promise<string[]> {
  return (await sourcesOfGuild(db, guildId)).map(({ key }) => key).sort();
}

async function sync(db: Db, ...wishes: Parameters<typeof someFacts>[0][]) {
  await syncCatalogue(db, wishes.map(someFacts), hours(1));
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
  await save(db, a!, { nextPollAt: hours(1) });
  expect(await claimedKeys(db, hours(2), 1)).toEqual(['b']);
});

test('what a poll taught is kept, all of it', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const state: SourceState = {
    etag: '"1"',
    lastModified: 'Monday',
    bodyHash: 'b',
    documentAt: hours(1.2),
    nextPollAt: hours(3),
    firstReadAt: hours(1),
    lastPolledAt: hours(2),
    lastReadAt: hours(1.5),
    averageMs: 250,
    intervalMs: 1_234_567,
    turnoverMs: 7_654_321,
    wish: { ttlMs: 60_000, skipHours: [1, 2], skipDays: [0] },
    reads: 17,
    perHour: 1.5,
    perBatch: 2.5,
    identityRung: 'url',
    failures: 3,
    lastError: 'status 500',
    failingSince: hours(0.5),
    doubtedSince: hours(0.6),
    deadSince: hours(0.7),
    movedTo: 'https://next.example/feed',
    movedSince: hours(0.8),
  };
  await save(db, source!, state, 'fr');
  expect(await findSource(db, source!.key)).toMatchObject({ ...state, language: 'fr' });
});

test('a reason of any length is kept short', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  await save(db, source!, { lastError: 'x'.repeat(999) });
  expect((await findSource(db, source!.key)).lastError).toHaveLength(300);
});

test('what an old address taught is not kept for a new one', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' });
  await sync(db, { key: 'a', url: 'https://a.example/new' });
  await save(db, a!, { etag: '"old"' });
  expect(await findSource(db, 'a')).toMatchObject({ etag: null });
});

test('a death and a recovery are noted once each', async () => {
  const db = openTestStore();
  await addSources(db, { key: 'a' });
  const states: Partial<SourceState>[] = [
    { failures: 4, lastError: 'timeout' },
    { failures: 5, lastError: 'status 500', deadSince: hours(1), lastPolledAt: hours(1) },
    { failures: 6, lastPolledAt: hours(2) },
    { failures: 0, lastError: null, deadSince: null, lastPolledAt: hours(3) },
    { failures: 0, lastPolledAt: hours(4) },
  ];
  for (const state of states) await save(db, await findSource(db, 'a'), state);
  expect(await rowsOf(db, 'source_events')).toMatchObject([
    { source_id: 1, kind: 'died', at: hours(1).getTime(), detail: 'status 500', told_at: null },
    { source_id: 1, kind: 'recovered', at: hours(3).getTime(), told_at: null },
  ]);
});

test('one source of each host at a time; the others are put off, one after the other', async () => {
  const db = openTestStore();
  const at = (key: string, host: string) => ({ key, url: `https://${host}/${key}` });
  await addSources(db, at('a1', 'a.example'), at('a2', 'a.example'), at('b1', 'b.example'), at('a3', 'a.example'));
  const { claimed, putOff } = await claim(db);
  expect([claimed.map(({ key }) => key), putOff]).toEqual([['a1', 'b1'], 2]);
  const second = (count: number) => new Date(monday.getTime() + count * 1_000);
  expect(await claimedKeys(db, new Date(monday.getTime() + 999))).toEqual([]);
  expect(await claimedKeys(db, second(1))).toEqual(['a2']);
  expect(await claimedKeys(db, second(2))).toEqual(['a3']);
});

test('a host that has not answered yet is not asked again', async () => {
  const db = openTestStore();
  await addSources(db, { key: 'a' }, { key: 'b' });
  await holdHost(db, 'a.example', hours(-1));
  const isBusy = (host: string) => host === 'a.example';
  const options = { now: monday, leaseMs: minuteMs, spacingMs: 1_000, hostOf, isBusy, limit: 10 };
  expect(await claimDueSources(db, options)).toMatchObject({ claimed: [{ key: 'b' }], putOff: 1 });
  expect(await claimedKeys(db, hours(1))).toContain('a');
});

test('hosts of our own are asked as often as we like', async () => {
  const db = openTestStore();
  await addSources(db, { key: 'a', url: 'http://localhost/a' }, { key: 'b', url: 'http://localhost/b' });
  const options = {
    now: monday,
    leaseMs: minuteMs,
    spacingMs: 1_000,
    hostOf: () => null,
    isBusy: () => true,
    limit: 10,
  };
  expect((await claimDueSources(db, options)).claimed).toHaveLength(2);
});

test('a host that wants to be left alone is, with all its sources', async () => {
  const db = openTestStore();
  await addSources(
    db,
    { key: 'a1', url: 'https://a.example/1' },
    { key: 'a2', url: 'https://a.example/2' },
    { key: 'b' },
  );
  await holdHost(db, 'a.example', hours(1));
  await holdHost(db, 'a.example', hours(0.5));
  expect(await claimedKeys(db)).toEqual(['b']);
  expect(await claimedKeys(db, hours(0.9))).toEqual(['b']);
  expect(await claimedKeys(db, hours(1))).toEqual(['b', 'a1']);
});

test('a source that has moved keeps its new address until the catalogue names another', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' });
  await save(db, a!, { etag: '"1"' });
  await adoptAddress(db, a!.id, 'https://next.example/feed');
  await sync(db, { key: 'a' });
  expect(await findSource(db, 'a')).toMatchObject({ id: a!.id, url: 'https://next.example/feed', etag: '"1"' });
  await sync(db, { key: 'a', url: 'https://third.example/feed' });
  expect(await findSource(db, 'a')).toMatchObject({ id: a!.id, url: 'https://third.example/feed', etag: null });
  await sync(db, { key: 'a', url: 'https://third.example/feed' });
  expect(await rowsOf(db, 'sources')).toHaveLength(1);
});

test('an own source that moves to one of the catalogue ends, and whoever had it gets the other', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' });
  const added = await addSourceToGuild(db, 'guild', own, by);
  await addArticle(db, added);
  await adoptAddress(db, added.id, a!.url);
  await sync(db, { key: 'a' });
  expect(await keysOf(db, 'guild')).toEqual(['a']);
  expect(await rowsOf(db, 'articles')).toMatchObject([{ source_id: a!.id }]);
  expect(await claimedKeys(db, hours(99))).toEqual(['a']);
  expect((await addSourceToGuild(db, 'other', own, by)).id).toBe(a!.id);
});

test('of two own sources that become one, every server keeps it', async () => {
  const db = openTestStore();
  const other = someFacts({ key: 'https://other.example/feed', url: 'https://other.example/feed' });
  const first = await addSourceToGuild(db, 'guild', own, by);
  const second = await addSourceToGuild(db, 'other', other, by);
  await adoptAddress(db, first.id, other.url);
  expect([await keysOf(db, 'guild'), await keysOf(db, 'other')]).toEqual([[other.key], [other.key]]);
  expect(await claimedKeys(db)).toEqual([second.key]);
});

test('a source of the catalogue that moves to an own one takes it in', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' });
  const added = await addSourceToGuild(db, 'guild', own, by);
  await adoptAddress(db, a!.id, own.url);
  await sync(db, { key: 'a' });
  expect(await sourcesOfGuild(db, 'guild')).toMatchObject([{ id: a!.id, url: own.url }]);
  expect(await sourcesOfGuild(db, 'third')).toMatchObject([{ id: a!.id }]);
  expect((await addSourceToGuild(db, 'guild', own, by)).id).toBe(a!.id);
  expect((await rowsOf(db, 'sources')).find(({ id }) => id === added.id)).toMatchObject({ merged_into: a!.id });
});

test('a source that ended is asked again when somebody adds it', async () => {
  const db = openTestStore();
  const added = await addSourceToGuild(db, 'guild', own, by);
  await save(db, added, { nextPollAt: never, failures: 2, lastError: 'status 410' });
  expect(await claimedKeys(db, hours(9_999))).toEqual([]);
  await addSourceToGuild(db, 'guild', own, by);
  expect(await claimedKeys(db)).toEqual([own.key]);
});

test('the catalogue again changes no state; what left it is polled no more, and nothing is deleted', async () => {
  const db = openTestStore();
  const [a] = await addSources(db, { key: 'a' }, { key: 'b' });
  await save(db, a!, { etag: '"1"', nextPollAt: hours(2) });
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
