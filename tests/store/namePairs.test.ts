import { expect, test } from 'vitest';
import { findNamePairs, saveNamePairs } from '../../src/store/namePairs.ts';
import { hours, monday } from '../support/articles.ts';
import { addSources, openTestStore, rowsOf } from '../support/store.ts';

const who = { key: '世界保健機関', other: 'who' };
const bdi = { key: 'ドイツ産業連盟', other: 'bdi' };

async function aWorld() {
  const db = openTestStore();
  const sources = await addSources(db, { key: 'a', owner: 'A' }, { key: 'b', owner: 'B' }, { key: 'c', owner: 'A' });
  return { db, ids: sources.map(({ id }) => id) as [number, number, number] };
}

test('a pair is known once two owners print it; sources of one owner are one', async () => {
  const { db, ids } = await aWorld();
  await saveNamePairs(db, [{ ...who, sourceId: ids[0] }, { ...who, sourceId: ids[2] }], monday); // biome-ignore format: one line
  expect(await findNamePairs(db)).toEqual([]);
  await saveNamePairs(db, [{ ...who, sourceId: ids[1] }], monday);
  expect(await findNamePairs(db)).toEqual([who]);
});

test('or one owner in three articles', async () => {
  const { db, ids } = await aWorld();
  for (const known of [[], [], [bdi]]) {
    await saveNamePairs(db, [{ ...bdi, sourceId: ids[0] }], monday);
    expect(await findNamePairs(db)).toEqual(known);
  }
});

test('those that most print come first', async () => {
  const { db, ids } = await aWorld();
  const printed = [ids[0], ids[1]].map((sourceId) => ({ ...who, sourceId }));
  const often = Array.from({ length: 9 }, () => ({ key: who.key, other: 'mlb', sourceId: ids[0] }));
  await saveNamePairs(db, [...often, ...printed], monday);
  expect(await findNamePairs(db)).toEqual([who, { key: who.key, other: 'mlb' }]);
});

test('what was printed last is kept: so much of one owner, so much in all', async () => {
  const { db, ids } = await aWorld();
  const printed = (sourceId: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ key: `${sourceId} ${index}`, other: 'x', sourceId }));
  await saveNamePairs(db, printed(ids[0], 9), monday, { ofOwner: 4, inAll: 100 });
  expect((await rowsOf(db, 'name_pairs')).map((row) => row.name_key)).toEqual(
    [5, 6, 7, 8].map((n) => `${ids[0]} ${n}`),
  );
  await saveNamePairs(db, printed(ids[1], 4), hours(1), { ofOwner: 4, inAll: 5 });
  expect((await rowsOf(db, 'name_pairs')).map(({ owner }) => owner)).toEqual(['A', 'B', 'B', 'B', 'B']);
});

test('a source that is gone prints nothing', async () => {
  const { db } = await aWorld();
  await saveNamePairs(db, [{ ...who, sourceId: 99 }], monday);
  expect(await rowsOf(db, 'name_pairs')).toEqual([]);
});
