import type { DocumentFrequency } from './documentFrequency.ts';
import type { Features } from './features.ts';
import { identityOf, inLead, inTitle, kindCount, kindOf, kinds, type Terms, termsOf } from './terms.ts';

/** An article as it is compared: small, for there are many. */
export type Comparable = {
  readonly terms: Terms;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
};

export function comparableOf(features: Features): Comparable {
  return { terms: termsOf(features), language: features.language, publishedAt: features.publishedAt.getTime() };
}

/** What speaks for and against two articles being about one event, in this order. Shares go from 0 to 1. */
export const evidenceNames = [
  'cosine of all words',
  'cosine of title words',
  'cosine of lead words',
  'title words found in the other, more',
  'title words found in the other, less',
  'cosine of title characters',
  'cosine of names',
  'names in common, of the fewer',
  'title names found in the other, more',
  'title names found in the other, less',
  'figures in common, of the fewer',
  'figures, none in common',
  'ordinals of the titles differ',
  'places in common, of the fewer',
  'rarest word in common',
  'words in common, logarithm',
  'words and names, geometric mean',
  'years and counts in common, of the fewer',
  'sounds in common, of the fewer',
  'sounds in common, of the more',
  'rarest name, sound or figure in common',
  'names, sounds, figures and places in common, logarithm',
  'beginnings of Latin words in common, of the fewer',
  'days between, logarithm',
  'words of the shorter, logarithm',
] as const;

/** Which weights judge a pair: titles alone say other things than texts, two languages others again. */
export type Comparison = 'titles' | 'texts' | 'languages';

export type Evidence = {
  readonly comparison: Comparison;
  readonly values: Float64Array;
  /** Names, figures and places in common, each counted once. */
  readonly signs: number;
};

/** An article with what its terms weigh now. */
export type Weighed = { readonly article: Comparable; readonly weights: Float32Array; readonly norms: Float64Array };

const dayMs = 86_400_000;
const fewestLeadWords = 5;
const damping = Float64Array.from({ length: 32 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));

/** Where sums stand: first those by kind (squares), then the same unsquared, then what has no kind. */
const squares = 0;
const plain = kindCount;
const titleSquares = 2 * kindCount;
const leadSquares = titleSquares + 1;
const titleNames = titleSquares + 2;
const leadWords = titleSquares + 3;
const wordCount = titleSquares + 4;
const sumCount = titleSquares + 5;

export function weigh(article: Comparable, frequency: DocumentFrequency): Weighed {
  const { terms, language } = article;
  const weights = frequency.weigh(terms, language);
  const norms = new Float64Array(sumCount);
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index] as number;
    const weight = weights[index] as number;
    const square = weight * weight;
    const kind = kindOf(term);
    if (kind === kinds.word) {
      const lead = inLead(term);
      const title = inTitle(term);
      const all = damping[2 * title + lead] as number;
      norms[squares]! += all * all * square;
      norms[wordCount]! += 1;
      if (title > 0) norms[titleSquares]! += square;
      if (lead > 0) {
        norms[leadSquares]! += (damping[lead] as number) ** 2 * square;
        norms[leadWords]! += 1;
      }
    } else {
      norms[squares + kind]! += square;
      norms[plain + kind]! += weight;
      if (kind === kinds.name && inTitle(term) > 0) norms[titleNames]! += square;
    }
  }
  return { article, weights, norms };
}

