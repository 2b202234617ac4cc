import type { Article } from '../news/article.ts';
import { bridgedStory } from '../news/bridgedStory.ts';
import { type Comparable, comparableOf } from '../news/evidence.ts';
import { StoryIndex } from '../news/storyIndex.ts';
import { findArticles, findWaitingArticles } from '../store/articles.ts';
import { deleteArticleTerms, saveArticleTerms } from '../store/articleTerms.ts';
import type { Db } from '../store/openStore.ts';
import { findPlacedArticles, foundStory, joinStory, type PlacedArticle } from '../store/stories.ts';
import { silenceArticle } from '../store/topicModels.ts';
import { isCopy, numbersOfSketch, type Sketch, sketchFromNumbers, sketchOf } from '../text/copies.ts';
import { featuresEdition, featuresOf, leadOf } from '../text/features.ts';
import type { FindSubject } from '../text/topics.ts';
import { mergeBridged } from './mergeBridged.ts';
import type { Stage } from './stage.ts';

/** What is known of an article of a running story. */
type Known = { readonly storyId: number; readonly sketch: Sketch; readonly copyOf: number | null };
type Prepared = { readonly article: Comparable; readonly sketch: Sketch };

const articlesPerRun = 400;
const pageSize = 5_000;
const textsAtOnce = 500;

/**
 * Joins waiting articles to stories. The index of the running stories lives in memory and follows the database, so that
 * what another copy of this stage placed is known here too, and a restart changes nothing: the terms of the articles are
 * kept in the database, and made anew where they are missing. When people have moved articles to another story, it is
 * learned anew.
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
  const known = new Map<number, Known>();
  let lastPlaced = 0;

  async function followDatabase(): Promise<void> {
    for (;;) {
      const since = new Date(now().getTime() - windowMs);
      const articles = await findPlacedArticles(db, lastPlaced, since, pageSize, featuresEdition);
      if (articles.some(({ id, storyId }) => (known.get(id)?.storyId ?? storyId) !== storyId)) {
        forgetAll();
        continue;
      }
      const made = await prepareMissing(articles.filter(({ id, kept }) => !kept && !known.has(id)));
      for (const article of articles) {
        const prepared = article.kept ? preparedFrom(article) : made.get(article.id);
        if (prepared) learn(article.id, article.storyId, prepared, article.copyOf);
      }
      lastPlaced = articles.at(-1)?.placed ?? lastPlaced;
      if (articles.length < pageSize) return;
    }
  }

  async function prepareMissing(articles: readonly PlacedArticle[]): Promise<Map<number, Prepared>> {
    const made = new Map<number, Prepared>();
    for (let start = 0; start < articles.length; start += textsAtOnce) {
      const ids = articles.slice(start, start + textsAtOnce).map(({ id }) => id);
      for (const article of await findArticles(db, ids)) made.set(article.id, prepare(article));
    }
    await keep(made);
    return made;
  }

  async function keep(made: ReadonlyMap<number, Prepared>): Promise<void> {
    const rows = Array.from(made, ([articleId, { article, sketch }]) => ({
      articleId,
      terms: article.terms,
      sketch: numbersOfSketch(sketch),
    }));
    if (rows.length > 0) await saveArticleTerms(db, rows, featuresEdition);
  }

  /** Adds what is not known yet: an article that was placed here comes once more from the database. */
  function learn(articleId: number, storyId: number, { article, sketch }: Prepared, copyOf: number | null): void {
    if (known.has(articleId)) return;
    index.add(storyId, articleId, article);
    known.set(articleId, { storyId, sketch, copyOf });
  }

  /** The earliest member whose text this one repeats; of a copy, what that is a copy of. */
  function originalOf(sketch: Sketch, memberIds: readonly number[]): number | null {
    const found = memberIds.find((id) => {
      const member = known.get(id);
      return member && isCopy(sketch, member.sketch);
    });
    return found === undefined ? null : (known.get(found)?.copyOf ?? found);
  }

  async function forgetOld(): Promise<void> {
    const forgotten = index.forgetBefore(new Date(now().getTime() - windowMs));
    for (const articleId of forgotten) known.delete(articleId);
    await deleteArticleTerms(db, forgotten);
  }

  function forgetAll(): void {
    index = new StoryIndex();
    known.clear();
    lastPlaced = 0;
  }

  return async () => {
    const waiting = await findWaitingArticles(db, articlesPerRun);
    if (waiting.length === 0) return 0;
    await followDatabase();
    await forgetOld();
    const placed = new Map<number, Prepared>();
    for (const article of waiting) {
      const text = { ...article, lead: leadOf(article) };
      const { topics, isNews } = findSubject(text, article.sourceTopics, article.categories);
      if (!isNews) await silenceArticle(db, article.id);
      const prepared = prepare(article);
      const found = index.findStory(prepared.article);
      if (found) {
        const copyOf = originalOf(prepared.sketch, found.memberIds);
        const hasJoined = await joinStory(db, { id: article.id, topics }, found.storyId, copyOf, now());
        if (!hasJoined) continue;
        learn(article.id, found.storyId, prepared, copyOf);
        const other = bridgedStory(found.ranked);
        const members = [found.memberIds, other === null ? [] : index.memberIdsOf(other)] as const;
        if (other !== null) await mergeBridged(db, [found.storyId, other], members, now());
      } else {
        const storyId = await foundStory(db, { ...article, topics }, now());
        if (storyId === null) continue;
        learn(article.id, storyId, prepared, null);
      }
      placed.set(article.id, prepared);
    }
    await keep(placed);
    return waiting.length;
  };
}

function prepare(article: Article): Prepared {
  return {
    article: comparableOf(featuresOf(article)),
    sketch: sketchOf(`${article.summary}\n${article.text}`),
  };
}

function preparedFrom({ kept, language, publishedAt }: PlacedArticle): Prepared {
  const { terms, sketch } = kept!;
  return {
    article: { terms, language, publishedAt: publishedAt.getTime() },
    sketch: sketchFromNumbers(sketch),
  };
}
