/** The direction of an embedding in eight bits a number: a quarter of the memory, and the same cosines to a hundredth. */
export type Meaning = Int8Array;

export function meaningOf(embedding: Float32Array): Meaning {
  const largest = embedding.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  return Int8Array.from(embedding, (each) => (largest > 0 ? Math.round((127 * each) / largest) : 0));
}

/** @returns 0 for vectors of different lengths or without direction */
export function cosineOf(a: Meaning, b: Meaning): number {
  if (a.length !== b.length) return 0;
  let [both, ofA, ofB] = [0, 0, 0];
  for (let index = 0; index < a.length; index++) {
    const [x, y] = [a[index] as number, b[index] as number];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA > 0 && ofB > 0 ? both / Math.sqrt(ofA * ofB) : 0;
}

const comparedWith = 8;
const fewestComparisons = 200;
/** So many standard deviations above the mean of unrelated articles, likeness says nothing; each further one this much. */
const indifferent = 3;
const perDeviation = 0.5;
const [least, most] = [-1.5, 2.5];

/**
 * What it says for two articles being of one event that a model finds them alike. What is a high cosine differs from
 * model to model, so it is learned from articles as they come, which are hardly ever of one event.
 *
 * The weights are set by hand, small beside what names and words say: no set to learn them from comes with embeddings.
 */
export class MeaningScale {
  readonly #latest: Meaning[] = [];
  #count = 0;
  #mean = 0;
  /** Sum of the squared deviations from the mean (Welford 1962). */
  #squares = 0;

  add(meaning: Meaning): void {
    for (const other of this.#latest) {
      const cosine = cosineOf(meaning, other);
      const before = cosine - this.#mean;
      this.#count += 1;
      this.#mean += before / this.#count;
      this.#squares += before * (cosine - this.#mean);
    }
    this.#latest.push(meaning);
    if (this.#latest.length > comparedWith) this.#latest.shift();
  }

  /** @returns log-odds to be added; 0 while too little is known, or one of them has no meaning */
  logOdds(a: Meaning | undefined, b: Meaning | undefined): number {
    if (!a || !b || a.length !== b.length || this.#count < fewestComparisons) return 0;
    const deviation = Math.sqrt(this.#squares / this.#count);
    if (deviation === 0) return 0;
    const deviations = (cosineOf(a, b) - this.#mean) / deviation;
    return Math.min(most, Math.max(least, perDeviation * (deviations - indifferent)));
  }
}
