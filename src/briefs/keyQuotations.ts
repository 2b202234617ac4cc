import { quotationsOf } from '../text/quotations.ts';
import type { Readable } from './candidates.ts';
import type { Ranked } from './rankArticles.ts';

export type ChosenQuotation<A extends Readable> = {
  readonly text: string;
  readonly speaker: string;
  readonly article: A;
};

const mostQuotations = 4;
/** Reading for speakers is dear: the articles that come first tell the rest. */
const mostArticles = 4;
const longestText = 2_500;
const shortest = 20;
const shortestWithoutSpaces = 8;
const longest = 300;
const mark = /[“”„«»「『"＂]/u;

/**
 * Who is quoted with what in a story: word for word, with a speaker whom the article names beside the quotation. One of
 * each speaker before a second one.
 */
export function keyQuotationsOf<A extends Readable>(ranked: readonly Ranked<A>[]): ChosenQuotation<A>[] {
  const found = ranked
    .slice(0, mostArticles)
    .flatMap(({ article }) => readArticle(article))
    .filter(isFirstOf(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')));
  const bySpeaker = [...Map.groupBy(found, ({ speaker }) => speaker).values()];
  const firsts = bySpeaker.flatMap(([first]) => first ?? []);
  const seconds = bySpeaker.flatMap(([, second]) => second ?? []);
  return [...firsts, ...seconds].slice(0, mostQuotations);
}

function readArticle<A extends Readable>(article: A): ChosenQuotation<A>[] {
  const text = (article.text || article.summary).slice(0, longestText);
  if (!mark.test(text)) return [];
  return quotationsOf(text, article.language).flatMap(({ text, speaker }) =>
    speaker && isTelling(text) ? { text, speaker, article } : [],
  );
}

function isTelling(text: string): boolean {
  const least = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Hangul}]/u.test(text) ? shortestWithoutSpaces : shortest;
  return text.length >= least && text.length <= longest;
}

function isFirstOf<T>(keyOf: (item: T) => string): (item: T) => boolean {
  const seen = new Set<string>();
  return (item) => !seen.has(keyOf(item)) && Boolean(seen.add(keyOf(item)));
}
