/**
 * Cosine of two TF-IDF vectors: 0 (no word in common) to 1 (the same words in the same proportions). An empty map is
 * similar to nothing.
 */
export function cosine(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  idf: (term: string) => number,
): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, count] of small) {
    const other = large.get(term);
    if (other) dot += damped(count) * damped(other) * idf(term) ** 2;
  }
  return dot === 0 ? 0 : dot / (lengthOf(a, idf) * lengthOf(b, idf));
}

function lengthOf(vector: ReadonlyMap<string, number>, idf: (term: string) => number): number {
  let sum = 0;
  for (const [term, count] of vector) sum += (damped(count) * idf(term)) ** 2;
  return Math.sqrt(sum);
}

/** The second mention of a word says less than the first. */
function damped(count: number): number {
  return 1 + Math.log(count);
}
