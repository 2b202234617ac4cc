import { primaryLanguage } from '../text/language.ts';

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

function isRightToLeft(language: string): boolean {
  return rightToLeft.has(primaryLanguage(language));
}

/** Text of one language within a line of another: where the two run against each other, it keeps its own order. */
export function isolated(text: string, language: string, lineLanguage: string): string {
  return isRightToLeft(language) === isRightToLeft(lineLanguage) ? text : `\u2068${text}\u2069`;
}

/**
 * What a line begins with so that it runs as its reader reads, whatever it says first: a mark that is not seen.
 *
 * @see https://unicode.org/reports/tr9/#P2 (the first strong character decides)
 */
export function lineStart(language: string, first = language): string {
  if (isRightToLeft(language)) return '\u200f';
  return isRightToLeft(first) ? '\u200e' : '';
}
