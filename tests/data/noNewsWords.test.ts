import { expect, test } from 'vitest';
import { readNoNewsWords, readTopicWords } from '../../src/catalogue.ts';

const words = readNoNewsWords();

test('there are words for what is no news in every language that has words for topics', () => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(readTopicWords()).sort());
});

test.each(Object.keys(words))('they are trimmed, in lower case and there once each, in %s', (language) => {
  const list = words[language]!;
  expect(list.length).toBeGreaterThanOrEqual(15);
  expect(list.map((word) => word.trim().toLowerCase())).toEqual(list);
  expect(new Set(list).size).toBe(list.length);
});
