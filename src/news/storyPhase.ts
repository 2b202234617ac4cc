import { type Coverage, ownReporting } from './story.ts';

/** Where a story stands: just begun and growing, growing, going on for days, ending, ended. */
export type Phase = 'breaking' | 'developing' | 'sustained' | 'fading' | 'closed';

const hourMs = 60 * 60_000;
/** A story takes new articles for this long after its newest one. */
const openMs = 72 * hourMs;
const breakingMs = 6 * hourMs;
const breakingOrigins = 2;
const latelyMs = 2 * hourMs;
const sustainedMs = 48 * hourMs;
const dayMs = 24 * hourMs;
/** It fades when a day brings less than this share of what its fullest day brought. */
const fadingShare = 0.34;

/**
 * The phase of a story, from when its own reporting came out; copies move nothing.
 *
 * *Breaking* in its first six hours while several origins report within two hours; *fading* after a day of silence, or
 * when its last day brought about a third of its fullest; *sustained* when it goes on after two days; *closed* after
 * three days without anything, when it takes no more articles; *developing* else.
 *
 * @param coverage  at least one article
 */
export function phaseOf(coverage: readonly Coverage[], now: Date): Phase {
  const own = ownReporting(coverage);
  const times = own.map(({ publishedAt }) => Math.min(publishedAt.getTime(), now.getTime())).sort((a, b) => a - b);
  const first = times[0] ?? 0;
  const quietMs = now.getTime() - (times.at(-1) ?? 0);
  const ageMs = now.getTime() - first;
  if (quietMs > openMs) return 'closed';
  if (quietMs > dayMs) return 'fading';
  if (ageMs <= breakingMs && originsWithin(own, latelyMs, now) >= breakingOrigins) return 'breaking';
  if (ageMs < sustainedMs) return 'developing';
  const lastDay = times.filter((time) => now.getTime() - time < dayMs).length;
  return lastDay < fullestDay(times) * fadingShare ? 'fading' : 'sustained';
}

function originsWithin(own: readonly Coverage[], spanMs: number, now: Date): number {
  const late = own.filter(({ publishedAt }) => now.getTime() - publishedAt.getTime() <= spanMs);
  return new Set(late.map(({ owner }) => owner)).size;
}

/** The most that any 24 hours brought. */
function fullestDay(times: readonly number[]): number {
  let start = 0;
  let most = 0;
  for (const [end, time] of times.entries()) {
    while (time - (times[start] ?? 0) >= dayMs) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}
