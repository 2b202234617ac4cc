import { primaryLanguage } from '../language.ts';
import type { Abbreviations } from './abbreviations.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';

/** The lists of one language, for looking up. */
export type AbbreviationIndex = {
  readonly neverLast: ReadonlySet<string>;
  readonly beforeFigure: ReadonlySet<string>;
  readonly mayBeLast: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  readonly hasDottedOrdinals: boolean;
};

const lists: Readonly<Record<string, Abbreviations>> = { ar, de, en, es, fr, pl, pt, ru };
const withDottedOrdinals = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'cs',
  'sk',
  'pl',
  'hu',
  'sl',
  'hr',
  'sr',
  'et',
]);
const indexes = new Map<string, AbbreviationIndex>();

/** @param language  BCP 47; one without a list is read with English's, whose titles stand in every language's news */
export function abbreviationsOf(language: string): AbbreviationIndex {
  const primary = primaryLanguage(language);
  const known = indexes.get(primary);
  if (known) return known;
  const own = lists[primary] ?? en;
  const index: AbbreviationIndex = {
    neverLast: wordSet(own.neverLast),
    beforeFigure: wordSet(own.beforeFigure),
    mayBeLast: wordSet(own.mayBeLast),
    starters: wordSet(own.starters),
    hasDottedOrdinals: withDottedOrdinals.has(primary),
  };
  indexes.set(primary, index);
  return index;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
