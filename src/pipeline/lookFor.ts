import type { BriefMaterial } from '../news/brief.ts';
import type { BriefingItem } from '../news/briefing.ts';
import { coverageOf } from '../news/coverageOf.ts';
import { type DirectNews, type Follow, shareOut } from '../news/follow.ts';
import { hasPassed } from '../news/hasPassed.ts';
import { newsSince } from '../news/newsSince.ts';
import type { WriteBrief } from '../news/outside.ts';
import { readQuery } from '../news/query.ts';
import { onePerPage } from '../news/story.ts';
import { importanceOf } from '../news/storyImportance.ts';
import { phaseOf } from '../news/storyPhase.ts';
import { findBrief } from '../store/briefs.ts';
import { type FollowedStory, findFollowedStories, findFollows, findNewStories, type Look } from '../store/follows.ts';
import { findMutedStories, findMutes } from '../store/mutes.ts';
import type { Db } from '../store/openStore.ts';
import type { Person } from '../store/people.ts';
import { findStoriesFor } from '../store/search.ts';
import { findMainTopics, findMaterial, findStoriesOnTopics } from '../store/stories.ts';
import { findSeverities, findStoryUpdates } from '../store/storyUpdates.ts';
import { featuresOf } from '../text/features.ts';
import { languagesReadBy } from '../text/language.ts';
import { itemOf } from './briefingItem.ts';

const hourMs = 60 * 60_000;
/** A story is told as a new one for so long after it began. */
const newForMs = 24 * hourMs;
/** A story is closed after so long without a report; see {@link phaseOf}. */
const closesAfterMs = 72 * hourMs;
const toldEveryMs = hourMs;
const lookEveryMs = 5 * 60_000;
const mostUpdates = 8;
const mostReports = 4;
/** Of the stories that are new, the weightiest of the newest. */
const mostWeighed = 60;

/** What looking works with; people who are looked at together share it. */
export type LookOptions = { readonly db: Db; readonly weigh: Weigh; readonly describe: Describe };
type Seen = Look['seen'][number];

/** Looks at what a person follows: what they are to be told now, and what they know by then. Reads only. */
export async function lookFor(options: LookOptions, person: Person, now: Date): Promise<Look> {
  const { db } = options;
  const messages: DirectNews[] = [];
  const seen: Seen[] = [];
  const ended: number[] = [];
  const stories = await findFollowedStories(db, person.userId);
  const known = new Set<number>();
  for (const followed of stories) {
    // What was followed as two stories and has become one is told once.
    if (followed.story && known.has(followed.story.id)) {
      ended.push(followed.follow.id);
      continue;
    }
    if (followed.story) known.add(followed.story.id);
    const told = await lookAtStory(db, followed, person.language, now);
    if (told.message) messages.push(told.message);
    if (told.seen) seen.push(told.seen);
    if (told.hasEnded) ended.push(followed.follow.id);
  }
  const found = await findNewFor(options, person, now);
  const waiting = [...found.keys()].filter((storyId) => !known.has(storyId));
  const share = shareOut(person.ration, waiting.length, { timeZone: person.timeZone, now });
  const told = waiting.slice(0, share.told);
  const items = await Promise.all(
    told.map(async (storyId) => {
      const follow = found.get(storyId) as Follow;
      const item = await options.describe(storyId, follow.guildId, person.language);
      return item ? [{ item, follow }] : [];
    }),
  );
  if (items.flat().length > 0 || share.yesterday > 0) {
    messages.push({ kind: 'stories', stories: items.flat(), more: share.yesterday, isLast: share.isLast });
  }
  return {
    messages,
    seen,
    ended,
    had: share.counted > 0 ? waiting : told,
    ration: share.after,
    nextAt: new Date(now.getTime() + lookEveryMs),
  };
}

/** What is new in a story since the person read of it, at most once an hour; that it has closed, once. */
async function lookAtStory(
  db: Db,
  { follow, story, ...known }: FollowedStory,
  language: string,
  now: Date,
): Promise<{ message?: DirectNews; seen?: Seen; hasEnded?: boolean }> {
  if (!story) return { hasEnded: true };
  const isWorthReading = story.isRead && story.version > known.seenVersion;
  const mayTell = hasPassed(toldEveryMs, known.toldAt, now);
  if (!(isWorthReading && mayTell) && now < known.closesAt) return {};
  const material = await findMaterial(db, story.id, { language, guildId: follow.guildId });
  if (!material) return { hasEnded: true };
  const coverage = coverageOf(material);
  const phase = phaseOf(coverage, now);
  const newestAt = Math.max(...coverage.map(({ publishedAt }) => publishedAt.getTime()));
  const checked = { followId: follow.id, closesAt: new Date(Math.max(newestAt + closesAfterMs, now.getTime()) + 1) };
  const brief = await findBrief(db, story.id, language);
  const { headline, url } = brief ?? { headline: story.headline, url: material.articles.at(-1)?.url ?? '' };
  const about = { followId: follow.id, storyId: story.id, headline };
  const reports = isWorthReading && mayTell ? newReports(material, known.lastArticleId) : [];
  if (reports.length > 0) {
    const shown = new Set(material.articles.map(({ id }) => id));
    const updates = (await findStoryUpdates(db, story.id, mostUpdates * 4)).filter(
      ({ articleId }) => articleId !== null && articleId > known.lastArticleId && shown.has(articleId),
    );
    const topic = (await findMainTopics(db, [story.id])).get(story.id) ?? null;
    const inOrder = updates.slice(0, mostUpdates).reverse();
    const lastArticleId = Math.max(...material.articles.map(({ id }) => id));
    return {
      message: { kind: 'update', ...about, url, topic, phase, updates: inOrder, reports: reports.slice(-mostReports) },
      seen: { ...checked, version: story.version, told: { lastArticleId, at: now } },
    };
  }
  if (phase === 'closed') return { message: { kind: 'closed', ...about }, hasEnded: true };
  const version = isWorthReading && mayTell ? story.version : known.seenVersion;
  return { seen: { ...checked, version, told: null } };
}

