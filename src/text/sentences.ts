import { type AbbreviationIndex, abbreviationsOf } from './abbreviations/index.ts';
import { type QuotedSpan, quotedSpans } from './quotedSpans.ts';

/** A quotation longer than this is cut like any other text: nobody reads it as one sentence. */
const longestQuotation = 600;
const lookBehind = 32;
const lookAhead = 80;

/**
 * The sentences of a text, in order, trimmed, without the marks of a list. Paragraphs end sentences. Abbreviations,
 * initials, ordinals with a point, addresses and quotations do not.
 *
 * @param language  BCP 47
 * @see UAX #29, Unicode Text Segmentation, §5: the cuts that are then reconsidered
 */
export function sentencesOf(text: string, language: string): string[] {
  return [...sentencesIn(text, language)];
}

/** The same, found one after the other: who needs only the first should not pay for all. */
export function* sentencesIn(text: string, language: string): Generator<string> {
  for (const paragraph of text.split(/\n+/)) {
    for (const piece of piecesOf(paragraph, language)) {
      const sentence = piece.replace(/^(?:\s|[•●▪■◆▶►‣·*✓–—-](?=\s))+/u, '').trim();
      if (/[^\s•●▪■◆▶►‣·*–—-]/u.test(sentence)) yield sentence;
    }
  }
}

function* piecesOf(paragraph: string, language: string): Generator<string> {
  const spans = quotedSpans(paragraph, longestQuotation);
  const abbreviations = abbreviationsOf(language);
  let start = 0;
  let next = 0;
  for (const cut of cutsOf(paragraph, language, spans)) {
    while (next < spans.length && spans[next]!.end <= cut) next++;
    const isQuoted = next < spans.length && spans[next]!.start < cut;
    if (cut <= start || isQuoted || !isEnd(paragraph, cut, abbreviations)) continue;
    yield paragraph.slice(start, cut);
    start = cut;
  }
  if (start < paragraph.length) yield paragraph.slice(start);
}

/** An end that UAX #29 doesn't see: before figures and iPhones, after `…` and ` »`; and before marks of a list. */
const furtherCut =
  /(?:(?<=[\p{L}\p{M}]{5}|[%٪)\d])[.!?؟]["”»’)\]]*|…)[ \u00a0]+(?=[\p{Lu}\p{N}])|(?<=\p{Ll}{2})\. (?=[ie]\p{Lu})|[.!?…][ \u00a0\u202f]»\s+|\s(?=[•●▪■◆▶►‣]\s)/gu;

const openingMarks = '([{（《〈【「『';

/** In order. A mark that opens what follows goes with it. */
function* cutsOf(paragraph: string, language: string, spans: readonly QuotedSpan[]): Generator<number> {
  const openings = new Set(spans.map(({ start }) => start));
  const further = Array.from(paragraph.matchAll(furtherCut), ({ 0: { length }, index }) => index + length);
  let next = 0;
  for (const { index } of segmenterFor(language).segment(paragraph)) {
    let cut = index;
    while (cut > 0 && (openings.has(cut - 1) || openingMarks.includes(paragraph[cut - 1]!))) cut--;
    while (next < further.length && further[next]! < cut) yield further[next++]!;
    yield cut;
  }
  yield* further.slice(next);
}

/** What a closing quotation leads to when the sentence goes on: Japanese and Korean particles. */
const particleAfterQuotation =
  /^(?:と|などと|など|という|って|として|とも|を|は[、\p{scx=Han}]|が|に|も|の|で|から|まで|へ|이?라(?:고|며|는|면서)|고[ ,]|며|면서|는 |다는|다고|하고|하며|란 |을 |를 |은 |에 |도 |이다)/u;
const speakerAfterQuotation =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s){1,4}(?:said|says|asked|asks|replied|answered|shouted|wrote|added|told|cried|wondered)(?![\p{L}])|^[\p{Script=Han}·]{1,8}?(?:[说說道问問喊称稱]|表示)/u;
const timeWord =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec)|^(?:E[SD]?T|C[SDE]?T|P[SD]?T|M[SD]?T|GMT|BST|UTC|IST|JST|KST|CES?T|AES?T|Eastern|Pacific|Central|local)(?![\p{L}])/u;

