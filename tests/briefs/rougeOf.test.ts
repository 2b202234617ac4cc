import { expect, test } from 'vitest';
import { rougeOf, rougeWords } from '../../eval/briefs/rougeOf.ts';

const rouge = (summary: string, reference: string) => rougeOf(rougeWords(summary), rougeWords(reference));

test('equal texts share everything, strangers nothing', () => {
  expect(rouge('The cat sat.', 'the cat sat')).toEqual({ rouge1: 1, rouge2: 1, rougeL: 1 });
  expect(rouge('the cat sat', 'dogs ran home')).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
  expect(rouge('', 'dogs ran home')).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
});

test('words, pairs and the longest common subsequence, worked out by hand', () => {
  // 5 words against 6. Shared: police, killed, the, gunman (4); pairs: "the gunman" (1 of 4 and 5); in order: 3.
  const { rouge1, rouge2, rougeL } = rouge('police ended the gunman killed', 'police killed the gunman at dawn');
  expect(rouge1).toBeCloseTo((2 * 4) / 11);
  expect(rouge2).toBeCloseTo((2 * 1) / 9);
  expect(rougeL).toBeCloseTo((2 * 3) / 11);
});

test('a word counts as often as both have it', () => {
  expect(rouge('the the the', 'the cat').rouge1).toBeCloseTo((2 * 1) / 5);
});

test('words are not stemmed, and figures are words', () => {
  expect(rougeWords('Rates rose 2.5% – again!')).toEqual(['rates', 'rose', '2', '5', 'again']);
  expect(rouge('rates', 'rate').rouge1).toBe(0);
});