/** Compares two articles: one walk over the terms of both. */
export function compare(a: Weighed, b: Weighed): Evidence {
  const termsA = a.article.terms;
  const termsB = b.article.terms;
  const both = new Float64Array(sumCount);
  let titleOfAInB = 0;
  let titleOfBInA = 0;
  let namesOfAInB = 0;
  let namesOfBInA = 0;
  let rarestWord = 0;
  let rarestOther = 0;
  let others = 0;
  const shared = new Uint16Array(kindCount);
  for (let i = 0, j = 0; i < termsA.length && j < termsB.length; ) {
    const termA = termsA[i] as number;
    const termB = termsB[j] as number;
    const order = identityOf(termA) - identityOf(termB);
    if (order < 0) i += 1;
    else if (order > 0) j += 1;
    else {
      const weight = a.weights[i] as number;
      const square = weight * weight;
      const kind = kindOf(termA);
      const [titleA, titleB] = [inTitle(termA), inTitle(termB)];
      if (kind === kinds.word) {
        const leadA = inLead(termA);
        const leadB = inLead(termB);
        both[squares]! += (damping[2 * titleA + leadA] as number) * (damping[2 * titleB + leadB] as number) * square;
        both[leadSquares]! += (damping[leadA] as number) * (damping[leadB] as number) * square;
        both[wordCount]! += 1;
        if (titleA > 0 && titleB > 0) both[titleSquares]! += square;
        if (titleA > 0) titleOfAInB += square;
        if (titleB > 0) titleOfBInA += square;
        if (weight > rarestWord) rarestWord = weight;
      } else {
        both[squares + kind]! += square;
        both[plain + kind]! += weight;
        shared[kind]! += 1;
        if (kind === kinds.name) {
          if (titleA > 0) namesOfAInB += square;
          if (titleB > 0) namesOfBInA += square;
        }
        if (kind !== kinds.gram && kind !== kinds.ordinal && kind !== kinds.stem) {
          others += 1;
          if (weight > rarestOther) rarestOther = weight;
        }
      }
      i += 1;
      j += 1;
    }
  }

  const cosine = (at: number) => ratio(both[at]!, Math.sqrt(a.norms[at]! * b.norms[at]!));
  const ofFewer = (kind: number) =>
    ratio(both[plain + kind]!, Math.min(a.norms[plain + kind]!, b.norms[plain + kind]!));
  const ofMore = (kind: number) => ratio(both[plain + kind]!, Math.max(a.norms[plain + kind]!, b.norms[plain + kind]!));
  const clash = (kind: number) => {
    const isInBoth = a.norms[plain + kind]! > 0 && b.norms[plain + kind]! > 0;
    return isInBoth && both[plain + kind] === 0 ? 1 : 0;
  };
  const [titleA, titleB] = [ratio(titleOfAInB, a.norms[titleSquares]!), ratio(titleOfBInA, b.norms[titleSquares]!)];
  const [namesA, namesB] = [ratio(namesOfAInB, a.norms[titleNames]!), ratio(namesOfBInA, b.norms[titleNames]!)];
  const words = cosine(squares);
  const names = cosine(squares + kinds.name);
  const values = Float64Array.of(
    words,
    cosine(titleSquares),
    cosine(leadSquares),
    Math.max(titleA, titleB),
    Math.min(titleA, titleB),
    cosine(squares + kinds.gram),
    names,
    ofFewer(kinds.name),
    Math.max(namesA, namesB),
    Math.min(namesA, namesB),
    ofFewer(kinds.figure),
    clash(kinds.figure),
    clash(kinds.ordinal),
    ofFewer(kinds.place),
    rarestWord / 10,
    Math.log(1 + both[wordCount]!) / 4,
    Math.sqrt(words * names),
    ofFewer(kinds.count),
    ofFewer(kinds.sound),
    ofMore(kinds.sound),
    rarestOther / 10,
    Math.log(1 + others) / 4,
    ofFewer(kinds.stem),
    Math.log(1 + Math.abs(a.article.publishedAt - b.article.publishedAt) / dayMs),
    Math.log(1 + Math.min(a.norms[wordCount]!, b.norms[wordCount]!)) / 4,
  );
  // A name written alike sounds alike.
  const named = Math.max(shared[kinds.name]!, shared[kinds.sound]!);
  return { comparison: comparisonOf(a, b), values, signs: named + shared[kinds.figure]! + shared[kinds.place]! };
}

function comparisonOf(a: Weighed, b: Weighed): Comparison {
  if (a.article.language !== b.article.language) return 'languages';
  return Math.min(a.norms[leadWords]!, b.norms[leadWords]!) < fewestLeadWords ? 'titles' : 'texts';
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
