import type { DocumentFrequency } from './documentFrequency.ts';
import type { Features } from './features.ts';
import type { Meaning } from './meaning.ts';
import { identityOf, inLead, inTitle, kindCount, kindOf, kinds, type Terms, termsOf } from './terms.ts';

/** An article as it is compared: small, for there are many. */
export type Comparable = {
  readonly terms: Terms;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  /** Where an embeddings service is set. */
  readonly meaning?: Meaning | undefined;
};

export function comparableOf(features: Features): Comparable {
  return { terms: termsOf(features), language: features.language, publishedAt: features.publishedAt.getTime() };
}

/** What speaks for and against two articles being about one event, in this order. Shares go from 0 to 1. */
export const evidenceNames = [
  'cosine of all words',
  'cosine of lead words',
  'title words found in the other, more',
  'title words found in the other, less',
  'cosine of title characters',
  'words in common, logarithm',
  'words of the shorter, logarithm',
  'days between, logarithm',
  'cosine of names',
  'names in common, of the fewer',
  'figures in common, of the fewer',
  'figures, none in common',
  'sounds in common, of the fewer',
  'sounds in common, of the more',
  'places in common, of the fewer and some',
  'years and counts in common, of the fewer and some',
  'beginnings of Latin words in common, of the fewer',
  'rarest name, sound or figure in common',
  'names, sounds, figures and places in common, logarithm',
  'cosine of subjects',
  'weight of title words in common',
] as const;

/** Which weights judge a pair: titles alone say other things than texts, two languages others again. */
export type Comparison = 'titles' | 'texts' | 'languages';

export type Evidence = {
  readonly comparison: Comparison;
  readonly values: Float64Array;
  /** Names, figures and places in common, each counted once, and one for several subjects. */
  readonly signs: number;
  /** The report of another day or round: alike, with other ordinals, or days later with other figures. */
  readonly recurs: boolean;
};

/** An article with what its terms weigh now. */
export type Weighed = { readonly article: Comparable; readonly weights: Float32Array; readonly norms: Float64Array };

const dayMs = 86_400_000;
const fewestLeadWords = 5;
/** Share of a title's words in the other article. */
const alikeTitles = 0.5;
const sameTitles = 0.75;
/** Under one rubric, as reports of markets are: an event that goes on keeps some of its figures. */
const manyFigures = 6;
const fewShared = 1;
/** In days. */
const aNewEdition = 0.6;
const isSign = Uint8Array.from({ length: kindCount });
for (const kind of [kinds.name, kinds.figure, kinds.count, kinds.place, kinds.sound]) isSign[kind] = 1;
/** What one country or count weighs, about: of one or two, all in common is still little. */
const some = 3;
const damping = Float64Array.from({ length: 32 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));

/** Where sums stand: first those by kind (squares), then the same unsquared, then what has no kind. */
const squares = 0;
const plain = kindCount;
const titleSquares = 2 * kindCount;
const leadSquares = titleSquares + 1;
const leadWords = titleSquares + 2;
const wordCount = titleSquares + 3;
const figureCount = titleSquares + 4;
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
      if (kind === kinds.figure) norms[figureCount]! += 1;
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
  let titleWeight = 0;
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
        if (titleA > 0 && titleB > 0) titleWeight += weight;
        if (titleA > 0) titleOfAInB += square;
        if (titleB > 0) titleOfBInA += square;
      } else {
        both[squares + kind]! += square;
        both[plain + kind]! += weight;
        shared[kind]! += 1;
        if (isSign[kind] === 1) {
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
  const ofSome = (kind: number) =>
    ratio(both[plain + kind]!, some + Math.min(a.norms[plain + kind]!, b.norms[plain + kind]!));
  const ofMore = (kind: number) => ratio(both[plain + kind]!, Math.max(a.norms[plain + kind]!, b.norms[plain + kind]!));
  const clash = (kind: number) => {
    const isInBoth = a.norms[plain + kind]! > 0 && b.norms[plain + kind]! > 0;
    return isInBoth && both[plain + kind] === 0 ? 1 : 0;
  };
  const [titleA, titleB] = [ratio(titleOfAInB, a.norms[titleSquares]!), ratio(titleOfBInA, b.norms[titleSquares]!)];
  const days = Math.abs(a.article.publishedAt - b.article.publishedAt) / dayMs;
  const values = Float64Array.of(
    cosine(squares),
    cosine(leadSquares),
    Math.max(titleA, titleB),
    Math.min(titleA, titleB),
    cosine(squares + kinds.gram),
    Math.log(1 + both[wordCount]!) / 4,
    Math.log(1 + Math.min(a.norms[wordCount]!, b.norms[wordCount]!)) / 4,
    Math.log(1 + days),
    cosine(squares + kinds.name),
    ofFewer(kinds.name),
    ofFewer(kinds.figure),
    clash(kinds.figure),
    ofFewer(kinds.sound),
    ofMore(kinds.sound),
    ofSome(kinds.place),
    ofSome(kinds.count),
    ofFewer(kinds.stem),
    rarestOther / 10,
    Math.log(1 + others) / 4,
    cosine(squares + kinds.subject),
    titleWeight / 20,
  );
  const alike = Math.min(titleA, titleB);
  const isAnotherRound = alike > alikeTitles && clash(kinds.ordinal) === 1;
  const areFiguresNew =
    Math.min(a.norms[figureCount]!, b.norms[figureCount]!) >= manyFigures && shared[kinds.figure]! <= fewShared;
  const isAnotherEdition =
    days > aNewEdition &&
    ((alike > sameTitles && clash(kinds.figure) === 1) || (shared[kinds.rubric]! > 0 && areFiguresNew));
  // A name written alike sounds alike.
  const subjects = shared[kinds.subject]! > 1 ? 1 : 0;
  const named = Math.max(shared[kinds.name]!, shared[kinds.sound]!);
  return {
    comparison: comparisonOf(a, b),
    values,
    signs: subjects + named + shared[kinds.figure]! + shared[kinds.place]!,
    recurs: isAnotherRound || isAnotherEdition,
  };
}

function comparisonOf(a: Weighed, b: Weighed): Comparison {
  if (a.article.language !== b.article.language) return 'languages';
  return Math.min(a.norms[leadWords]!, b.norms[leadWords]!) < fewestLeadWords ? 'titles' : 'texts';
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
