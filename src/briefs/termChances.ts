import { type Candidate, type Readable, termsOf } from './candidates.ts';
import type { Ranked } from './rankArticles.ts';
import { type TermWeight, termWeightIn } from './termWeight.ts';

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

/** What tells of each gram of a story, a term or two that stand beside each other, whether people repeat it. */
export type GramEvidence = {
  /** Of each gram the numbers of its words in {@link TermEvidence.words}. A gram's number is its place here. */
  readonly grams: readonly (readonly number[])[];
  /** The grams of each sentence in order, by their numbers; the sentences as the articles have them. */
  readonly sentences: readonly (readonly number[])[];
  /** As many numbers as {@link termEvidenceNames} for each gram, one gram after the other. */
  readonly values: Float64Array;
};

export type TermEvidence = {
  /** The story's terms. */
  readonly words: readonly string[];
  readonly terms: GramEvidence;
  readonly pairs: GramEvidence;
};

type Grams = Pick<GramEvidence, 'grams' | 'sentences'> & { readonly titles: readonly (readonly number[])[] };

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

/** Words are numbered once and compared as numbers: a story has thousands of pairs. */
export function termEvidenceOf(ranked: readonly Ranked[]): TermEvidence {
  const numbers = new Map<string, number>();
  const candidates = ranked.flatMap((each) => each.candidates);
  const sentences = candidates.map(({ terms }) => terms.map((term) => numberIn(numbers, term)));
  const words = [...numbers.keys()];
  const titles = ranked.map(({ article }) => termsOf(article.title).map((term) => numbers.get(term) ?? unheard));
  const capitals = capitalTermsIn(candidates);
  const isCapital = words.map((word) => capitals.has(word));
  const isFigure = words.map((word) => /^\p{N}/u.test(word));
  const weights = weightsIn(ranked, words);
  const evidence = (own: Grams): GramEvidence => {
    const { grams } = own;
    const inTitles = titleCountsOf(own);
    const values = new Float64Array(grams.length * termEvidenceNames.length);
    for (const [gram, seen] of seenIn(ranked, own).entries()) {
      const parts = grams[gram]!;
      const weight = weights[seen.firstArticle]!;
      const rarity = parts.reduce((sum, word) => sum + weight[word]!, 0) / parts.length / 5;
      const others = ranked.length > 1 ? (seen.articles - 1) / (ranked.length - 1) : 0;
      const titled = inTitles[gram]!;
      const often = Math.log(seen.count) / 2;
      values.set(
        [
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
          parts.every((word) => isCapital[word]) ? 1 : 0,
          parts.some((word) => isFigure[word]) ? 1 : 0,
        ],
        gram * termEvidenceNames.length,
      );
    }
    return { grams, sentences: own.sentences, values };
  };
  const pairs = pairsOf(sentences, titles, words.length);
  return {
    words,
    terms: evidence({ grams: words.map((_, word) => [word]), sentences, titles }),
    pairs: evidence(pairs),
  };
}

/** A gram of a title that no sentence has. */
const unheard = -1;

function numberIn<T>(numbers: Map<T, number>, item: T): number {
  const known = numbers.get(item);
  if (known !== undefined) return known;
  numbers.set(item, numbers.size);
  return numbers.size - 1;
}

/** Each two neighbouring words as one gram. */
function pairsOf(
  sentences: readonly (readonly number[])[],
  titles: readonly (readonly number[])[],
  wordCount: number,
): Grams {
  const numbers = new Map<number, number>();
  const keysOf = (words: readonly number[]) =>
    words.slice(1).map((word, at) => (word < 0 || words[at]! < 0 ? unheard : words[at]! * wordCount + word));
  const paired = sentences.map((words) => keysOf(words).map((key) => numberIn(numbers, key)));
  return {
    grams: Array.from(numbers.keys(), (key) => [Math.floor(key / wordCount), key % wordCount]),
    sentences: paired,
    titles: titles.map((words) => keysOf(words).map((key) => numbers.get(key) ?? unheard)),
  };
}

/** The weight of each word for each article, in its language. */
function weightsIn(ranked: readonly Ranked[], words: readonly string[]): readonly Float64Array[] {
  const made = new Map<TermWeight, Float64Array>();
  return ranked.map(({ article }) => {
    const weight = termWeightIn(article.language);
    const known = made.get(weight) ?? Float64Array.from(words, weight);
    made.set(weight, known);
    return known;
  });
}

/** The chance that people repeat each gram, by its number. */
export function chancesOf({ grams, values }: GramEvidence, weights: TermWeights): Float64Array {
  const width = termEvidenceNames.length;
  const bias = weights.at(-1)!;
  return Float64Array.from(grams, (_, gram) => {
    let logOdds = bias;
    for (let index = 0; index < width; index++) logOdds += values[gram * width + index]! * weights[index]!;
    return 1 / (1 + Math.exp(-logOdds));
  });
}

function seenIn(ranked: readonly Ranked[], { sentences }: Grams): Seen[] {
  const all: Seen[] = [];
  let sentence = 0;
  for (const [index, { centrality, candidates }] of ranked.entries()) {
    for (const { position } of candidates) {
      for (const gram of sentences[sentence]!) {
        const known = all[gram];
        const seen = known ?? {
          firstArticle: index,
          lastArticle: -1,
          articles: 0,
          count: 0,
          first: position,
          openings: 0,
          centrality,
        };
        if (!known) all[gram] = seen;
        if (seen.lastArticle !== index) seen.articles += 1;
        seen.lastArticle = index;
        seen.count += 1;
        seen.first = Math.min(seen.first, position);
        seen.centrality = Math.max(seen.centrality, centrality);
        if (position === 0) seen.openings += 1;
      }
      sentence += 1;
    }
  }
  return all;
}

function titleCountsOf({ grams, titles }: Grams): Uint32Array {
  const counts = new Uint32Array(grams.length);
  for (const title of titles) for (const gram of new Set(title)) if (gram !== unheard) counts[gram]! += 1;
  return counts;
}

const capitalised = /(?<=\p{Ll}[,;:]?\s)\p{Lu}[\p{L}\p{M}\p{N}]+/gu;

/** Of scripts with capitals: names, mostly. */
function capitalTermsIn(candidates: readonly Candidate<Readable>[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of candidates) for (const word of text.match(capitalised) ?? []) words.add(word);
  return new Set(Array.from(words).flatMap(termsOf));
}
