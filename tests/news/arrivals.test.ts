import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Habits, judgeArrivals, learnHabits, noHabits, toAnnounce } from '../../src/news/arrivals.ts';
import { hours, monday } from '../support/articles.ts';

const hourMs = 60 * 60_000;
const lastMonth = hours(-30 * 24);

function pieces(count: number, hour = -1) {
  return Array.from({ length: count }, (_, index) => ({ publishedAt: hours(hour - index / 1_000) }));
}

/** How many of so many new pieces become what. */
function counts(count: number, habits: Habits, elapsedHours = 1, knownSince = lastMonth) {
  const arrivals = judgeArrivals(pieces(count), habits, elapsedHours * hourMs, knownSince, monday);
  const of = (arrival: string) => arrivals.filter((each) => each === arrival).length;
  return { news: of('news'), silent: of('silent'), held: of('held') };
}

const used: Habits = { reads: 100, perHour: 0, perBatch: 0 };

test('what is older than a week is stored and never announced', () => {
  const dated = [hours(-1), hours(-7 * 24), hours(-7 * 24 - 1)].map((publishedAt) => ({ publishedAt }));
  expect(judgeArrivals(dated, used, hourMs, lastMonth, monday)).toEqual(['news', 'news', 'silent']);
});

test('the newest fifty are announced, the others are known from then on', () => {
  const many = pieces(60).toReversed();
  const arrivals = judgeArrivals(many, { ...used, perBatch: 60 }, hourMs, lastMonth, monday);
  expect(arrivals.slice(0, 10)).toEqual(Array(10).fill('silent'));
  expect(arrivals.slice(10)).toEqual(Array(50).fill('news'));
});

test.each([
  ['ten pieces are never too many', 10, used, {}, 'news'],
  ['eleven are, of a source that publishes nothing', 11, used, {}, 'held'],
  ['five times the usual is not too many', 25, { ...used, perHour: 5 }, {}, 'news'],
  ['more than that is', 26, { ...used, perHour: 5 }, {}, 'held'],
  ['after a pause, the usual is what it would have brought', 40, { ...used, perHour: 1 }, { elapsedHours: 8 }, 'news'],
  ['a source that publishes in batches may', 40, { ...used, perBatch: 8 }, {}, 'news'],
  ['a source that is hardly known is trusted', 40, { ...used, reads: 9 }, {}, 'news'],
  ['so is one that has been known for hours only', 40, used, { knownSince: hours(-23) }, 'news'],
] as const)(
  '%s',
  (_what, count, habits, { elapsedHours, knownSince }: { elapsedHours?: number; knownSince?: Date }, expected) => {
    expect(counts(count, habits, elapsedHours, knownSince)).toMatchObject({ [expected]: count });
  },
);

test('old pieces that return make nothing suspicious, and are not held with others', () => {
  const returning = [...pieces(100, -200), ...pieces(10)];
  expect(judgeArrivals(returning, used, hourMs, lastMonth, monday).slice(99)).toEqual([
    'silent',
    ...Array(10).fill('news'),
  ]);
  const both = [...pieces(1, -200), ...pieces(11)];
  expect(judgeArrivals(both, used, hourMs, lastMonth, monday)).toEqual(['silent', ...Array(11).fill('held')]);
});

test('of held ones that are let through, as many of the newest as at once', () => {
  expect(toAnnounce(pieces(60).toReversed())).toEqual(pieces(50));
});

test('habits follow what a source publishes, whatever the interval', () => {
  for (const stepHours of [0.1, 1, 6]) {
    let habits = noHabits;
    for (let hour = 0; hour < 14 * 24; hour += stepHours)
      habits = learnHabits(habits, 4 * stepHours, stepHours * hourMs);
    expect(habits.perHour).toBeCloseTo(4, 1);
    expect(habits.perBatch).toBeCloseTo(4 * stepHours, 1);
  }
});

test('quiet polls leave the size of a batch as it is', () => {
  const busy = learnHabits(noHabits, 30, hourMs);
  expect(learnHabits(busy, 0, hourMs)).toMatchObject({ reads: 2, perBatch: 30 });
});

test('every piece becomes something, and never more than fifty are announced', () => {
  const aHabit = fc.record({
    reads: fc.nat(50),
    perHour: fc.double({ min: 0, max: 99, noNaN: true }),
    perBatch: fc.nat(99),
  });
  const ages = fc.array(fc.integer({ min: -1, max: 400 }), { maxLength: 200 });
  fc.assert(
    fc.property(ages, aHabit, fc.nat(1e9), (hoursAgo, habits, elapsedMs) => {
      const dated = hoursAgo.map((hour) => ({ publishedAt: hours(-hour) }));
      const arrivals = judgeArrivals(dated, habits, elapsedMs, lastMonth, monday);
      expect(arrivals).toHaveLength(dated.length);
      expect(arrivals.filter((each) => each === 'news').length).toBeLessThanOrEqual(50);
      expect(arrivals.includes('held') && arrivals.includes('news')).toBe(false);
      expect(dated.every(({ publishedAt }, at) => publishedAt >= hours(-168) || arrivals[at] === 'silent')).toBe(true);
    }),
  );
});
