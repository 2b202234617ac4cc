import { describe, expect, it, test } from 'vitest';
import {
  beganSince,
  hasJustQualified,
  type LiveSubscription,
  mayMention,
  qualifiedAt,
} from '../../src/news/liveSubscription.ts';
import type { Coverage } from '../../src/news/story.ts';
import { aCoverage, hours, monday } from '../support/articles.ts';
import { aLiveWish } from '../support/liveWishes.ts';

const minutes = (count: number) => hours(count / 60);

/** Reports by the owners `a`, `b` …, each so many minutes after Monday six o'clock; `b=a` repeats what `a` said. */
function reported(...reports: readonly (readonly [string, number])[]): Coverage[] {
  return reports.map(([by, minute], index) => {
    const [owner = '', copied] = by.split('=');
    const copyOf = copied ? reports.findIndex(([each]) => each === copied) + 1 : null;
    return aCoverage({ articleId: index + 1, owner, outlet: `The ${owner}`, publishedAt: minutes(minute), copyOf });
  });
}

describe('when a story has enough weight', () => {
  const live = { minOrigins: 2, withinMinutes: null };
  const breaking = { minOrigins: 3, withinMinutes: 60 };

  it.each([
    ['with the second owner', live, reported(['a', 0], ['b', 300]), 300],
    ['not by two papers of one owner', live, reported(['a', 0], ['a', 5]), null],
    ['not by copies', live, reported(['a', 0], ['b=a', 5], ['c=a', 6]), null],
    ['breaking: three within the hour', breaking, reported(['a', 0], ['b', 30], ['c', 60]), 60],
    ['breaking: not three in 61 minutes', breaking, reported(['a', 0], ['b', 30], ['c', 61]), null],
    ['breaking: any hour of its life', breaking, reported(['a', 0], ['b', 100], ['c', 120], ['d', 150]), 150],
    ['breaking: one owner counts once', breaking, reported(['a', 0], ['a', 10], ['b', 20]), null],
    ['in whichever order they are known', breaking, reported(['c', 50], ['a', 0], ['b', 30]), 50],
  ])('%s', (_what, wish, coverage, minute) => {
    expect(qualifiedAt(coverage, wish, hours(10))).toEqual(minute === null ? null : minutes(minute));
  });

  it('a report of the future counts as one of now', () => {
    expect(qualifiedAt(reported(['a', 0], ['b', 600]), live, hours(1))).toEqual(hours(1));
  });
});

describe('which stories get a card', () => {
  const wish: LiveSubscription = aLiveWish({ createdAt: monday });

  it.each([
    ['one that began after the wish and has just got its weight', reported(['a', 1], ['b', 20]), 30, true],
    ['not one that was running before', reported(['a', -1], ['b', 20]), 30, false],
    ['not one that got its weight more than three hours ago', reported(['a', 1], ['b', 20]), 201, false],
    ['one that got it late in its life', reported(['a', 1], ['b', 600]), 610, true],
    ['not one with a single report', reported(['a', 1]), 30, false],
  ])('%s', (_what, coverage, minute, expected) => {
    expect(beganSince(coverage, wish) && hasJustQualified(coverage, wish, minutes(minute))).toBe(expected);
  });
});

test.each([
  ['Europe/Berlin', '2026-11-23T20:59:00Z', true], // 21:59
  ['Europe/Berlin', '2026-11-23T21:00:00Z', false], // 22:00
  ['Europe/Berlin', '2026-11-24T05:59:00Z', false], // 06:59
  ['Europe/Berlin', '2026-11-24T06:00:00Z', true],
  ['Asia/Tokyo', '2026-11-23T13:00:00Z', false], // 22:00
  ['Europe/Berlin', '2026-07-23T20:00:00Z', false], // 22:00 in summer
])('in %s at %s somebody may be mentioned: %s', (timeZone, at, expected) => {
  expect(mayMention(aLiveWish({ timeZone }), new Date(at))).toBe(expected);
  expect(mayMention(aLiveWish({ timeZone, quiet: null }), new Date(at))).toBe(true);
});
