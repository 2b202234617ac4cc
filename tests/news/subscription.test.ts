import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  everyDay,
  isWeekly,
  knownTimeZone,
  nextDueAt,
  type Timetable,
  weekOf,
  workdays,
} from '../../src/news/subscription.ts';

function due(times: string[], timeZone: string, after: string, weekdays = everyDay): string {
  return nextDueAt({ times, weekdays, everyMinutes: null, timeZone, quiet: null }, new Date(after)).toISOString();
}

test('the next time today, else the first one tomorrow', () => {
  expect(due(['07:00', '18:00'], 'Asia/Tokyo', '2026-11-23T06:00Z')).toBe('2026-11-23T09:00:00.000Z');
  expect(due(['07:00', '18:00'], 'Asia/Tokyo', '2026-11-23T10:00Z')).toBe('2026-11-23T22:00:00.000Z');
});

test('a moment that is due is not due again', () => {
  expect(due(['07:00'], 'UTC', '2026-11-23T07:00Z')).toBe('2026-11-24T07:00:00.000Z');
  expect(due(['07:00'], 'UTC', '2026-11-23T06:59:59.999Z')).toBe('2026-11-23T07:00:00.000Z');
});

test('weekdays are those of the zone', () => {
  // Friday evening in London is Saturday morning in Tokyo.
  expect(due(['07:00'], 'Asia/Tokyo', '2026-11-20T21:00Z', workdays)).toBe('2026-11-22T22:00:00.000Z');
  expect(due(['22:30'], 'Europe/London', '2026-11-20T21:00Z', workdays)).toBe('2026-11-20T22:30:00.000Z');
});

test('one weekday comes again a week later', () => {
  expect(due(['07:00'], 'UTC', '2026-11-23T07:00Z', [1])).toBe('2026-11-30T07:00:00.000Z');
});

test('a time that the clock skips is due when it jumps, and the times after it on time', () => {
  const after = '2026-03-29T00:30Z';
  expect(due(['02:30'], 'Europe/Berlin', after)).toBe('2026-03-29T01:00:00.000Z');
  expect(due(['02:30', '03:15'], 'Europe/Berlin', after)).toBe('2026-03-29T01:00:00.000Z');
  expect(due(['02:30', '03:15'], 'Europe/Berlin', '2026-03-29T01:00Z')).toBe('2026-03-29T01:15:00.000Z');
});

test('a time that the clock repeats is due the first time only', () => {
  expect(due(['02:30'], 'Europe/Berlin', '2026-10-25T00:00Z')).toBe('2026-10-25T00:30:00.000Z');
  expect(due(['02:30'], 'Europe/Berlin', '2026-10-25T00:30Z')).toBe('2026-10-26T01:30:00.000Z');
});

test('the morning briefing keeps its local time over the change', () => {
  expect(due(['07:00'], 'America/New_York', '2026-03-07T12:00Z')).toBe('2026-03-08T11:00:00.000Z');
  expect(due(['07:00'], 'America/New_York', '2026-10-31T11:00Z')).toBe('2026-11-01T12:00:00.000Z');
});

test('a midnight that does not exist is due at the first moment of the day', () => {
  expect(due(['00:00'], 'America/Santiago', '2026-09-06T03:00Z')).toBe('2026-09-06T04:00:00.000Z');
});

function weekly(day: number, time: string, timeZone: string): Timetable {
  return { times: [time], weekdays: [day], everyMinutes: null, timeZone, quiet: null };
}

test('one time on one weekday is weekly, anything else is not', () => {
  const timetable = weekly(7, '09:00', 'UTC');
  expect(isWeekly(timetable)).toBe(true);
  expect(isWeekly({ ...timetable, weekdays: [6, 7] })).toBe(false);
  expect(isWeekly({ ...timetable, times: ['09:00', '18:00'] })).toBe(false);
  expect(isWeekly({ ...timetable, times: [], everyMinutes: 60 })).toBe(false);
});

test('a week is told from when the one before was due, in days of the zone', () => {
  const due = new Date('2026-11-22T00:00Z');
  expect(weekOf(weekly(7, '09:00', 'Asia/Tokyo'), due, due)).toEqual({
    since: new Date('2026-11-15T00:00Z'),
    first: '2026-11-16',
    last: '2026-11-22',
  });
});

test('one that comes late tells of the last week that has ended', () => {
  const now = new Date('2026-11-24T12:00Z');
  expect(weekOf(weekly(7, '09:00', 'UTC'), new Date('2026-11-08T09:00Z'), now)).toMatchObject({
    since: new Date('2026-11-15T09:00Z'),
    last: '2026-11-22',
  });
});

