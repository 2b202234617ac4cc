import { canonicalUrl } from '../news/article.ts';
import type { Brief, BriefSource, Sentence } from '../news/brief.ts';
import { type Briefing, type BriefingItem, type Candidate, chooseStories } from '../news/briefing.ts';
import { countOrigins, onePerPage, weightOf } from '../news/story.ts';
import { nextDueAt, type Subscription } from '../news/subscription.ts';
import { ownTopicId } from '../news/topic.ts';
import { findHadStories, recordBriefing } from '../store/briefings.ts';
import { findBriefs } from '../store/briefs.ts';
import { findGuildTopic } from '../store/guildTopics.ts';
import type { Db } from '../store/openStore.ts';
import { findStoriesWithWords } from '../store/search.ts';
import { sourceChoicesOfGuild } from '../store/sources.ts';
import {
  type CoverageOfStory,
  findCoverage,
  findMainTopics,
  findMaterial,
  findStoriesOnTopics,
} from '../store/stories.ts';
import { findDueSubscriptions } from '../store/subscriptions.ts';
import { featuresOf } from '../text/features.ts';
import { languagesReadBy, sameLanguage } from '../text/language.ts';
import { tellsSomethingNew } from '../text/novelty.ts';
import type { Report, Stage } from './stage.ts';
import type { BriefOf } from './write.ts';

const subscriptionsPerRun = 200;
/** A briefing looks back this far, however short the time since the last one. */
const lookBackMs = 36 * 60 * 60_000;

/** What a briefing is composed for: a subscription, or a person who asks now. */
export type Wish = Pick<Subscription, 'guildId' | 'topics' | 'language' | 'timeZone' | 'maxStories'> & {
  /** The channel whose memory counts: what it has had is not repeated. Null for a person who asks. */
  readonly memoryOf: string | null;
  readonly subscriptionId: number;
};

/**
 * Composes the briefings that are due and records each with its delivery. One that was missed while nothing ran is
 * made once, however many times were missed.
 */
export function createBrief(options: { db: Db; now: () => Date; report: Report }): Stage {
  const { db, now } = options;
  return async () => {
    const due = await findDueSubscriptions(db, now(), subscriptionsPerRun);
    for (const subscription of due) {
      try {
        const wish = { ...subscription, memoryOf: subscription.channelId, subscriptionId: subscription.id };
        const { content, lastArticleIds } = await composeBriefing(db, wish, subscription.nextDueAt, now());
        const next = { dueAt: nextDueAt(subscription, now()), now: now() };
        await recordBriefing(db, subscription, content, lastArticleIds, next);
      } catch (error) {
        options.report('A briefing could not be composed', { subscription: subscription.id, error });
      }
    }
    return due.length;
  };
}

/**
 * Chooses and describes the stories for a wish. Reads only.
 *
 * Shown are stories that the reader can read something of: with a brief in their language.
 *
 * @param briefOf  writes the briefs of the chosen stories where there are none yet, for a person who asks in a language
 *   that no channel gets; null: stories without a brief wait for the next time
 */
export async function composeBriefing(
  db: Db,
  wish: Wish,
  dueAt: Date,
  now: Date,
  briefOf: BriefOf | null = null,
): Promise<{ content: Omit<Briefing, 'id'>; lastArticleIds: Map<number, number> }> {
  const since = new Date(now.getTime() - lookBackMs);
  const coverage = await visibleCoverage(db, wish, since, now);
  const onTopic = await storiesOnTopics(db, wish.topics, since);
  const ids = [...coverage.keys()].filter((id) => !onTopic || onTopic.has(id));
  const briefs = await findBriefs(db, ids, wish.language);
  const had = wish.memoryOf ? await findHadStories(db, wish.memoryOf, ids) : new Map();
  const mainTopics = await findMainTopics(db, ids);

  const newsById = new Map<number, BriefingItem['news']>();
  const candidates: Candidate[] = [];
  for (const storyId of ids) {
    const articles = coverage.get(storyId) ?? [];
    const brief = briefs.get(storyId);
    if (brief ? shownSources(brief, articles).length === 0 : !briefOf) continue;
    const before = had.get(storyId);
    const news = before ? await newsSince(db, storyId, articles, before, wish.language) : null;
    if (news) newsById.set(storyId, news);
    candidates.push({
      storyId,
      weight: weightOf(articles, now),
      topic: mainTopics.get(storyId) ?? null,
      hadBefore: before ? { movedOn: news !== null } : null,
    });
  }

  const wanted = chooseStories(candidates, wish.maxStories);
  for (const storyId of briefOf ? wanted : []) {
    const brief = await briefOf?.(storyId, wish.language);
    if (brief) briefs.set(storyId, brief);
  }
  const chosen = wanted.filter((storyId) => briefs.has(storyId));
  const items = chosen.map((id) =>
    itemOf(briefs.get(id) as Brief, coverage.get(id) ?? [], mainTopics.get(id) ?? null, newsById.get(id) ?? null),
  );
  const shown = chosen.flatMap((id) => coverage.get(id) ?? []);
  return {
    content: {
      subscriptionId: wish.subscriptionId,
      dueAt,
      language: wish.language,
      timeZone: wish.timeZone,
      topics: await topicLabels(db, wish.topics),
      items,
      articleCount: shown.length,
      sourceCount: new Set(shown.map((article) => article.outlet)).size,
    },
    lastArticleIds: new Map(
      chosen.map((id) => [id, Math.max(...(coverage.get(id) ?? []).map((article) => article.articleId))]),
    ),
  };
}

