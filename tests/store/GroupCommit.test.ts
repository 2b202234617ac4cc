import { expect, test } from 'vitest';
import { GroupCommit } from '../../src/store/GroupCommit.ts';

/** Saves after a moment. What weighs nothing can't be saved; `saved` holds each group that was. */
function aCommit({ most = 10, mostWeight = 100 } = {}) {
  const saved: number[][] = [];
  const commit = new GroupCommit<number>(
    async (items) => {
      await new Promise(setImmediate);
      if (items.includes(0)) throw new Error('nothing to save');
      saved.push([...items]);
    },
    { most, mostWeight, weightOf: (item) => item },
  );
  const addAll = (...items: number[]) => Promise.allSettled(items.map((item) => commit.add(item)));
  return { saved, addAll };
}

test('the first is saved at once, what comes meanwhile together', async () => {
  const { saved, addAll } = aCommit();
  await addAll(1, 2, 3, 4);
  await addAll(5);
  expect(saved).toEqual([[1], [2, 3, 4], [5]]);
});

test('no more at once than so many', async () => {
  const { saved, addAll } = aCommit({ most: 2 });
  await addAll(1, 2, 3, 4);
  expect(saved).toEqual([[1], [2, 3], [4]]);
});

test('no more at once than weighs so much, but for one that is heavier alone', async () => {
  const { saved, addAll } = aCommit({ mostWeight: 10 });
  await addAll(1, 5, 5, 50, 4);
  expect(saved).toEqual([[1], [5, 5], [50], [4]]);
});

test('one that can’t be saved spoils nothing for the others', async () => {
  const { saved, addAll } = aCommit();
  const outcomes = await addAll(1, 2, 0, 3);
  expect(saved).toEqual([[1], [2], [3]]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  await addAll(4);
  expect(saved.at(-1)).toEqual([4]);
});
