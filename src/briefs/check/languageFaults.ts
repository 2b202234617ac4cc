import { primaryLanguage } from '../../text/language.ts';
import { nameWordsOf } from '../../text/nameWords.ts';
import type { Claim, Fault } from './claim.ts';

const scripts: readonly (readonly [script: RegExp, languages: RegExp])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, /^ja$/],
  [/\p{Script=Hangul}/gu, /^ko$/],
  [/\p{Script=Han}/gu, /^(?:ja|zh|ko)$/],
  [/\p{Script=Arabic}/gu, /^(?:ar|fa|ur)$/],
  [/\p{Script=Cyrillic}/gu, /^(?:ru|uk|be|bg|sr|mk|kk)$/],
  [/\p{Script=Thai}/gu, /^th$/],
  [/\p{Script=Hebrew}/gu, /^he$/],
  [/\p{Script=Devanagari}/gu, /^(?:hi|mr|ne)$/],
];
const latinOnes = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'];
const otherScripts = /^(?:ja|ko|zh|ar|fa|ur|ru|uk|be|bg|sr|mk|th|he|hi)$/;

/** Whether a claim is in another language than it says: by its script, and by the little words of Latin ones. */
export function languageFaults({ text, language }: Claim): Fault[] {
  const primary = primaryLanguage(language);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const fault: Fault[] = [{ kind: 'language', what: text.slice(0, 40) }];
  const strange = scripts.some(
    ([script, languages]) => (text.match(script)?.length ?? 0) > letters * 0.2 && !languages.test(primary),
  );
  if (strange) return fault;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (otherScripts.test(primary)) return latin > letters * 0.6 ? fault : [];
  if (primary === 'ja' && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) && letters > 12) return fault;
  if (!latinOnes.includes(primary)) return [];
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const littleWords = (each: string) => {
    const { openers, particles } = nameWordsOf(each);
    return words.filter((word) => openers.has(word) || particles.has(word)).length;
  };
  const own = littleWords(primary);
  return latinOnes.some((other) => other !== primary && littleWords(other) > own + 1) ? fault : [];
}
