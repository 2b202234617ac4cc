import type { BriefMaterial, Disagreement } from '../news/brief.ts';
import { sameLanguage } from '../text/language.ts';
import { type Figure, figureKey } from '../text/numbers.ts';
import { type Candidate, termsOf } from './candidates.ts';
import { figuresIn } from './figuresIn.ts';
import { negationsIn, withoutAffirming, withoutNegations } from './negationsIn.ts';
import { partiesIn, seesPart } from './partiesIn.ts';
import { type PartyCount, partyCountsIn } from './partyCounts.ts';
import type { Ranked } from './rankArticles.ts';
import { timeOf } from './rankArticles.ts';
import { roleOf } from './roleOf.ts';
import { termWeightIn } from './termWeight.ts';
import { isToll, tollsIn } from './tollsIn.ts';

type MaterialArticle = BriefMaterial['articles'][number];
type Said = Candidate<MaterialArticle>;

export type Opposed = {
  readonly kind: Disagreement['kind'];
  /** At least two, of different owners or of different parties that one source names, the oldest first. */
  readonly sides: readonly { readonly figure: string | null; readonly candidate: Said }[];
};

type Claim = {
  readonly candidate: Said;
  readonly figure: Figure;
  /** What makes two figures comparable: kind and unit. */
  readonly quantity: string;
};

const mostSentences = 8;
const mostDisagreements = 3;
const mostSides = 4;
const longestBetween = 36 * 60 * 60_000;
/** Later than this a toll is another state of things. */
const longestBetweenTolls = 3 * 60 * 60_000;
const reach = 6;
/** Counts further apart than this are of a part and the whole. */
const furthestTolls = 3;
/** The same where no words in common show that both count one thing. */
const furthestAcross = 2;
const alikeAround = 0.4;
const alikeTolls = 0.2;
const alikeStatements = 0.75;
const fewestShared = 5;
const compared: ReadonlySet<Figure['kind']> = new Set([
  'people',
  'money',
  'percent',
  'area',
  'distance',
  'mass',
  'magnitude',
  'volume',
  'energy',
]);

/**
 * What the articles say differently: the same quantity with different values, and statements of which one negates the
 * other; and the tolls of two parties that one article tells side by side. Rather none than a wrong one: between articles
 * a quantity must be told once in each, among like words (a toll in whatever language), of the same time; rounding, limits
 * (`at least 40`), a part of the whole, and a later count of the same owner or party contradict nothing.
 *
 * @param ranked  of one story, readable by the readers
 * @param superseded  what later reports overtook: no party's count any more
 */
export function disagreementsOf(ranked: readonly Ranked<MaterialArticle>[], superseded: ReadonlySet<Said>): Opposed[] {
  const own = latestOfOwners(ranked.filter(({ article }) => article.copyOf === null));
  const parties = opposedParties(own, superseded);
  const figures = opposedFigures(own).filter(({ quantity }) => !parties.has(quantity));
  return [...parties.values(), ...figures.map(({ opposed }) => opposed), ...opposedStatements(own)].slice(
    0,
    mostDisagreements,
  );
}

/** An owner's later report is an update of the earlier. */
function latestOfOwners(ranked: readonly Ranked<MaterialArticle>[]): Ranked<MaterialArticle>[] {
  const byOwner = Map.groupBy(ranked, ({ article }) => article.source.owner);
  return Array.from(byOwner.values(), (reports) =>
    reports.reduce((a, b) => (timeOf(b.article) > timeOf(a.article) ? b : a)),
  );
}

/** Of each toll the newest pair. */
function opposedParties(own: readonly Ranked<MaterialArticle>[], superseded: ReadonlySet<Said>): Map<string, Opposed> {
  const pairs = own
    .toSorted((a, b) => timeOf(a.article) - timeOf(b.article))
    .flatMap(({ candidates }) => partyCountsIn(candidates.slice(0, mostSentences)))
    .filter((pair) => countDifferently(...pair) && !pair.some(({ candidate }) => superseded.has(candidate)));
  return new Map(pairs.map((pair) => [quantityOf(pair[0].figure), { kind: 'figure', sides: pair.map(sideOf) }]));
}

