import { describe, expect, it } from 'vitest';
import { afterFailing, afterReading, asToBeAsked, type Found, never } from '../../src/news/afterPoll.ts';
import { noWish } from '../../src/news/article.ts';
import type { FeedExchange } from '../../src/news/outside.ts';
import type { Source } from '../../src/news/source.ts';
import { hours, monday } from '../support/articles.ts';
import { aReadSource, aSource } from '../support/sources.ts';

const minuteMs = 60_000;
const bounds = { minMs: 5 * minuteMs, maxMs: 6 * 60 * minuteMs };
const exchange: FeedExchange = {
  etag: '"2"',
  lastModified: 'Monday',
  bodyHash: 'b',
  freshMs: null,
  movedTo: null,
  tookMs: 100,
};
const brought = (wish: Partial<Found> = {}): Found => ({
  held: 20,
  added: 1,
  dates: [],
  wish: noWish,
  rung: 'guid',
  ...wish,
});

function read(source: Source, found: Found | null = brought(), answer: Partial<FeedExchange> = {}, now = monday) {
  return afterReading(source, { ...exchange, ...answer }, found, bounds, now);
}

describe('validators', () => {
  const asked = (wish: Partial<Source>) =>
    asToBeAsked(aReadSource({ etag: '"1"', lastModified: 'Monday', ...wish }), monday).etag;

  it('are sent while it is likely that nothing is new', () => {
    expect(asked({ documentAt: hours(-23) })).toBe('"1"');
    expect(asked({ documentAt: hours(-4.9), perHour: 1 })).toBe('"1"');
    expect(asked({ documentAt: null, firstReadAt: hours(-1) })).toBe('"1"');
  });

  it('are left out when it is not, and once a day', () => {
    expect(asked({ documentAt: hours(-24) })).toBeNull();
    expect(asked({ documentAt: hours(-5), perHour: 1 })).toBeNull();
    expect(asked({ documentAt: null, firstReadAt: hours(-30) })).toBeNull();
  });

  it('are trusted again when the whole document came', () => {
    const doubted = asToBeAsked(aReadSource({ etag: '"1"', documentAt: hours(-30) }), monday);
    expect(read(doubted, null).state.documentAt).toEqual(monday);
    expect(read(aReadSource({ etag: '"1"', documentAt: hours(-3) }), null).state.documentAt).toEqual(hours(-3));
    expect(read(aReadSource({ etag: '"1"', documentAt: hours(-3) })).state.documentAt).toEqual(monday);
  });
});

describe('after a poll that could be read', () => {
  it('what was wrong is forgiven, and the validators are kept', () => {
    const troubled = aReadSource({
      failures: 7,
      lastError: 'timeout',
      failingSince: hours(-50),
      deadSince: hours(-20),
      doubtedSince: hours(-1),
    });
    expect(read(troubled).state).toMatchObject({
      failures: 0,
      lastError: null,
      failingSince: null,
      doubtedSince: null,
      deadSince: null,
      etag: '"2"',
      lastModified: 'Monday',
      bodyHash: 'b',
      lastPolledAt: monday,
      lastReadAt: monday,
      firstReadAt: hours(-1),
    });
  });

  it('the first one teaches no habit, but how fast the document is replaced', () => {
    const dates = Array.from({ length: 9 }, (_, index) => hours(-index / 6));
    const { state } = read(aSource(), brought({ added: 20, dates }));
    expect(state).toMatchObject({
      firstReadAt: monday,
      reads: 0,
      perBatch: 0,
      intervalMs: 600_000,
      turnoverMs: 90 * minuteMs,
    });
  });

  it('later ones teach how often and how much it publishes', () => {
    const { state } = read(aReadSource(), brought({ added: 2 }));
    expect(state).toMatchObject({ reads: 1, perBatch: 2, turnoverMs: 10 * 60 * minuteMs });
    expect(state.intervalMs).toBeLessThan(600_000);
    expect(read(aReadSource(), null).state.intervalMs).toBeGreaterThan(600_000);
  });

  it('what is too unusual teaches nothing', () => {
    const source = aReadSource({ reads: 20, perHour: 1, perBatch: 2, turnoverMs: 7_000_000 });
    const { reads, perHour, perBatch, turnoverMs, intervalMs } = source;
    expect(read(source, brought({ added: null })).state).toMatchObject({
      reads,
      perHour,
      perBatch,
      turnoverMs,
      intervalMs,
    });
  });

  it('what the publisher wishes is kept while the document is unchanged', () => {
    const wish = { ttlMs: 3_600_000, skipHours: [1], skipDays: [] };
    const wished = read(aReadSource(), brought({ wish })).state;
    expect(wished.wish).toEqual(wish);
    expect(read(aReadSource(wished), null).state.wish).toEqual(wish);
    expect(read(aReadSource(wished)).state.wish).toEqual(noWish);
  });

  it('the length of an exchange is averaged', () => {
    expect(read(aReadSource(), null, { tookMs: 8_000 }).state.averageMs).toBe(8_000);
    expect(read(aReadSource({ averageMs: 1_000 }), null, { tookMs: 2_000 }).state.averageMs).toBe(1_300);
  });

  it('a move is adopted after a week, and the next one begins anew', () => {
    const movedTo = 'https://next.example/feed';
    const first = read(aReadSource(), null, { movedTo });
    expect(first).toMatchObject({ adopt: null, state: { movedTo, movedSince: monday } });
    const later = read(aReadSource(first.state), null, { movedTo }, hours(7 * 24));
    expect(later).toMatchObject({ adopt: movedTo, state: { movedTo: null, movedSince: null } });
    expect(read(aReadSource(first.state), null).state.movedTo).toBeNull();
    const between = read(aReadSource(first.state), null, { movedTo }, hours(24));
    expect(between).toMatchObject({ adopt: null, state: { movedTo, movedSince: monday, reads: 2 } });
  });
});

