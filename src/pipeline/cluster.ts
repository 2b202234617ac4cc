import type { Article } from '../news/article.ts';
import { StoryIndex } from '../news/storyIndex.ts';
import { findWaitingArticles } from '../store/articles.ts';
import type { Db } from '../store/openStore.ts';
import { findPlacedArticles, foundStory, joinStory } from '../store/stories.ts';
import { isCopy, shinglesOf } from '../text/copies.ts';
import { featuresOf, leadOf } from '../text/features.ts';
import type { FindTopics } from '../text/topics.ts';
import type { Stage } from './stage.ts';

const articlesPerRun = 400;
const pageSize = 2_000;

/**
 * Joins waiting articles to stories. The index of the last days lives in memory and follows the database, so that what
 * another copy of this stage placed is known here too.
 *
 * @param windowMs  how far back stories take new articles, by their newest one
 */
export function createCluster(options: { db: Db; findTopics: FindTopics; now: () => Date; windowMs?: number }): Stage {
  const { db, now, findTopics, windowMs = 72 * 60 * 60_000 } = options;
  const index = new StoryIndex();
  const shingles = new Map<number, ReadonlySet<string>>();
  let lastKnownId = 0;

  async function followDatabase(): Promise<void> {
    for (;;) {
      const placed = await findPlacedArticles(db, lastKnownId, new Date(now().getTime() - windowMs), pageSize);
      for (const article of placed) learn(article, article.storyId);
      if (placed.length < pageSize) return;
    }
  }

  function learn(article: Article, storyId: number): void {
    index.add(storyId, article.id, featuresOf(article));
    shingles.set(article.id, shinglesOf(`${article.summary}\n${article.text}`));
    lastKnownId = Math.max(lastKnownId, article.id);
  }

  /** The earliest member whose text this article repeats. */
  function originalOf(article: Article, memberIds: readonly number[]): number | null {
    const own = shinglesOf(`${article.summary}\n${article.text}`);
    return memberIds.find((id) => isCopy(own, shingles.get(id) ?? new Set())) ?? null;
  }

  function forgetOld(): void {
    const forgotten = index.forgetBefore(new Date(now().getTime() - windowMs));
    for (const articleId of forgotten) shingles.delete(articleId);
  }

  return async () => {
    const waiting = await findWaitingArticles(db, articlesPerRun);
    if (waiting.length === 0) return 0;
    await followDatabase();
    forgetOld();
    for (const article of waiting) {
      const topics = findTopics({ ...article, lead: leadOf(article) }, article.sourceTopics, article.categories);
      const found = index.findStory(featuresOf(article));
      if (found) {
        const copyOf = originalOf(article, found.memberIds);
        await joinStory(db, { id: article.id, topics }, found.storyId, copyOf, now());
        learn(article, found.storyId);
      } else {
        const storyId = await foundStory(db, { ...article, topics }, now());
        if (storyId !== null) learn(article, storyId);
      }
    }
    return waiting.length;
  };
}
