import type { APIMessage } from 'discord-api-types/v10';
import { dayMs } from '../src/news/liveSubscription.ts';
import { badTimes } from './badTimes.ts';
import type { Faults } from './Faults.ts';
import type { Account } from './liveThrough.ts';
import { calmFrom } from './spans.ts';
import { storyCards } from './storyCards.ts';
import { cardReaders } from './subscribers.ts';

const minuteMs = 60_000;
/** What joins right after an edit waits for the next: two rounds, each of which comes within two thirds of an hour. */
const takesMs = 80 * minuteMs;
/** A card grows for so long. */
const growsForMs = dayMs;

/**
 * Whether each card shows in the end how many outlets report its story, as far as those are stored that joined while it
 * grew, and soon after they did.
 */
export function judgeEdits(account: Account): Faults {
  const lost: string[] = [];
  const late: string[] = [];
  let due = 0;
  for (const { channelId } of cardReaders) {
    for (const { message: posted, headline, postedAt, madeAt, reports } of storyCards(account, channelId)) {
      const outlets = new Set(reports.map(({ publisher }) => publisher)).size;
      if (outletsShown(posted, posted) >= outlets) continue;
      const joined = Math.max(postedAt, ...reports.map(({ latestAt }) => latestAt));
      const latest = calmFrom(joined, takesMs, badTimes(account, channelId)) + takesMs;
      if (latest > Math.min(madeAt + growsForMs, account.plan.end)) continue;
      due += 1;
      const edits = account.edits.filter(({ message }) => message.id === posted.id);
      const shown = edits.filter(({ message }) => outletsShown(message, posted) >= outlets);
      const name = `${channelId} edit of the card of ${headline}`;
      const last = edits.at(-1);
      if (!last || !shown.includes(last)) lost.push(`${name}: ${last?.message.content ?? posted.content}`);
      else if (shown[0]!.at > latest) late.push(`${name} at ${new Date(shown[0]!.at).toISOString()}`);
    }
  }
  return { lost, twice: [], late, due };
}

/** How many outlets a card names: in the line below its text, and in its first line, which counts from when it came. */
function outletsShown(card: APIMessage, posted: APIMessage): number {
  const more = Number(/\+(\d+) outlet/.exec(card.content)?.[1] ?? 0);
  return Math.min(outletsListed(card), outletsListed(posted) + more);
}

/** `-# herald, courier, gazette +1 · …` */
function outletsListed({ embeds }: APIMessage): number {
  const facts = embeds[0]?.description?.split('\n').at(-1) ?? '';
  const [, listed = '', more = '0'] = /^-# (.+?)(?: \+(\d+))? · /.exec(facts) ?? [];
  return listed.split(', ').length + Number(more);
}
