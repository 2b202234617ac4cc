import { expect, test } from 'vitest';
import { healthOf, isDead, isGoneForGood } from '../../src/news/health.ts';
import { hours, monday } from '../support/articles.ts';
import { aSource } from '../support/sources.ts';

test.each([
  ['new', {}],
  ['healthy', { lastReadAt: monday }],
  ['healthy', { lastReadAt: monday, averageMs: 5_000 }],
  ['slow', { lastReadAt: monday, averageMs: 5_001 }],
  ['held', { lastReadAt: monday, averageMs: 9_000, heldSince: monday }],
  ['failing', { lastReadAt: monday, failures: 1, lastError: 'timeout' }],
  ['failing', { failures: 1, lastError: 'status 500', heldSince: monday }],
  ['failing', { failures: 1, lastError: 'status 404' }],
  ['blocked', { failures: 1, lastError: 'status 401' }],
  ['blocked', { failures: 1, lastError: 'status 402' }],
  ['blocked', { failures: 1, lastError: 'status 403' }],
  ['blocked', { failures: 1, lastError: 'status 429' }],
  ['blocked', { failures: 1, lastError: 'status 451' }],
  ['blocked', { failures: 1, lastError: 'answered 403: the server does not let us read this feed' }],
  ['gone', { failures: 1, lastError: 'status 410' }],
  ['healthy', { lastReadAt: monday, failures: 0, lastError: 'status 410' }],
] as const)('a source is %s: %j', (health, wish) => {
  expect(healthOf(aSource(wish))).toBe(health);
});

test.each([
  [5, -24, true],
  [5, -23.9, false],
  [4, -99, false],
])('after %i failures since %i hours, dead is %s', (failures, since, dead) => {
  expect(isDead({ failures, failingSince: hours(since) }, monday)).toBe(dead);
});

test('gone for good is what a server says twice in a row', () => {
  expect(isGoneForGood('status 410', 'status 410')).toBe(true);
  expect(isGoneForGood('status 500', 'status 410')).toBe(false);
  expect(isGoneForGood('status 410', 'status 500')).toBe(false);
  expect(isGoneForGood(null, 'status 410')).toBe(false);
});
