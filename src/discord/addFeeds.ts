import { setImmediate as breathe } from 'node:timers/promises';
import type { SourceFacts } from '../news/source.ts';
import { feedKey } from '../news/sourceList.ts';
import { mostOwnTopics } from '../news/topic.ts';
import { addGuildTopic, addSourcesToGuildTopic, findGuildTopics } from '../store/guildTopics.ts';
import type { OfferedFeed } from '../store/sourceOffers.ts';
import { addSourceToGuild, sourcesOfGuild } from '../store/sources.ts';
import type { CommandContext, Reply } from './command.ts';
import { escaped, plain } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { folded } from './nearest.ts';

export const mostOwnSources = 500;
const atOnce = 50;

/** Gives a server the feeds that somebody chose, with their topics, and says what became of them. */
export async function addFeeds(
  feeds: readonly OfferedFeed[],
  guildId: string,
  userId: string,
  context: CommandContext,
): Promise<Reply> {
  const { db, now, say } = context;
  const known = await sourcesOfGuild(db, guildId);
  const knownKeys = new Set(known.map(({ url }) => feedKey(url)));
  const fresh = feeds.filter(({ url }) => !knownKeys.has(feedKey(url)));
  const room = Math.max(0, mostOwnSources - known.filter(({ isOwn }) => isOwn).length);
  const members = new Map<string, number[]>();
  for (const [index, feed] of fresh.slice(0, room).entries()) {
    // SQLite answers at once: without a pause, nobody else would be answered meanwhile.
    if (index % atOnce === atOnce - 1) await breathe();
    const { id } = await addSourceToGuild(db, guildId, factsOf(feed), { userId, now: now() });
    for (const name of feed.ownTopics) members.set(name, [...(members.get(name) ?? []), id]);
  }
  const hasRoomForTopics = await addTopics(members, guildId, userId, context);
  const titles = fresh.slice(0, room).map(({ title }) => `**${escaped(title, 80)}**`);
  const sentences = [
    titles.length > 0
      ? say('sourcesAdded', { count: titles.length, titles: joinWithin(titles, say('comma'), 1_200) })
      : fresh.length === 0 && say('sourcesAddedNone'),
    fresh.length > room && say('errorSourcesTooMany'),
    !hasRoomForTopics && say('errorTopicsTooMany'),
  ];
  return { content: sentences.filter(Boolean).join('\n'), embeds: [], components: [] };
}

/** What is known of a source that nobody described: the feed's own words. */
export function factsOf({ url, title, site, language, topics }: Omit<OfferedFeed, 'ownTopics'>): SourceFacts {
  const host = new URL(site ?? url).hostname.replace(/^www\./, '');
  const name = plain(title, 80) || host;
  return {
    key: url,
    publisher: name,
    title: name,
    url,
    site,
    owner: host,
    country: null,
    language,
    topics,
    kind: 'press',
  };
}

/** @returns whether all of them found a place */
async function addTopics(
  members: ReadonlyMap<string, readonly number[]>,
  guildId: string,
  userId: string,
  { db, now }: CommandContext,
): Promise<boolean> {
  const topics = new Map((await findGuildTopics(db, guildId)).map((topic) => [folded(topic.name), topic]));
  let hasRoom = true;
  for (const [name, sourceIds] of members) {
    const known = topics.get(folded(name));
    hasRoom &&= known !== undefined || topics.size < mostOwnTopics;
    const topic =
      known ?? (hasRoom ? await addGuildTopic(db, { guildId, name, query: null }, { userId, now: now() }) : null);
    if (!topic) continue;
    topics.set(folded(name), topic);
    await addSourcesToGuildTopic(db, topic.id, sourceIds);
  }
  return hasRoom;
}
