import { tokenRuns } from './tokens.ts';

/** What the topic model sees of a text: its n-grams, hashed, each once, and how much of each. */
export type TopicFeatures = { readonly grams: Uint32Array; readonly counts: Float32Array };

/** What was learned from other features is of no use: to be raised when they change. */
export const featuresEdition = 3;

const longestTitle = 300;
const longestLead = 3_000;
const longestWord = 40;
/** Against whole words and pairs of them, which count 1: beginnings, and parts of a word. */
const beginningWeight = 0.7;
const partWeight = 0.5;
const partLengths = [4, 5];
const beginningLengths = [2, 3];

/** ICU's dictionaries part the words of scripts without spaces, whatever the language. */
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const isHangul = /^\p{Script=Hangul}/u;
const isIdeographOrKana = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;

/**
 * Hashed n-grams, one path for all scripts: words, pairs of them, and what inflection leaves of a word: in alphabets its
 * parts of four and five letters, in Hangul its beginnings. Where words are hard to tell, also characters and pairs of
 * them.
 */
export function topicFeaturesOf({ title, lead }: { readonly title: string; readonly lead: string }): TopicFeatures {
  const counts = new Map<number, number>();
  count(title.slice(0, longestTitle), counts);
  count(lead.slice(0, longestLead), counts);
  return {
    grams: Uint32Array.from(counts.keys()),
    counts: Float32Array.from(counts.values(), (value) => Math.log1p(value)),
  };
}

function count(text: string, counts: Map<number, number>): void {
  const add = (gram: string, share: number) => {
    const hash = hashOf(gram);
    counts.set(hash, (counts.get(hash) ?? 0) + share);
  };
  const runs = tokenRuns(text);
  let previous = '';
  for (const whole of wordsOf(runs)) {
    const word = whole.slice(0, longestWord);
    add(`w${word}`, 1);
    if (previous) add(`b${previous} ${word}`, 1);
    previous = word;
    if (isIdeographOrKana.test(word)) continue;
    if (isHangul.test(word)) {
      for (const length of beginningLengths)
        if (length < word.length) add(`s${word.slice(0, length)}`, beginningWeight);
      continue;
    }
    const framed = `<${word}>`;
    for (const length of partLengths) {
      if (length >= framed.length) break;
      for (let start = 0; start + length <= framed.length; start++)
        add(`p${framed.slice(start, start + length)}`, partWeight);
    }
  }
  for (const { text: run, isPaired } of runs) {
    if (!isPaired) continue;
    const characters = [...run];
    for (const [index, character] of characters.entries()) {
      add(`1${character}`, 1);
      if (index > 0) add(`2${characters[index - 1]}${character}`, 1);
    }
  }
}

function wordsOf(runs: ReturnType<typeof tokenRuns>): string[] {
  const words = runs.map(({ text }) => text);
  if (!runs.some(({ isPaired }) => isPaired)) return words;
  // All at once: beginning anew for every run takes twice as long.
  return Array.from(segmenter.segment(words.join(' ')), ({ segment }) => segment).filter((word) => word !== ' ');
}

/** FNV-1a, mixed once more because its lowest bits are poor; of 31 bits, which are quicker than 32. */
function hashOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < gram.length; index++) hash = Math.imul(hash ^ gram.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 1;
}
