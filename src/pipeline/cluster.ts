import type { Article } from '../news/article.ts';
import { type Comparable, comparableOf } from '../news/evidence.ts';
import type { Meaning } from '../news/meaning.ts';
import { type Group, type Placement, StoryIndex } from '../news/storyIndex.ts';
import { findArticles, findWaitingArticles } from '../store/articles.ts';
import { deleteArticleTerms, saveArticleTerms } from '../store/articleTerms.ts';
import { deleteEmbeddings, findMeanings } from '../store/embeddings.ts';
import { findNamePairs, type PrintedPair, saveNamePairs } from '../store/namePairs.ts';
import type { Db } from '../store/openStore.ts';
import { findPlacedArticles, foundStory, joinStory, type PlacedArticle } from '../store/stories.ts';
import { findSettledStories, moveArticles } from '../store/storyChanges.ts';
import { silenceArticle } from '../store/topicModels.ts';
import { isCopy, numbersOfSketch, type Sketch, sketchFromNumbers, sketchOf } from '../text/copies.ts';
import { featuresEdition, featuresOf, leadOf } from '../text/features.ts';
import { namePairsOf } from '../text/namePairs.ts';
import { createFindOtherNames, type FindOtherNames, knownNameOf } from '../text/otherNames.ts';
import type { FindSubject } from '../text/topics.ts';
import { mergeBridged } from './mergeBridged.ts';
import type { Stage } from './stage.ts';

/** What is known of an article of a running story. */
type Known = { readonly storyId: number; readonly sketch: Sketch; readonly copyOf: number | null };
type Prepared = { readonly article: Comparable; readonly sketch: Sketch };

const articlesPerRun = 400;
const pageSize = 5_000;
const textsAtOnce = 500;
/** How old what is known of names may be; articles are placed in the meantime. */
const namesEveryMs = 10 * 60_000;

/**
 * Joins waiting articles to stories. The index of the running stories lives in memory and follows the database, so that
 * what another copy of this stage placed is known here too, and a restart changes nothing: the terms of the articles are
 * kept in the database, and made anew where they are missing.
 *
 * Names that sources print side by side are noted, and what is known of them counts for the articles that come next:
 * what was made of earlier ones stays.
 *
 * What comes may show that articles of young stories belong elsewhere: they move, but never out of a story that readers
 * have had or people have spoken about.
 *
 * @param embeddingModel  whose embeddings are compared too, where articles have them
 * @param windowMs  how far back stories take new articles, by their newest one
 */
