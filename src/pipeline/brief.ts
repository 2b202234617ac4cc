import type { Brief, BriefOf } from '../news/brief.ts';
import {
  type Briefing,
  type BriefingFor,
  type BriefingItem,
  type BriefingWish,
  type Candidate,
  chooseStories,
} from '../news/briefing.ts';
import { newsSince } from '../news/newsSince.ts';
import type { Report, WriteBrief } from '../news/outside.ts';
import { type Coverage, countOrigins, onePerPage } from '../news/story.ts';
import { importanceOf } from '../news/storyImportance.ts';
import { nextDueAt, type Subscription } from '../news/subscription.ts';
import { ownTopicId } from '../news/topic.ts';
import { findHadStories, recordBriefing } from '../store/briefings.ts';
import { findBriefs } from '../store/briefs.ts';
import { findGuildTopic } from '../store/guildTopics.ts';
import type { Db } from '../store/openStore.ts';
import { findStoriesOnOwnTopic } from '../store/search.ts';
import { findCoverage, findMainTopics, findMaterial, findStoriesOnTopics } from '../store/stories.ts';
import { findSeverities } from '../store/storyUpdates.ts';
import { findDueSubscriptions } from '../store/subscriptions.ts';
import { featuresOf } from '../text/features.ts';
import { languagesReadBy } from '../text/language.ts';
import { itemOf, shownSources } from './briefingItem.ts';
import { newSentences } from './newSentences.ts';
import type { Stage } from './stage.ts';

const subscriptionsPerRun = 200;
/** What comes later than this says so. */
const lateAfterMs = 15 * 60_000;
/** A briefing looks back this far, however short the time since the last one. */
const lookBackMs = 36 * 60 * 60_000;

type Wish = BriefingWish & {
  /** The channel whose memory counts: what it has had is not repeated. Null for a person who asks. */
  readonly memoryOf: string | null;
  /** Tells what is new to that memory; null when there is none. */
  readonly writeBrief: WriteBrief | null;
  readonly subscriptionId: number;
};

/**
 * Composes the briefings that are due and records each with its delivery. One that was missed while nothing ran is
 * made once, however many times were missed.
 *
 * @param options.writeBrief  writes what is new in a story that the channel has had: without a model, for one channel
 */
export function createBrief(options: { db: Db; now: () => Date; report: Report; writeBrief: WriteBrief }): Stage {
  const { db, now, writeBrief } = options;
  return async () => {
    const due = await findDueSubscriptions(db, now(), subscriptionsPerRun);
    for (const subscription of due) {
      try {
        const wish = { ...subscription, memoryOf: subscription.channelId, subscriptionId: subscription.id, writeBrief };
        const { content, lastArticleIds } = await composeBriefing(db, wish, subscription.nextDueAt, now());
        const next = { dueAt: nextDueAt(subscription, now()), now: now() };
        const isLate = now().getTime() - subscription.nextDueAt.getTime() > lateAfterMs;
        await recordBriefing(db, subscription, isLate ? { ...content, isLate } : content, lastArticleIds, next);
      } catch (error) {
        options.report('A briefing could not be composed', { subscription: subscription.id, error });
      }
    }
    return due.length;
  };
}

/** The stories that a subscription's next briefing would hold if it were made now. */
export async function findNeededStories(db: Db, subscription: Subscription, now: Date): Promise<number[]> {
  const wish = { ...subscription, memoryOf: subscription.channelId, subscriptionId: subscription.id, writeBrief: null };
  const { content } = await composeBriefing(db, wish, subscription.nextDueAt, now);
  return content.items.map(({ storyId }) => storyId);
}

