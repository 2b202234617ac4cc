import type { Brief, BriefOf } from '../news/brief.ts';
import {
  type Briefing,
  type BriefingFor,
  type BriefingItem,
  type BriefingWish,
  type Candidate,
  type Considered,
  type JudgeStory,
  judgeStories,
  type Obstacle,
  obstacleTo,
  type Verdict,
} from '../news/briefing.ts';
import { type DivideBriefing, wholeOf } from '../news/briefingPart.ts';
import type { Report, WriteBrief } from '../news/outside.ts';
import type { Coverage } from '../news/story.ts';
import { isWeekly, nextDueAt, type Presentation, type Subscription, weekOf } from '../news/subscription.ts';
import { findHadStories, recordBriefing } from '../store/briefings.ts';
import { findBriefs } from '../store/briefs.ts';
import { topicLabels } from '../store/guildTopics.ts';
import type { Db } from '../store/openStore.ts';
import { findDueSubscriptions } from '../store/subscriptions.ts';
import { itemOf } from './briefingItem.ts';
import { createEdition, type Edition } from './edition.ts';
import { latestNews } from './latestNews.ts';
import { newSentences } from './newSentences.ts';
import type { Stage } from './stage.ts';

/** What comes later than this says so. */
const lateAfterMs = 15 * 60_000;
/** So many share what was read of the stories; after them it is read anew. */
const subscriptionsPerEdition = 500;
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
 * @param options.divide  says which messages a briefing consists of; without: one
 */
export function createBrief(options: {
  db: Db;
  now: () => Date;
  report: Report;
  writeBrief: WriteBrief;
  divide?: DivideBriefing;
  stopping?: AbortSignal;
}): Stage {
  const { db, now, writeBrief, stopping, divide = (briefing) => [wholeOf(briefing)] } = options;

  async function compose(subscription: Subscription, edition: Edition): Promise<boolean> {
    try {
      const wish = { ...subscription, memoryOf: subscription.channelId, subscriptionId: subscription.id, writeBrief };
      const moment = { dueAt: subscription.nextDueAt, now: now(), edition };
      const { content, lastArticleIds } = await composeBriefing(db, wish, moment);
      const next = { dueAt: nextDueAt(subscription, now()), now: now(), parts: divide(content) };
      const isLate = now().getTime() - subscription.nextDueAt.getTime() > lateAfterMs;
      await recordBriefing(db, subscription, isLate ? { ...content, isLate } : content, lastArticleIds, next);
      return true;
    } catch (error) {
      options.report('A briefing could not be composed', { subscription: subscription.id, error });
      return false;
    }
  }

  return async () => {
    let found = 0;
    const failed: number[] = [];
    for (;;) {
      const due = await findDueSubscriptions(db, now(), subscriptionsPerEdition, failed);
      found += due.length;
      const edition = createEdition(db, now());
      for (const subscription of due) {
        if (stopping?.aborted) return found;
        if (!(await compose(subscription, edition))) failed.push(subscription.id);
      }
      if (due.length < subscriptionsPerEdition) return found;
    }
  };
}

/** The stories that a subscription's next briefing would hold if it were made of this edition. */
export async function findNeededStories(
  db: Db,
  subscription: Subscription,
  { now, edition }: Pick<Moment, 'now' | 'edition'>,
): Promise<number[]> {
  const wish = { ...subscription, memoryOf: subscription.channelId, subscriptionId: subscription.id, writeBrief: null };
  const { content } = await composeBriefing(db, wish, { dueAt: subscription.nextDueAt, now, edition });
  return content.items.map(({ storyId }) => storyId);
}

/** Makes the function that composes a briefing for one who asks, in whatever language. */
export function createBriefingFor({ db, now, briefOf }: { db: Db; now: () => Date; briefOf: BriefOf }): BriefingFor {
  return async (wish) => {
    const asked = { ...wish, memoryOf: null, subscriptionId: 0, writeBrief: null };
    const at = now();
    const { content } = await composeBriefing(
      db,
      asked,
      { dueAt: at, now: at, edition: createEdition(db, at) },
      briefOf,
    );
    return content;
  };
}

/** Makes the function that judges a story for subscriptions. */
export function createJudgeStory({ db, now }: { db: Db; now: () => Date }): JudgeStory {
  return async (storyId, subscriptions) => {
    const at = now();
    const moment = { dueAt: at, now: at, edition: createEdition(db, at) };
    const judged = new Map<number, Verdict | null>();
    for (const subscription of subscriptions) {
      const { id, channelId } = subscription;
      const wish = { ...subscription, memoryOf: channelId, subscriptionId: id, writeBrief: null };
      const { verdicts, obstacles } = await judge(db, wish, moment, false);
      judged.set(id, obstacles.get(storyId) ?? verdicts.find((each) => each.storyId === storyId) ?? null);
    }
    return judged;
  };
}

/** When a briefing is due, and the stories that there are now. */
type Moment = { readonly dueAt: Date; readonly now: Date; readonly edition: Edition };
type Had = { readonly lastArticleId: number; readonly at: Date };

