import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { parseCustomId } from '../src/discord/customId.ts';
import { freshMs } from '../src/news/liveSubscription.ts';
import { badTimes } from './badTimes.ts';
import { type Faults, repeated } from './Faults.ts';
import type { Account } from './liveThrough.ts';
import { calmFrom } from './spans.ts';
import { type CardReader, cardReaders } from './subscribers.ts';

const minuteMs = 60_000;
/** After a report, its publisher is asked within half an hour, and then a round comes within two thirds of one. */
const takesMs = 80 * minuteMs;
/** A report may be dated so far ahead and is believed. */
const mostAheadMs = 60 * minuteMs;

/**
 * Whether each storm got its card, once in a channel. One that nothing could be said of within three hours gets none, as
 * it is no news by then.
 */
export function judgeCards(account: Account): Faults {
  const lost: string[] = [];
  const twice: string[] = [];
  const late: string[] = [];
  let due = 0;
  for (const reader of cardReaders) {
    const { channelId } = reader;
    const cards = account.posted.filter((message) => message.channel_id === channelId).flatMap(cardOf);
    const known = cards.filter(({ messageId }) => !account.deletedUnseen.has(messageId));
    twice.push(...repeated(known.map(({ storyId }) => `${channelId} card of story ${storyId}`)));
    for (const { reports } of account.storms) {
      const latest = latestTime(reports, reader, account);
      if (latest === null) continue;
      due += 1;
      const card = cards.find(({ headline }) => reports.some(({ title }) => title === headline));
      const name = `${channelId} card of ${reports[0]?.title}`;
      if (!card) lost.push(name);
      else if (card.postedAt > latest) late.push(`${name} at ${new Date(card.postedAt).toISOString()}`);
    }
  }
  return { lost, twice, late, due };
}

/** Null where none is due. */
function latestTime(
  reports: Account['storms'][number]['reports'],
  { channelId, minOrigins, withinMinutes }: CardReader,
  account: Account,
): number | null {
  const begun = reports[0]?.at ?? 0;
  const enough = reports[minOrigins - 1]?.at ?? 0;
  if (withinMinutes !== null && isMisdated(begun, enough + takesMs, account)) return null;
  const latest = calmFrom(begun, takesMs + enough - begun, badTimes(account, channelId)) + takesMs + enough - begun;
  return latest <= Math.min(enough + freshMs, account.plan.end) ? latest : null;
}

/** Whether a clock was so far behind that reports of these times are dated when they were read, and not within the hour. */
function isMisdated(from: number, to: number, { plan }: Account): boolean {
  return plan.troubles.some(
    (trouble) =>
      trouble.kind === 'clock wrong' &&
      trouble.byMs < -mostAheadMs &&
      trouble.at < to &&
      from < trouble.at + trouble.forMs,
  );
}

/** Nothing for a message that is no card. */
export function cardOf(message: APIMessage) {
  const { id: messageId, embeds, timestamp } = message;
  const mark = marksOf(message).find(({ action, ids }) => action === 'fullBrief' && ids.length === 3);
  if (!mark) return [];
  const [storyId, madeAt = 0] = mark.ids;
  return [{ messageId, storyId, madeAt, headline: embeds[0]?.title, postedAt: Date.parse(timestamp) }];
}

/** What the buttons of a message are about. */
export function marksOf({ components = [] }: APIMessage) {
  const buttons = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  return buttons.flatMap((button) => ('custom_id' in button && parseCustomId(button.custom_id)) || []);
}
