import { type Candidate, pairsOf, type Readable, termsOf } from './candidates.ts';
import type { Ranked } from './rankArticles.ts';
import { termWeightIn } from './termWeight.ts';

/** What tells whether a term stands in what people write to sum a story up, each about 0 to 1. The weights' order. */
export const termEvidenceNames = [
  'share of the other articles that have it',
  'share of the titles that have it',
  'in a title',
  'how early it comes',
  'how often it comes',
  'how rare it is in the language',
  'often and rare',
  'in other articles and rare',
  'share of the openings that have it',
  'centrality of an article that has it',
  'written with a capital inside a sentence',
  'with a figure',
] as const;

/** One number for each of {@link termEvidenceNames} and a bias: their sum is a log-odds. */
export type TermWeights = readonly number[];

export type TermEvidence = {
  /** For each term of the story, in the order of {@link termEvidenceNames}. */
  readonly terms: ReadonlyMap<string, readonly number[]>;
  /** The same for each two terms that stand beside each other. */
  readonly pairs: ReadonlyMap<string, readonly number[]>;
};

type Seen = {
  /** Their indexes, and how many. */
  readonly firstArticle: number;
  lastArticle: number;
  articles: number;
  count: number;
  first: number;
  openings: number;
  centrality: number;
};

export function termEvidenceOf(ranked: readonly Ranked[]): TermEvidence {
  const weights = ranked.map(({ article }) => termWeightIn(article.language));
  const titles = ranked.map(({ article }) => termsOf(article.title));
  const capitals = capitalTermsIn(ranked.flatMap(({ candidates }) => candidates));
  const evidence = (gramsOf: (terms: readonly string[]) => readonly string[]) => {
    const inTitles = countsOf(titles.flatMap((title) => [...new Set(gramsOf(title))]));
    const found = new Map<string, readonly number[]>();
    for (const [gram, seen] of seenIn(ranked, gramsOf)) {
      const words = gram.split(' ');
      const weight = weights[seen.firstArticle]!;
      const rarity = words.reduce((sum, word) => sum + weight(word), 0) / words.length / 5;
      const others = ranked.length > 1 ? (seen.articles - 1) / (ranked.length - 1) : 0;
      const titled = inTitles.get(gram) ?? 0;
      const often = Math.log(seen.count) / 2;
      found.set(gram, [
        others,
        titled / ranked.length,
        titled > 0 ? 1 : 0,
        1 / (1 + seen.first),
        often,
        rarity,
        often * rarity,
        others * rarity,
        seen.openings / ranked.length,
        seen.centrality,
        words.every((word) => capitals.has(word)) ? 1 : 0,
        /^\p{N}| \p{N}/u.test(gram) ? 1 : 0,
      ]);
    }
    return found;
  };
  return { terms: evidence((terms) => terms), pairs: evidence(pairsOf) };
}

export function chanceOf(values: readonly number[], weights: TermWeights): number {
  let logOdds = weights.at(-1)!;
  for (let index = 0; index < values.length; index++) logOdds += values[index]! * weights[index]!;
  return 1 / (1 + Math.exp(-logOdds));
}

function seenIn(ranked: readonly Ranked[], gramsOf: (terms: readonly string[]) => readonly string[]) {
  const all = new Map<string, Seen>();
  for (const [index, { centrality, candidates }] of ranked.entries()) {
    for (const { terms, position } of candidates) {
      for (const gram of gramsOf(terms)) {
        const known = all.get(gram);
        const seen = known ?? {
          firstArticle: index,
          lastArticle: -1,
          articles: 0,
          count: 0,
          first: position,
          openings: 0,
          centrality,
        };
        if (!known) all.set(gram, seen);
        if (seen.lastArticle !== index) seen.articles += 1;
        seen.lastArticle = index;
        seen.count += 1;
        seen.first = Math.min(seen.first, position);
        seen.centrality = Math.max(seen.centrality, centrality);
        if (position === 0) seen.openings += 1;
      }
    }
  }
  return all;
}

function countsOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Of scripts with capitals: names, mostly. */
function capitalTermsIn(candidates: readonly Candidate<Readable>[]): Set<string> {
  return new Set(
    candidates.flatMap(({ text }) =>
      (text.match(/(?<=\p{Ll}[,;:]?\s)\p{Lu}[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => termsOf(word)),
    ),
  );
}
