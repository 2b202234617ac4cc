import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cosine } from '../../src/news/similarity.ts';

const flat = () => 1;

test('the same words in the same numbers have cosine 1, no word in common 0', () => {
  const words = new Map([['ferry', 2], ['dock', 1]]); // biome-ignore format: a pair is a line too many
  expect(cosine(words, words, flat)).toBeCloseTo(1);
  expect(cosine(words, new Map([['bridge', 1]]), flat)).toBe(0);
  expect(cosine(words, new Map(), flat)).toBe(0);
});

test('a rare word in common counts more than a frequent one', () => {
  const idf = (word: string) => (word === 'stanewick' ? 5 : 1);
  const article = new Map([['stanewick', 1], ['said', 1]]); // biome-ignore format: a pair is a line too many
  const rare = cosine(article, new Map([['stanewick', 1], ['x', 1]]), idf); // biome-ignore format: a table
  const frequent = cosine(article, new Map([['said', 1], ['x', 1]]), idf); // biome-ignore format: a table
  expect(rare).toBeGreaterThan(frequent);
});

test('a cosine is symmetric and between 0 and 1', () => {
  const bag = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 9 }))
    .map((counts) => new Map(Object.entries(counts)));
  const idf = (word: string) => word.charCodeAt(0) - 96;
  fc.assert(
    fc.property(bag, bag, (a, b) => {
      const [there, back] = [cosine(a, b, idf), cosine(b, a, idf)];
      expect(there).toBeCloseTo(back);
      expect(there).toBeGreaterThanOrEqual(0);
      expect(there).toBeLessThanOrEqual(1.000001);
    }),
  );
});
