import type { BriefingWish, Considered } from '../news/briefing.ts';
import { type Coverage, countOrigins, onePerPage } from '../news/story.ts';
import { importanceOf } from '../news/storyImportance.ts';
import { followedKey, ownTopicId } from '../news/topic.ts';
import { findBriefs } from '../store/briefs.ts';
import { findFollows } from '../store/follows.ts';
import { findGuildTopic } from '../store/guildTopics.ts';
import { findMutedStories, findMutes, type Muting } from '../store/mutes.ts';
import type { Db } from '../store/openStore.ts';
import { findStoriesOnOwnTopic } from '../store/search.ts';
import { findSourceIdsOfGuild } from '../store/sources.ts';
import { findCoverage, findMainTopics, findStoriesOnTopics } from '../store/stories.ts';
import { findSeverities } from '../store/storyUpdates.ts';
import { languagesReadBy } from '../text/language.ts';
import { shownSources } from './briefingItem.ts';
import { findStoriesOf } from './lookFor.ts';

/** A briefing looks back this far, however short the time since the last one. */
const lookBackMs = 36 * 60 * 60_000;

/** A recent story as a server gets it from its sources. One whose brief names none of them makes no offer. */
export type Offered = Considered & {
  readonly coverage: readonly Coverage[];
  /** {@link importanceOf}, for ranking. */
  readonly weight: number;
  readonly topic: string | null;
};

type EditionWish = Pick<BriefingWish, 'guildId' | 'language' | 'topics' | 'userId'> & {
  /** Of a weekly briefing: when its week began. Then stories of its first day count as much as those of the last. */
  readonly weekSince?: Date | null;
};

export type Edition = (wish: EditionWish) => Promise<{
  readonly stories: readonly Offered[];
  /** Those that are about the topics asked for; null: all of them. */
  readonly onTopic: ReadonlySet<number> | null;
}>;

/**
 * Makes the function that finds the recent stories for a wish, all as they are at one moment: what servers with the same
 * sources and language, or the same topics, have in common is worked out once.
 *
 * @param storyIds  only these, where not all are to be looked at
 */
export function createEdition(db: Db, now: Date, storyIds?: readonly number[]): Edition {
  const offers = new Map<string, Promise<readonly Offered[]>>();
  const onTopics = new Map<string, Promise<ReadonlySet<number>>>();
  return async ({ guildId, language, topics, userId = null, weekSince = null }) => {
    const since = weekSince ?? new Date(now.getTime() - lookBackMs);
    const span = `${since.getTime()} ${weekSince !== null}`;
    const sourceIds = await findSourceIdsOfGuild(db, guildId);
    const wish = { guildId, language, since, isWeekly: weekSince !== null };
    const all = await once(offers, `${language} ${span} ${sourceIds}`, () => findOffered(db, wish, now, storyIds));
    const stories = await withMutes(db, all, { guildId, userId });
    if (topics.length === 0) return { stories, onTopic: null };
    const readers = topics.some((key) => ownTopicId(key) !== null) ? guildId : 'all';
    const person = topics.includes(followedKey) ? userId : null;
    const onTopic = await once(onTopics, `${readers} ${person} ${span} ${topics}`, () =>
      storiesOnTopics(db, topics, { guildId, since, userId: person }),
    );
    return { stories, onTopic };
  };
}

/** Says of each story what the server and the person have muted of it. */
async function withMutes(db: Db, offered: readonly Offered[], whose: Muting): Promise<readonly Offered[]> {
  const mutes = await findMutes(db, whose);
  if (mutes.length === 0) return offered;
  const muted = await findMutedStories(
    db,
    mutes,
    offered.map(({ storyId }) => storyId),
  );
  return offered.map((story) => ({ ...story, mutedBy: muted.get(story.storyId) ?? [] }));
}

async function once<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

async function findOffered(
  db: Db,
  { guildId, language, since, isWeekly }: { guildId: string; language: string; since: Date; isWeekly: boolean },
  now: Date,
  storyIds?: readonly number[],
): Promise<Offered[]> {
  const span = { since, until: new Date(now.getTime() + 60 * 60_000) };
  const readable = languagesReadBy(language);
  const isReadable = ([, articles]: readonly [number, readonly Coverage[]]) =>
    articles.some((article) => readable.includes(article.language));
  const stories = [...(await findCoverage(db, span, guildId, storyIds))];
  const ids = stories.filter(isReadable).map(([storyId]) => storyId);
  const briefs = await findBriefs(db, ids, language);
  const mainTopics = await findMainTopics(db, ids);
  const severities = await findSeverities(db, ids);
  return stories.flatMap((story): Offered[] => {
    const [storyId, articles] = story;
    if (!isReadable(story)) {
      const nothing = { mutedBy: [], isReadable: false, isWritten: false, originCount: 0, weight: 0, topic: null };
      return [{ storyId, coverage: articles, ...nothing }];
    }
    const coverage = onePerPage(articles);
    const brief = briefs.get(storyId);
    if (brief && shownSources(brief, coverage).length === 0) return [];
    const { value, freshness } = importanceOf(coverage, now, severities.get(storyId));
    return [
      {
        storyId,
        coverage,
        mutedBy: [],
        isReadable: true,
        isWritten: brief !== undefined,
        weight: isWeekly ? value / freshness : value,
        topic: mainTopics.get(storyId) ?? null,
        originCount: countOrigins(coverage),
      },
    ];
  });
}

async function storiesOnTopics(
  db: Db,
  topics: readonly string[],
  readers: { guildId: string; since: Date; userId: string | null },
): Promise<Set<number>> {
  const listed = topics.filter((key) => ownTopicId(key) === null);
  const stories = await findStoriesOnTopics(db, listed, readers.since);
  for (const key of topics) {
    const id = ownTopicId(key);
    const topic = id === null ? null : await findGuildTopic(db, id);
    if (!topic) continue;
    for (const storyId of await findStoriesOnOwnTopic(db, topic, readers)) stories.add(storyId);
  }
  for (const follow of readers.userId ? await findFollows(db, readers.userId) : []) {
    for (const storyId of await findStoriesOf(db, follow, readers.since)) stories.add(storyId);
  }
  return stories;
}
