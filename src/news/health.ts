import type { Source } from './source.ts';

/** How a source is doing, as people are told. Why it fails is in its `lastError`. */
export type Health = 'new' | 'healthy' | 'slow' | 'held' | 'failing' | 'blocked' | 'gone';

type Condition = Pick<Source, 'failures' | 'lastError' | 'failingSince' | 'lastReadAt' | 'averageMs' | 'heldSince'>;

const slowMs = 5_000;
const deadAfterMs = 24 * 60 * 60_000;
const deadAfterPolls = 5;
/** Answers that say: not you. */
const refusals = new Set([401, 402, 403, 429, 451]);
const gone = 410;

export function healthOf(source: Condition): Health {
  if (source.failures > 0) {
    const status = statusOf(source.lastError);
    if (status === gone) return 'gone';
    return status !== null && refusals.has(status) ? 'blocked' : 'failing';
  }
  if (source.heldSince) return 'held';
  if ((source.averageMs ?? 0) > slowMs) return 'slow';
  return source.lastReadAt ? 'healthy' : 'new';
}

/** Whether nothing is to be expected of a source any more: that is worth telling somebody. */
export function isDead({ failures, failingSince }: Pick<Source, 'failures' | 'failingSince'>, now: Date): boolean {
  return failures >= deadAfterPolls && failingSince !== null && now.getTime() - failingSince.getTime() >= deadAfterMs;
}

/** Whether a server says for the second time in a row that a feed is gone for good. Once may be a mistake. */
export function isGoneForGood(lastError: string | null, error: string): boolean {
  return statusOf(error) === gone && statusOf(lastError) === gone;
}

/** @param code  a FeedError's `code`; also the English sentence that the first edition kept */
export function statusOf(code: string | null): number | null {
  const [, status] = /^(?:status|answered) (\d{3})\b/.exec(code ?? '') ?? [];
  return status ? Number(status) : null;
}
