import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noWish, type PollingWish } from '../../src/news/article.ts';
import { adaptRhythm, backOffUntil, nextPollAt, turnoverByDates } from '../../src/news/pollPolicy.ts';
import { monday } from '../support/articles.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const bounds = { minMs: 5 * minuteMs, maxMs: 6 * hourMs };

const aWish: fc.Arbitrary<PollingWish> = fc.record({
  ttlMs: fc.option(fc.nat(99 * hourMs)),
  skipHours: fc.uniqueArray(fc.nat(23)),
  skipDays: fc.uniqueArray(fc.nat(6)),
});
const aRhythm = fc.record({
  intervalMs: fc.nat(9 * hourMs),
  turnoverMs: fc.option(fc.integer({ min: 1, max: 18 * hourMs })),
});

/** Minutes from Monday, six o'clock, to the next poll. */
function waits(
  rhythm: { intervalMs: number; turnoverMs?: number },
  {
    freshMs = null,
    wish = {},
    now = monday,
    seed = 'a',
  }: { freshMs?: number | null; wish?: Partial<PollingWish>; now?: Date; seed?: string } = {},
): number {
  const at = nextPollAt(now, { turnoverMs: null, ...rhythm }, freshMs, { ...noWish, ...wish }, bounds, seed);
  return (at.getTime() - now.getTime()) / minuteMs;
}

function expectAbout(minutes: number, about: number): void {
  expect(Math.abs(minutes - about)).toBeLessThanOrEqual(about / 10);
}

