import { primaryLanguage } from '../text/language.ts';
import { negations } from './check/polarityWords.ts';

/** Verbs that stand beside a statement and say that it is so. */
const affirming =
  /(?<![\p{L}\p{M}])(?:confirm(?:s|ed)|admit(?:s|ted)|acknowledged|bestätigt(?:e|en)?|räumte|confirm(?:é|e|ent)|confirm(?:ó|aron|a)|confirmou|подтвердил[аи]?|أكد(?:ت)?)(?![\p{L}\p{M}])|認めた|確認した|확인했|인정했|证实|證實|承认|承認/giu;

/** How often a sentence negates. */
export function negationsIn(sentence: string, language: string): number {
  const pattern = negations[primaryLanguage(language)];
  return (pattern && sentence.match(pattern)?.length) ?? 0;
}

/** What remains of a sentence without the words that negate or affirm. */
export function withoutNegations(sentence: string, language: string): string {
  const pattern = negations[primaryLanguage(language)];
  return (pattern ? sentence.replace(pattern, ' ') : sentence).replace(affirming, ' ');
}