/** The reports with which a story moved on, oldest first. */
function newReports({ articles }: BriefMaterial, lastArticleId: number) {
  const told = articles.map((article) => ({
    articleId: article.id,
    owner: article.source.owner,
    copyOf: article.copyOf,
    features: featuresOf(article),
    arrival: article.arrival,
    report: {
      title: article.title,
      url: article.url,
      outlet: article.source.publisher,
      language: article.language,
      publishedAt: article.publishedAt,
    },
  }));
  return newsSince(told, lastArticleId)
    .filter(({ arrival }) => arrival === 'news')
    .map(({ report }) => report);
}

/** The stories that are new for what a person follows, the weightiest first, each with the follow that it fits. */
async function findNewFor({ db, weigh }: LookOptions, person: Person, now: Date): Promise<Map<number, Follow>> {
  const fitting = new Map<number, Follow>();
  for (const follow of await findFollows(db, person.userId)) {
    if (follow.kind === 'story') continue;
    const lately = new Date(now.getTime() - newForMs);
    const ids = await findStoriesOf(db, follow, lately);
    const since = new Date(Math.max(...[lately, follow.createdAt, person.since].map((time) => time.getTime())));
    for (const storyId of await findNewStories(db, person.userId, [...ids], since)) {
      if (!fitting.has(storyId)) fitting.set(storyId, follow);
    }
  }
  const muted = await findMutedStories(db, await findMutes(db, person), [...fitting.keys()]);
  const unmuted = [...fitting].filter(([storyId]) => !muted.has(storyId));
  const left = unmuted.sort(([a], [b]) => b - a).slice(0, mostWeighed);
  const readable = languagesReadBy(person.language);
  const weighed = [];
  for (const [storyId, follow] of left) {
    const weight = await weigh(storyId, follow.guildId);
    // Who looks for words of another language reads it.
    const isRead = follow.kind === 'search' || weight?.languages.some((language) => readable.includes(language));
    if (weight && isRead) weighed.push({ storyId, follow, value: weight.value });
  }
  weighed.sort((a, b) => b.value - a.value);
  return new Map(weighed.map(({ storyId, follow }) => [storyId, follow]));
}

/** What a story weighs out of the sources that a server gets, and its languages; null for one that is no news. */
type Weigh = (
  storyId: number,
  guildId: string | null,
) => Promise<{ readonly value: number; readonly languages: readonly string[] } | null>;

/** Makes the function that weighs stories as they are at one moment: each once, whoever follows it. */
export function createWeigh(db: Db, now: Date): Weigh {
  return once(async (storyId, guildId) => {
    const { articles = [] } = (await findMaterial(db, storyId, { language: 'und', guildId })) ?? {};
    // A story can be new to us without being news: what a source held when it was added, or what was split off.
    const isNews = articles.some(
      ({ arrival, publishedAt }) => arrival === 'news' && now.getTime() - publishedAt.getTime() < newForMs,
    );
    if (!isNews) return null;
    const severity = (await findSeverities(db, [storyId])).get(storyId);
    const { value } = importanceOf(coverageOf({ articles }), now, severity);
    return { value, languages: [...new Set(articles.map(({ language }) => language))] };
  });
}

/** The stories that something which somebody follows takes, out of what was published since. */
export async function findStoriesOf(db: Db, follow: Follow, since: Date): Promise<ReadonlySet<number>> {
  if (follow.kind === 'story') return new Set([follow.storyId]);
  if (follow.kind === 'topic') return findStoriesOnTopics(db, [follow.topic], since);
  const read = readQuery(follow.query);
  return 'query' in read ? findStoriesFor(db, read.query, { guildId: follow.guildId, since }) : new Set();
}

/** A story as readers of a language get it out of a server's sources; null when there is nothing of it. */
type Describe = (storyId: number, guildId: string | null, language: string) => Promise<BriefingItem | null>;

/**
 * Makes the function that describes stories as they are at one moment, each once: by its brief as it stands, else by one
 * out of its sources' sentences that is kept nowhere.
 */
export function createDescribe({ db, writeBrief }: { db: Db; writeBrief: WriteBrief }): Describe {
  return once(async (storyId, guildId, language) => {
    const material = await findMaterial(db, storyId, { language, guildId });
    if (!material) return null;
    const brief = (await findBrief(db, storyId, language)) ?? (await writeBrief(material));
    const topic = (await findMainTopics(db, [storyId])).get(storyId) ?? null;
    return itemOf(brief, onePerPage(coverageOf(material)), { topic, news: null });
  });
}

/** The same function, which remembers what it has answered. */
function once<Asked extends readonly unknown[], Answer>(
  find: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const answer = known.get(key) ?? find(...asked);
    known.set(key, answer);
    return answer;
  };
}