function isEnd(paragraph: string, cut: number, abbreviations: AbbreviationIndex): boolean {
  const before = paragraph.slice(Math.max(0, cut - lookBehind), cut);
  const after = paragraph.slice(cut, cut + lookAhead);
  const isApart = /\s$/u.test(before);
  if (/^[•●▪■◆▶►‣]/u.test(after)) return true;
  if (goesOnInLowerCase(after, isApart)) return false;
  if (/[」』”’"»]\s*$/u.test(before)) {
    if (particleAfterQuotation.test(after)) return false;
    if (/[?!？！]\s*[」”’"»]\s*$/u.test(before) && speakerAfterQuotation.test(after)) return false;
  }
  if (!isApart && /[.?!…]$/u.test(before) && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}/&=]/u.test(after))
    return false;
  return !endsInAbbreviation(before, after, abbreviations);
}

/** Names such as iPhone begin a sentence too. */
function goesOnInLowerCase(after: string, isApart: boolean): boolean {
  const start = /^[\s)\]”»’"]*(?:[—–-]+\s*)?(\p{Ll}[\p{L}\p{N}]*)/u.exec(after)?.[1];
  if (start === undefined) return false;
  return !(isApart && /^[ie]\p{Lu}/u.test(start));
}

function endsInAbbreviation(before: string, after: string, abbreviations: AbbreviationIndex): boolean {
  const next = /^[\s"“„«¿¡'‘(]*([\p{L}\p{M}'’]+|[\p{N}№])/u.exec(after)?.[1] ?? '';
  const isFigure = /^[\p{N}№]/u.test(next);
  const isInitial = /^[\s"“„«(]*[\p{L}]{1,2}\./u.test(after);
  const isStarter = !isInitial && abbreviations.starters.has(next);
  const ordinal = /(?:^|[\s(„“"«/–-])\d{1,3}\.\s*$/u.exec(before);
  if (/\d\.\s?\d{1,2}\.\s*$/u.test(before) || (/\b\d{4}\.\s*$/u.test(before) && /^\d{1,2}\./.test(after))) return true;
  if (ordinal)
    return (abbreviations.hasDottedOrdinals && next !== '' && !isStarter) || /^\s*\d{1,2}\.\s*$/u.test(before);
  const dotted =
    /(?:^|[^\p{L}\p{M}.])((?:[\p{L}\p{M}-]{1,4}\.[ \u00a0\u202f]?)*)([\p{L}\p{M}'’-]+)\.[)\]”’"»]*\s*$/u.exec(before);
  if (!dotted) return false;
  const [, parts = '', last = ''] = dotted;
  const whole = parts.replace(/\s/gu, '') + last;
  const lower = last.toLowerCase();
  if (/^[ap]\.?m$/iu.test(whole)) return isFigure || timeWord.test(after);
  if (abbreviations.neverLast.has(last) || abbreviations.neverLast.has(whole) || abbreviations.neverLast.has(lower)) {
    return !(abbreviations.mayBeLast.has(last) && (isStarter || /\d\s?\p{Script=Cyrillic}+\.\s*$/u.test(before)));
  }
  if (abbreviations.beforeFigure.has(last) && isFigure) return true;
  if (abbreviations.mayBeLast.has(last) || abbreviations.mayBeLast.has(whole)) {
    return next !== '' && !isStarter && !isFigure && !/^\p{Script=Cyrillic}/u.test(next);
  }
  if (isInitial && [...last].length <= 2) return true;
  const isInitials = /^(?:\p{Lu}\p{M}*(?:\.-?|$))+$/u.test(whole) || (parts !== '' && [...last].length === 1);
  return isInitials && next !== '' && !isStarter;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const tag = Intl.Segmenter.supportedLocalesOf([language]).length > 0 ? language : 'en';
  const segmenter = new Intl.Segmenter(tag, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}
