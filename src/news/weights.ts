import learned from '../../data/story-weights.json' with { type: 'json' };
import type { CommonWords } from './documentFrequency.ts';
import type { Comparison } from './evidence.ts';

/** What was learned: how much each piece of evidence says, and what it takes to join. */
export type Weights = {
  /** For each kind of comparison, one number for each of `evidenceNames` and a bias: their sum is a log-odds. */
  readonly pair: Readonly<Record<Comparison, readonly number[]>>;
  /** Of a story: its nearness, the logarithm of its size, and a bias. */
  readonly story: Readonly<Record<Comparison, readonly number[]>>;
  /** Of the likeliest story: its log-odds, by how much it stands out from the others, and a bias. Above 0, join. */
  readonly join: Readonly<Record<Comparison, readonly number[]>>;
  readonly common: CommonWords;
};

/** The weights that ship; their file says what they were learned from and how. */
export const learnedWeights: Weights = learned;
