import type { Features } from '../news/features.ts';
import { namesOf } from './names.ts';
import { type Figure, figureKey, figuresOf } from './numbers.ts';
import type { FindOtherNames } from './otherNames.ts';
import { placeKey, placesOf } from './places.ts';
import { foreignNamesInHan, soundsOf } from './sounds.ts';
import { tokenRuns, tokensOf } from './tokens.ts';
import { worldWordsOf } from './worldWords.ts';

type Text = {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly language: string;
  readonly publishedAt: Date;
};

/** To be raised with every change of what is made of a text: what was kept of articles is made anew then. */
export const featuresEdition = 7;

const leadLength = 1_000;
/** Names, figures and places are looked for further on than words. */
const factsLength = 3_000;
/** In words. Some feeds print a whole sentence as title, and no text: it tells as much as a lead. */
const longTitle = 20;
/** Inflected forms share their beginning: cutting words is a stemmer for every language at once. */
const stemLength = 6;
const gramLength = 4;

/**
 * What comparing needs of an article.
 *
 * @param findOtherNames  what else is called what the article names: it counts as named there too
 */
export function featuresOf(article: Text, findOtherNames: FindOtherNames = () => []): Features {
  const told = withoutPlace(article.title);
  const titleTokens = stemsOf(told);
  const lead = leadOf(article) || (wordsIn(told) >= longTitle ? told : '');
  const leadTokens = stemsOf(lead);
  const words = new Map<string, number>();
  const leadWords = new Map<string, number>();
  for (const token of titleTokens) words.set(token, (words.get(token) ?? 0) + 2);
  for (const token of leadTokens) {
    words.set(token, (words.get(token) ?? 0) + 1);
    leadWords.set(token, (leadWords.get(token) ?? 0) + 1);
  }
  const all = `${article.title}.\n${article.summary}\n${article.text}`.slice(0, factsLength);
  const title = article.title.normalize('NFKC').toLowerCase();
  // Numbers in words are round or small: they say little about which event it is.
  const figures = figuresOf(all, article.language).filter(({ text }) => /\p{N}/u.test(text));
  const isTold = Map.groupBy(figures, isTelling);
  const lower = all.normalize('NFKC').toLowerCase();
  const own = namesOf(all, article.language);
  const names = [...own, ...findOtherNames(lower).flatMap(namesFrom)];
  const world = Map.groupBy(worldWordsOf(lower, article.language), (code) => code.startsWith('news:'));
  return {
    language: article.language,
    publishedAt: article.publishedAt,
    words,
    titleWords: new Set(titleTokens),
    leadWords,
    titleGrams: gramsOf(told.normalize('NFKC').toLowerCase()),
    names: new Set(names),
    titleNames: new Set(names.filter((name) => title.includes(name))),
    figures: new Set(isTold.get(true)?.map(figureKey)),
    counts: new Set(isTold.get(false)?.map(figureKey)),
    ordinals: ordinalsOf(title),
    rubric: rubricOf(title),
    places: new Set([...(world.get(false) ?? []), ...citiesOf(all, article.language)]),
    subjects: new Set(world.get(true)),
    stems: new Set(
      Array.from(lower.slice(0, leadLength).matchAll(/(?<!\p{L})\p{Script=Latin}{5}(?=\p{L})/gu), ([stem]) =>
        withoutMarks(stem),
      ),
    ),
    sounds: new Set(soundingWords(lower, names).flatMap(soundsOf)),
  };
}

/** A name and the words that it is made of, as {@link namesOf} has them. */
function namesFrom(name: string): string[] {
  const parts = name.split(/[\s・]+/u).filter((part) => part.length > 1);
  return [name, ...(parts.length > 1 ? parts : [])];
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

/** Where a script has no spaces, two characters count as one. */
function wordsIn(text: string): number {
  return tokenRuns(text).reduce((sum, { text, isPaired }) => sum + (isPaired ? text.length / 2 : 1), 0);
}

/** Runs of four characters inside words, which spelling and inflection leave alone. */
function gramsOf(title: string): Set<string> {
  const grams = new Set<string>();
  for (const [word] of title.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const marked = ` ${word} `;
    for (let start = 0; start + gramLength <= marked.length; start++)
      grams.add(marked.slice(start, start + gramLength));
  }
  return grams;
}

/**
 * Local papers open a title with its place, `Ploemeur. Two elected`, or with a label: what they print under one place in a
 * day would be alike. The place still counts as a name.
 */
function withoutPlace(title: string): string {
  const told = title.replace(
    /^(?:\p{Lu}[\p{L}'’-]{2,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2}\. ){1,2}(?=["«“„'‘’(\d\p{Lu}])/u,
    '',
  );
  return /\s/.test(told) ? told : title;
}

/** Countries are among the words of the world. */
function citiesOf(text: string, language: string): string[] {
  return placesOf(text, language)
    .filter(({ city }) => city !== null)
    .map(placeKey);
}

/** Words that may be names written in another script: names, long words, and what has no capitals. */
function soundingWords(lower: string, names: readonly string[]): string[] {
  const words = new Set(names.flatMap((name) => name.split(/[\s・·]+/u)));
  for (const [word] of lower.matchAll(
    /\p{Script=Latin}{6,}|\p{Script=Cyrillic}{4,}|[\p{Script=Katakana}ー]{3,}|\p{Script=Hangul}{2,}|[\p{Script=Arabic}&&\p{L}]{4,}|[\p{Script=Devanagari}]{3,}/gv,
  ))
    words.add(word);
  if (/\p{Script=Han}/u.test(lower)) for (const name of foreignNamesInHan(lower)) words.add(name);
  return [...words];
}

/** `12th`, `第13回`, `3e`: of two reports that recur, these tell which is which. */
function ordinalsOf(title: string): Set<string> {
  const found = title.matchAll(
    /(\d{1,4})(?:st|nd|rd|th|º|ª|°|er|e|ème|eme|-[йя]|\.(?=\s\p{L}))(?![\p{L}\d])|第\s?(\d{1,4})|제\s?(\d{1,4})/gu,
  );
  return new Set(Array.from(found, ([, a, b, c]) => a ?? b ?? c ?? ''));
}

/** Numbers in it would tell one report from the next. */
function rubricOf(title: string): string | null {
  const [, inMarks, before] =
    /^(?:[〈<【[（(「]([^〉>】\]）)」\d]{2,30})[〉>】\]）)」]|([^:|\d]{4,40}?)\s?[:|]\s)/u.exec(title) ?? [];
  return (inMarks ?? before)?.trim() || null;
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Small counts and years stand in every article. */
function isTelling({ value, isPercent }: Figure): boolean {
  const isYear = Number.isInteger(value) && value >= 1900 && value <= 2100;
  return isPercent || (value > 10 && !isYear) || !Number.isInteger(value);
}