export function createCluster(options: {
  db: Db;
  findSubject: FindSubject;
  now: () => Date;
  embeddingModel?: string | undefined;
  windowMs?: number;
}): Stage {
  const { db, now, findSubject, embeddingModel, windowMs = 72 * 60 * 60_000 } = options;
  const index = new StoryIndex();
  const known = new Map<number, Known>();
  let lastPlaced = 0;
  let findOtherNames: FindOtherNames = () => [];
  let namesReadAt = Number.NEGATIVE_INFINITY;

  async function followDatabase(): Promise<void> {
    for (;;) {
      const since = new Date(now().getTime() - windowMs);
      const articles = await findPlacedArticles(db, lastPlaced, since, pageSize, featuresEdition);
      for (const { id, storyId, copyOf } of articles) follow(id, storyId, copyOf);
      const made = await prepareMissing(articles.filter(({ id, kept }) => !kept && !known.has(id)));
      const meanings = await meaningsOf(articles.filter(({ id }) => !known.has(id)));
      for (const article of articles) {
        const prepared = article.kept ? preparedFrom(article) : made.get(article.id);
        if (prepared)
          learn(article.id, article.storyId, withMeaning(prepared, meanings.get(article.id)), article.copyOf);
      }
      lastPlaced = articles.at(-1)?.placed ?? lastPlaced;
      if (articles.length < pageSize) return;
    }
  }

  async function learnNames(): Promise<void> {
    if (now().getTime() - namesReadAt < namesEveryMs) return;
    findOtherNames = createFindOtherNames(await findNamePairs(db));
    namesReadAt = now().getTime();
  }

  async function meaningsOf(articles: readonly { readonly id: number }[]): Promise<ReadonlyMap<number, Meaning>> {
    if (!embeddingModel) return new Map();
    return findMeanings(
      db,
      embeddingModel,
      articles.map(({ id }) => id),
    );
  }

  async function prepareMissing(articles: readonly PlacedArticle[]): Promise<Map<number, Prepared>> {
    const made = new Map<number, Prepared>();
    for (let start = 0; start < articles.length; start += textsAtOnce) {
      const ids = articles.slice(start, start + textsAtOnce).map(({ id }) => id);
      for (const article of await findArticles(db, ids)) made.set(article.id, prepare(article, findOtherNames));
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

  /** Notes where an article that is known stands now. */
  function follow(articleId: number, storyId: number, copyOf: number | null): void {
    const article = known.get(articleId);
    if (!article) return;
    index.move(articleId, article.storyId, storyId);
    known.set(articleId, { ...article, storyId, copyOf });
  }

  /** The earliest member whose text this one repeats; of a copy, what that is a copy of. */
  function originalOf(sketch: Sketch, memberIds: readonly number[]): number | null {
    const found = memberIds.find((id) => {
      const member = known.get(id);
      return member && isCopy(sketch, member.sketch);
    });
    if (found === undefined) return null;
    const original = known.get(found)?.copyOf ?? found;
    return memberIds.includes(original) ? original : found;
  }

  /** Where an article belongs, when the stories stay whole that must. */
  async function place(article: Comparable): Promise<Placement> {
    for (;;) {
      const placement = index.place(article);
      const losing = [placement.group, ...placement.others].flatMap(({ moved }) => moved.map(storyOf));
      const settled = losing.length > 0 ? await findSettledStories(db, losing) : [];
      if (settled.length === 0) return placement;
      for (const storyId of settled) index.settle(storyId);
    }
  }

  function storyOf(articleId: number): number {
    return (known.get(articleId) as Known).storyId;
  }

  async function regroup({ moved, articleIds }: Group, to: number | null): Promise<void> {
    if (moved.length === 0) return;
    const moves = moved.map((articleId) => {
      const { storyId, sketch } = known.get(articleId) as Known;
      const earlier = articleIds.slice(0, articleIds.indexOf(articleId));
      return { articleId, from: storyId, copyOf: originalOf(sketch, earlier) };
    });
    const done = await moveArticles(db, moves, to, now());
    for (const { articleId, copyOf } of moves) {
      if (done?.articleIds.includes(articleId)) follow(articleId, done.storyId, copyOf);
    }
  }

  async function forgetOld(): Promise<void> {
    const forgotten = index.forgetBefore(new Date(now().getTime() - windowMs));
    for (const articleId of forgotten) known.delete(articleId);
    await deleteArticleTerms(db, forgotten);
    if (embeddingModel) await deleteEmbeddings(db, forgotten);
  }

  return async () => {
    const waiting = await findWaitingArticles(db, articlesPerRun);
    if (waiting.length === 0) return 0;
    await learnNames();
    await followDatabase();
    await forgetOld();
    const meanings = await meaningsOf(waiting);
    const placed = new Map<number, Prepared>();
    const printed: PrintedPair[] = [];
    for (const article of waiting) {
      const text = { ...article, lead: leadOf(article) };
      const { topics, isNews } = findSubject(text, article.sourceTopics, article.categories);
      if (!isNews) await silenceArticle(db, article.id);
      const prepared = withMeaning(prepare(article, findOtherNames), meanings.get(article.id));
      const { group, others, bridged } = await place(prepared.article);
      for (const other of others) await regroup(other, other.storyId);
      const copyOf = originalOf(prepared.sketch, group.articleIds);
      const storyId = group.storyId ?? (await foundStory(db, { ...article, topics }, now()));
      if (storyId === null) continue;
      if (group.storyId !== null) {
        const hasJoined = await joinStory(db, { id: article.id, topics }, storyId, copyOf, now());
        if (!hasJoined) continue;
      }
      learn(article.id, storyId, prepared, copyOf);
      await regroup(group, storyId);
      if (bridged !== null) {
        const members = [index.memberIdsOf(storyId), index.memberIdsOf(bridged)] as const;
        await mergeBridged(db, [storyId, bridged], members, now());
      }
      placed.set(article.id, prepared);
      if (copyOf === null) printed.push(...printedIn(article));
    }
    await keep(placed);
    await saveNamePairs(db, printed, now());
    return waiting.length;
  };
}

function prepare(article: Article, findOtherNames: FindOtherNames): Prepared {
  return {
    article: comparableOf(featuresOf(article, findOtherNames)),
    sketch: sketchOf(`${article.summary}\n${article.text}`),
  };
}

function printedIn({ title, summary, text, language, sourceId }: Article): PrintedPair[] {
  const pairs = namePairsOf(`${title}\n${summary}\n${text}`, language);
  return pairs.map((pair) => ({ ...knownNameOf(pair), sourceId }));
}

function withMeaning(prepared: Prepared, meaning: Meaning | undefined): Prepared {
  return meaning ? { ...prepared, article: { ...prepared.article, meaning } } : prepared;
}

function preparedFrom({ kept, language, publishedAt }: PlacedArticle): Prepared {
  const { terms, sketch } = kept!;
  return {
    article: { terms, language, publishedAt: publishedAt.getTime() },
    sketch: sketchFromNumbers(sketch),
  };
}
