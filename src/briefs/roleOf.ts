import type { SectionKind } from '../news/brief.ts';
import { arabicCue, chineseCue, cues, japaneseCue, koreanCue } from '../text/cueVerbs.ts';
import { primaryLanguage } from '../text/language.ts';
import { roleCues } from './roleCues.ts';

/** The most telling first: who says that nobody knows yet, tells that before it tells that somebody spoke. */
const order = ['unknown', 'counterview', 'outlook', 'background'] as const;

const speaking: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    Object.entries(cues).map(([language, { verb, accordingTo }]) => [
      language,
      new RegExp(`(?<![\\p{L}\\p{M}-])(?:${verb}|${accordingTo})(?![\\p{L}\\p{M}-])`, 'iu'),
    ]),
  ),
  ja: new RegExp(`[」』]?と(?:[^「」。]{0,12})${japaneseCue}`, 'u'),
  ko: new RegExp(`(?:라고|다고|라며|다며|고)\\s?${koreanCue}`, 'u'),
  zh: new RegExp(chineseCue, 'u'),
  ar: new RegExp(`(?<![\\p{L}\\p{M}])${arabicCue}(?![\\p{L}\\p{M}])`, 'u'),
};
const quotationMark = /[“”„«»「」『』"]/u;

/** Which part of a brief a sentence belongs to, by the words that give it away; `happened` when none do. */
export function roleOf(sentence: string, language: string): SectionKind {
  const primary = primaryLanguage(language);
  const own = roleCues[primary];
  const told = order.find((role) => own?.[role].test(sentence));
  if (told) return told;
  return quotationMark.test(sentence) && speaking[primary]?.test(sentence) ? 'reactions' : 'happened';
}
