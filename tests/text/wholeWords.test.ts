import { expect, test } from 'vitest';
import { wholeWords } from '../../src/text/wholeWords.ts';

test.each([
  ['The minister denied it.', true],
  ['DENIED, the paper wrote', true],
  ['She is undenied queen of the harbour.', false],
  ['A deniedness of sorts', false],
  ['Он отверг это', true],
  ['Он отвергнет это', false],
  ['The ferry sails.', false],
])('%s', (text, expected) => {
  expect(wholeWords('den(?:y|ied)|отверг').test(text)).toBe(expected);
});

test('alternatives stand for themselves at both ends of the list', () => {
  const either = wholeWords('first|last');
  expect(['first', 'last', 'firstly', 'blast'].map((text) => either.test(text))).toEqual([true, true, false, false]);
});