describe('after a poll that failed', () => {
  const answered = (code: string, retryAfterMs: number | null = null) => ({ code, isAnswer: true, retryAfterMs });
  const silent = { code: 'network', isAnswer: false, retryAfterMs: null };
  const minutesUntilNext = (source: Source, error: ReturnType<typeof answered>, isDown: boolean | null, now = monday) =>
    (afterFailing(source, error, isDown, now).state.nextPollAt.getTime() - now.getTime()) / minuteMs;

  it('an answer counts at once, whatever others do', () => {
    for (const isDown of [true, false, null]) {
      const { state } = afterFailing(aReadSource(), answered('status 500'), isDown, monday);
      expect(state).toMatchObject({ failures: 1, lastError: 'status 500', failingSince: monday, doubtedSince: null });
    }
  });

  it('silence counts when it is confirmed a minute later, from the beginning', () => {
    const doubted = afterFailing(aReadSource(), silent, false, monday).state;
    expect(doubted).toMatchObject({ failures: 0, lastError: null, doubtedSince: monday, nextPollAt: hours(1 / 60) });
    const counted = afterFailing(aReadSource(doubted), silent, false, hours(1 / 60)).state;
    expect(counted).toMatchObject({
      failures: 1,
      lastError: 'network',
      failingSince: aReadSource(doubted).doubtedSince,
    });
  });

  it('while nobody can tell, it is asked again for a quarter of an hour, then it counts', () => {
    let source = aReadSource();
    const minutes: number[] = [];
    for (let now = monday; source.failures === 0; now = source.nextPollAt) {
      source = { ...source, ...afterFailing(source, silent, null, now).state };
      minutes.push((now.getTime() - monday.getTime()) / minuteMs);
    }
    expect(minutes).toEqual([0, 1, 2, 4, 8, 16]);
    expect(source).toMatchObject({ failures: 1, failingSince: monday });
  });

  it('while our own network is down, it never counts, and is asked less and less', () => {
    let source = aReadSource();
    let polls = 0;
    for (let now = monday; now < hours(20); now = source.nextPollAt) {
      source = { ...source, ...afterFailing(source, silent, true, now).state };
      polls += 1;
    }
    expect(source).toMatchObject({ failures: 0, lastError: null });
    expect(polls).toBeLessThan(200);
    expect(minutesUntilNext(aReadSource(), silent, true)).toBe(1);
  });

  it('not even one that failed before', () => {
    const failing = aReadSource({ failures: 3, lastError: 'timeout', failingSince: hours(-2) });
    expect(afterFailing(failing, silent, true, monday).state).toMatchObject({ failures: 3, lastError: 'timeout' });
    const { state } = afterFailing(failing, silent, false, monday);
    expect(state).toMatchObject({ failures: 3, doubtedSince: monday });
    expect(afterFailing(aReadSource(state), silent, false, hours(1 / 60)).state).toMatchObject({
      failures: 4,
      lastError: 'network',
      failingSince: hours(-2),
    });
  });

  it('but a network that is down for a day is no excuse any more', () => {
    const doubted = aReadSource({ doubtedSince: hours(-24) });
    expect(afterFailing(doubted, silent, true, monday).state).toMatchObject({ failures: 1, failingSince: hours(-24) });
  });

  it('it is asked less and less, and not before the server allows it', () => {
    const waits = [0, 1, 2, 3].map((failures) =>
      minutesUntilNext(aReadSource({ failures }), answered('status 500'), false),
    );
    expect(waits.map((wait) => Math.round(Math.log2(wait / 5)))).toEqual([0, 1, 2, 3]);
    expect(minutesUntilNext(aReadSource(), answered('status 429', 5 * 60 * minuteMs), false)).toBe(300);
  });

  it('a source dies once, after a day and five polls', () => {
    const failing = aReadSource({ failures: 4, lastError: 'status 500', failingSince: hours(-24) });
    const dead = afterFailing(failing, answered('status 500'), false, monday).state;
    expect(dead.deadSince).toEqual(monday);
    expect(afterFailing(aReadSource(dead), answered('status 500'), false, hours(9)).state.deadSince).toEqual(monday);
    const young = aReadSource({ ...failing, failingSince: hours(-23) });
    expect(afterFailing(young, answered('status 500'), false, monday).state.deadSince).toBeNull();
  });

  it('one that is gone is asked once more a day later, then never again', () => {
    const gone = afterFailing(aReadSource(), answered('status 410'), false, monday).state;
    expect(gone).toMatchObject({ nextPollAt: hours(24), deadSince: null });
    const ended = afterFailing(aReadSource(gone), answered('status 410'), false, hours(24)).state;
    expect(ended).toMatchObject({ nextPollAt: never, deadSince: hours(24) });
  });

  it('one whose old address has gone is asked at the one that it led to, at once', () => {
    const moved = aReadSource({ movedTo: 'https://next.example/feed', movedSince: hours(-5) });
    expect(afterFailing(moved, answered('status 404'), false, monday)).toMatchObject({
      adopt: 'https://next.example/feed',
      state: { nextPollAt: monday, movedTo: null, movedSince: null },
    });
  });

  it('what was read before stays', () => {
    const source = aReadSource({ etag: '"1"', bodyHash: 'b' });
    const { lastReadAt, firstReadAt, etag, bodyHash, intervalMs } = source;
    expect(afterFailing(source, answered('web page'), false, monday).state).toMatchObject({
      lastReadAt,
      firstReadAt,
      etag,
      bodyHash,
      intervalMs,
    });
  });
});
