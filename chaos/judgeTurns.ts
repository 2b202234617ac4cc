import type { APIMessage } from 'discord-api-types/v10';
import { freshMs } from '../src/news/liveSubscription.ts';
import { badTimes } from './badTimes.ts';
import { type Faults, repeated } from './Faults.ts';
import { marksOf } from './judgeCards.ts';
import type { Account } from './liveThrough.ts';
import { calmFrom } from './spans.ts';
import { type StoryCard, storyCards } from './storyCards.ts';
import { cardReaders } from './subscribers.ts';

const minuteMs = 60_000;
/** A turn comes half an hour after the card at the earliest, and then as an edit does. */
const takesMs = 110 * minuteMs;
/** Two reports with names that nobody had make a turn. */
const reportsOfTurn = 2;

/** Whether a card of which enough is reported later has a reply that says what is new, each reply once. */
export function judgeTurns(account: Account): Faults {
  const lost: string[] = [];
  const twice: string[] = [];
  const late: string[] = [];
  let due = 0;
  for (const { channelId } of cardReaders) {
    const replies = account.posted.filter((message) => message.channel_id === channelId && turnOf(message));
    const known = replies.filter(({ id }) => !account.deletedUnseen.has(id));
    twice.push(...repeated(known.map((reply) => `${channelId} turn ${turnOf(reply)}`)));
    for (const card of storyCards(account, channelId)) {
      const latest = latestTime(card, channelId, account);
      if (latest === null) continue;
      due += 1;
      const reply = replies.find(({ message_reference }) => message_reference?.message_id === card.message.id);
      const name = `${channelId} turn of the card of ${card.headline}`;
      if (!reply) lost.push(name);
      else if (Date.parse(reply.timestamp) > latest) late.push(`${name} at ${reply.timestamp}`);
    }
  }
  return { lost, twice, late, due };
}

/** Null where none is due: what can't be sent while it is news is not sent. */
function latestTime(card: StoryCard, channelId: string, account: Account): number | null {
  const { postedAt, madeAt, reports, isInOrder } = card;
  if (!isInOrder) return null;
  const later = [...Map.groupBy(reports, ({ publisher }) => publisher).values()]
    .map((own) => Math.min(...own.map(({ storedAt }) => storedAt)))
    .filter((storedAt) => storedAt > madeAt)
    .sort((a, b) => a - b);
  const turned = later[reportsOfTurn - 1];
  if (turned === undefined) return null;
  const begin = Math.max(postedAt, turned);
  const latest = calmFrom(begin, takesMs, badTimes(account, channelId)) + takesMs;
  return latest <= Math.min(begin + freshMs, account.plan.end) ? latest : null;
}

/** The mark of a reply; nothing for another message. */
function turnOf(message: APIMessage): string | undefined {
  return marksOf(message)
    .find(({ action, ids }) => action === 'fullBrief' && ids.length === 4)
    ?.ids.join(' ');
}
