/** Shares from 0 to 1. */
export type Overlap = { readonly f1: number; readonly precision: number; readonly recall: number };

type Counts = { readonly both: number; readonly read: number; readonly expected: number };

const size = 4;
/** What Python calls a word character: of marks, unlike here, it knows none. */
const word = /[\p{L}\p{N}_]+/gu;

/**
 * How much of a text was read, and how much of what was read is text: by runs of four words, over all pages. Every page
 * counts the same; one of which nothing was read counts for recall alone, and F1 is of the two means.
 *
 * @see https://github.com/scrapinghub/article-extraction-benchmark/blob/master/evaluate.py
 */
export function overlapOf(pages: readonly { readonly read: string; readonly expected: string }[]): Overlap {
  const counts = pages.map(({ read, expected }) => countShingles(read, expected));
  const precision = mean(counts.filter((page) => page.read > 0).map((page) => page.both / page.read));
  const recall = mean(counts.filter((page) => page.expected > 0).map((page) => page.both / page.expected));
  return { f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), precision, recall };
}

function countShingles(read: string, expected: string): Counts {
  const wanted = shinglesOf(expected);
  const found = shinglesOf(read);
  let both = 0;
  for (const [shingle, count] of found) both += Math.min(count, wanted.get(shingle) ?? 0);
  return { both, read: sum(found.values()), expected: sum(wanted.values()) };
}

function shinglesOf(text: string): Map<string, number> {
  const words = text.match(word) ?? [];
  const shingles = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - size + 1); at++) {
    const shingle = words.slice(at, at + size).join(' ');
    if (shingle) shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : sum(numbers) / numbers.length;
}
