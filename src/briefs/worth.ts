import learned from '../../data/brief-weights.json' with { type: 'json' };
import type { Candidate, Readable } from './candidates.ts';
import type { Ranked } from './rankArticles.ts';
import { chancesOf, type TermWeights, termEvidenceOf } from './termChances.ts';

/** Numbers of a sentence's terms in order, and of its pairs. */
type Grams = { readonly terms: readonly number[]; readonly pairs: readonly number[] };

type Learned = { readonly terms: TermWeights; readonly pairs: TermWeights };

/** What was learned of which words of a story people repeat: of a story told once, and of one that several tell. */
export type WorthWeights = { readonly alone: Learned; readonly together: Learned };

/** The weights that ship; their file says what they were learned from and how. */
const learnedWorth: WorthWeights = learned;

/** What a term is worth that was said before: inside one article another sentence on the subject tells more of it. */
const saidAgain = { alone: 0.8, together: 0.15 };
/** A long sentence says more, and costs more to read. */
const costOfLength = 0.75;

/**
 * What further sentences are worth to a brief: how many of the words that people would use to sum the story up they hold
 * which were not said yet.
 *
 * @see Lin & Bilmes, A Class of Submodular Functions for Document Summarization (2011)
 * @see Hong & Nenkova, Improving the Estimation of Word Importance for News Multi-Document Summarization (2014)
 */
export class Worth<A extends Readable = Readable> {
  readonly #grams = new Map<Candidate<A>, Grams>();
  readonly #chances: Float64Array;
  readonly #said: Uint8Array;
  readonly #again: number;

  constructor(ranked: readonly Ranked<A>[], weights: WorthWeights = learnedWorth) {
    const kind = ranked.length > 1 ? 'together' : 'alone';
    const { terms, pairs } = termEvidenceOf(ranked);
    const pairsFrom = terms.grams.length;
    for (const [index, candidate] of ranked.flatMap(({ candidates }) => candidates).entries()) {
      this.#grams.set(candidate, {
        terms: terms.sentences[index]!,
        pairs: pairs.sentences[index]!.map((pair) => pairsFrom + pair),
      });
    }
    this.#chances = new Float64Array(pairsFrom + pairs.grams.length);
    this.#chances.set(chancesOf(terms, weights[kind].terms));
    this.#chances.set(chancesOf(pairs, weights[kind].pairs), pairsFrom);
    this.#said = new Uint8Array(this.#chances.length);
    this.#again = saidAgain[kind];
  }

  /** Marks what a sentence says as said. */
  say(candidate: Candidate<A>): void {
    const { terms, pairs } = this.#grams.get(candidate)!;
    for (const id of terms) this.#said[id] = 1;
    for (const id of pairs) this.#said[id] = 1;
  }

  /** @param room  for how many terms there is place: what doesn't fit is worth nothing */
  of(candidate: Candidate<A>, room = Infinity): number {
    const { terms, pairs } = this.#grams.get(candidate)!;
    const length = Math.min(terms.length, room);
    let sum = 0;
    for (let index = 0; index < length; index++) sum += this.#worthOf(terms[index]!);
    for (let index = 0; index < length - 1; index++) sum += this.#worthOf(pairs[index]!);
    return sum / Math.max(1, length) ** costOfLength;
  }

  /**
   * The sentences one after the other, always the one that is worth most after all that was said meanwhile. Nothing gains
   * by what is said, so only what stands at the head is weighed again.
   */
  *best(candidates: readonly Candidate<A>[]): Generator<Candidate<A>> {
    const queue = candidates.map((candidate) => ({ candidate, worth: this.of(candidate) }));
    queue.sort((a, b) => b.worth - a.worth);
    while (queue.length > 0) {
      const head = queue.shift()!;
      head.worth = this.of(head.candidate);
      if (queue.length > 0 && head.worth < queue[0]!.worth) {
        const place = queue.findIndex(({ worth }) => worth <= head.worth);
        queue.splice(place < 0 ? queue.length : place, 0, head);
        continue;
      }
      yield head.candidate;
    }
  }

  #worthOf(gram: number): number {
    return this.#chances[gram]! * (this.#said[gram] === 1 ? this.#again : 1);
  }
}
