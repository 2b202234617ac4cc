import topicList from '../../data/topics.json' with { type: 'json' };
import type { Query } from './query.ts';

/**
 * A subject that people follow: one of the 17 top IPTC Media Topics.
 *
 * @see https://iptc.org/standards/media-topics/
 */
export type Topic = {
  readonly key: string;
  readonly qcode: string;
  readonly emoji: string;
  /** `#RRGGBB` */
  readonly colour: string;
  /** Label by language (BCP 47). */
  readonly names: Readonly<Record<string, string>>;
};

export const topics: readonly Topic[] = topicList;

const byKey = new Map(topics.map((topic) => [topic.key, topic]));

/** What each topic is called, in every language: key → names. */
export const topicNames: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  topics.map(({ key, names }) => [key, Object.values(names)]),
);

export function findTopic(key: string): Topic | undefined {
  return byKey.get(key);
}

/** A subject that one server defined, by a query or by sources. Its key in subscriptions is `own:<id>`. */
export type OwnTopic = {
  readonly id: number;
  readonly guildId: string;
  readonly name: string;
  /** What it takes articles by; null: only by their sources. */
  readonly query: Query | null;
  /** Ids of the sources of which everything belongs to it. */
  readonly sources: readonly number[];
};

/** How many topics of its own a server may have. */
export const mostOwnTopics = 30;

export function ownTopicKey(id: number): string {
  return `own:${id}`;
}

/** The id of a server's own topic, or null for an IPTC topic's key. */
export function ownTopicId(key: string): number | null {
  const id = key.startsWith('own:') ? Number(key.slice(4)) : Number.NaN;
  return Number.isInteger(id) ? id : null;
}

/** The key that stands, among the topics of a person's own briefing, for whatever that person follows. */
export const followedKey = '@followed';