test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'])(
  'weeks in %s follow each other without a gap over a year of clock changes',
  (timeZone) => {
    for (const time of ['00:00', '02:30', '09:00']) {
      const timetable = weekly(7, time, timeZone);
      let before = nextDueAt(timetable, new Date('2026-01-01T00:00Z'));
      for (let week = 0; week < 53; week += 1) {
        const dueAt = nextDueAt(timetable, before);
        const { since } = weekOf(timetable, dueAt, dueAt);
        expect(since.getTime()).toBeLessThanOrEqual(before.getTime());
        expect(before.getTime() - since.getTime()).toBeLessThanOrEqual(60 * 60_000);
        before = dueAt;
      }
    }
  },
);

const dayMs = 24 * 60 * 60_000;
const clockChanges: [string, string][] = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['America/St_Johns', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Santiago', '2026-04-05'],
  ['America/Santiago', '2026-09-06'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-30'],
  ['Asia/Kolkata', '2026-03-29'],
];

const timesOfDay = fc
  .uniqueArray(fc.tuple(fc.nat(23), fc.nat(59)), { minLength: 1, maxLength: 4, selector: String })
  .map((times) => times.map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`).sort());

test.each(clockChanges)(
  'around the change in %s on %s, due is when the clock first shows a time or is past it',
  (timeZone, date) => {
    const start = Date.parse(`${date}T00:00Z`) - 2 * dayMs;
    const clock = clockFaces(timeZone, start, 5);
    const days = [...new Set(clock.map((face) => face.slice(0, 10)))].slice(1);
    fc.assert(
      fc.property(timesOfDay, fc.integer({ min: dayMs, max: 3 * dayMs }), (times, offset) => {
        const wanted = days.flatMap((day) => times.map((time) => `${day} ${time}`));
        const moments = wanted
          .map((face) => clock.findIndex((shown) => shown >= face))
          .filter((minute) => minute >= 0)
          .map((minute) => start + minute * 60_000);
        const after = start + offset;
        const expected = Math.min(...moments.filter((moment) => moment > after));
        expect(due(times, timeZone, new Date(after).toISOString())).toBe(new Date(expected).toISOString());
      }),
    );
  },
);

/** What a clock on the wall shows in each minute of some days: `YYYY-MM-DD HH:MM`. */
function clockFaces(timeZone: string, start: number, days: number): string[] {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return Array.from({ length: days * 1440 }, (_, minute) => format.format(start + minute * 60_000));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

test('an interval keeps to the clock, however often the bot starts again', () => {
  const timetable = { times: [], weekdays: everyDay, everyMinutes: 30, timeZone: 'UTC', quiet: null };
  const next = (after: string) => nextDueAt(timetable, new Date(after)).toISOString();
  expect(next('2026-11-23T06:07Z')).toBe('2026-11-23T06:30:00.000Z');
  expect(next('2026-11-23T06:29:59Z')).toBe('2026-11-23T06:30:00.000Z');
  expect(next('2026-11-23T06:30Z')).toBe('2026-11-23T07:00:00.000Z');
});

test('in quiet hours of the zone nothing is due at an interval; the first moment after them is', () => {
  const hourly = { times: [], weekdays: everyDay, everyMinutes: 60, timeZone: 'Asia/Tokyo' };
  const next = (quiet: { from: string; until: string }, after: string) =>
    nextDueAt({ ...hourly, quiet }, new Date(after)).toISOString();
  // 22:30 in Tokyo.
  expect(next({ from: '23:00', until: '07:00' }, '2026-11-23T13:30Z')).toBe('2026-11-23T22:00:00.000Z');
  expect(next({ from: '12:00', until: '14:00' }, '2026-11-23T02:30Z')).toBe('2026-11-23T05:00:00.000Z');
  expect(next({ from: '12:00', until: '14:00' }, '2026-11-23T05:00Z')).toBe('2026-11-23T06:00:00.000Z');
});

test('quiet hours that leave no moment count for nothing', () => {
  const hourly = { times: [], weekdays: everyDay, everyMinutes: 60, timeZone: 'UTC' };
  const quiet = { from: '00:00', until: '23:30' };
  expect(nextDueAt({ ...hourly, quiet }, new Date('2026-11-23T06:10Z')).toISOString()).toBe('2026-11-23T07:00:00.000Z');
});

test('a timetable without times or weekdays is an error', () => {
  expect(() => due([], 'UTC', '2026-11-23T06:00Z')).toThrow(RangeError);
  expect(() => due(['07:00'], 'UTC', '2026-11-23T06:00Z', [])).toThrow(RangeError);
});

test.each([
  ['asia/tokyo', 'Asia/Tokyo'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['UTC', 'UTC'],
  ['Middle/Earth', null],
  ['+09:00', null],
  ['-0330', null],
  ['', null],
])('the zone %j is known as %j', (typed, known) => {
  expect(knownTimeZone(typed)).toBe(known);
});
