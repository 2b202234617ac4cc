import { topics } from '../../src/news/topic.ts';
import type { Db } from '../../src/store/openStore.ts';
import { saveSubscription } from '../../src/store/subscriptions.ts';

const languages = ['en', 'en', 'en', 'ja', 'ar'];

/** A server and the channels of it that get a briefing, each another one. */
export type Subscribing = { readonly guildId: string; readonly channelIds: readonly string[] };

/** Subscribes channels to a briefing at seven, in three languages: half to top stories, half to a topic. */
export async function fillSubscriptions(
  db: Db,
  guilds: readonly Subscribing[],
  times: { now: Date; nextDueAt: Date },
): Promise<void> {
  const wishes = guilds.flatMap(({ guildId, channelIds }) => channelIds.map((channelId) => ({ guildId, channelId })));
  for (const [index, wish] of wishes.entries()) {
    const topic = topics[index % topics.length]?.key ?? '';
    const subscription = {
      ...wish,
      createdBy: 'a benchmark',
      topics: index % 2 === 0 ? [] : [topic],
      language: languages[index % languages.length] ?? 'en',
      times: ['07:00'],
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      everyMinutes: null,
      timeZone: 'UTC',
      maxStories: 6,
      nextDueAt: times.nextDueAt,
    };
    await saveSubscription(db, subscription, times.now);
  }
}
