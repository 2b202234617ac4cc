import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupByAverage, type Piece } from '../../src/news/groupByAverage.ts';

const alone = (item: number): Piece<number> => ({ items: [item], size: 1, isFixed: false });
const whole = (...items: number[]): Piece<number> => ({ items, size: items.length, isFixed: true });
/** Near numbers are linked. */
const nearness = (a: number, b: number) => 5 - Math.abs(a - b);

test('what is linked most is put together first, whatever the order', () => {
  expect(groupByAverage([0, 4, 7].map(alone), 0, nearness)).toEqual([[0], [1, 2]]);
  expect(groupByAverage([7, 4, 0].map(alone), 0, nearness)).toEqual([[0, 1], [2]]); // biome-ignore format: as above
});

test('no chain through one item joins two groups', () => {
  expect(groupByAverage([0, 3, 6, 9].map(alone), 0, nearness)).toEqual([[0, 1], [2, 3]]); // biome-ignore format: as above
});

test('two that stay whole are never put together, and each may gain others', () => {
  expect(groupByAverage([whole(0, 1), whole(2), alone(3)], 0, nearness)).toEqual([[0], [1, 2]]);
});

test('the larger a group, the more it takes', () => {
  const story: Piece<number> = { ...whole(0, 0), size: 64 };
  expect(groupByAverage([story, alone(4)], 0.1, nearness)).toEqual([[0, 1]]);
  expect(groupByAverage([story, alone(4)], 0.3, nearness)).toEqual([[0], [1]]);
});

test('every piece stands in one group, and no two groups are linked on average', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), (numbers) => {
      const groups = groupByAverage(numbers.map(alone), 0, nearness);
      expect(groups.flat().sort((a, b) => a - b)).toEqual([...numbers.keys()]);
      for (const [index, group] of groups.entries()) {
        for (const other of groups.slice(0, index)) {
          const links = group.flatMap((a) => other.map((b) => nearness(numbers[a]!, numbers[b]!)));
          expect(links.reduce((sum, link) => sum + link, 0) / links.length).toBeLessThanOrEqual(1e-9);
        }
      }
    }),
  );
});
