import { sameLanguage } from '../text/language.ts';
import { sayIn } from './languages/index.ts';

/** `Japanese`, for a reader of English. */
export function languageName(code: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(code) ?? code;
}

/** ` (Japanese)` behind what a reader may not be able to read; empty behind what they can. */
export function foreignMark(code: string, language: string): string {
  if (sameLanguage(code, language)) return '';
  const mark = sayIn(language)('inLanguage', { language: languageName(code, language) });
  return mark.startsWith('(') ? ` ${mark}` : mark;
}
