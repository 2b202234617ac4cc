import { learnHabits } from './arrivals.ts';
import type { PollingWish } from './article.ts';
import { isDead, isGoneForGood, statusOf } from './health.ts';
import type { Rung } from './identity.ts';
import { addressInstead, addressToAdopt, followMove } from './move.ts';
import type { FeedExchange } from './outside.ts';
import { adaptRhythm, backOffUntil, nextPollAt, type PollBounds, turnoverByDates } from './pollPolicy.ts';
import type { Source, SourceState } from './source.ts';

/** What a document brought. */
export type Found = {
  /** Pieces in it. */
  readonly held: number;
  /** How many of them are new and fresh; null when they are too unusual to learn from. */
  readonly added: number | null;
  readonly dates: readonly (Date | null)[];
  readonly wish: PollingWish;
  readonly rung: Rung;
};

/** What is known of a source after a poll, and the address that it is to have from now on, if another. */
export type AfterPoll = { readonly state: SourceState; readonly adopt: string | null };

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Even a server with few sources asks some other host meanwhile. */
const longestUndecidedMs = 15 * minuteMs;
/** After a day, a network that is down is no news: what can't be reached counts as failing. */
const longestOutageMs = dayMs;
const slowestRetryMs = 10 * minuteMs;
const averageMemory = 0.3;
/** That as many pieces were to be expected and none came is hardly chance. */
const leastExpected = 5;

/** For a source that is asked no more. */
export const never = new Date('9999-12-31T00:00:00Z');

/**
 * How to ask a source: without validators once in a while, sooner the more it usually publishes. Some servers answer
 * 304 although there is news, and a document that is the same is recognised anyway.
 */
export function asToBeAsked(source: Source, now: Date): Source {
  const quietMs = now.getTime() - (source.documentAt ?? source.firstReadAt ?? now).getTime();
  const expected = (source.perHour * quietMs) / (60 * minuteMs);
  const isDoubtful = quietMs >= dayMs || expected >= leastExpected;
  return isDoubtful ? { ...source, etag: null, lastModified: null } : source;
}

function hasValidators({ etag, lastModified }: Source): boolean {
  return etag !== null || lastModified !== null;
}

/**
 * @param source  as it was asked
 * @param found  null when the document was unchanged
 */
export function afterReading(
  source: Source,
  answer: FeedExchange,
  found: Found | null,
  bounds: PollBounds,
  now: Date,
): AfterPoll {
  const elapsedMs = source.lastReadAt ? now.getTime() - source.lastReadAt.getTime() : 0;
  const wish = found?.wish ?? source.wish;
  const rhythm = rhythmAfter(source, found, elapsedMs, bounds, now);
  const move = followMove(source, answer.movedTo, now);
  const adopt = addressToAdopt(source.url, move, now);
  const state: SourceState = {
    ...rhythm,
    ...habitsAfter(source, found, elapsedMs),
    ...(adopt ? followMove(move, null, now) : move),
    etag: answer.etag,
    lastModified: answer.lastModified,
    bodyHash: answer.bodyHash,
    documentAt: found || !hasValidators(source) ? now : source.documentAt,
    nextPollAt: nextPollAt(now, rhythm, answer.freshMs, wish, bounds, seedOf(source, now)),
    firstReadAt: source.firstReadAt ?? now,
    lastPolledAt: now,
    lastReadAt: now,
    averageMs: Math.round(average(source.averageMs, answer.tookMs)),
    wish,
    identityRung: found?.rung ?? source.identityRung,
    failures: 0,
    lastError: null,
    failingSince: null,
    doubtedSince: null,
    deadSince: null,
  };
  return { state, adopt };
}

function rhythmAfter(source: Source, found: Found | null, elapsedMs: number, bounds: PollBounds, now: Date) {
  const { intervalMs, turnoverMs } = source;
  if (source.firstReadAt === null) {
    return { intervalMs, turnoverMs: found && turnoverByDates(found.dates, now, bounds) };
  }
  if (found?.added === null) return { intervalMs, turnoverMs };
  return adaptRhythm(source, found && { held: found.held, added: found.added }, elapsedMs, bounds);
}

function habitsAfter({ reads, perHour, perBatch, firstReadAt }: Source, found: Found | null, elapsedMs: number) {
  const isUsual = firstReadAt !== null && found?.added !== null;
  return isUsual
    ? learnHabits({ reads, perHour, perBatch }, found?.added ?? 0, elapsedMs)
    : { reads, perHour, perBatch };
}

/**
 * @param error  `isAnswer` tells whether the server answered at all
 * @param isOwnNetworkDown  null when too few hosts were asked lately to tell
 */
export function afterFailing(
  source: Source,
  error: { readonly code: string; readonly isAnswer: boolean; readonly retryAfterMs: number | null },
  isOwnNetworkDown: boolean | null,
  now: Date,
): AfterPoll {
  const seed = seedOf(source, now);
  const before: SourceState = source;
  if (!error.isAnswer && isInDoubt(source, isOwnNetworkDown, now)) {
    const doubtedSince = source.doubtedSince ?? now;
    const doubtedMs = now.getTime() - doubtedSince.getTime();
    const waitMs = Math.min(slowestRetryMs, Math.max(minuteMs, doubtedMs));
    return { state: { ...before, lastPolledAt: now, doubtedSince, nextPollAt: later(now, waitMs) }, adopt: null };
  }
  const failures = source.failures + 1;
  const failingSince = source.failingSince ?? source.doubtedSince ?? now;
  const isGone = isGoneForGood(source.lastError, error.code);
  const adopt = addressInstead(source, statusOf(error.code));
  const hasDied = isGone || isDead({ failures, failingSince }, now);
  const state: SourceState = {
    ...before,
    ...(adopt ? followMove(before, null, now) : {}),
    lastPolledAt: now,
    nextPollAt: retryAt(),
    failures,
    lastError: error.code,
    failingSince,
    doubtedSince: null,
    deadSince: source.deadSince ?? (hasDied && !adopt ? now : null),
  };
  return { state, adopt };

  function retryAt(): Date {
    if (adopt) return now;
    if (isGone) return never;
    // Once, it may be a mistake: a day is enough to see it.
    if (statusOf(error.code) === 410) return later(now, dayMs);
    return backOffUntil(now, failures, error.retryAfterMs, seed);
  }
}

/**
 * Whether a poll without an answer is to count against nobody. The first never does: when our own network goes, the
 * last polls of the others were good ones.
 */
function isInDoubt({ doubtedSince }: Source, isOwnNetworkDown: boolean | null, now: Date): boolean {
  const doubtedMs = doubtedSince ? now.getTime() - doubtedSince.getTime() : 0;
  if (isOwnNetworkDown) return doubtedMs < longestOutageMs;
  return isOwnNetworkDown === null ? doubtedMs < longestUndecidedMs : doubtedSince === null;
}

function average(before: number | null, latest: number): number {
  return before === null ? latest : before + averageMemory * (latest - before);
}

function seedOf({ key, reads, failures }: Source, now: Date): string {
  return `${key} ${reads} ${failures} ${Math.floor(now.getTime() / dayMs)}`;
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + Math.round(ms));
}
