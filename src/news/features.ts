/** What comparing needs of one article: made by `src/text`, understood here. */
export type Features = {
  readonly language: string;
  readonly publishedAt: Date;
  /** How often each token stands in title and lead; title words count double. */
  readonly words: ReadonlyMap<string, number>;
  readonly titleWords: ReadonlySet<string>;
  /** Lower case. */
  readonly names: ReadonlySet<string>;
  /** Keys of figures: equal figures are equal text. */
  readonly figures: ReadonlySet<string>;
};

/** In how many articles each token or name occurs, out of how many. Grows as articles come. */
export class DocumentFrequency {
  #documents = 0;
  readonly #counts = new Map<string, number>();

  add(features: Features): void {
    this.#documents += 1;
    for (const term of termsOf(features)) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
  }

  remove(features: Features): void {
    this.#documents -= 1;
    for (const term of termsOf(features)) {
      const left = (this.#counts.get(term) ?? 0) - 1;
      if (left > 0) this.#counts.set(term, left);
      else this.#counts.delete(term);
    }
  }

  /** Inverse document frequency, smoothed: high for what few articles hold, never negative. */
  idf(term: string): number {
    return Math.log((this.#documents + 1) / ((this.#counts.get(term) ?? 0) + 0.5));
  }

  /** Whether so many articles hold it that sharing it says nothing. */
  isCommon(term: string): boolean {
    return (this.#counts.get(term) ?? 0) > Math.max(8, this.#documents * 0.08);
  }
}

function* termsOf(features: Features): Generator<string> {
  yield* features.words.keys();
  for (const name of features.names) yield nameTerm(name);
}

/** Names are counted apart from words, so that a name that is also a word keeps its own rarity. */
export function nameTerm(name: string): string {
  return `@${name}`;
}
