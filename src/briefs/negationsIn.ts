import { primaryLanguage } from '../text/language.ts';
import { negations } from './check/polarityWords.ts';

/** Verbs that stand beside a statement and say that it is so. */
const affirming =
  /(?<![\p{L}\p{M}])(?:confirm(?:s|ed)|admit(?:s|ted)|acknowledged|bestätigt(?:e|en)?|räumte|confirm(?:é|e|ent)|confirm(?:ó|aron|a)|confirmou|подтвердил[аи]?|أكد(?:ت)?)(?![\p{L}\p{M}])|認めた|確認した|확인했|인정했|证实|證實|承认|承認/giu;

/** How often a sentence negates, and what remains of it without the words that do, or that affirm. */
export function negationsIn(sentence: string, language: string): { count: number; rest: string } {
  const pattern = negations[primaryLanguage(language)];
  const count = (pattern && sentence.match(pattern)?.length) ?? 0;
  const positive = count > 0 ? sentence.replace(pattern!, ' ') : sentence;
  return { count, rest: positive.replace(affirming, ' ') };
}
