import type { Sentence } from './brief.ts';
import type { BriefingItem } from './briefing.ts';
import type { Correction } from './correction.ts';
import { hasPassed } from './hasPassed.ts';
import type { LiveKind } from './liveSubscription.ts';
import type { Severity } from './storyImportance.ts';
import type { StoryUpdate } from './storyUpdates.ts';

/** A story in one message that grows with it. */
export type Card = {
  readonly id: number;
  readonly kind: LiveKind;
  readonly language: string;
  readonly createdAt: Date;
  /** The role that the message mentions. */
  readonly roleId: string | null;
  readonly content: CardContent;
};

/** What a card says: all that rendering needs, kept as it is to be shown. */
export type CardContent = {
  readonly item: BriefingItem;
  /** How many there were when the card was made. */
  readonly first: Counts;
  /** What its readers have been told of the story, by the card and its replies. */
  readonly told: Told;
};

type Counts = { readonly outlets: number; readonly origins: number };

type Told = {
  /** When they were told something that Discord notifies of: an edit is none. */
  readonly at: Date;
  /** The newest article by then. */
  readonly articleId: number;
  readonly severity: Severity;
  /** Replies so far. */
  readonly turns: number;
};

/** A turn of a story, as a reply to its card. */
export type CardReply = {
  readonly id: number;
  readonly storyId: number;
  readonly language: string;
  readonly createdAt: Date;
  readonly content: CardTurn;
};

/** What a turn brought. */
export type CardTurn = {
  /** Of the report that tells it. */
  readonly headline: string;
  readonly url: string;
  readonly outlet: string;
  readonly sentences: readonly Sentence[];
  /** What no longer holds. */
  readonly corrections: readonly Correction[];
};

/** A story as a card could show it now. */
export type StoryNow = {
  readonly item: BriefingItem;
  readonly severity: Severity;
  readonly updates: readonly StoryUpdate[];
};

/** What becomes of a card. */
export type CardChange = {
  /** `edit`: it says more, or something is put right. `turn`: besides, its readers should hear of it. */
  readonly kind: 'nothing' | 'edit' | 'turn';
  /** There is more to say once some time has passed. */
  readonly isMoreToCome: boolean;
};

const minuteMs = 60_000;
/** Outlets that join together make one edit. */
const betweenEditsMs = minuteMs;
const betweenTurnsMs = 30 * minuteMs;
const mostTurns = 3;
/** So many reports with new figures or names make a turn. */
const reportsOfTurn = 2;
/** A figure that grew or shrank by this factor has turned. */
const largeFactor = 1.5;
/** Magnitudes are logarithms. */
const largeStep = 0.5;

/**
 * What becomes of a card that stands, from what it last said and what there is to say now. What is gone from a source is
 * put right at once; the rest comes in portions. After three replies there are only edits.
 *
 * @param changedAt  when the card last got something new to say
 */
export function changeOf(card: CardContent, changedAt: Date, now: StoryNow, at: Date): CardChange {
  const { item, told } = card;
  const mayTurn = told.turns < mostTurns;
  if (now.item.corrections.length > item.corrections.length) {
    return { kind: mayTurn && isHeadlineLost(item, now.item) ? 'turn' : 'edit', isMoreToCome: false };
  }
  const isTurn =
    mayTurn && (hasTurned(told.severity, now.severity) || reportsOfFacts(now.updates, told.articleId) >= reportsOfTurn);
  if (isTurn && hasPassed(betweenTurnsMs, told.at, at)) return { kind: 'turn', isMoreToCome: false };
  if (!hasGrown(item, now.item)) return { kind: 'nothing', isMoreToCome: isTurn };
  return hasPassed(betweenEditsMs, changedAt, at)
    ? { kind: 'edit', isMoreToCome: isTurn }
    : { kind: 'nothing', isMoreToCome: true };
}

/** Whether outlets or origins joined. */
export function hasGrown(before: BriefingItem, after: BriefingItem): boolean {
  return after.outlets.length > before.outlets.length || after.originCount > before.originCount;
}

/** Whether what happened is much worse, or much less bad, than readers have been told. */
export function hasTurned(before: Severity, after: Severity): boolean {
  const counts = (['killed', 'hurt', 'dollars'] as const).some((name) => {
    const [from, to] = [before[name] ?? 0, after[name] ?? 0];
    return from !== to && Math.max(from, to) >= largeFactor * Math.min(from, to);
  });
  return counts || (after.magnitude !== null && after.magnitude - (before.magnitude ?? 0) >= largeStep);
}

/** How many reports brought new figures or names since an article. */
function reportsOfFacts(updates: readonly StoryUpdate[], afterId: number): number {
  const factual = updates.filter(
    ({ kind, articleId }) => (kind === 'figures' || kind === 'names') && (articleId ?? 0) > afterId,
  );
  return new Set(factual.map(({ articleId }) => articleId)).size;
}

/** A report was withdrawn, or the card is headed anew. */
function isHeadlineLost(before: BriefingItem, after: BriefingItem): boolean {
  const lost = after.corrections.slice(before.corrections.length);
  return after.headline !== before.headline || lost.some(({ text }) => text === null);
}
