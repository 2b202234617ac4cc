/** How much a source usually publishes. */
export type Habits = {
  /** Reads that brought a document, also an unchanged one. */
  readonly reads: number;
  /** New pieces an hour, the last days counting most. */
  readonly perHour: number;
  /** New pieces in a poll that found some, the latest counting most. */
  readonly perBatch: number;
};

/**
 * What becomes of a new piece: it may be announced; or it is stored, so that it is known when it returns, and never announced; or
 * held until somebody says which.
 */
export type Arrival = 'news' | 'silent' | 'held';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const oldestMs = 7 * dayMs;
const mostAtOnce = 50;
const memoryMs = 3 * dayMs;
const batchMemory = 0.2;

const fewestReads = 10;
const neverHeld = 10;
const unusual = 5;

export const noHabits: Habits = { reads: 0, perHour: 0, perBatch: 0 };

/**
 * Decides what becomes of the new pieces of one poll. The newest are announced; what is older than a week never is. A
 * source that suddenly has five times its usual is held: it may have given all its pieces new names.
 *
 * @param elapsedMs  since the source was last read
 * @param knownSince  when it was first read
 */
export function judgeArrivals(
  pieces: readonly { readonly publishedAt: Date }[],
  habits: Habits,
  elapsedMs: number,
  knownSince: Date,
  now: Date,
): Arrival[] {
  const isFresh = ({ publishedAt }: { publishedAt: Date }) => now.getTime() - publishedAt.getTime() <= oldestMs;
  const fresh = pieces.filter(isFresh);
  const isKnownWell = habits.reads >= fewestReads && now.getTime() - knownSince.getTime() >= dayMs;
  if (isKnownWell && fresh.length > mostUnsuspicious(habits, elapsedMs)) {
    return pieces.map((piece) => (isFresh(piece) ? 'held' : 'silent'));
  }
  const announced = new Set(newestFirst(fresh).slice(0, mostAtOnce));
  return pieces.map((piece) => (announced.has(piece) ? 'news' : 'silent'));
}

/** Those that are announced when held ones are let through: as many as would have been at once. */
export function toAnnounce<T extends { readonly publishedAt: Date }>(held: readonly T[]): T[] {
  return newestFirst(held).slice(0, mostAtOnce);
}

function newestFirst<T extends { readonly publishedAt: Date }>(pieces: readonly T[]): T[] {
  return pieces.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}

function mostUnsuspicious({ perHour, perBatch }: Habits, elapsedMs: number): number {
  return Math.max(neverHeld, unusual * Math.max((perHour * elapsedMs) / hourMs, perBatch));
}

/** @param added  new pieces that are fresh; 0 for an unchanged document */
export function learnHabits(habits: Habits, added: number, elapsedMs: number): Habits {
  const elapsed = Math.max(1, elapsedMs);
  const share = 1 - Math.exp(-elapsed / memoryMs);
  const perHour = habits.perHour + share * ((added * hourMs) / elapsed - habits.perHour);
  const isFirstBatch = habits.perBatch === 0;
  const perBatch = isFirstBatch ? added : habits.perBatch + batchMemory * (added - habits.perBatch);
  return { reads: habits.reads + 1, perHour, perBatch: added > 0 ? perBatch : habits.perBatch };
}
