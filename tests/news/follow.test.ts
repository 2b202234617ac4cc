import { describe, expect, it } from 'vitest';
import { dailyStories, endOfNight, shareOut, storiesAtOnce } from '../../src/news/follow.ts';

const at = (text: string) => new Date(text);

describe('the night', () => {
  it.each([
    ['2026-11-23T21:30:00Z', 'Europe/Berlin', '2026-11-24T06:00:00.000Z'],
    ['2026-11-24T05:59:00Z', 'Europe/Berlin', '2026-11-24T06:00:00.000Z'],
    ['2026-11-23T13:00:00Z', 'Asia/Tokyo', '2026-11-23T22:00:00.000Z'],
    ['2026-03-28T23:00:00Z', 'Europe/Berlin', '2026-03-29T05:00:00.000Z'], // the clocks go forward
  ])('at %s in %s it lasts until %s', (now, zone, end) => {
    expect(endOfNight(zone, at(now))?.toISOString()).toBe(end);
  });

  it.each([
    ['2026-11-24T06:00:00Z', 'Europe/Berlin'],
    ['2026-11-23T12:59:00Z', 'Asia/Tokyo'],
    ['2026-11-23T23:00:00Z', null],
  ])('at %s in %s it is none', (now, zone) => {
    expect(endOfNight(zone, at(now))).toBeNull();
  });
});

describe('what is told of new stories', () => {
  const berlin = (now: string) => ({ timeZone: 'Europe/Berlin', now: at(now) });
  const fresh = { day: '', told: 0, more: 0 };

  it('is a few at once, and the rest the next time', () => {
    const first = shareOut(fresh, storiesAtOnce + 2, berlin('2026-11-23T09:00:00Z'));
    expect(first).toMatchObject({ told: storiesAtOnce, counted: 0, yesterday: 0, isLast: false });
    expect(shareOut(first.after, 2, berlin('2026-11-23T09:05:00Z'))).toMatchObject({ told: 2, counted: 0 });
  });

  it('ends with the last of the day; the others are counted, and said on the day after in the person’s zone', () => {
    const almost = { day: '2026-11-23', told: dailyStories - 1, more: 0 };
    const last = shareOut(almost, 3, berlin('2026-11-23T12:00:00Z'));
    expect(last).toMatchObject({ told: 1, counted: 0, isLast: true });
    const over = shareOut(last.after, 2, berlin('2026-11-23T12:05:00Z'));
    expect(over).toMatchObject({ told: 0, counted: 2, yesterday: 0, isLast: false });
    const again = shareOut(over.after, 1, berlin('2026-11-23T22:59:00Z'));
    expect(again.after).toEqual({ day: '2026-11-23', told: dailyStories, more: 3 });
    const next = shareOut(again.after, 1, berlin('2026-11-23T23:01:00Z'));
    expect(next).toMatchObject({ told: 1, counted: 0, yesterday: 3, after: { day: '2026-11-24', told: 1, more: 0 } });
    expect(shareOut(next.after, 0, berlin('2026-11-24T09:00:00Z')).yesterday).toBe(0);
  });
});
