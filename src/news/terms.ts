import type { Features } from './features.ts';

/**
 * The features of an article as numbers, to be compared fast and kept small: one number for each term, in ascending
 * order. From the highest bit: the bucket that its text falls into (22 bits), its kind (4), how often it stands in the
 * title (2) and in the lead (4); of a sound, in place of the last, its length.
 *
 * Two terms in one bucket are taken for one. With four million buckets that happens to one pair of unrelated articles in
 * a hundred or so, for one term.
 *
 * @see Weinberger et al., Feature Hashing for Large Scale Multitask Learning (2009)
 */
export type Terms = Uint32Array;

export const kinds = {
  word: 0,
  gram: 1,
  name: 2,
  figure: 3,
  count: 4,
  place: 5,
  sound: 6,
  ordinal: 7,
  stem: 8,
  subject: 9,
  rubric: 10,
} as const;
export const kindCount = 16;

const bucketBits = 22;
export const bucketCount = 2 ** bucketBits;
const [leadBits, titleBits, kindBits] = [4, 2, 4];
const mostInLead = 2 ** leadBits - 1;
const mostInTitle = 2 ** titleBits - 1;

/** Terms are the same when these are. */
export function identityOf(term: number): number {
  return term >>> (leadBits + titleBits);
}

export function bucketOf(term: number): number {
  return term >>> (leadBits + titleBits + kindBits);
}

export function kindOf(term: number): number {
  return (term >>> (leadBits + titleBits)) & (kindCount - 1);
}

export function inTitle(term: number): number {
  return (term >>> leadBits) & mostInTitle;
}

export function inLead(term: number): number {
  return term & mostInLead;
}

export function termsOf(features: Features): Terms {
  const terms: number[] = [];
  const add = (kind: number, text: string, title: number, lead: number) => {
    const key = (hash(text, kind) >>> (32 - bucketBits)) * kindCount + kind;
    const often = Math.min(title, mostInTitle) * 2 ** leadBits + Math.min(lead, mostInLead);
    terms.push(key * 2 ** (titleBits + leadBits) + often);
  };
  const { language, titleWords, titleNames } = features;
  for (const [word, count] of features.leadWords) {
    add(kinds.word, `${language} ${word}`, titleWords.has(word) ? 1 : 0, count);
  }
  for (const word of titleWords) if (!features.leadWords.has(word)) add(kinds.word, `${language} ${word}`, 1, 0);
  for (const gram of features.titleGrams) add(kinds.gram, `${language} ${gram}`, 1, 0);
  for (const name of features.names) add(kinds.name, name, titleNames.has(name) ? 1 : 0, 1);
  for (const figure of features.figures) add(kinds.figure, figure, 0, 1);
  for (const count of features.counts) add(kinds.count, count, 0, 1);
  for (const place of features.places) add(kinds.place, place, 0, 1);
  for (const sound of features.sounds) add(kinds.sound, sound, 0, sound.length);
  for (const subject of features.subjects) add(kinds.subject, subject, 0, 1);
  for (const stem of features.stems) add(kinds.stem, stem, 0, 1);
  if (features.rubric !== null) add(kinds.rubric, `${language} ${features.rubric}`, 1, 0);
  for (const ordinal of features.ordinals) add(kinds.ordinal, ordinal, 1, 0);
  return Uint32Array.from(terms).sort();
}

/** The bucket of a word, as {@link bucketOf} its terms. */
export function bucketOfWord(word: string, language: string): number {
  return hash(`${language} ${word}`, kinds.word) >>> (32 - bucketBits);
}

/** FNV-1a over UTF-16, with the last mixing of MurmurHash3. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
