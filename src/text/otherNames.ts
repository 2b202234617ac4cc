import type { NamePair } from './namePairs.ts';
import { nameKey } from './names.ts';

/** The other names of what a text names. @param text  lower case, NFKC */
export type FindOtherNames = (text: string) => readonly string[];

/** A name by its key, and the other name of the same. */
export type KnownName = { readonly key: string; readonly other: string };

type Entry = { readonly key: string; readonly words: readonly string[]; readonly others: readonly string[] };

const mostFound = 30;
/** Of a name without spaces, by so many characters it is looked up. */
const opening = 2;
/** Particles stick to Korean names; to those of two syllables other words do too. */
const shortest = 3;

/** Scripts whose names stand among other words without spaces, or with particles that stick to them. */
const unspaced = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/u;
const hangul = /\p{Script=Hangul}/u;

/**
 * Looks up what names a text holds, whatever the case that they stand in. Its work grows with the text, not with what
 * is known.
 *
 * @param known  of several others of one name, the first counts
 */
export function createFindOtherNames(known: readonly KnownName[]): FindOtherNames {
  const otherOf = new Map<string, string>();
  for (const { key, other } of known) if (!otherOf.has(key)) otherOf.set(key, other);
  const spaced = new Map<string, Entry[]>();
  const dense = new Map<string, Entry[]>();
  for (const [key, other] of otherOf) {
    // ВОЗ of the long name is WHO, where somebody printed that too.
    const further = otherOf.get(keyOf(other));
    const words = key.split(' ');
    const entry = { key, words, others: further === undefined ? [other] : [other, further] };
    const [entries, first] = unspaced.test(key) ? [dense, key.slice(0, opening)] : [spaced, words[0] as string];
    const own = entries.get(first);
    if (own) own.push(entry);
    else entries.set(first, [entry]);
  }
  return (text) => {
    if (otherOf.size === 0) return [];
    const found = new Set<string>();
    const add = ({ others }: Entry) => {
      for (const other of others) if (found.size < mostFound) found.add(other);
    };
    if (spaced.size > 0) {
      const words = wordKeysOf(text);
      for (const [index, word] of words.entries()) {
        for (const entry of spaced.get(word) ?? []) if (standsAt(entry.words, words, index)) add(entry);
      }
    }
    if (dense.size > 0 && unspaced.test(text)) {
      const plain = withoutDots(text);
      for (let index = 0; index < plain.length; index++) {
        for (const entry of dense.get(plain.slice(index, index + opening)) ?? [])
          if (standsIn(entry.key, plain, index)) add(entry);
      }
    }
    return [...found];
  };
}

/** Pairs of one name in several cases have one key. */
export function knownNameOf({ name, other }: NamePair): KnownName {
  return { key: keyOf(name), other: other.toLowerCase() };
}

function standsAt(name: readonly string[], words: readonly string[], index: number): boolean {
  return name.every((word, offset) => words[index + offset] === word);
}

function standsIn(key: string, text: string, index: number): boolean {
  if (!text.startsWith(key, index)) return false;
  if (!hangul.test(key)) return true;
  if (hangul.test(text[index - 1] ?? '')) return false;
  return key.length >= shortest || !hangul.test(text[index + key.length] ?? '');
}

function keyOf(name: string): string {
  const lower = name.normalize('NFKC').toLowerCase();
  return unspaced.test(lower) ? withoutDots(lower) : wordKeysOf(lower).join(' ');
}

function withoutDots(text: string): string {
  return text.replace(/[・·•‧]/gu, '');
}

/** Words without their case endings; of Arabic ones without what sticks to the article. */
function wordKeysOf(text: string): string[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) =>
    /^\p{Script=Cyrillic}/u.test(word)
      ? nameKey(word, 'ru')
      : word.replace(/^[وفبك](?=ال)/u, '').replace(/(?<=\p{Script=Latin})\p{M}/gu, ''),
  );
}
