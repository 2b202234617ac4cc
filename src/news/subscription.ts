import { Temporal } from 'temporal-polyfill';

/** When a channel wants its briefings. Either times of day, or an interval. */
export type Timetable = {
  /** `HH:MM` in the zone, ascending, without repetition. Empty when `everyMinutes` is set. */
  readonly times: readonly string[];
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly everyMinutes: number | null;
  /** IANA name. */
  readonly timeZone: string;
  /** In the zone, `HH:MM`: nothing is due at an interval from one until, over midnight where that is earlier, the other. */
  readonly quiet: { readonly from: string; readonly until: string } | null;
};

/** How much a briefing tells: headlines; a card for each story; several sentences for each. */
export type Layout = 'compact' | 'cards' | 'full';
export const layouts: readonly Layout[] = ['compact', 'cards', 'full'];

/** How a briefing looks, and where in its channel it goes. */
export type Presentation = {
  readonly layout: Layout;
  readonly images: boolean;
  /** The role that a briefing mentions, once. */
  readonly mentionRoleId: string | null;
  /** Of a forum: what gets a post of its own; null: the channel is no forum. */
  readonly postPer: 'day' | 'story' | null;
};

/** A channel's wish. */
export type Subscription = Timetable &
  Presentation & {
    readonly id: number;
    /** Empty for a person's own briefing. */
    readonly guildId: string;
    readonly channelId: string;
    readonly createdBy: string;
    /** Whose own briefing it is, in their direct messages; null: a channel's. */
    readonly userId: string | null;
    /** Keys of topics, ascending; empty for top stories of every topic. */
    readonly topics: readonly string[];
    /** Of the readers: it governs labels, dates and which sources speak. */
    readonly language: string;
    readonly maxStories: number;
    /** Independent reports that a story needs. */
    readonly minOrigins: number;
    /** What comes when nothing is new. */
    readonly whenEmpty: 'nothing' | 'line';
    readonly nextDueAt: Date;
    readonly isPaused: boolean;
    /** Why nothing is sent for now, or null. */
    readonly suspended: Suspension | null;
  };

/** Why a channel gets nothing: it is gone, we may not post in it, or it is a thread that somebody has locked. */
export type Suspension = 'no channel' | 'no access' | 'locked';

/**
 * What keeps a message out, until somebody who manages the server changes it: a rule of AutoMod, Discord's list of harmful
 * links, a forum that asks for a tag and has none for us, or as many open threads as a server can have.
 */
export type Refusal = 'AutoMod' | 'harmful link' | 'tag needed' | 'threads full';

/** More independent reports than these nobody can ask for. */
export const mostOrigins = 10;

const dayMs = 86_400_000;

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
export const workdays: readonly number[] = [1, 2, 3, 4, 5];
export const weekend: readonly number[] = [6, 7];

/**
 * The first moment strictly after `after` at which a briefing is due.
 *
 * A time that a clock change skips is due when the clock has jumped; one that it repeats is due the first time only.
 */
export function nextDueAt(timetable: Timetable, after: Date): Date {
  if (timetable.everyMinutes) return nextOutsideQuiet(timetable, timetable.everyMinutes, after);
  const start = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(timetable.timeZone);
  for (let days = 0; days <= 8; days++) {
    const date = start.toPlainDate().add({ days });
    if (!timetable.weekdays.includes(date.dayOfWeek)) continue;
    for (const time of timetable.times) {
      const due = momentOf(date.toPlainDateTime(Temporal.PlainTime.from(time)), timetable.timeZone);
      if (due > after.getTime()) return new Date(due);
    }
  }
  throw new RangeError('A timetable needs at least one time and one weekday.');
}

/** Whether it comes once a week: such a briefing looks back over the week. */
export function isWeekly({ times, weekdays, everyMinutes }: Pick<Timetable, 'times' | 'weekdays' | 'everyMinutes'>) {
  return everyMinutes === null && weekdays.length === 1 && times.length === 1;
}

/**
 * The week that a weekly briefing tells of: from when the one before was due, by the clock of its zone, so that no hour is
 * lost or told twice when clocks change.
 *
 * @param dueAt  when it was due. One that comes weeks late tells of the last of them
 * @returns also its first and last day in the zone, `YYYY-MM-DD`
 */
export function weekOf(
  timetable: Timetable,
  dueAt: Date,
  now: Date,
): { readonly since: Date; readonly first: string; readonly last: string } {
  let endsAt = dueAt;
  for (let next = nextDueAt(timetable, endsAt); next <= now; next = nextDueAt(timetable, next)) endsAt = next;
  const end = Temporal.Instant.fromEpochMilliseconds(endsAt.getTime()).toZonedDateTimeISO(timetable.timeZone);
  const weekBefore = end.subtract({ weeks: 1 }).epochMilliseconds;
  const dueBefore = nextDueAt(timetable, new Date(weekBefore - dayMs)).getTime();
  const last = end.toPlainDate();
  return {
    since: new Date(Math.min(weekBefore, dueBefore)),
    first: last.subtract({ days: 6 }).toString(),
    last: last.toString(),
  };
}

function momentOf(local: Temporal.PlainDateTime, timeZone: string): number {
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const isSkipped = !zoned.toPlainDateTime().equals(local);
  return (isSkipped ? (zoned.getTimeZoneTransition('next') ?? zoned) : zoned).epochMilliseconds;
}

/** Intervals keep to the clock (every full hour, not an hour after whenever), so that restarts move nothing. */
function nextOnGrid(everyMinutes: number, after: Date): Date {
  const stepMs = everyMinutes * 60_000;
  return new Date((Math.floor(after.getTime() / stepMs) + 1) * stepMs);
}

/** Where every moment of the grid is quiet, quiet hours count for nothing: some briefing is what was asked for. */
function nextOutsideQuiet(timetable: Timetable, everyMinutes: number, after: Date): Date {
  const first = nextOnGrid(everyMinutes, after);
  for (let due = first; due.getTime() - after.getTime() <= 2 * dayMs; due = nextOnGrid(everyMinutes, due)) {
    if (!isQuiet(timetable, due)) return due;
  }
  return first;
}

/** Whether a moment lies within the quiet hours. */
export function isQuiet({ quiet, timeZone }: Pick<Timetable, 'quiet' | 'timeZone'>, moment: Date): boolean {
  if (!quiet) return false;
  const time = Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
  const { from, until } = quiet;
  return from < until ? time >= from && time < until : time >= from || time < until;
}

/** The date that a moment has in a zone: `2026-11-23`. */
export function localDate(moment: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The IANA name as the system spells it, or null when it knows no such zone. A bare offset (`+09:00`) is none. */
export function knownTimeZone(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
