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

/**
 * In how many articles each word or name occurs, out of how many. Words are counted by language, because what is
 * common in one may be rare in another; names for all languages together.
 */
export class DocumentFrequency {
  readonly #articles = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  add(features: Features): void {
    this.#count(features, 1);
  }

  remove(features: Features): void {
    this.#count(features, -1);
  }

  /** Inverse document frequency of a word, smoothed: high for what few articles hold, never negative. */
  wordIdf(word: string, language: string): number {
    return this.#idf(wordTerm(word, language), this.#articles.get(language) ?? 0);
  }

  nameIdf(name: string): number {
    return this.#idf(nameTerm(name), this.#articles.get(allLanguages) ?? 0);
  }

  #idf(term: string, articles: number): number {
    return Math.log((articles + 1) / ((this.#counts.get(term) ?? 0) + 0.5)) + 0.01;
  }

  #count(features: Features, by: 1 | -1): void {
    for (const counted of [features.language, allLanguages]) {
      this.#articles.set(counted, (this.#articles.get(counted) ?? 0) + by);
    }
    for (const term of termsOf(features)) {
      const count = (this.#counts.get(term) ?? 0) + by;
      if (count > 0) this.#counts.set(term, count);
      else this.#counts.delete(term);
    }
  }
}

const allLanguages = '*';

/** The words and names of an article, under keys that keep them apart. */
export function termsOf({ words, names, language }: Features): string[] {
  return [...Array.from(words.keys(), (word) => wordTerm(word, language)), ...Array.from(names, nameTerm)];
}

function wordTerm(word: string, language: string): string {
  return `${language} ${word}`;
}

function nameTerm(name: string): string {
  return `@${name}`;
}
