import { primaryLanguage } from '../text/language.ts';
import { negations } from './check/polarityWords.ts';

/** How often a sentence negates. */
export function negationsIn(sentence: string, language: string): number {
  const pattern = negations[primaryLanguage(language)];
  return (pattern && sentence.match(pattern)?.length) ?? 0;
}

/** What remains of a sentence without the words that negate. */
export function withoutNegations(sentence: string, language: string): string {
  const pattern = negations[primaryLanguage(language)];
  return pattern ? sentence.replace(pattern, ' ') : sentence;
}

/** Verbs that stand beside a statement and say that it is so. */
const words =
  'confirm(?:s|ed)|admit(?:s|ted)|acknowledged|bestätigt(?:e|en)?|räumte|confirm(?:é|e|ent)|confirm(?:ó|aron|a)|confirmou|подтвердил[аи]?|أكد(?:ت)?';
const characters = '認めた|確認した|확인했|인정했|证实|證實|承认|承認';
const affirming = new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])|${characters}`, 'giu');
/** A quick look, at whole words or not: hardly a sentence goes on to the slow one. */
const mayAffirm = new RegExp(`${words}|${characters}`, 'iu');

/** What remains of a sentence without the words that affirm it. */
export function withoutAffirming(sentence: string): string {
  return mayAffirm.test(sentence) ? sentence.replace(affirming, ' ') : sentence;
}
