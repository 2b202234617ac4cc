import type { APIMessage } from 'discord-api-types/v10';
import { cardOf } from './judgeCards.ts';
import type { Account } from './liveThrough.ts';

const minuteMs = 60_000;

/** A card that grows, as it came, and what is stored of its story in the end. */
export type StoryCard = {
  readonly message: APIMessage;
  readonly headline: string | undefined;
  readonly postedAt: number;
  /** By the bot's clock. */
  readonly madeAt: number;
  readonly reports: readonly {
    readonly publisher: string;
    /** By the bot's clock. */
    readonly storedAt: number;
    /** The latest moment that this may have been: a clock may have been wrong. */
    readonly latestAt: number;
  }[];
  /** Whether no clock was wrong, so that it can be told what was stored before the card was made. */
  readonly isInOrder: boolean;
};

/**
 * The cards of a channel that nobody has deleted. Of two for one story, since another has taken it in, the older: it grows.
 */
export function storyCards({ posted, stored, deleted, plan }: Account, channelId: string): StoryCard[] {
  const told = new Set<number>();
  return posted.flatMap((message): StoryCard[] => {
    const [card] = message.channel_id === channelId ? cardOf(message) : [];
    const storyId = card && stored.find(({ title }) => title === card.headline)?.storyId;
    if (!card || !storyId || told.has(storyId)) return [];
    told.add(storyId);
    if (deleted.has(message.id)) return [];
    const { headline, postedAt, madeAt } = card;
    const reports = stored
      .filter((article) => article.storyId === storyId)
      .map(({ publisher, storedAt }) => {
        return { publisher, storedAt, latestAt: Math.max(storedAt, ...endsOfWrongClocks(storedAt, plan)) };
      });
    const times = [madeAt, ...reports.map(({ storedAt }) => storedAt)];
    const isInOrder = times.every((time) => endsOfWrongClocks(time, plan).length === 0);
    return [{ message, headline, postedAt, madeAt, reports, isInOrder }];
  });
}

/** When each clock was right again that may have shown this time while it was wrong. */
function endsOfWrongClocks(time: number, { troubles }: Account['plan']): number[] {
  return troubles.flatMap((trouble) => {
    if (trouble.kind !== 'clock wrong') return [];
    const begun = trouble.at + trouble.byMs;
    return begun <= time && time <= begun + trouble.forMs + minuteMs ? [trouble.at + trouble.forMs] : [];
  });
}
