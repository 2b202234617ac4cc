import learned from '../../data/story-weights.json' with { type: 'json' };
import type { CommonWords } from './documentFrequency.ts';
import type { Comparison } from './evidence.ts';

/** What was learned: how much each piece of evidence says, and what it takes to join. */
export type Weights = {
  /** For each kind of comparison, one number for each of `evidenceNames` and a bias: their sum is a log-odds. */
  readonly pair: Readonly<Record<Comparison, readonly number[]>>;
  /** The log-odds that articles of one story have at least, on average, among five hundred articles or fewer. */
  readonly bar: Readonly<Record<Comparison, number>>;
  /** By how much that rises with the logarithm of their number: the more there are, the more are alike by chance. */
  readonly crowding: Readonly<Record<'titles' | 'texts', number>>;
  readonly common: CommonWords;
};

/** The weights that ship; their file says what they were learned from and how. */
export const learnedWeights: Weights = learned;
