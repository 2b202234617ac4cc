import type { Article } from '../news/article.ts';
import { primaryLanguage } from '../text/language.ts';

const readOn =
  /^(?:read (?:more|on|the full)|continue reading|click here|subscribe|sign up|follow us|also read|see also|watch:|listen:|photo:|image:|advertisement|weiterlesen|mehr (?:dazu|lesen)|lesen sie|newsletter|lire (?:la suite|aussi)|abonnez|leer más|lea (?:también|más)|suscr[ií]b|続きを読む|関連記事|写真[:：]|무단 ?전재|관련기사|阅读全文|相关阅读|查看更多)/iu;
const anywhere = /https?:\/\/|www\.|©|all rights reserved|無断転載|무단전재|\bappeared first on\b|\[…\]|\[\.\.\.\]/iu;
const byline = /^(?:by|von|par|por|reporting by)\s+\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+){0,3}\.?$/u;

/** Whether a sentence is the page's furniture rather than news. */
export function isBoilerplate(sentence: string, { title }: Pick<Article, 'title'>): boolean {
  const fewest = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Hangul}]/u.test(sentence) ? 10 : 25;
  if (sentence.length < fewest || sentence === title) return true;
  if (readOn.test(sentence) || anywhere.test(sentence) || byline.test(sentence)) return true;
  return !/[.!?。！？…"”»」』)%]$/u.test(sentence) && sentence.length < 60;
}

/** Openings that lean on a sentence before: a brief that quotes one alone would point at nothing. */
const leaning: Readonly<Record<string, RegExp>> = {
  en: /^["“]?(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|so|also|however|meanwhile|instead|still|there)\b/iu,
  de: /^["„»]?(?:er|sie|es|dies(?:e[rsmn]?)?|das|deren|dessen|seine?[rsmn]?|ihre?[rsmn]?|aber|und|doch|auch|dort|dabei|damit|zudem|danach)\b/iu,
  fr: /^["«]?\s?(?:il|elle|ils|elles|ce|cela|cette|ces|son|sa|ses|leurs?|mais|et|aussi|cependant|toutefois|selon lui|selon elle)(?![\p{L}])/iu,
  es: /^["«“]?(?:él|ella|ellos|ellas|est[eoa]s?|es[eoa]s?|sus?|pero|y|también|además|allí|sin embargo)(?![\p{L}])/iu,
  pt: /^["«“]?(?:ele|ela|eles|elas|est[ea]s?|iss?t?o|seus?|suas?|mas|e|também|além)(?![\p{L}])/iu,
  ja: /^(?:これ|それ|その|この|同[氏社市署庁行局]|また|しかし|一方|だが|なお|さらに)/u,
  ko: /^(?:이는|그는|그녀는|이에|그러나|하지만|또한|또 |한편|이어|이 )/u,
  zh: /^(?:他|她|它|这|這|该|該|此外|但|不过|不過|同时|同時|另外)/u,
  ru: /^["«]?(?:он|она|они|это|эти|его|её|их|но|и|также|однако)(?![\p{L}])/iu,
};

/** Whether a sentence can't be understood without the one before it. */
export function needsAntecedent(sentence: string, language: string): boolean {
  return leaning[primaryLanguage(language)]?.test(sentence) ?? false;
}
