import { quotedSpans } from './quotedSpans.ts';
import { tokensOf } from './tokens.ts';

/**
 * What is kept of a text to recognise it when it is printed again: hashes of its runs of five tokens, the smallest 192,
 * and of its longer quotations. All of them are under `limit`, and all that are under `limit` are there.
 *
 * @see Broder, On the resemblance and containment of documents (1997)
 */
export type Sketch = { readonly runs: Uint32Array; readonly limit: number; readonly quotations: Uint32Array };

const runLength = 5;
const mostRuns = 192;
const everything = 2 ** 32;
const longestText = 6_000;
const fewestRuns = 8;
const copiedShare = 0.6;
/** A rewrite keeps fewer of the runs, and the quotations. */
const rewrittenShare = 0.3;
const fewestQuotations = 2;
const fewestQuotedTokens = 6;

export function sketchOf(text: string): Sketch {
  const opening = text.slice(0, longestText);
  const tokens = tokensOf(opening);
  const hashes = new Set<number>();
  for (let start = 0; start + runLength <= tokens.length; start++) hashes.add(hash(tokens, start, start + runLength));
  const sorted = Uint32Array.from(hashes).sort();
  const isWhole = sorted.length <= mostRuns;
  return {
    runs: isWhole ? sorted : sorted.slice(0, mostRuns),
    limit: isWhole ? everything : (sorted[mostRuns] as number),
    quotations: quotationsIn(opening),
  };
}

/** A sketch as numbers, to be kept. */
export function numbersOfSketch({ runs, limit, quotations }: Sketch): Uint32Array {
  return Uint32Array.of(limit === everything ? 0 : limit, runs.length, ...runs, ...quotations);
}

export function sketchFromNumbers(numbers: Uint32Array): Sketch {
  const [limit = 0, count = 0] = numbers;
  return { limit: limit || everything, runs: numbers.subarray(2, 2 + count), quotations: numbers.subarray(2 + count) };
}

/**
 * Whether most of the shorter text stands in the longer one, as of a wire report in the papers that print it; or a good
 * part of it with its quotations, as in a rewrite.
 *
 * Containment rather than likeness, because papers cut and add. Of long texts it is estimated.
 */
export function isCopy(a: Sketch, b: Sketch): boolean {
  const limit = Math.min(a.limit, b.limit);
  const [inA, inB] = [countBelow(a.runs, limit), countBelow(b.runs, limit)];
  const least = Math.min(inA, inB);
  if (least < fewestRuns) return false;
  const share = countShared(a.runs, b.runs) / least;
  if (share >= copiedShare) return true;
  return share >= rewrittenShare && countShared(a.quotations, b.quotations) >= fewestQuotations;
}

function quotationsIn(text: string): Uint32Array {
  const hashes = new Set<number>();
  for (const paragraph of text.split('\n')) {
    for (const { start, end } of quotedSpans(paragraph)) {
      const tokens = tokensOf(paragraph.slice(start, end));
      if (tokens.length >= fewestQuotedTokens) hashes.add(hash(tokens, 0, tokens.length));
    }
  }
  return Uint32Array.from(hashes).sort();
}

function countBelow(sorted: Uint32Array, limit: number): number {
  const first = sorted.findIndex((value) => value >= limit);
  return first < 0 ? sorted.length : first;
}

function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const order = (a[i] as number) - (b[j] as number);
    if (order === 0) shared += 1;
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  return shared;
}

/** FNV-1a over UTF-16 with the last mixing of MurmurHash3, tokens parted. */
function hash(tokens: readonly string[], start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    const token = tokens[at] as string;
    for (let index = 0; index < token.length; index++) value = Math.imul(value ^ token.charCodeAt(index), 0x01000193);
    value = Math.imul(value ^ 0x20, 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