function countDifferently(a: PartyCount<MaterialArticle>, b: PartyCount<MaterialArticle>): boolean {
  const [low, high] = a.figure.value <= b.figure.value ? [a, b] : [b, a];
  return (
    !mayBeEqual(a, b) &&
    ![a, b].some(isHedged) &&
    high.figure.value <= low.figure.value * furthestTolls &&
    !(seesPart(low.party) && !seesPart(high.party)) &&
    ![a, b].some(({ figure }) => increase.test(figure.text))
  );
}

function quantityOf({ kind, unit }: Figure): string {
  return `${kind} ${unit}`;
}

function sideOf({ figure, candidate }: Told): Opposed['sides'][number] {
  return { figure: figure.text.trim(), candidate };
}

function opposedFigures(own: readonly Ranked<MaterialArticle>[]): { quantity: string; opposed: Opposed }[] {
  const figures = new Map(own.map((report) => [report.article, toldIn(report)]));
  const told = own.flatMap((report) => claimsOf(figures.get(report.article)!));
  const found: { quantity: string; opposed: Opposed }[] = [];
  for (const [quantity, claims] of Map.groupBy(told, (claim) => claim.quantity)) {
    const [first, ...others] = claims.toSorted((a, b) => timeOf(a.candidate.article) - timeOf(b.candidate.article));
    if (!first) continue;
    const against = others.filter((other) => areOpposed(first, other, figures));
    if (against.length === 0) continue;
    const sides = [first, ...against].slice(0, mostSides);
    found.push({ quantity, opposed: { kind: 'figure', sides: sides.map(sideOf) } });
  }
  return found;
}

type Told = { readonly candidate: Said; readonly figure: Figure };

function toldIn({ candidates }: Ranked<MaterialArticle>): Told[] {
  return candidates.slice(0, mostSentences).flatMap((candidate) => {
    const tolls = tollsIn(candidate);
    const others = figuresIn(candidate).filter(({ index }) => !tolls.some((toll) => toll.index === index));
    return [...tolls, ...others].map((figure) => ({ candidate, figure }));
  });
}

/** What comes on top of what was counted before. */
const increase =
  /(?<!\p{L})(?:more|additional|new|another|further|weitere\p{L}*|neue\p{L}*|nouveaux|nouvelles|más|nuevos|nuevas|mais|novos|novas|новых|ещё|еще)(?!\p{L})/iu;

/** The quantities that an article gives one value only. */
function claimsOf(told: readonly Told[]): Claim[] {
  const quantities = Map.groupBy(
    told.filter(({ figure }) => compared.has(figure.kind) && figure.unit !== 'person'),
    ({ figure }) => quantityOf(figure),
  );
  return [...quantities].flatMap(([quantity, mentions]) => {
    const [first] = mentions;
    const isOne = new Set(mentions.map(({ figure }) => figureKey(figure))).size === 1;
    if (
      !first ||
      !isOne ||
      increase.test(first.figure.text) ||
      roleOf(first.candidate.text, first.candidate.article.language) === 'background'
    )
      return [];
    return [{ ...first, quantity }];
  });
}

/** The words on both sides of a figure. */
function wordsAround({ candidate, figure }: Told): Set<string> {
  const { text } = candidate;
  const before = termsOf(text.slice(0, figure.index)).slice(-reach);
  const after = termsOf(text.slice(figure.index + figure.text.length)).slice(0, reach);
  return new Set([...before, ...after].filter((term) => !/\p{N}/u.test(term)));
}

