import { expect, test } from 'vitest';
import { GramRows } from '../../src/text/gramRows.ts';

const range = (from: number, to: number) => Uint32Array.from({ length: to - from }, (_, index) => from + index);

test('every gram keeps its own row, however many come', () => {
  const rows = new GramRows(2);
  // All of them begin their search at the same slot.
  const grams = range(1, 3_000).map((number) => number << 18);
  for (const gram of grams) rows.count(Uint32Array.of(gram));
  rows.count(grams.subarray(0, 10));
  expect(rows.size).toBe(grams.length);
  const found = rows.find(grams);
  expect(new Set(found).size).toBe(grams.length);
  expect([...found.subarray(0, 20)].map((row) => rows.texts[row])).toEqual([
    ...Array(10).fill(2),
    ...Array(10).fill(1),
  ]);
  expect([...rows.find(Uint32Array.of(5, 0))]).toEqual([-1, -1]);
});

test('when it is full, the rarest go, of those the oldest; what stays keeps what it had', () => {
  const rows = new GramRows(2, 100);
  rows.count(range(0, 100));
  rows.count(range(0, 20));
  const [kept] = rows.find(Uint32Array.of(90));
  rows.weights.set([3, -3], 2 * kept!);
  rows.see(kept!, 1);
  expect(rows.count(range(200, 201))).toBeLessThan(1);
  expect(rows.size).toBe(76);
  const here = (from: number, to: number) => rows.find(range(from, to)).every((row) => row >= 0);
  expect([here(0, 20), here(45, 100), here(200, 201)]).toEqual([true, true, true]);
  expect(rows.find(range(20, 45)).every((row) => row === -1)).toBe(true);
  const [again] = rows.find(Uint32Array.of(90));
  expect([...rows.weights.subarray(2 * again!, 2 * again! + 2)]).toEqual([3, -3]);
  expect([...rows.seen.subarray(2 * again!, 2 * again! + 2)]).toEqual([0, 1]);
  const [first] = rows.find(Uint32Array.of(200));
  expect([rows.texts[first!], rows.weights[2 * first!], rows.seen[2 * first! + 1]]).toEqual([1, 0, 0]);
});

test('it never holds more than it may, and what comes often outlasts what came once', () => {
  const rows = new GramRows(2, 100);
  for (let from = 1_000; from < 6_000; from += 10) {
    rows.count(range(0, 5));
    rows.count(range(from, from + 10));
    expect(rows.size).toBeLessThanOrEqual(100);
  }
  expect(rows.find(range(0, 5)).every((row) => row >= 0)).toBe(true);
  expect(rows.find(range(5_990, 6_000)).every((row) => row >= 0)).toBe(true);
});

test('what was common once gives way to what is common now', () => {
  const rows = new GramRows(2, 100);
  for (let text = 0; text < 20; text++) rows.count(range(0, 80));
  for (let from = 1_000; from < 40_000; from += 10) {
    rows.count(range(100, 150));
    rows.count(range(from, from + 10));
  }
  expect(rows.find(range(100, 150)).every((row) => row >= 0)).toBe(true);
});

test('counts that are full are halved, and keep their proportion', () => {
  const rows = new GramRows(2);
  rows.count(Uint32Array.of(7));
  for (let times = 0; times < 30_000; times++) rows.see(0, 1);
  for (let times = 0; times < 90_000; times++) rows.see(0, 0);
  const [one, other] = rows.seen;
  expect(one! / other!).toBeGreaterThan(2);
});
