import type { Features } from '../news/features.ts';
import { namesOf } from './names.ts';
import { figureKey, figuresOf } from './numbers.ts';
import { tokensOf } from './tokens.ts';

type Text = {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly language: string;
  readonly publishedAt: Date;
};

const leadLength = 1_000;
/** Inflected forms share their beginning: cutting words is a stemmer for every language at once. */
const stemLength = 6;

/** What comparing needs of an article. */
export function featuresOf(article: Text): Features {
  const lead = leadOf(article);
  const titleTokens = stemsOf(article.title);
  const words = new Map<string, number>();
  for (const token of [...titleTokens, ...titleTokens, ...stemsOf(lead)]) {
    words.set(token, (words.get(token) ?? 0) + 1);
  }
  const all = `${article.title}.\n${lead}`;
  return {
    language: article.language,
    publishedAt: article.publishedAt,
    words,
    titleWords: new Set(titleTokens),
    names: new Set(namesOf(all, article.language)),
    figures: new Set(figuresOf(all, article.language).filter(isTelling).map(figureKey)),
  };
}

/** Summary and text from the beginning, without saying the same twice. */
export function leadOf({ summary, text }: Pick<Text, 'summary' | 'text'>): string {
  const opening = summary.slice(0, 60);
  const lead = opening && text && !text.startsWith(opening) ? `${summary}\n${text}` : text || summary;
  return lead.slice(0, leadLength);
}

function stemsOf(text: string): string[] {
  return tokensOf(text).map((token) => token.slice(0, stemLength));
}

/** Small counts and years stand in every article. */
function isTelling({ value, isPercent }: { value: number; isPercent: boolean }): boolean {
  const isYear = Number.isInteger(value) && value >= 1900 && value <= 2100;
  return isPercent || (value > 10 && !isYear) || !Number.isInteger(value);
}
