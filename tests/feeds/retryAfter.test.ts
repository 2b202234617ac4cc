import { expect, test } from 'vitest';
import { retryAfterMs } from '../../src/feeds/retryAfter.ts';

const now = new Date('2026-11-03T07:30:00Z');

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Tue, 03 Nov 2026 08:00:00 GMT', 1_800_000],
  ['Tue, 03 Nov 2026 07:00:00 GMT', 0],
  ['-5', null],
  ['soon', null],
  ['', null],
  [null, null],
])('%j', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});
