import { type Comparable, comparableOf } from '../../src/news/evidence.ts';
import { type Candidate, StoryIndex } from '../../src/news/storyIndex.ts';
import type { Weights } from '../../src/news/weights.ts';
import { featuresOf } from '../../src/text/features.ts';
import { chanceOf, type Document } from './readSets.ts';

const windowMs = 72 * 60 * 60_000;
/** What has no date would all be of one day; no day has more stories than this. */
const mostStoriesAtOnce = 300;

const comparables = new WeakMap<Document, Comparable>();

/** An article's features, made once. */
export function comparableDocument(document: Document): Comparable {
  const known = comparables.get(document);
  if (known) return known;
  const made = comparableOf(featuresOf({ ...document, summary: '' }));
  comparables.set(document, made);
  return made;
}

/** Parts a long file into streams of whole stories. */
export function streamsOf(documents: readonly Document[]): Document[][] {
  const stories = new Set(documents.map(({ story }) => story));
  const parts = Math.ceil(stories.size / mostStoriesAtOnce);
  const streams: Document[][] = Array.from({ length: parts }, () => []);
  for (const document of documents) streams[Math.floor(chanceOf(`part ${document.family}`) * parts)]?.push(document);
  return streams.filter((stream) => stream.length > 0);
}

/** Feeds articles to a new index in their order, as the pipeline does. @returns the story of each */
export function findStories(documents: readonly Document[], weights: Weights): number[] {
  const index = new StoryIndex(weights);
  const storyOf: number[] = [];
  let stories = 0;
  for (const [articleId, document] of documents.entries()) {
    const article = comparableDocument(document);
    index.forgetBefore(new Date(article.publishedAt - windowMs));
    const { group, others } = index.place(article);
    for (const { storyId, moved } of others) moveAll(moved, storyId ?? ++stories);
    const own = group.storyId ?? ++stories;
    moveAll(group.moved, own);
    index.add(own, articleId, article);
    storyOf.push(own);
  }
  return storyOf;

  function moveAll(articleIds: readonly number[], to: number): void {
    for (const id of articleIds) {
      index.move(id, storyOf[id] as number, to);
      storyOf[id] = to;
    }
  }
}

/**
 * The same with every article put where it belongs; one that nobody put anywhere is a story by itself.
 *
 * @returns for each article its candidates, and which of them are right: null where nobody said
 */
export function findCandidates(documents: readonly Document[], weights: Weights) {
  const index = new StoryIndex(weights);
  const ids = new Map<string, number>();
  const unsaid = new Set<number>();
  return documents.map((document, articleId) => {
    const article = comparableDocument(document);
    index.forgetBefore(new Date(article.publishedAt - windowMs));
    const own = document.story === null ? undefined : ids.get(document.story);
    const storyId = own ?? articleId;
    if (document.story === null) unsaid.add(storyId);
    else ids.set(document.story, storyId);
    const candidates: readonly Candidate[] = index.rank(article);
    index.add(storyId, articleId, article);
    return candidates.map((candidate) => ({
      candidate,
      isSo: unsaid.has(storyId) && unsaid.has(candidate.storyId) ? null : candidate.storyId === storyId,
    }));
  });
}
