import type { BriefingWish } from '../news/briefing.ts';
import { type Coverage, onePerPage } from '../news/story.ts';
import { importanceOf } from '../news/storyImportance.ts';
import { ownTopicId } from '../news/topic.ts';
import { findBriefs } from '../store/briefs.ts';
import { findGuildTopic } from '../store/guildTopics.ts';
import type { Db } from '../store/openStore.ts';
import { findStoriesOnOwnTopic } from '../store/search.ts';
import { findSourceIdsOfGuild } from '../store/sources.ts';
import { findCoverage, findMainTopics, findStoriesOnTopics } from '../store/stories.ts';
import { findSeverities } from '../store/storyUpdates.ts';
import { languagesReadBy } from '../text/language.ts';
import { shownSources } from './briefingItem.ts';

/** A briefing looks back this far, however short the time since the last one. */
const lookBackMs = 36 * 60 * 60_000;

/** A story that readers of a language may be shown out of the sources that their server gets. */
export type Offered = {
  readonly storyId: number;
  readonly coverage: readonly Coverage[];
  /** {@link importanceOf}, for ranking. */
  readonly weight: number;
  readonly topic: string | null;
  /** Whether there is a brief in the language; one that names none of the server's sources makes no offer. */
  readonly isWritten: boolean;
};

export type Edition = (wish: Pick<BriefingWish, 'guildId' | 'language' | 'topics'>) => Promise<readonly Offered[]>;

/**
 * Makes the function that finds the recent stories for a wish, all as they are at one moment: what servers with the same
 * sources and language, or the same topics, have in common is worked out once.
 *
 * @param storyIds  only these, where not all are to be looked at
 */
export function createEdition(db: Db, now: Date, storyIds?: readonly number[]): Edition {
  const since = new Date(now.getTime() - lookBackMs);
  const offers = new Map<string, Promise<readonly Offered[]>>();
  const onTopics = new Map<string, Promise<ReadonlySet<number>>>();
  return async ({ guildId, language, topics }) => {
    const sourceIds = await findSourceIdsOfGuild(db, guildId);
    const offered = await once(offers, `${language} ${sourceIds}`, () =>
      findOffered(db, { guildId, language }, now, storyIds),
    );
    if (topics.length === 0) return offered;
    const readers = topics.some((key) => ownTopicId(key) !== null) ? guildId : 'all';
    const wanted = await once(onTopics, `${readers} ${topics}`, () => storiesOnTopics(db, topics, { guildId, since }));
    return offered.filter(({ storyId }) => wanted.has(storyId));
  };
}

async function once<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

/** The recent stories that hold something in the readers' language, of the sources that a server gets. */
async function findOffered(
  db: Db,
  { guildId, language }: { guildId: string; language: string },
  now: Date,
  storyIds?: readonly number[],
): Promise<Offered[]> {
  const span = { since: new Date(now.getTime() - lookBackMs), until: new Date(now.getTime() + 60 * 60_000) };
  const readable = languagesReadBy(language);
  const stories = [...(await findCoverage(db, span, guildId, storyIds))].filter(([, articles]) =>
    articles.some((article) => readable.includes(article.language)),
  );
  const ids = stories.map(([storyId]) => storyId);
  const briefs = await findBriefs(db, ids, language);
  const mainTopics = await findMainTopics(db, ids);
  const severities = await findSeverities(db, ids);
  return stories.flatMap(([storyId, articles]) => {
    const coverage = onePerPage(articles);
    const brief = briefs.get(storyId);
    if (brief && shownSources(brief, coverage).length === 0) return [];
    const weight = importanceOf(coverage, now, severities.get(storyId)).value;
    return [{ storyId, coverage, weight, topic: mainTopics.get(storyId) ?? null, isWritten: brief !== undefined }];
  });
}

async function storiesOnTopics(
  db: Db,
  topics: readonly string[],
  readers: { guildId: string; since: Date },
): Promise<Set<number>> {
  const listed = topics.filter((key) => ownTopicId(key) === null);
  const stories = await findStoriesOnTopics(db, listed, readers.since);
  for (const key of topics) {
    const id = ownTopicId(key);
    const topic = id === null ? null : await findGuildTopic(db, id);
    if (!topic) continue;
    for (const storyId of await findStoriesOnOwnTopic(db, topic, readers)) stories.add(storyId);
  }
  return stories;
}
