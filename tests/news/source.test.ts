import { expect, test } from 'vitest';
import { healthOf, nextPollAfter } from '../../src/news/source.ts';
import { hours, monday } from '../support/articles.ts';
import { aSource } from '../support/sources.ts';

const hourMs = 60 * 60_000;

test.each([
  ['after success the usual interval', 0, null, hours(1)],
  ['after one failure twice that', 1, null, hours(2)],
  ['after three failures eight times', 3, null, hours(8)],
  ['never more than a day', 5, null, hours(24)],
  ['nor after failures beyond counting', 4_000, null, hours(24)],
  ['later when the server asks for it', 0, 3 * hourMs, hours(3)],
  ['but not sooner', 3, hourMs, hours(8)],
  ['and at most a day', 0, 900 * hourMs, hours(24)],
])('%s', (_what, failures, retryAfterMs, expected) => {
  expect(nextPollAfter(monday, hourMs, failures, retryAfterMs)).toEqual(expected);
});

test.each([
  ['new', {}],
  ['healthy', { lastReadAt: monday }],
  ['failing', { lastReadAt: monday, failures: 1 }],
])('a source is %s', (health, wish) => {
  expect(healthOf(aSource(wish))).toBe(health);
});