/** The articles of recent stories that this server's choice of sources lets through. */
async function visibleCoverage(db: Db, wish: Wish, since: Date, now: Date): Promise<Map<number, CoverageOfStory[]>> {
  const all = await findCoverage(db, since, new Date(now.getTime() + 60 * 60_000));
  const choices = await sourceChoicesOfGuild(db, wish.guildId);
  const readable = languagesReadBy(wish.language);
  const visible = new Map<number, CoverageOfStory[]>();
  for (const [storyId, articles] of all) {
    const shown = articles.filter(({ sourceId, inCatalogue }) => {
      const choice = choices.get(sourceId);
      return choice === 'added' || (inCatalogue && choice !== 'removed');
    });
    if (shown.some((article) => readable.includes(article.language))) visible.set(storyId, onePerPage(shown));
  }
  return visible;
}

/** Null: no topic was asked for, every story counts. */
async function storiesOnTopics(db: Db, topics: readonly string[], since: Date): Promise<Set<number> | null> {
  if (topics.length === 0) return null;
  const listed = topics.filter((key) => ownTopicId(key) === null);
  const stories = await findStoriesOnTopics(db, listed, since);
  for (const key of topics) {
    const id = ownTopicId(key);
    const topic = id === null ? null : await findGuildTopic(db, id);
    if (!topic) continue;
    for (const storyId of await findStoriesWithWords(db, topic.words, since)) stories.add(storyId);
  }
  return stories;
}

/** Keys stay keys (they are labelled in the reader's language when shown); a server's own topics get their names. */
async function topicLabels(db: Db, topics: readonly string[]): Promise<string[]> {
  return Promise.all(
    topics.map(async (key) => {
      const id = ownTopicId(key);
      return id === null ? key : ((await findGuildTopic(db, id))?.name ?? key);
    }),
  );
}

/** The latest article that tells what the channel has not had, in the reader's language if there is one. */
async function newsSince(
  db: Db,
  storyId: number,
  coverage: readonly CoverageOfStory[],
  had: { lastArticleId: number; at: Date },
  language: string,
): Promise<BriefingItem['news']> {
  const isLater = ({ articleId, editedAt }: CoverageOfStory) =>
    articleId > had.lastArticleId || (editedAt !== null && editedAt > had.at);
  if (!coverage.some((article) => article.copyOf === null && isLater(article))) return null;
  const material = await findMaterial(db, storyId, language);
  const earlier = (material?.articles ?? []).filter((article) => article.id <= had.lastArticleId).map(featuresOf);
  const later = coverage.filter((article) => article.copyOf === null && isLater(article)).reverse();
  const readable = languagesReadBy(language);
  const inOrder = [
    ...later.filter((article) => readable.includes(article.language)),
    ...later.filter((article) => !readable.includes(article.language)),
  ];
  const newest = inOrder.find(({ articleId, editedAt }) => {
    const article = material?.articles.find((candidate) => candidate.id === articleId);
    return (
      article &&
      (editedAt !== null && articleId <= had.lastArticleId ? true : tellsSomethingNew(featuresOf(article), earlier))
    );
  });
  return newest ? { headline: newest.title, since: had.at } : null;
}

/** The sources of a brief that this server gets. */
function shownSources(brief: Brief, coverage: readonly CoverageOfStory[]): BriefSource[] {
  const pages = new Set(coverage.map((article) => canonicalUrl(article.url)));
  return brief.sources.filter((source) => pages.has(canonicalUrl(source.url)));
}

/** What stands in a brief by the sources that this server gets; the brief was written from all of them. */
function itemOf(
  brief: Brief,
  coverage: readonly CoverageOfStory[],
  topic: string | null,
  news: BriefingItem['news'],
): BriefingItem {
  const sources = shownSources(brief, coverage);
  const numbers = new Set(sources.map((source) => source.number));
  const saidByThem = (sentences: readonly Sentence[]) =>
    sentences
      .map((sentence) => ({ ...sentence, sources: sentence.sources.filter((number) => numbers.has(number)) }))
      .filter((sentence) => sentence.sources.length > 0);
  const standfirst = saidByThem(brief.standfirst);
  const readable = sources.find((source) => sameLanguage(source.language, brief.language)) ?? sources[0];
  const isLeadShown = !readable || sources.some((source) => source.url === brief.url);
  return {
    storyId: brief.storyId,
    headline: isLeadShown ? brief.headline : readable.title,
    url: isLeadShown ? brief.url : readable.url,
    imageUrl: isLeadShown ? brief.imageUrl : null,
    sentences: standfirst.length > 0 ? standfirst : saidByThem(brief.points).slice(0, 1),
    outlets: [...new Set(sources.map((source) => source.outlet))],
    articleCount: coverage.length,
    originCount: countOrigins(coverage),
    newestAt: new Date(Math.max(...coverage.map((article) => article.publishedAt.getTime()))),
    topic,
    news,
  };
}
