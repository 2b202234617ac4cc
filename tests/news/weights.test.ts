import { expect, test } from 'vitest';
import { evidenceNames } from '../../src/news/evidence.ts';
import { learnedWeights } from '../../src/news/weights.ts';

test.each(Object.entries(learnedWeights.pair))(
  'the weights of %s are those of the evidence, and a bias',
  (_kind, weights) => {
    expect(weights).toHaveLength(evidenceNames.length + 1);
  },
);
