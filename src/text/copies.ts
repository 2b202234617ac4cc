import { tokensOf } from './tokens.ts';

const shingleLength = 5;
const copyThreshold = 0.6;
const fewestShingles = 8;

/** Runs of five tokens: what two texts share of these was written once. */
export function shinglesOf(text: string): Set<string> {
  const tokens = tokensOf(text);
  const shingles = new Set<string>();
  for (let start = 0; start + shingleLength <= tokens.length; start++) {
    shingles.add(tokens.slice(start, start + shingleLength).join(' '));
  }
  return shingles;
}

/**
 * Whether most of the shorter text stands in the longer one: a wire report and the papers that print it.
 *
 * Containment rather than Jaccard, because papers cut and add.
 * @see Broder, On the resemblance and containment of documents (1997)
 */
export function isCopy(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const least = Math.min(a.size, b.size);
  return least >= fewestShingles && a.intersection(b).size / least >= copyThreshold;
}
