import { expect, test } from 'vitest';
import { Tally } from '../../src/news/tally.ts';

function drained(tally: Tally): [number, number][] {
  const sums: [number, number][] = [];
  tally.drain((number, sum) => sums.push([number, sum]));
  return sums;
}

test('sums come once each, in the order in which they were begun, and then begin anew', () => {
  const tally = new Tally();
  tally.add(7, 1);
  tally.add(70_000, 2);
  tally.add(7, 0.5);
  expect(drained(tally)).toEqual([
    [7, 1.5],
    [70_000, 2],
  ]);
  tally.add(7, 4);
  expect(drained(tally)).toEqual([[7, 4]]);
});