function areOpposed(a: Claim, b: Claim, figures: ReadonlyMap<MaterialArticle, readonly Told[]>): boolean {
  const [one, other] = [a.candidate.article, b.candidate.article];
  const areTolls = isToll(a.figure.unit);
  const areAlike = sameLanguage(one.language, other.language);
  if (!areAlike && !areTolls) return false;
  if (Math.abs(timeOf(one) - timeOf(other)) > (areTolls ? longestBetweenTolls : longestBetween)) return false;
  if (areTolls && (rises.test(b.candidate.text) || ofOneParty(a, b) || [a, b].some(isHedged))) return false;
  const tells = (article: MaterialArticle, { value }: Figure) =>
    figures.get(article)!.some((told) => told.figure.value === value);
  if (tells(one, b.figure) || tells(other, a.figure) || mayBeEqual(a, b)) return false;
  const [low, high] = [a.figure.value, b.figure.value].sort((x, y) => x - y) as [number, number];
  if (areTolls && high > low * (areAlike ? furthestTolls : furthestAcross)) return false;
  if (!areAlike) return true;
  const weight = termWeightIn(one.language);
  if (areTolls) return likeness(new Set(a.candidate.terms), new Set(b.candidate.terms), weight) >= alikeTolls;
  return likeness(wordsAround(a), wordsAround(b), weight) >= alikeAround;
}

/** What was counted before is fewer: an update. */
const rises =
  /(?<![\p{L}\p{M}])(?:rose|risen|rises|climbed|climbs|up from|raised|gestiegen|steigt|stieg|erhöht\p{L}*|monte|alourdi\p{L}*|eleva|elevó|sube|subió|aumenta|aumentó|sobe|subiu|возросло|выросло|ارتفع\p{L}*)(?![\p{L}\p{M}])|増え|늘었|늘어|上升|增至|升至/iu;

/** A party's later count is an update of its earlier. */
function ofOneParty(a: Claim, b: Claim): boolean {
  const parties = ({ candidate }: Claim) => new Set(partiesIn(candidate.text).map(({ party }) => party));
  const [one, other] = [parties(a), parties(b)];
  return one.size > 0 && one.symmetricDifference(other).size === 0;
}

/** Words before a figure that make it a limit or a guess. */
const atLeast =
  /(?:at least|more than|over|above|no fewer than|mindestens|mehr als|über|au moins|plus de|al menos|más de|pelo menos|mais de|не менее|более|свыше|как минимум|على الأقل|أكثر من|少なくとも|최소|적어도|至少|超过|超過|逾)\s?$/iu;
