import type { Article } from '../news/article.ts';
import { bridgedStory } from '../news/bridgedStory.ts';
import { comparableOf } from '../news/evidence.ts';
import { StoryIndex } from '../news/storyIndex.ts';
import { findWaitingArticles } from '../store/articles.ts';
import type { Db } from '../store/openStore.ts';
import { findPlacedArticles, foundStory, joinStory } from '../store/stories.ts';
import { silenceArticle } from '../store/topicModels.ts';
import { isCopy, shinglesOf } from '../text/copies.ts';
import { featuresOf, leadOf } from '../text/features.ts';
import type { FindSubject } from '../text/topics.ts';
import { mergeBridged } from './mergeBridged.ts';
import type { Stage } from './stage.ts';

const articlesPerRun = 400;
const pageSize = 2_000;

/**
 * Joins waiting articles to stories. The index of the running stories lives in memory and follows the database, so that
 * what another copy of this stage placed is known here too, and a restart changes nothing. When people have moved
 * articles to another story, it is learned anew.
 *
 * @param windowMs  how far back stories take new articles, by their newest one
 */
export function createCluster(options: {
  db: Db;
  findSubject: FindSubject;
  now: () => Date;
  windowMs?: number;
}): Stage {
  const { db, now, findSubject, windowMs = 72 * 60 * 60_000 } = options;
  let index = new StoryIndex();
  const shingles = new Map<number, ReadonlySet<string>>();
  const storyOf = new Map<number, number>();
  let lastPlaced = 0;

  async function followDatabase(): Promise<void> {
    for (;;) {
      const articles = await findPlacedArticles(db, lastPlaced, new Date(now().getTime() - windowMs), pageSize);
      if (articles.some(({ id, storyId }) => (storyOf.get(id) ?? storyId) !== storyId)) {
        forgetAll();
        continue;
      }
      for (const article of articles) learn(article, article.storyId);
      lastPlaced = articles.at(-1)?.placed ?? lastPlaced;
      if (articles.length < pageSize) return;
    }
  }

  /** Adds what is not known yet: an article that was placed here comes once more from the database. */
  function learn(article: Article, storyId: number): void {
    if (shingles.has(article.id)) return;
    index.add(storyId, article.id, comparableOf(featuresOf(article)));
    shingles.set(article.id, shinglesOf(`${article.summary}\n${article.text}`));
    storyOf.set(article.id, storyId);
  }

  /** The earliest member whose text this article repeats. */
  function originalOf(article: Article, memberIds: readonly number[]): number | null {
    const own = shinglesOf(`${article.summary}\n${article.text}`);
    return memberIds.find((id) => isCopy(own, shingles.get(id) ?? new Set())) ?? null;
  }

  function forgetOld(): void {
    const forgotten = index.forgetBefore(new Date(now().getTime() - windowMs));
    for (const articleId of forgotten) {
      shingles.delete(articleId);
      storyOf.delete(articleId);
    }
  }

  function forgetAll(): void {
    index = new StoryIndex();
    shingles.clear();
    storyOf.clear();
    lastPlaced = 0;
  }

  return async () => {
    const waiting = await findWaitingArticles(db, articlesPerRun);
    if (waiting.length === 0) return 0;
    await followDatabase();
    forgetOld();
    for (const article of waiting) {
      const text = { ...article, lead: leadOf(article) };
      const { topics, isNews } = findSubject(text, article.sourceTopics, article.categories);
      if (!isNews) await silenceArticle(db, article.id);
      const found = index.findStory(comparableOf(featuresOf(article)));
      if (found) {
        const copyOf = originalOf(article, found.memberIds);
        const hasJoined = await joinStory(db, { id: article.id, topics }, found.storyId, copyOf, now());
        if (!hasJoined) continue;
        learn(article, found.storyId);
        const other = bridgedStory(found.ranked);
        const members = [found.memberIds, other === null ? [] : index.memberIdsOf(other)] as const;
        if (other !== null) await mergeBridged(db, [found.storyId, other], members, now());
      } else {
        const storyId = await foundStory(db, { ...article, topics }, now());
        if (storyId !== null) learn(article, storyId);
      }
    }
    return waiting.length;
  };
}
