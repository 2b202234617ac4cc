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
};

/** A channel's wish. */
export type Subscription = Timetable & {
  readonly id: number;
  readonly guildId: string;
  readonly channelId: string;
  readonly createdBy: string;
  /** Keys of topics, ascending; empty for top stories of every topic. */
  readonly topics: readonly string[];
  /** Of the readers: it governs labels, dates and which sources speak. */
  readonly language: string;
  readonly maxStories: number;
  readonly nextDueAt: Date;
  /** Why nothing is sent for now, or null. */
  readonly suspended: string | null;
};

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
export const workdays: readonly number[] = [1, 2, 3, 4, 5];
export const weekend: readonly number[] = [6, 7];

/**
 * The first moment strictly after `after` at which a briefing is due.
 *
 * A time that a clock change skips is due when the clock has jumped; one that it repeats is due the first time only.
 */
export function nextDueAt(timetable: Timetable, after: Date): Date {
  if (timetable.everyMinutes) return nextOnGrid(timetable.everyMinutes, after);
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

/** The IANA name as the system spells it, or null when it knows no such zone. */
export function knownTimeZone(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/**
 * Reads what people type for times: `7:00`, `07:00, 18.30`, `7am 6:30 pm`, `19h`, `7`.
 *
 * @returns `HH:MM`, ascending, without repetition; or the first part that is no time of day
 */
export function parseTimes(text: string): { readonly times: string[] } | { readonly wrong: string } {
  const parts = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+(?=[ap]\.?m\b)/g, '')
    .split(/[\s,;、，]+|\band\b|\bund\b|\by\b|\bet\b/)
    .filter(Boolean);
  const times = new Set<string>();
  for (const part of parts) {
    const match = /^(\d{1,2})(?:[:.h時시](\d{2})?[分분]?)?(am|pm|a\.m\.?|p\.m\.?)?$/.exec(part);
    const half = match?.[3]?.[0];
    const typed = Number(match?.[1]);
    const minute = Number(match?.[2] ?? 0);
    const isTwelveHour = half !== undefined;
    const isValid = match && minute < 60 && (isTwelveHour ? typed >= 1 && typed <= 12 : typed < 24);
    if (!isValid) return { wrong: part };
    const hour = isTwelveHour ? (typed % 12) + (half === 'p' ? 12 : 0) : typed;
    times.add(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  }
  return times.size > 0 ? { times: [...times].sort() } : { wrong: text };
}
