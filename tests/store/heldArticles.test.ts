import { expect, test } from 'vitest';
import { keepBackHeld, noteHeld, releaseHeld } from '../../src/store/heldArticles.ts';
import { sourcesOfGuild } from '../../src/store/sources.ts';
import { aNewArticle, hours, monday } from '../support/articles.ts';
import { aReadSource } from '../support/sources.ts';
import { addSources, openTestStore, rowsOf, storeArticles } from '../support/store.ts';

/** A source with so many held articles. */
async function aHeldSource(count: number) {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const known = aReadSource({ ...source, reads: 50, firstReadAt: hours(-99), lastReadAt: hours(-1) });
  const articles = Array.from({ length: count }, (_, index) =>
    aNewArticle({ url: `https://harbour.example/${index}`, publishedAt: hours(-index / 60) }),
  );
  await storeArticles(db, known, articles, monday);
  await noteHeld(db, known.id, count, monday);
  const arrivals = async () => (await rowsOf(db, 'articles')).map(({ arrival }) => arrival);
  const heldSince = async () => (await sourcesOfGuild(db, 'guild'))[0]?.heldSince;
  return { db, id: known.id, arrivals, heldSince };
}

test('somebody is asked once, until there is an answer', async () => {
  const { db, id, heldSince } = await aHeldSource(12);
  await noteHeld(db, id, 30, hours(1));
  expect(await heldSince()).toEqual(monday);
  expect(await rowsOf(db, 'source_events')).toMatchObject([{ source_id: id, kind: 'held', detail: '12' }]);
  await releaseHeld(db, id, true);
  await noteHeld(db, id, 30, hours(2));
  expect(await rowsOf(db, 'source_events')).toHaveLength(2);
});

test('let through, as many of the newest are announced as may be at once', async () => {
  const { db, id, arrivals, heldSince } = await aHeldSource(60);
  expect(await releaseHeld(db, id, true)).toBe(60);
  expect(await arrivals()).toEqual([...Array(50).fill('news'), ...Array(10).fill('silent')]);
  expect(await heldSince()).toBeNull();
});

test('kept back, none is; a second answer finds nothing', async () => {
  const { db, id, arrivals } = await aHeldSource(12);
  expect(await releaseHeld(db, id, false)).toBe(12);
  expect(await releaseHeld(db, id, true)).toBe(0);
  expect(await arrivals()).toEqual(Array(12).fill('silent'));
});

test('without an answer, they are kept back when the time has come', async () => {
  const { db, arrivals, heldSince } = await aHeldSource(12);
  await keepBackHeld(db, monday);
  expect(await arrivals()).toEqual(Array(12).fill('held'));
  await keepBackHeld(db, hours(0.1));
  expect(await arrivals()).toEqual(Array(12).fill('silent'));
  expect(await heldSince()).toBeNull();
});