describe('the rhythm', () => {
  it('quickens with what is new and slows down without, within bounds', () => {
    const rhythm = { intervalMs: hourMs, turnoverMs: null };
    expect(adaptRhythm(rhythm, { held: 20, added: 1 }, hourMs, bounds).intervalMs).toBeLessThan(hourMs);
    expect(adaptRhythm(rhythm, { held: 20, added: 0 }, hourMs, bounds).intervalMs).toBeGreaterThan(hourMs);
    expect(adaptRhythm(rhythm, null, hourMs, bounds).intervalMs).toBeGreaterThan(hourMs);
    const slowest = { intervalMs: bounds.maxMs, turnoverMs: null };
    expect(adaptRhythm(slowest, null, hourMs, bounds).intervalMs).toBe(bounds.maxMs);
    const fastest = { intervalMs: bounds.minMs, turnoverMs: null };
    expect(adaptRhythm(fastest, { held: 9, added: 9 }, hourMs, bounds).intervalMs).toBe(bounds.minMs);
  });

  it('remembers the shortest time in which a document was replaced, and forgets it over days', () => {
    let rhythm = adaptRhythm({ intervalMs: hourMs, turnoverMs: null }, { held: 20, added: 10 }, hourMs, bounds);
    expect(rhythm.turnoverMs).toBe(2 * hourMs);
    rhythm = adaptRhythm(rhythm, { held: 20, added: 1 }, hourMs, bounds);
    expect(rhythm.turnoverMs).toBeGreaterThan(2 * hourMs);
    rhythm = adaptRhythm(rhythm, null, 23 * hourMs, bounds);
    expect(rhythm.turnoverMs).toBe(4 * hourMs);
    rhythm = adaptRhythm(rhythm, null, 72 * hourMs, bounds);
    expect(rhythm.turnoverMs).toBeNull();
  });

  it('stays within its bounds whatever happens', () => {
    const found = fc.option(fc.record({ held: fc.nat(500), added: fc.nat(500) }));
    fc.assert(
      fc.property(aRhythm, found, fc.nat(99 * hourMs), (rhythm, brought, elapsedMs) => {
        const { intervalMs, turnoverMs } = adaptRhythm(rhythm, brought, elapsedMs, bounds);
        expect(intervalMs).toBeGreaterThanOrEqual(bounds.minMs);
        expect(intervalMs).toBeLessThanOrEqual(bounds.maxMs);
        if (turnoverMs !== null) expect(turnoverMs).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a first document', () => {
  const dates = (...minutesAgo: number[]) =>
    minutesAgo.map((minutes) => new Date(monday.getTime() - minutes * minuteMs));
  const turnover = (all: readonly (Date | null)[]) => turnoverByDates(all, monday, bounds);

  it('tells by its dates how fast it is replaced when it is fastest', () => {
    expect(turnover(dates(10, 20, 30, 40, 50, 60))).toBe(60 * minuteMs);
    expect(turnover(dates(60, 50, 300, 55, 500, 400))).toBe(30 * minuteMs);
  });

  it('tells nothing when it is slow, short, or its dates are none', () => {
    expect(turnover(dates(1_000, 2_000, 3_000, 4_000, 5_000, 6_000))).toBeNull();
    expect(turnover(dates(1, 2, 3))).toBeNull();
    expect(turnover([...dates(1, 2, 3, 4, 5, 6), null])).toBeNull();
    expect(turnover(dates(60, 60, 60, 60, 120, 120))).toBeNull();
    expect(turnover(dates(-60, -50, -40, -30, -20, -10))).toBeNull();
  });
});

describe('the next poll', () => {
  it('comes after the interval, about', () => {
    expectAbout(waits({ intervalMs: hourMs }), 60);
  });

  it('is spread, the same for one source and moment', () => {
    const all = Array.from({ length: 200 }, (_, seed) => waits({ intervalMs: hourMs }, { seed: String(seed) }));
    expect(Math.min(...all)).toBeLessThan(56);
    expect(Math.max(...all)).toBeGreaterThan(64);
    expect(new Set(all).size).toBeGreaterThan(190);
    expect(waits({ intervalMs: hourMs })).toBe(waits({ intervalMs: hourMs }));
  });

  it.each([
    ['Cache-Control or Expires', { freshMs: 2 * hourMs }],
    ['ttl', { wish: { ttlMs: 2 * hourMs } }],
  ])('waits for what %s asks for, within bounds', (_what, asked) => {
    expectAbout(waits({ intervalMs: hourMs }, asked), 120);
    expectAbout(waits({ intervalMs: 3 * hourMs }, asked), 180);
    const forever = { freshMs: 900 * hourMs };
    expect(waits({ intervalMs: hourMs }, forever)).toBeLessThanOrEqual(360);
  });

  it('comes in time to see everything, whatever is asked for, but never sooner than the bound', () => {
    const asked = { freshMs: 5 * hourMs, wish: { ttlMs: 5 * hourMs } };
    expectAbout(waits({ intervalMs: hourMs, turnoverMs: 90 * minuteMs }, asked), 30);
    expectAbout(waits({ intervalMs: hourMs, turnoverMs: 1 }, asked), 5);
    expect(waits({ intervalMs: hourMs, turnoverMs: 1 }, asked)).toBeGreaterThanOrEqual(5);
  });

  it('leaves out hours and days in which nothing is expected', () => {
    expect(waits({ intervalMs: hourMs }, { wish: { skipHours: [6, 7, 8] } })).toBe(180);
    expect(waits({ intervalMs: hourMs }, { wish: { skipDays: [1] } })).toBe(18 * 60);
    expect(waits({ intervalMs: hourMs }, { wish: { skipDays: [0, 1, 2, 3, 4, 5, 6] } })).toBe(24 * 60);
    expectAbout(waits({ intervalMs: hourMs }, { wish: { skipHours: [9, 10] } }), 60);
  });

  it('does not leave out hours in which the document may be replaced', () => {
    const skipping = { wish: { skipHours: [6, 7, 8, 9, 10, 11, 12, 13] } };
    expect(waits({ intervalMs: hourMs, turnoverMs: 4 * hourMs }, skipping)).toBe(240);
  });

  it('is within the bounds, or when the skipping ends, and always in time', () => {
    fc.assert(
      fc.property(aRhythm, fc.option(fc.nat(99 * hourMs)), aWish, fc.string(), (rhythm, freshMs, wish, seed) => {
        const waitMs = nextPollAt(monday, rhythm, freshMs, wish, bounds, seed).getTime() - monday.getTime();
        const skips = wish.skipHours.length + wish.skipDays.length > 0;
        expect(waitMs).toBeGreaterThanOrEqual(bounds.minMs);
        expect(waitMs).toBeLessThanOrEqual(skips ? 24 * hourMs : bounds.maxMs);
        if (rhythm.turnoverMs) expect(waitMs).toBeLessThanOrEqual(Math.max(1.1 * bounds.minMs, rhythm.turnoverMs));
      }),
    );
  });
});

describe('after a failure', () => {
  const minutes = (failures: number, retryAfterMs: number | null = null, seed = 'a') =>
    (backOffUntil(monday, failures, retryAfterMs, seed).getTime() - monday.getTime()) / minuteMs;

  it.each([
    [1, 5],
    [2, 10],
    [5, 80],
    [9, 1_280],
  ])('%i in a row: about %i minutes', (failures, expected) => {
    expect(Math.abs(minutes(failures) - expected)).toBeLessThanOrEqual(expected / 5);
  });

  it('never more than a day, nor after failures beyond counting', () => {
    for (const failures of [10, 12, 4_000]) {
      expect(minutes(failures)).toBeGreaterThanOrEqual(19 * 60);
      expect(minutes(failures)).toBeLessThanOrEqual(24 * 60);
    }
  });

  it('is spread', () => {
    const all = Array.from({ length: 200 }, (_, seed) => minutes(5, null, String(seed)));
    expect(Math.max(...all) - Math.min(...all)).toBeGreaterThan(25);
  });

  it('waits as long as the server asks for, up to a day, and never shorter than otherwise', () => {
    expect(minutes(1, 3 * hourMs)).toBe(180);
    expect(minutes(1, 900 * hourMs)).toBe(24 * 60);
    expect(minutes(5, minuteMs)).toBe(minutes(5));
  });
});
