import { leadOf } from '../text/features.ts';
import { type Candidate, candidatesOf, type Readable, termsOf } from './candidates.ts';
import { termWeightIn } from './termWeight.ts';

/** An article of a story beside the others, with what could be quoted of it. */
export type Ranked<A extends Readable = Readable> = {
  readonly article: A;
  /** How much it has in common with the others, by the one that has most: 0 to 1. */
  readonly centrality: number;
  readonly candidates: readonly Candidate<A>[];
};

const halfLifeMs = 24 * 60 * 60_000;
/** Less than this is hardly more than a headline. */
const fewestCharacters = 80;
/** Of a story that everybody reports, further articles repeat these. */
const mostRead = 8;

/**
 * The articles of a story, the one first that has most in common with the others: recent before old, and text before mere
 * headlines. Choosing the article first is worth more than any ranking of sentences.
 *
 * @returns at most 8
 */
export function rankArticles<A extends Readable>(articles: readonly A[]): Ranked<A>[] {
  const likeness = likenessToOthers(articles);
  const newest = Math.max(...articles.map(timeOf));
  const scored = articles.map((article, index) => {
    const freshness = 0.5 ** ((newest - timeOf(article)) / halfLifeMs);
    const substance = leadOf(article).length < fewestCharacters ? 0.5 : 1;
    return { article, score: (0.3 + likeness[index]!) * freshness * substance };
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 1;
  return scored
    .slice(0, mostRead)
    .map(({ article, score }) => ({ article, centrality: score / best, candidates: candidatesOf(article) }));
}

export function timeOf({ editedAt, publishedAt }: Readable): number {
  return (editedAt ?? publishedAt).getTime();
}

/**
 * Cosine of each article to all the others together, their common words counting little; 1 for one alone. What an article
 * adds to the sum is taken out again word by word, so that many articles cost no more than their words.
 */
function likenessToOthers(articles: readonly Readable[]): number[] {
  if (articles.length < 2) return articles.map(() => 1);
  const vectors = articles.map(wordsOf);
  const weightOf = termWeightIn(articles[0]!.language);
  const sum = new Map<string, { all: number; readonly weight: number }>();
  for (const vector of vectors) {
    for (const [term, count] of vector) {
      const known = sum.get(term);
      if (known) known.all += count;
      else sum.set(term, { all: count, weight: weightOf(term) });
    }
  }
  let whole = 0;
  for (const { all, weight } of sum.values()) whole += (damped(all) * weight) ** 2;
  return vectors.map((vector) => {
    let dot = 0;
    let own = 0;
    let others = whole;
    for (const [term, count] of vector) {
      const { all, weight } = sum.get(term)!;
      const square = weight ** 2;
      const rest = damped(all - count);
      dot += damped(count) * rest * square;
      own += damped(count) ** 2 * square;
      others += (rest ** 2 - damped(all) ** 2) * square;
    }
    return dot === 0 ? 0 : dot / Math.sqrt(own * others);
  });
}

/** The second mention of a word says less than the first. */
function damped(count: number): number {
  return count > 0 ? 1 + Math.log(count) : 0;
}

/** Words of title and lead; those of the title count double. */
function wordsOf(article: Readable): Map<string, number> {
  const words = new Map<string, number>();
  const add = (text: string, times: number) => {
    for (const term of termsOf(text)) words.set(term, (words.get(term) ?? 0) + times);
  };
  add(article.title, 2);
  add(leadOf(article), 1);
  return words;
}
