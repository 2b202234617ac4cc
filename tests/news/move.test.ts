import { expect, test } from 'vitest';
import { addressInstead, addressToAdopt, followMove } from '../../src/news/move.ts';
import { hours, monday } from '../support/articles.ts';

const nowhere = { movedTo: null, movedSince: null };
const next = 'https://next.example/feed';

test('a move is followed for a week of agreement before it is believed', () => {
  let move = followMove(nowhere, next, monday);
  move = followMove(move, next, hours(100));
  expect(addressToAdopt('https://old.example/feed', move, hours(24 * 7 - 1))).toBeNull();
  expect(addressToAdopt('https://old.example/feed', move, hours(24 * 7))).toBe(next);
});

test.each([
  ['another address', 'https://other.example/feed'],
  ['none', null],
])('%s in between begins the week anew', (_what, between) => {
  let move = followMove(nowhere, next, monday);
  move = followMove(move, between, hours(100));
  move = followMove(move, next, hours(101));
  expect(move).toEqual({ movedTo: next, movedSince: hours(101) });
});

test('from http to https of the same address is believed at once', () => {
  const to = (movedTo: string) =>
    addressToAdopt('http://a.example/feed?x=1', followMove(nowhere, movedTo, monday), monday);
  expect(to('https://a.example/feed?x=1')).toBe('https://a.example/feed?x=1');
  expect(to('https://a.example/feed')).toBeNull();
  expect(to('https://b.example/feed?x=1')).toBeNull();
});

test('where nothing moves, nothing is adopted', () => {
  expect(addressToAdopt('https://a.example/feed', nowhere, hours(9_999))).toBeNull();
});

test('when the old address has gone, the one that it led to is tried', () => {
  const move = followMove(nowhere, next, monday);
  expect([404, 410, 500, null].map((status) => addressInstead(move, status))).toEqual([next, next, null, null]);
  expect(addressInstead(nowhere, 404)).toBeNull();
});
