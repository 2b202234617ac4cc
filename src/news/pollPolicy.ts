import { createHash } from 'node:crypto';
import type { PollingWish } from './article.ts';

/** Between which times a source that can be read is asked again. */
export type PollBounds = { readonly minMs: number; readonly maxMs: number };

/** How often a source is asked, as its own publishing taught us. */
export type Rhythm = {
  readonly intervalMs: number;
  /** The shortest time, lately, in which everything in the document was replaced; null while nothing suggests one. */
  readonly turnoverMs: number | null;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** With these, about four polls of ten find something. Tried on a week of simulated publishers, from one piece in three
 * days to 300 a day: the pair that asks seldom (half as often as every ten minutes at 40 pieces a day) and is late by a
 * quarter of an hour then, not by half an hour as with 0.6 and 1.5. */
const faster = 0.7;
const slower = 1.25;
/** A poll that comes three times as late as planned still misses nothing. */
const pollsPerTurnover = 3;
const spread = 0.1;
const backOffSpread = 0.2;

/** For a source that nothing is known about. */
export const firstIntervalMs = 15 * minuteMs;

/**
 * What a poll teaches.
 *
 * @param found  how many pieces the document holds, and how many of them came since the poll before; null when it was
 *   unchanged
 * @param elapsedMs  since the poll before
 */
export function adaptRhythm(
  { intervalMs, turnoverMs }: Rhythm,
  found: { readonly held: number; readonly added: number } | null,
  elapsedMs: number,
  bounds: PollBounds,
): Rhythm {
  const hasNews = found !== null && found.added > 0;
  const replacedMs = hasNews ? (elapsedMs * found.held) / found.added : Number.POSITIVE_INFINITY;
  // What a burst taught counts on the next day too, at about the same hour, and half as much on the one after.
  const remembered = (turnoverMs ?? Number.POSITIVE_INFINITY) * 2 ** (elapsedMs / dayMs);
  return {
    intervalMs: within(bounds, intervalMs * (hasNews ? faster : slower)),
    turnoverMs: worthKeeping(Math.min(replacedMs, remembered), bounds),
  };
}

/**
 * How fast a document that is read for the first time is replaced, by the dates in it: three times the shortest span
 * that a third of them fills.
 *
 * @returns null when the dates don't tell
 */
export function turnoverByDates(dates: readonly (Date | null)[], now: Date, bounds: PollBounds): number | null {
  const known = dates.flatMap((date) => (date && date <= now ? [date.getTime()] : [])).sort((a, b) => a - b);
  const third = Math.ceil(known.length / 3);
  if (known.length < 6 || known.length < dates.length || new Set(known).size < known.length / 2) return null;
  const spans = known.slice(third).map((time, index) => time - (known[index] ?? 0));
  return worthKeeping(3 * Math.min(...spans), bounds);
}

/** A turnover that allows the longest interval says nothing. */
function worthKeeping(turnoverMs: number, { maxMs }: PollBounds): number | null {
  return turnoverMs < pollsPerTurnover * maxMs ? Math.max(1, Math.round(turnoverMs)) : null;
}

/**
 * When to ask a source again that could be read: by its rhythm, later where its publisher wishes so, but in time to see
 * everything before it scrolls out of the document.
 *
 * @param freshMs  how long the server called its answer fresh
 * @param seed  any text that differs between sources and polls, so that not all are asked at once
 */
export function nextPollAt(
  now: Date,
  rhythm: Rhythm,
  freshMs: number | null,
  wish: PollingWish,
  bounds: PollBounds,
  seed: string,
): Date {
  const { turnoverMs } = rhythm;
  const latestMs = turnoverMs === null ? bounds.maxMs : within(bounds, turnoverMs / pollsPerTurnover);
  const wishedMs = within(bounds, Math.max(rhythm.intervalMs, freshMs ?? 0, wish.ttlMs ?? 0));
  const waitMs = within(bounds, spreadOut(Math.min(wishedMs, latestMs), spread, seed));
  const skippedMs = Math.min(skipsUntil(now.getTime() + waitMs, wish) - now.getTime(), dayMs, turnoverMs ?? dayMs);
  return new Date(now.getTime() + Math.max(waitMs, skippedMs));
}

/**
 * When to ask a source again that could not be read: after 5 minutes, doubled with every further failure, at most a day.
 *
 * @param retryAfterMs  what the server asked for, or null; honoured up to a day
 */
export function backOffUntil(now: Date, failures: number, retryAfterMs: number | null, seed: string): Date {
  const backOffMs = Math.min(dayMs, 5 * minuteMs * 2 ** Math.min(Math.max(0, failures - 1), 12));
  const spreadMs = Math.min(dayMs, spreadOut(backOffMs, backOffSpread, seed));
  return new Date(now.getTime() + Math.max(spreadMs, Math.min(retryAfterMs ?? 0, dayMs)));
}

/**
 * The first moment from `at` on that lies in no hour and no day in which the publisher expects nothing new.
 *
 * @see RSS 2.0, skipHours and skipDays: both in GMT
 */
function skipsUntil(at: number, { skipHours, skipDays }: PollingWish): number {
  const isSkipped = (time: number) => {
    const date = new Date(time);
    return skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay());
  };
  let time = at;
  for (let hours = 0; hours < 24 && isSkipped(time); hours++) time = (Math.floor(time / hourMs) + 1) * hourMs;
  return time;
}

function within({ minMs, maxMs }: PollBounds, ms: number): number {
  return Math.round(Math.min(maxMs, Math.max(minMs, ms)));
}

/** Up to `share` more or less, always the same for a seed. */
function spreadOut(ms: number, share: number, seed: string): number {
  const chance = createHash('sha256').update(seed).digest().readUInt32BE() / 2 ** 32;
  return Math.round(ms * (1 - share + 2 * share * chance));
}
