import type { Habits } from './arrivals.ts';
import type { PollingWish } from './article.ts';
import type { Rung } from './identity.ts';
import type { Move } from './move.ts';
import type { Rhythm } from './pollPolicy.ts';

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
export type SourceState = Rhythm &
  Habits &
  Move & {
    readonly etag: string | null;
    readonly lastModified: string | null;
    readonly bodyHash: string | null;
    /** When a whole document came last, instead of word that it is unchanged. */
    readonly documentAt: Date | null;
    readonly nextPollAt: Date;
    /** Null until the first poll that could be read: that one announces nothing. */
    readonly firstReadAt: Date | null;
    readonly lastPolledAt: Date | null;
    /** Also when it was unchanged. */
    readonly lastReadAt: Date | null;
    /** Of one exchange, the latest counting most. */
    readonly averageMs: number | null;
    readonly wish: PollingWish;
    readonly identityRung: Rung;
    /** Polls in a row that failed. */
    readonly failures: number;
    /** Why the last poll failed: a FeedError's `code`, or `other`. */
    readonly lastError: string | null;
    readonly failingSince: Date | null;
    /** Since when it does not answer although that may be our own network's fault: those polls count as no failures. */
    readonly doubtedSince: Date | null;
    /** Since when nothing is expected of it any more. */
    readonly deadSince: Date | null;
  };

export type Source = SourceFacts &
  SourceState & {
    readonly id: number;
    /** Since when pieces of it are held until somebody says whether to announce them. */
    readonly heldSince: Date | null;
  };
