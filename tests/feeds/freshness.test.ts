import { expect, test } from 'vitest';
import { freshnessOf } from '../../src/feeds/freshness.ts';

const now = new Date('2026-11-23T06:00:00Z');
const inAnHour = 'Mon, 23 Nov 2026 07:00:00 GMT';
const minuteMs = 60_000;

function freshness(headers: Record<string, string>) {
  return freshnessOf((name) => headers[name] ?? null, now);
}

test.each<[string, Record<string, string>, number | null]>([
  ['nothing said', {}, null],
  ['max-age', { 'cache-control': 'public, max-age=600' }, 10 * minuteMs],
  ['quoted, in capitals', { 'cache-control': 'Max-Age="600"' }, 10 * minuteMs],
  ['max-age counts more than Expires', { 'cache-control': 'max-age=600', expires: inAnHour }, 10 * minuteMs],
  ['some of it has passed in a cache on the way', { 'cache-control': 'max-age=600', age: '240' }, 6 * minuteMs],
  ['all of it has', { 'cache-control': 'max-age=600', age: '900' }, null],
  ['for shared caches only', { 'cache-control': 's-maxage=600' }, null],
  ['some other directive', { 'cache-control': 'stale-max-age=600' }, null],
  ['no-cache', { 'cache-control': 'no-cache, max-age=600' }, null],
  ['no-store', { 'cache-control': 'max-age=600,no-store', expires: inAnHour }, null],
  ['max-age=0', { 'cache-control': 'max-age=0', expires: inAnHour }, null],
  ['negative', { 'cache-control': 'max-age=-5' }, null],
  ['Expires', { expires: inAnHour }, 60 * minuteMs],
  ['Expires by a clock that is slow', { expires: inAnHour, date: 'Mon, 23 Nov 2026 05:00:00 GMT' }, 120 * minuteMs],
  ['Expires in the past', { expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, null],
  ['Expires that is no date', { expires: '-1' }, null],
])('%s', (_, headers, freshMs) => {
  expect(freshness(headers)).toEqual({ freshMs, keepsValidators: true });
});

test('servers that write Expires: 0 hand out validators that mean nothing', () => {
  expect(freshness({ expires: '0' })).toEqual({ freshMs: null, keepsValidators: false });
});
