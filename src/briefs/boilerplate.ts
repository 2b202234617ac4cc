import type { Article } from '../news/article.ts';

const readOn =
  /^(?:read (?:more|on|the full)|continue reading|click here|subscribe|sign up|follow us|also read|see also|watch:|listen:|photo:|image:|advertisement|weiterlesen|mehr (?:dazu|lesen)|lesen sie|newsletter|lire (?:la suite|aussi)|abonnez|leer más|lea (?:también|más)|suscr[ií]b|続きを読む|関連記事|写真[:：]|무단 ?전재|관련기사|阅读全文|相关阅读|查看更多)/iu;
const anywhere = /https?:\/\/|www\.|©|all rights reserved|無断転載|무단전재|\bappeared first on\b|\[…\]|\[\.\.\.\]/iu;
const byline = /^(?:by|von|par|por|reporting by)\s+\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+){0,3}\.?$/u;

/** Scripts that say much in few characters. */
const dense = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Hangul}]/u;

/** Whether a sentence is the page's furniture rather than news. */
export function isBoilerplate(sentence: string, { title }: Pick<Article, 'title'>): boolean {
  if (sentence.length < 10 || (sentence.length < 25 && !dense.test(sentence)) || sentence === title) return true;
  if (readOn.test(sentence) || anywhere.test(sentence) || byline.test(sentence)) return true;
  return !/[.!?。！？…"”»」』)%]$/u.test(sentence) && sentence.length < 60;
}
