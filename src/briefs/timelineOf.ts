import { datesOf } from '../text/dates.ts';
import type { Candidate, Readable } from './candidates.ts';

export type ChosenDate<A extends Readable> = { readonly date: string; readonly candidate: Candidate<A> };

const mostDates = 6;
const wholeMonth = 27;
const dayMs = 86_400_000;

/**
 * What a story's sentences date, the oldest first, one sentence a day: read from the time at which their article was
 * published. Empty when they tell less than two dates.
 *
 * @param candidates  the best sentences first
 */
export function timelineOf<A extends Readable>(candidates: readonly Candidate<A>[]): ChosenDate<A>[] {
  const byDate = new Map<string, Candidate<A>>();
  const used = new Set<Candidate<A>>();
  for (const candidate of candidates) {
    if (candidate.isLeaning || byDate.size === mostDates) continue;
    const { text, article } = candidate;
    const dates = new Set(datesOf(text, article.language, article.publishedAt).flatMap(dateIn));
    const [date] = dates;
    // Of a sentence with several dates nobody knows which one it is about.
    if (dates.size !== 1 || !date || byDate.has(date) || used.has(candidate)) continue;
    byDate.set(date, candidate);
    used.add(candidate);
  }
  if (byDate.size < 2) return [];
  return Array.from(byDate, ([date, candidate]) => ({ date, candidate })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

function dateIn({ from, to }: { readonly from: string; readonly to: string }): string[] {
  if (from === to) return [from];
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return days >= wholeMonth && days <= 31 && from.endsWith('-01') ? [from.slice(0, 7)] : [];
}
