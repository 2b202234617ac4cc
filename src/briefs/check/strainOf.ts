import { sentencesOf } from '../../text/sentences.ts';
import type { Claim } from './claim.ts';
import { wordsOf } from './wordsOf.ts';

/** Short sentences have few words to judge by. */
const benefit = 2;

/**
 * How far a sentence is from what a text of its language says, from 0 (word for word) to about 1.5: the share of its words
 * at which the text has to be left to find the next, and half the share of its content that no two neighbouring sentences
 * hold in this order.
 *
 * @see Grusky, Naaman & Artzi, Newsroom (2018), §4.1, extractive fragments; Lin, ROUGE (2004), §3, longest common subsequence
 */
export function strainOf({ text, language }: Claim, cited: readonly Claim[]): number {
  const words = wordsOf(text, language);
  const keys = words.map(({ key }) => key);
  const content = words.filter(({ isContent }) => isContent).map(({ key }) => key);
  const sentences = cited
    .flatMap((each) => sentencesOf(each.text, each.language))
    .map((sentence) => wordsOf(sentence, language).map(({ key }) => key));
  const parts = (seams(keys, sentences) - 1) / (keys.length + benefit);
  const lost = content.length === 0 ? 0 : 1 - inOrder(content, sentences) / content.length;
  return Math.max(0, parts) + lost / 2;
}

/** How many runs of the sentences a claim is made of, longest first from its beginning; a word of its own is one, too. */
function seams(keys: readonly string[], sentences: readonly (readonly string[])[]): number {
  let count = 0;
  for (let at = 0; at < keys.length; count++) at += Math.max(1, longestRun(keys, at, sentences));
  return count;
}

function longestRun(keys: readonly string[], at: number, sentences: readonly (readonly string[])[]): number {
  let longest = 0;
  for (const sentence of sentences) {
    for (let start = sentence.indexOf(keys[at]!); start >= 0; start = sentence.indexOf(keys[at]!, start + 1)) {
      let length = 1;
      while (at + length < keys.length && sentence[start + length] === keys[at + length]) length++;
      longest = Math.max(longest, length);
    }
  }
  return longest;
}

/** The most of the content that stands in its order in one sentence and the next. */
function inOrder(content: readonly string[], sentences: readonly (readonly string[])[]): number {
  const pairs = sentences.map((sentence, index) => [...sentence, ...(sentences[index + 1] ?? [])]);
  return Math.max(0, ...pairs.map((pair) => commonSubsequence(content, pair)));
}

function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const key of a) {
    const next = [0];
    for (const [index, other] of b.entries()) {
      next.push(Math.max(next[index]!, row[index + 1]!, row[index]! + (key === other ? 1 : 0)));
    }
    row = next;
  }
  return row.at(-1)!;
}
