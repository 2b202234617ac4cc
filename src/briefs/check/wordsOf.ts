import { cues } from '../../text/cueVerbs.ts';
import { primaryLanguage } from '../../text/language.ts';
import { nameWordsOf } from '../../text/nameWords.ts';

/** A word as it stands in a text. */
export type Word = {
  readonly text: string;
  /** What its inflected forms have in common, about. */
  readonly key: string;
  /** UTF-16 units. */
  readonly index: number;
  /** Says something by itself. */
  readonly isContent: boolean;
};

const longestText = 20_000;
const unspaced = new Set(['ja', 'zh', 'th', 'lo', 'km', 'my']);
const spacedWord = /[\p{L}\p{M}\p{N}]+(?:[.,:]\p{N}+)*/gu;
const letters = /^[\p{L}\p{M}]+$/u;
const auxiliaries: Readonly<Record<string, string>> = {
  en: 'was were has had have been being are will would could should may might can did does don doesn didn isn wasn aren weren hasn haven hadn won wouldn couldn shouldn also out off than more most very own per via',
  de: 'ist sind war waren hat haben hatte hatten wird werden wurde wurden worden sei seien kann können konnte konnten soll sollen sollte muss müssen will wollen sich mehr sehr',
  fr: 'est sont était étaient ont avait avaient été sera seront peut peuvent doit doivent fait plus très même',
  es: 'era eran fue fueron han había habían sido será serán puede pueden debe deben está están muy más',
  pt: 'era eram foi foram tem têm tinha sido será serão pode podem deve devem está estão muito mais',
  it: 'era erano sono stato stata hanno aveva sarà può possono deve devono più molto',
  ru: 'был была было были будет будут есть стал стала может могут',
};
/** Japanese and Chinese words that only hold others together. */
const little =
  /^(?:[\p{Script=Hiragana}ー]+|する|年|月|日|的|了|在|是|和|与|與|也|将|將|对|對|为|為|被|把|从|從|到|等|其|并|並|而|及)$/u;

type Lists = { readonly notContent: ReadonlySet<string>; readonly says: RegExp | null };
const lists = new Map<string, Lists>();

/** @param language  BCP 47 */
export function wordsOf(text: string, language: string): Word[] {
  const primary = primaryLanguage(language);
  const read = text.slice(0, longestText);
  const found = unspaced.has(primary)
    ? Array.from(segmenterOf(primary).segment(read)).flatMap(({ segment, index, isWordLike }) =>
        isWordLike ? [{ text: segment, index }] : [],
      )
    : Array.from(read.matchAll(spacedWord), ({ 0: word, index }) => ({ text: word, index }));
  return found
    .filter(({ text }) => text.length > 1 || !/^[\p{Script=Latin}\p{M}]$/u.test(text))
    .map((word) => ({ ...word, key: wordKey(word.text), isContent: isContent(word.text, primary) }));
}

/** Beginning of a word without accents, by which its forms are known; figures are whole. */
function wordKey(word: string): string {
  const plain = plainOf(word);
  if (!letters.test(plain)) return plain;
  if (/^\p{Script=Hangul}/u.test(plain)) return plain.slice(0, 2);
  if (/^\p{Script=Arabic}/u.test(plain)) return plain.replace(/^(?:[وفبكل]?ال|[وفبل](?=.{3}))/u, '').slice(0, 4);
  return /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(plain) ? plain.slice(0, 5) : plain;
}

/** Lower case, NFKC, Latin letters without accents. */
export function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
}

function isContent(word: string, primary: string): boolean {
  const lower = word.toLowerCase();
  if (unspaced.has(primary)) return !little.test(lower);
  if (/^\p{N}/u.test(lower)) return true;
  if (/^\p{Script=Hangul}/u.test(lower)) return lower.length > 1;
  const { notContent, says } = listsOf(primary);
  return lower.length > 2 && !notContent.has(lower) && !says?.test(lower);
}

function listsOf(primary: string): Lists {
  const known = lists.get(primary);
  if (known) return known;
  const { openers, particles } = nameWordsOf(primary);
  const notContent = openers.union(particles).union(new Set((auxiliaries[primary] ?? '').split(' ')));
  const verb = cues[primary]?.verb;
  const made = { notContent, says: verb ? new RegExp(`^(?:${verb})$`, 'iu') : null };
  lists.set(primary, made);
  return made;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(primary: string): Intl.Segmenter {
  const segmenter = segmenters.get(primary) ?? new Intl.Segmenter(primary, { granularity: 'word' });
  segmenters.set(primary, segmenter);
  return segmenter;
}
