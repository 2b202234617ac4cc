import { bucketCount, bucketOf, bucketOfWord, inLead, kindCount, kindOf, kinds, type Terms } from './terms.ts';

/** What is common before anything was read: language → word → in how many of a hundred articles it stands. */
export type CommonWords = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The articles that we act as if we had read, so that the first real ones are not taken for all there is. */
const imagined = 200;
/** Among fewer, as much is alike by chance. */
const fewInCrowd = 500;

/**
 * In how many articles each term occurs, out of how many. Words are counted by language, because what is common in one
 * may be rare in another; names, figures, places and sounds for all languages together.
 */
export class DocumentFrequency {
  readonly #counts = new Uint32Array(bucketCount);
  readonly #articles = new Map<string, number>();
  #all = imagined;

  constructor(common: CommonWords) {
    for (const [language, words] of Object.entries(common)) {
      for (const [word, percent] of Object.entries(words)) {
        this.#counts[bucketOfWord(word, language)]! += Math.round((percent / 100) * imagined);
      }
    }
  }

  add(terms: Terms, language: string): void {
    this.#count(terms, language, 1);
  }

  remove(terms: Terms, language: string): void {
    this.#count(terms, language, -1);
  }

  /** Articles that hold the term, or another of its bucket. */
  countOf(term: number): number {
    return this.#counts[bucketOf(term)] as number;
  }

  /** How crowded a language is: the logarithm of how many times five hundred articles it holds, 0 for fewer. */
  crowdOf(language: string): number {
    return Math.log(Math.max(1, (this.#articles.get(language) ?? 0) / fewInCrowd));
  }

  /** Inverse document frequency of each term of an article, in their order: high for what few articles hold, above 0. */
  weigh(terms: Terms, language: string): Float32Array {
    const inLanguage = Math.log((this.#articles.get(language) ?? 0) + imagined);
    const inAll = Math.log(this.#all);
    const logOfKind = Float64Array.from({ length: kindCount }, (_, kind) =>
      ofLanguage.has(kind) ? inLanguage : inAll,
    );
    const weights = new Float32Array(terms.length);
    for (let index = 0; index < terms.length; index++) {
      const term = terms[index] as number;
      const kind = kindOf(term);
      const imaginedHere = kind === kinds.sound ? imaginedOfSound[inLead(term)] : imaginedOfKind[kind];
      const count = (this.#counts[bucketOf(term)] as number) + (imaginedHere as number);
      const log = count < logs.length ? (logs[count] as number) : Math.log(count + 0.5);
      weights[index] = Math.max(0, (logOfKind[kind] as number) - log) + 0.01;
    }
    return weights;
  }

  #count(terms: Terms, language: string, by: 1 | -1): void {
    for (const term of terms) this.#counts[bucketOf(term)]! += by;
    this.#articles.set(language, (this.#articles.get(language) ?? 0) + by);
    this.#all += by;
  }
}

const ofLanguage = new Set<number>([kinds.word, kinds.gram, kinds.ordinal]);
/** A year, a country or a day of the week is seldom rare, even when it has not been seen. */
const imaginedOfKind = Uint8Array.from({ length: kindCount });
imaginedOfKind[kinds.place] = 8;
imaginedOfKind[kinds.count] = 8;
imaginedOfKind[kinds.subject] = 8;
imaginedOfKind[kinds.stem] = 3;
imaginedOfKind[kinds.gram] = 3;
/** By length: there are so few short sounds that unrelated names share them, however seldom they were heard. */
const imaginedOfSound = Uint8Array.of(0, 0, 0, 60, 16, 4, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const logs = Float64Array.from({ length: 4_096 }, (_, count) => Math.log(count + 0.5));
