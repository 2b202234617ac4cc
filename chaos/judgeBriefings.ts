import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { parseCustomId } from '../src/discord/customId.ts';
import type { Timetable } from '../src/news/subscription.ts';
import { type Faults, repeated } from './Faults.ts';
import type { Account } from './liveThrough.ts';
import type { Plan } from './planOf.ts';
import { isIn, wellFrom } from './spans.ts';
import { subscribers } from './subscribers.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export type Post = {
  readonly messageId: string;
  readonly id: number;
  readonly part: number;
  readonly dueAt: number;
  readonly postedAt: number;
  readonly headlines: string[];
};

/** Whether each briefing came, once, within a minute of the time at which it could. */
export function judgeBriefings(account: Account): Faults {
  const lost: string[] = [];
  const twice: string[] = [];
  const late: string[] = [];
  let due = 0;
  for (const { channelId, timetable } of subscribers) {
    const posts = account.posted.filter((message) => message.channel_id === channelId).flatMap(postOf);
    const bad = [...account.broken, ...(account.unreachable.get(channelId) ?? [])];
    const name = (time: number) => `${channelId} ${new Date(time).toISOString()}`;
    const times = dueTimes(timetable, account.plan).filter((at) => at < account.plan.end - hourMs);
    due += times.length;
    lost.push(...times.filter((at) => isLost(at, channelId, posts, account)).map(name));
    const known = posts.filter(({ messageId }) => !account.deletedUnseen.has(messageId));
    twice.push(...repeated(known.map(({ id, part }) => `${channelId} briefing ${id}, message ${part}`)));
    const again = new Set(repeated(known.flatMap(({ headlines }) => headlines)));
    for (const headline of again) {
      if (hasMovedOn(headline, account)) continue;
      const told = known.filter(({ headlines }) => headlines.includes(headline));
      twice.push(
        `${headline}: ${told.map(({ id, postedAt }) => `briefing ${id} posted ${name(postedAt)}`).join(', ')}`,
      );
    }
    const tooLate = posts.filter(({ dueAt, postedAt }) => postedAt > wellFrom(dueAt, bad) + minuteMs);
    late.push(...tooLate.map(({ dueAt, postedAt }) => `${name(dueAt)} at ${new Date(postedAt).toISOString()}`));
  }
  return { lost, twice, late, due };
}

/**
 * A due time is served by a briefing that was due no later and made no earlier; or right after it, for one that was given
 * up while there was no access.
 */
function isLost(at: number, channelId: string, posts: readonly Post[], account: Account): boolean {
  const made = new Map(account.briefings.map(({ id, createdAt }) => [id, createdAt]));
  if (posts.some(({ id, dueAt }) => dueAt <= at + 1 && at <= (made.get(id) ?? 0))) return false;
  if (hadNoNews(at, channelId, account) || cameEarly(at, account.plan)) return false;
  const closed = account.unreachable.get(channelId) ?? [];
  const ready = wellFrom(at, [...account.broken, ...closed]) + minuteMs;
  return ready < account.plan.end && !closed.some(({ from, to }) => from <= ready && to === Number.POSITIVE_INFINITY);
}

/**
 * Whether the briefing that serves a due time was empty: made while little could be stored, or right after it, with nothing
 * since the one before.
 */
function hadNoNews(at: number, channelId: string, { briefings, stored, broken }: Account): boolean {
  const own = briefings.filter((briefing) => briefing.channelId === channelId);
  return own.some(({ dueAt, createdAt, isEmpty }) => {
    const serves = dueAt === at || (dueAt < at && at <= createdAt);
    if (!serves || !isEmpty) return false;
    if (isIn(createdAt, broken)) return true;
    const before = Math.max(...own.map((other) => other.createdAt).filter((made) => made < createdAt));
    return !stored.some(({ storedAt }) => before < storedAt && storedAt <= createdAt);
  });
}

/** Whether a clock that was ahead may have shown this time before it came, and there was no news yet. */
function cameEarly(time: number, { troubles }: Plan): boolean {
  return troubles.some(
    (trouble) =>
      trouble.kind === 'clock wrong' &&
      trouble.byMs > 0 &&
      trouble.at <= time &&
      time <= trouble.at + trouble.forMs + trouble.byMs,
  );
}

/** Whether another article has joined the story, which may then be told again. */
function hasMovedOn(headline: string, { stored }: Account): boolean {
  const storyId = stored.find(({ title }) => title === headline)?.storyId;
  return stored.filter((article) => article.storyId === storyId).length > 1;
}

/** Nothing for a message that is none of a briefing. */
export function postOf({ id: messageId, components = [], timestamp }: APIMessage): Post[] {
  const parts = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  const isNews = parts.some((part) => 'custom_id' in part && parseCustomId(part.custom_id)?.action === 'following');
  const select = parts.find((part) => part.type === ComponentType.StringSelect);
  const { action, ids = [] } = parseCustomId(select?.custom_id ?? '') ?? {};
  if (!select || action !== 'brief' || isNews) return [];
  const [id = 0, dueAt = 0, part = 0] = ids;
  const headlines = select.options.map(({ label }) => label.replace(/^\d+\. /, ''));
  return [{ messageId, id, part, dueAt, postedAt: Date.parse(timestamp), headlines }];
}

/**
 * When briefings are due: of each day in the zone the first moment at which its clocks show that time or, where they skip
 * it, a later one. Found by looking at the clock every minute, which is slow and can't be wrong.
 */
function dueTimes({ times, everyMinutes, timeZone }: Timetable, plan: Plan): number[] {
  const begin = plan.begin + 1;
  const everyMinute = (from: number, minutes: number) => {
    const stepMs = minutes * minuteMs;
    const first = Math.ceil(from / stepMs) * stepMs;
    return Array.from({ length: Math.ceil((plan.end - first) / stepMs) }, (_, index) => first + index * stepMs);
  };
  if (everyMinutes !== null) return everyMinute(begin, everyMinutes);
  const clock = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const served = new Set<string>();
  return everyMinute(begin - 30 * hourMs, 1).filter((at) => {
    const [date = '', now = ''] = clock.format(at).split(' ');
    const due = times.filter((time) => time <= now && !served.has(`${date} ${time}`));
    for (const time of due) served.add(`${date} ${time}`);
    return due.length > 0 && at >= begin;
  });
}