/** What becomes of each recent story in a briefing, and why. */
async function judge(db: Db, wish: Wish, { dueAt, now, edition }: Moment, canWrite: boolean) {
  const week = weekOfWish(wish, dueAt, now);
  const { stories, onTopic } = await edition({ ...wish, weekSince: week?.since ?? null });
  const obstacles = new Map<number, Verdict>();
  const open: (typeof stories)[number][] = [];
  for (const story of stories) {
    const obstacle = obstacleTo(canWrite ? { ...story, isWritten: true } : story, onTopic, wish);
    if (obstacle === null) open.push(story);
    else obstacles.set(story.storyId, leftOutFor(obstacle, story));
  }
  const ids = open.map(({ storyId }) => storyId);
  const had: Map<number, Had> = wish.memoryOf ? await findHadStories(db, wish.memoryOf, ids) : new Map();
  // What came on a day of the week may come again with the week: only what the last such briefing told is old then.
  const told = week && wish.memoryOf ? await findHadStories(db, wish.memoryOf, ids, wish.subscriptionId) : had;
  const newsById = new Map<number, BriefingItem['news']>();
  const candidates: Candidate[] = [];
  for (const { storyId, coverage, weight, topic } of open) {
    const before = had.get(storyId);
    const news = before ? await newsFor(db, wish, storyId, coverage, before) : null;
    if (news) newsById.set(storyId, news);
    const toldBefore = told.get(storyId);
    const movedOn =
      toldBefore && toldBefore.lastArticleId !== before?.lastArticleId
        ? await newsFor(db, wish, storyId, coverage, toldBefore)
        : news;
    candidates.push({ storyId, weight, topic, hadBefore: toldBefore ? { movedOn: movedOn !== null } : null });
  }
  return {
    verdicts: judgeStories(candidates, wish.maxStories),
    obstacles,
    stories: new Map(open.map((story) => [story.storyId, story])),
    had,
    newsById,
    week,
  };
}

function leftOutFor(leftOut: Obstacle, { storyId, mutedBy }: Considered): Verdict {
  return { storyId, place: null, leftOut, ...(leftOut === 'muted' && { mutedBy }) };
}

function weekOfWish({ times, weekdays, everyMinutes = null, timeZone, quiet = null }: Wish, dueAt: Date, now: Date) {
  if (!times || !weekdays || !isWeekly({ times, weekdays, everyMinutes })) return null;
  return weekOf({ times, weekdays, everyMinutes, timeZone, quiet }, dueAt, now);
}

/**
 * Chooses and describes the stories for a wish. Reads only.
 *
 * Shown are stories that the reader can read something of: with a brief in their language.
 *
 * @param edition  the stories that there are at `now`
 * @param briefOf  writes the briefs of the chosen stories where there are none yet, for a person who asks in a language
 *   that no channel gets; null: stories without a brief wait for the next time
 */
async function composeBriefing(
  db: Db,
  wish: Wish,
  moment: Moment,
  briefOf: BriefOf | null = null,
): Promise<{ content: Omit<Briefing, 'id'>; lastArticleIds: Map<number, number> }> {
  const { verdicts, stories, had, newsById, week } = await judge(db, wish, moment, briefOf !== null);
  const wanted = verdicts.flatMap(({ storyId, leftOut }) => (leftOut ? [] : [storyId]));
  const briefs = await findBriefs(db, wanted, wish.language);
  for (const storyId of briefOf ? wanted : []) {
    const brief = await briefOf?.(storyId, wish.language, wish.guildId);
    if (brief) briefs.set(storyId, brief);
  }
  const chosen = wanted.flatMap((storyId) => stories.get(storyId) ?? []).filter(({ storyId }) => briefs.has(storyId));
  const items: BriefingItem[] = [];
  for (const { storyId, coverage, topic } of chosen) {
    const brief = briefs.get(storyId) as Brief;
    const item = itemOf(brief, coverage, { topic, news: newsById.get(storyId) ?? null }, wish.layout);
    const before = had.get(storyId);
    const isTold = before && item.news && !week && wish.writeBrief;
    const sentences = isTold
      ? await newSentences({ db, writeBrief: isTold }, brief, wish.guildId, before.lastArticleId)
      : item.sentences;
    items.push({ ...item, sentences });
  }
  const shown = chosen.flatMap(({ coverage }) => coverage);
  return {
    content: {
      subscriptionId: wish.subscriptionId,
      dueAt: moment.dueAt,
      language: wish.language,
      timeZone: wish.timeZone,
      topics: await topicLabels(db, wish.topics),
      ...presentationOf(wish),
      items,
      articleCount: shown.length,
      sourceCount: new Set(shown.map((article) => article.outlet)).size,
      ...(week && { week: { first: week.first, last: week.last } }),
    },
    lastArticleIds: new Map(
      chosen.map(({ storyId, coverage }) => [storyId, Math.max(...coverage.map(({ articleId }) => articleId))]),
    ),
  };
}

function presentationOf({ layout, images, mentionRoleId, postPer }: Partial<Presentation>): Presentation {
  return {
    layout: layout ?? 'cards',
    images: images ?? true,
    mentionRoleId: mentionRoleId ?? null,
    postPer: postPer ?? null,
  };
}

/** The latest article with which the story moved on, in the reader's language if there is one. */
async function newsFor(
  db: Db,
  wish: Wish,
  storyId: number,
  coverage: readonly Coverage[],
  had: { lastArticleId: number; at: Date },
): Promise<BriefingItem['news']> {
  if (!coverage.some(({ articleId }) => articleId > had.lastArticleId)) return null;
  const latest = await latestNews(db, wish, storyId, had.lastArticleId);
  return latest ? { headline: latest.title, since: had.at } : null;
}
