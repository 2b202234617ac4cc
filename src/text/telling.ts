import type { Telling } from '../news/related.ts';
import { leadOf } from './features.ts';
import { primaryLanguage } from './language.ts';
import { namesOf } from './names.ts';
import { soundsOf } from './sounds.ts';
import { worldWordsOf } from './worldWords.ts';

type Text = {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly language: string;
  readonly publishedAt: Date;
};

const leadLength = 500;
const longestName = 4;
/** Shorter sounds are those of too many names. */
const shortestSound = 4;

/**
 * What tells what an article is about, from its title and the beginning of its text.
 *
 * @param outlets  names of publishers, lower case: that one of them stands in a text says nothing about it
 */
export function tellingOf(article: Text, outlets: ReadonlySet<string> = new Set()): Telling {
  const { language, publishedAt } = article;
  const all = `${article.title}.\n${leadOf(article).slice(0, leadLength)}`;
  const found = namesOf(all, language).filter((name) => name.length > 1);
  const ofOutlets = new Set(found.filter((name) => outlets.has(name)).flatMap((name) => [name, ...name.split(' ')]));
  const names = found.filter((name) => !ofOutlets.has(name) && worldWordsOf(name, language).size === 0);
  const inNames = new Set(names.flatMap((name) => name.split(' ')));
  const words = wordsOf(all, language).filter((word) => !inNames.has(word) && !ofOutlets.has(word));
  return {
    language,
    publishedAt,
    names: new Set(names.flatMap(withParts)),
    words: new Set(words),
    signs: new Set([...placesIn(all, language), ...soundsIn(names)]),
  };
}

/** A name and the shorter names in it: `minister danel korvash` tells of `danel korvash` too. */
function withParts(name: string): string[] {
  const words = name.split(' ').slice(0, longestName);
  const parts = words.flatMap((_, start) =>
    words.slice(start + 1).map((_word, more) => words.slice(start, start + more + 2).join(' ')),
  );
  return [name, ...parts];
}

const segmenters = new Map<string, Intl.Segmenter>();
const withoutSpaces = /^(?:ja|zh|th|lo|km)$/;
/** What sticks to the end of a Korean word. */
const particle =
  /(?<=\p{Script=Hangul}{2})(?:은|는|이|가|을|를|의|에|에서|에게|으로|로|와|과|도|만|까지|부터|라고|이다|했다)$/u;

/** The words that may tell something: long ones; where there are no spaces, those that are not only grammar. */
function wordsOf(text: string, language: string): string[] {
  const lower = text.normalize('NFKC').toLowerCase();
  const primary = primaryLanguage(language);
  if (withoutSpaces.test(primary)) {
    const segmenter = segmenters.get(primary) ?? new Intl.Segmenter(primary, { granularity: 'word' });
    segmenters.set(primary, segmenter);
    return Array.from(segmenter.segment(lower)).flatMap(({ segment }) =>
      /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Thai}ー]{2,}$/u.test(segment) ? segment : [],
    );
  }
  const words = lower.match(/[\p{L}\p{M}]{4,}|\p{Script=Hangul}{2,}/gu) ?? [];
  return primary === 'ko' ? words.map((word) => word.replace(particle, '')) : words;
}

function placesIn(text: string, language: string): string[] {
  return [...worldWordsOf(text.normalize('NFKC').toLowerCase(), language)].filter((code) => code.startsWith('region:'));
}

function soundsIn(names: readonly string[]): string[] {
  return names
    .flatMap((name) => name.split(/[\s・·-]+/u))
    .flatMap(soundsOf)
    .filter((sound) => sound.length >= shortestSound);
}
