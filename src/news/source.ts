/** What kind of publisher stands behind a source. */
export const sourceKinds = ['wire', 'press', 'public broadcaster', 'official', 'specialist'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** A publisher's feed that we poll, as people describe it. What polling learns about it is in {@link SourceState}. */
export type SourceFacts = {
  /** The catalogue's name for it, or the feed's address for a source that a server added. Never changes. */
  readonly key: string;
  readonly publisher: string;
  /** Publisher and section, where a feed holds only one section. */
  readonly title: string;
  readonly url: string;
  readonly site: string | null;
  /** Who owns the publisher: independence is counted by owner. */
  readonly owner: string;
  /** ISO 3166-1 alpha-2, or null when nobody said. */
  readonly country: string | null;
  /** BCP 47. `und` until its articles tell. */
  readonly language: string;
  /** Keys of the topics that everything in it is about; empty for a general feed. */
  readonly topics: readonly string[];
  readonly kind: SourceKind;
};

/** What polling has learned about a source. */
export type SourceState = {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly nextPollAt: Date;
  /** Null until the first poll that could be read: that one announces nothing. */
  readonly firstReadAt: Date | null;
  readonly lastPolledAt: Date | null;
  readonly lastReadAt: Date | null;
  /** Polls in a row that failed. */
  readonly failures: number;
  readonly lastError: string | null;
};

export type Source = SourceFacts & SourceState & { readonly id: number; readonly intervalMs: number };

export type Health = 'new' | 'healthy' | 'failing';

export function healthOf(state: SourceState): Health {
  if (state.failures > 0) return 'failing';
  return state.lastReadAt ? 'healthy' : 'new';
}

/**
 * When to ask a source again after a poll.
 *
 * @param retryAfterMs  what the server asked for, or null; honoured up to a day
 * @returns the usual interval after success; after n failures in a row the interval doubled n times, at most a day
 */
export function nextPollAfter(now: Date, intervalMs: number, failures: number, retryAfterMs: number | null): Date {
  const dayMs = 24 * 60 * 60_000;
  const backoffMs = Math.min(dayMs, intervalMs * 2 ** Math.min(failures, 12));
  return new Date(now.getTime() + Math.max(backoffMs, Math.min(retryAfterMs ?? 0, dayMs)));
}
