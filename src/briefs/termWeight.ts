import { learnedWeights } from '../news/weights.ts';
import { primaryLanguage } from '../text/language.ts';

/** Inflected forms share their beginning. */
const stemLength = 7;
/** As the common words are kept. */
const commonLength = 6;

/** What a term of a text is worth for comparing: little for what stands in every article of its language. */
export type TermWeight = (term: string) => number;

const byLanguage = new Map<string, TermWeight>();

/**
 * How much terms of a language tell, from how common they are in news: about 0 for `the`, 5 for what is rare.
 *
 * @param language  BCP 47
 */
export function termWeightIn(language: string): TermWeight {
  const known = byLanguage.get(language);
  if (known) return known;
  const common = learnedWeights.common[language] ?? learnedWeights.common[primaryLanguage(language)] ?? {};
  const made = new Map(Object.entries(common).map(([term, percent]) => [term, weightOf(percent)]));
  const rare = weightOf(0);
  const weight: TermWeight = (term) => made.get(term.slice(0, commonLength)) ?? rare;
  byLanguage.set(language, weight);
  return weight;
}

/** The beginning of a word, by which its forms are one term. */
export function stemOf(token: string): string {
  return token.slice(0, stemLength);
}

function weightOf(percent: number): number {
  return Math.log(100.5 / (Math.min(100, percent) + 0.5));
}
