import { Temporal } from 'temporal-polyfill';
import type { BriefingItem } from './briefing.ts';
import type { Phase } from './storyPhase.ts';
import type { StoryUpdate } from './storyUpdates.ts';
import { everyDay, isQuiet, nextDueAt, type Timetable } from './subscription.ts';

/** What a person follows in direct messages. */
export type Follow = {
  readonly id: number;
  readonly userId: string;
  /** Whose sources are read: those of the server where it was asked for; null: those that everybody gets. */
  readonly guildId: string | null;
  readonly createdAt: Date;
} & Followed;

/** A story by its id, a topic by its key, or whatever a query takes, as `writeQuery` spells it. */
export type Followed =
  | { readonly kind: 'story'; readonly storyId: number }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'search'; readonly query: string };

/** A message for one person, as it is kept until it is sent. */
export type DirectNews =
  | {
      readonly kind: 'update';
      readonly followId: number;
      readonly storyId: number;
      readonly headline: string;
      readonly url: string;
      readonly topic: string | null;
      readonly phase: Phase;
      /** Oldest first. */
      readonly updates: readonly StoryUpdate[];
      /** The reports that brought it, oldest first. */
      readonly reports: readonly Report[];
    }
  | { readonly kind: 'closed'; readonly followId: number; readonly storyId: number; readonly headline: string }
  | {
      readonly kind: 'stories';
      readonly stories: readonly { readonly item: BriefingItem; readonly follow: Follow }[];
      /** Stories of an earlier day that came after its last one was told. */
      readonly more: number;
      /** No more are told today. */
      readonly isLast: boolean;
    };

type Report = {
  readonly title: string;
  readonly url: string;
  readonly outlet: string;
  /** BCP 47. */
  readonly language: string;
  readonly publishedAt: Date;
};

/** How much one person can follow: as many as fit into the select that ends it. */
export const mostFollows = 20;
export const mostOwnBriefings = 5;
/** New stories that somebody is told of on a day. */
export const dailyStories = 10;
/** In one message. */
export const storiesAtOnce = 5;

/** Nobody is woken: nothing is told between these, in the zone of the person where it is known. */
export const nightHours = { from: '22:00', until: '07:00' } as const;

/** When the night ends that it is for a person; null by day, and for one whose zone is not known. */
export function endOfNight(timeZone: string | null, now: Date): Date | null {
  if (timeZone === null || !isQuiet({ timeZone, quiet: nightHours }, now)) return null;
  const morning: Timetable = {
    times: [nightHours.until],
    weekdays: everyDay,
    everyMinutes: null,
    timeZone,
    quiet: null,
  };
  return nextDueAt(morning, now);
}

/** What a person has been told on a day (`YYYY-MM-DD`) of new stories, and how many more there were. */
export type StoryRation = { readonly day: string; readonly told: number; readonly more: number };

/**
 * Shares out the stories that are new for a person: some are told now, the others wait for the next time; after the
 * day's last one, they are counted only, and the next day says how many there were.
 *
 * @param waiting  how many there are
 * @returns `counted`: those that are not told any more; `yesterday`: how many there were more on an earlier day
 */
export function shareOut(
  before: StoryRation,
  waiting: number,
  { timeZone, now }: { readonly timeZone: string | null; readonly now: Date },
): { told: number; counted: number; yesterday: number; isLast: boolean; after: StoryRation } {
  const day = dayOf(now, timeZone);
  const today = before.day === day ? before : { day, told: 0, more: 0 };
  const yesterday = before.day === day ? 0 : before.more;
  const room = dailyStories - today.told;
  const told = Math.min(waiting, room, storiesAtOnce);
  const counted = room <= 0 ? waiting : 0;
  const after = { day, told: today.told + told, more: today.more + counted };
  return { told, counted, yesterday, isLast: told > 0 && told === room, after };
}

function dayOf(now: Date, timeZone: string | null): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone ?? 'UTC')
    .toPlainDate()
    .toString();
}
