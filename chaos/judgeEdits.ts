import type { APIMessage } from 'discord-api-types/v10';
import { dayMs } from '../src/news/liveSubscription.ts';
import { badTimes } from './badTimes.ts';
import type { Faults } from './Faults.ts';
import { cardOf } from './judgeCards.ts';
import type { Account } from './liveThrough.ts';
import { calmFrom } from './spans.ts';
import { cardReaders } from './subscribers.ts';

const minuteMs = 60_000;
/** What joins right after an edit waits for the next: two rounds, each of which comes within two thirds of an hour. */
const takesMs = 80 * minuteMs;
/** A card grows for so long. */
const growsForMs = dayMs;

/**
 * Whether each card shows in the end how many outlets report its story, as far as those are stored that joined while it
 * grew, and soon after they did. Of two cards for one story, since another has taken it in, the older grows.
 */
export function judgeEdits(account: Account): Faults {
  const lost: string[] = [];
  const late: string[] = [];
  let due = 0;
  for (const { channelId } of cardReaders) {
    const grown = new Set<number | null>();
    for (const posted of account.posted.filter((message) => message.channel_id === channelId)) {
      const [card] = cardOf(posted);
      if (!card) continue;
      const story = storyOf(posted, account);
      if (story.id === null || grown.has(story.id)) continue;
      grown.add(story.id);
      if (account.deleted.has(posted.id) || outletsShown(posted, posted) >= story.outlets) continue;
      const joined = Math.max(card.postedAt, story.storedAt);
      const latest = calmFrom(joined, takesMs, badTimes(account, channelId)) + takesMs;
      if (latest > Math.min(card.madeAt + growsForMs, account.plan.end)) continue;
      due += 1;
      const edits = account.edits.filter(({ message }) => message.id === posted.id);
      const shown = edits.filter(({ message }) => outletsShown(message, posted) >= story.outlets);
      const name = `${channelId} edit of the card of ${card.headline}`;
      const last = edits.at(-1);
      if (!last || !shown.includes(last)) lost.push(`${name}: ${last?.message.content ?? posted.content}`);
      else if (shown[0]!.at > latest) late.push(`${name} at ${new Date(shown[0]!.at).toISOString()}`);
    }
  }
  return { lost, twice: [], late, due };
}

/** What is stored of the story of a card in the end: it may have been taken in by another. */
function storyOf({ embeds }: APIMessage, { stored, plan }: Account) {
  const id = stored.find(({ title }) => title === embeds[0]?.title)?.storyId ?? null;
  const articles = stored.filter(({ storyId }) => storyId === id);
  return {
    id,
    outlets: new Set(articles.map(({ publisher }) => publisher)).size,
    storedAt: Math.max(...articles.map(({ storedAt }) => latestMeant(storedAt, plan))),
  };
}

/** The latest moment that the bot's clock may have meant by a time: while it was wrong, the end of that. */
function latestMeant(time: number, { troubles }: Account['plan']): number {
  const ends = troubles.flatMap((trouble) => {
    if (trouble.kind !== 'clock wrong') return [];
    const begun = trouble.at + trouble.byMs;
    return begun <= time && time <= begun + trouble.forMs + minuteMs ? [trouble.at + trouble.forMs] : [];
  });
  return Math.max(time, ...ends);
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