const atMost =
  /(?:at most|up to|fewer than|less than|under|below|as many as|höchstens|bis zu|weniger als|jusqu[’']à|moins de|hasta|menos de|até|до|менее|ما يصل إلى|أقل من|最大|최대|至多|最多|不到)\s?$/iu;
const roughly =
  /(?:about|around|some|nearly|almost|roughly|approximately|an estimated|close to|etwa|rund|ungefähr|fast|knapp|gut|circa|ca\.|environ|près de|quelque|presque|unos|unas|casi|cerca de|alrededor de|aproximadamente|quase|около|почти|примерно|порядка|نحو|حوالي|قرابة|約|およそ|ほぼ|약|대략|거의|大约|大約|约|約|近)\s?$/iu;
/** The same after a figure: Chinese, Japanese and Korean. */
const moreAfter = /^(?:以上|余|超|여 ?명|이상|多)/u;

/** Whether two figures may both be true, or be one figure rounded. */
function mayBeEqual(a: Told, b: Told): boolean {
  const [low, high] = a.figure.value <= b.figure.value ? [a, b] : [b, a];
  if (isLimit(low, atLeast) || isLimit(high, atMost)) return true;
  const gap = (high.figure.value - low.figure.value) / Math.max(Math.abs(high.figure.value), 1e-9);
  if (gap < 0.02 || (gap < 0.12 && (isLimit(low, roughly) || isLimit(high, roughly)))) return true;
  const rounded = Math.min(digitsOf(low.figure), digitsOf(high.figure));
  return (
    Number(low.figure.value.toPrecision(rounded)) === Number(high.figure.value.toPrecision(rounded)) && rounded > 1
  );
}

function isHedged(told: Told): boolean {
  return [atLeast, atMost, roughly].some((words) => isLimit(told, words));
}

function isLimit({ candidate: { text }, figure }: Told, words: RegExp): boolean {
  const before = text.slice(Math.max(0, figure.index - 24), figure.index);
  const after = text.slice(figure.index + figure.text.length);
  return words.test(before) || (words === atLeast && (moreAfter.test(after) || /(?:余|여|多|以上)/u.test(figure.text)));
}

/** How many digits of a value tell something: 2 of 3,200. */
function digitsOf({ value }: Figure): number {
  return String(value).replace(/e.*$/u, '').replace(/[.-]/u, '').replace(/^0+/u, '').replace(/0+$/u, '').length || 1;
}

function opposedStatements(own: readonly Ranked<MaterialArticle>[]): Opposed[] {
  const statements = Map.groupBy(
    own.flatMap(({ candidates }) => candidates.slice(0, mostSentences)),
    ({ text, article }) => negationsIn(text, article.language),
  );
  const claims = (statements.get(0) ?? []).map((candidate) => ({
    candidate,
    words: termsWithout(candidate, withoutAffirming(candidate.text)),
  }));
  const countsShared = createCountsShared(claims.map(({ words }) => words));
  const found: Opposed[] = [];
  for (const negated of statements.get(1) ?? []) {
    const { text, article } = negated;
    const weight = termWeightIn(article.language);
    const negatedWords = new Set(termsWithout(negated, withoutAffirming(withoutNegations(text, article.language))));
    const shared = countsShared(negatedWords);
    const claimed = claims.find(
      ({ candidate, words }, index) =>
        shared[index]! >= fewestShared &&
        candidate.article !== article &&
        sameLanguage(candidate.article.language, article.language) &&
        Math.abs(timeOf(candidate.article) - timeOf(article)) <= longestBetween &&
        sameFigures(candidate, negated) &&
        likeness(new Set(words), negatedWords, weight) >= alikeStatements,
    );
    if (!claimed) continue;
    const sides = [claimed.candidate, negated].sort((a, b) => timeOf(a.article) - timeOf(b.article));
    found.push({ kind: 'statement', sides: sides.map((candidate) => ({ figure: null, candidate })) });
  }
  return found;
}

/** @param rest  what of its text is left */
function termsWithout({ text, terms }: Said, rest: string): readonly string[] {
  return rest === text ? terms : termsOf(rest);
}

/** How many words each of these texts shares with another: looked up by word, for there are many texts. */
function createCountsShared(texts: readonly (readonly string[])[]): (words: Iterable<string>) => Uint16Array {
  const holders = new Map<string, number[]>();
  for (const [text, words] of texts.entries()) {
    for (const word of words) {
      const own = holders.get(word);
      if (!own) holders.set(word, [text]);
      else if (own.at(-1) !== text) own.push(text);
    }
  }
  return (words) => {
    const counts = new Uint16Array(texts.length);
    for (const word of words) for (const text of holders.get(word) ?? []) counts[text]! += 1;
    return counts;
  };
}

function sameFigures(a: Said, b: Said): boolean {
  const keys = (said: Said) => new Set(figuresIn(said).map(figureKey));
  return keys(a).symmetricDifference(keys(b)).size === 0;
}

/** How much two sets of words share, by what each word tells: 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (term: string) => number): number {
  const sum = (words: Iterable<string>) => Array.from(words).reduce((total, word) => total + weight(word), 0);
  const all = sum(a) + sum(b);
  return all === 0 ? 0 : (2 * sum(a.intersection(b))) / all;
}
