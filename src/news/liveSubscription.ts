import { type Coverage, ownReporting } from './story.ts';
import { isQuiet, type Subscription } from './subscription.ts';

/** Cards as stories happen: of each with enough weight (`live`), or of what many report at once (`breaking`). */
export type LiveKind = 'live' | 'breaking';

/** Where large turns of a story go: to the card as replies, or into a thread of the card, which is begun for them. */
export const turnPlaces = ['reply', 'thread'] as const;
export type TurnPlace = (typeof turnPlaces)[number];

/** A channel's wish for cards. Each stands for one story and grows with it. */
export type LiveSubscription = Pick<
  Subscription,
  'id' | 'guildId' | 'channelId' | 'createdBy' | 'topics' | 'language' | 'minOrigins' | 'timeZone' | 'quiet'
> &
  Pick<Subscription, 'isPaused' | 'suspended'> & {
    readonly kind: LiveKind;
    /** Stories that had begun before give no card. */
    readonly createdAt: Date;
    /** The independent reports must have come within so long; null: however long it took. */
    readonly withinMinutes: number | null;
    /** New cards in any sixty minutes, at most. */
    readonly perHour: number;
    readonly turns: TurnPlace;
    /** The role that a card mentions, or null. Nothing is mentioned in quiet hours. */
    readonly roleId: string | null;
    /** Mentions in any 24 hours, at most. */
    readonly mentionsPerDay: number;
  };

/** What a wish is where nothing else is said. */
export const usualWish = {
  live: { minOrigins: 2, withinMinutes: null, perHour: 6, turns: 'reply', mentionsPerDay: 0 },
  breaking: { minOrigins: 3, withinMinutes: 60, perHour: 6, turns: 'reply', mentionsPerDay: 3 },
} as const satisfies Readonly<Record<LiveKind, object>>;

export const usualQuiet = { from: '22:00', until: '07:00' };

const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** What had enough weight longer ago is no news any more. */
export const freshMs = 3 * hourMs;

/**
 * When a story had enough independent reports for a wish: copies count for nothing, two papers of one owner are one.
 *
 * @returns null when it never had
 */
export function qualifiedAt(
  coverage: readonly Coverage[],
  { minOrigins, withinMinutes }: Pick<LiveSubscription, 'minOrigins' | 'withinMinutes'>,
  now: Date,
): Date | null {
  const spanMs = withinMinutes === null ? Number.POSITIVE_INFINITY : withinMinutes * minuteMs;
  const reports = ownReporting(coverage)
    .map(({ owner, publishedAt }) => ({ owner, time: Math.min(publishedAt.getTime(), now.getTime()) }))
    .sort((a, b) => a.time - b.time);
  for (const { time } of reports) {
    const within = reports.filter((report) => report.time <= time && time - report.time <= spanMs);
    if (new Set(within.map(({ owner }) => owner)).size >= minOrigins) return new Date(time);
  }
  return null;
}

/** Whether a story has just got the weight for a wish: only such a one gets a card if it has none yet. */
export function hasJustQualified(
  coverage: readonly Coverage[],
  wish: Pick<LiveSubscription, 'minOrigins' | 'withinMinutes'>,
  now: Date,
): boolean {
  const qualified = qualifiedAt(coverage, wish, now);
  return qualified !== null && now.getTime() - qualified.getTime() <= freshMs;
}

/** Whether a story began after a wish was made: what was running before gets no card. */
export function beganSince(coverage: readonly Coverage[], { createdAt }: Pick<LiveSubscription, 'createdAt'>): boolean {
  return coverage.every(({ publishedAt }) => publishedAt >= createdAt);
}

/** Whether anybody may be mentioned at this moment. */
export function mayMention(wish: Pick<LiveSubscription, 'quiet' | 'timeZone'>, now: Date): boolean {
  return !isQuiet(wish, now);
}