/** Makes the function that composes a briefing for one who asks, in whatever language. */
export function createBriefingFor({ db, now, briefOf }: { db: Db; now: () => Date; briefOf: BriefOf }): BriefingFor {
  return async (wish) => {
    const asked = { ...wish, memoryOf: null, subscriptionId: 0, writeBrief: null };
    const { content } = await composeBriefing(db, asked, now(), now(), briefOf);
    return content;
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
async function composeBriefing(
  db: Db,
  wish: Wish,
  dueAt: Date,
  now: Date,
  briefOf: BriefOf | null = null,
): Promise<{ content: Omit<Briefing, 'id'>; lastArticleIds: Map<number, number> }> {
  const since = new Date(now.getTime() - lookBackMs);
  const coverage = await visibleCoverage(db, wish, since, now);
  const onTopic = await storiesOnTopics(db, wish, since);
  const ids = [...coverage.keys()].filter((id) => !onTopic || onTopic.has(id));
  const briefs = await findBriefs(db, ids, wish.language);
  const had = wish.memoryOf ? await findHadStories(db, wish.memoryOf, ids) : new Map();
  const mainTopics = await findMainTopics(db, ids);
  const severities = await findSeverities(db, ids);

  const newsById = new Map<number, BriefingItem['news']>();
  const candidates: Candidate[] = [];
  for (const storyId of ids) {
    const articles = coverage.get(storyId) ?? [];
    const brief = briefs.get(storyId);
    if (brief ? shownSources(brief, articles).length === 0 : !briefOf) continue;
    if (countOrigins(articles) < (wish.minOrigins ?? 1)) continue;
    const before = had.get(storyId);
    const news = before ? await newsFor(db, wish, storyId, articles, before) : null;
    if (news) newsById.set(storyId, news);
    candidates.push({
      storyId,
      weight: importanceOf(articles, now, severities.get(storyId)).value,
      topic: mainTopics.get(storyId) ?? null,
      hadBefore: before ? { movedOn: news !== null } : null,
    });
  }

  const wanted = chooseStories(candidates, wish.maxStories);
  for (const storyId of briefOf ? wanted : []) {
    const brief = await briefOf?.(storyId, wish.language, wish.guildId);
    if (brief) briefs.set(storyId, brief);
  }
  const chosen = wanted.filter((storyId) => briefs.has(storyId));
  const items: BriefingItem[] = [];
  for (const id of chosen) {
    const brief = briefs.get(id) as Brief;
    const item = itemOf(brief, coverage.get(id) ?? [], mainTopics.get(id) ?? null, newsById.get(id) ?? null);
    const before = had.get(id);
    const isTold = before && item.news && wish.writeBrief;
    const sentences = isTold
      ? await newSentences({ db, writeBrief: isTold }, brief, wish.guildId, before.lastArticleId)
      : item.sentences;
    items.push({ ...item, sentences });
  }
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

/** The recent stories that hold something in the reader's language, of the sources that this server gets. */
async function visibleCoverage(db: Db, wish: Wish, since: Date, now: Date): Promise<Map<number, Coverage[]>> {
  const span = { since, until: new Date(now.getTime() + 60 * 60_000) };
  const readable = languagesReadBy(wish.language);
  const visible = new Map<number, Coverage[]>();
  for (const [storyId, articles] of await findCoverage(db, span, wish.guildId)) {
    if (articles.some((article) => readable.includes(article.language))) visible.set(storyId, onePerPage(articles));
  }
  return visible;
}

/** Null: no topic was asked for, every story counts. */
async function storiesOnTopics(db: Db, { topics, guildId }: Wish, since: Date): Promise<Set<number> | null> {
  if (topics.length === 0) return null;
  const listed = topics.filter((key) => ownTopicId(key) === null);
  const stories = await findStoriesOnTopics(db, listed, since);
  for (const key of topics) {
    const id = ownTopicId(key);
    const topic = id === null ? null : await findGuildTopic(db, id);
    if (!topic) continue;
    for (const storyId of await findStoriesOnOwnTopic(db, topic, { guildId, since })) stories.add(storyId);
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

/** The latest article with which the story moved on, in the reader's language if there is one. */
async function newsFor(
  db: Db,
  { language, guildId }: Wish,
  storyId: number,
  coverage: readonly Coverage[],
  had: { lastArticleId: number; at: Date },
): Promise<BriefingItem['news']> {
  if (!coverage.some(({ articleId }) => articleId > had.lastArticleId)) return null;
  const material = await findMaterial(db, storyId, { language, guildId });
  const told = (material?.articles ?? []).map((article) => ({
    articleId: article.id,
    owner: article.source.owner,
    copyOf: article.copyOf,
    language: article.language,
    title: article.title,
    arrival: article.arrival,
    features: featuresOf(article),
  }));
  const news = newsSince(told, had.lastArticleId).filter(({ arrival }) => arrival === 'news');
  const readable = languagesReadBy(language);
  const latest = news.findLast((article) => readable.includes(article.language)) ?? news.at(-1);
  return latest ? { headline: latest.title, since: had.at } : null;
}
