import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/text/sentences.ts';
import { sentenceCases } from './sentenceCases.ts';

const cases = Object.entries(sentenceCases).flatMap(([language, marked]) =>
  marked.map((paragraph) => ({ language, paragraph })),
);

test('hard places are cut right in at least 98 of 100 cases, in every language together', () => {
  const misses = cases.flatMap(({ language, paragraph }) => {
    const found = sentencesOf(paragraph.replaceAll('|', ''), language);
    const expected = paragraph.split('|').map((sentence) => sentence.replace(/^• /, '').trim());
    return found.join('|') === expected.join('|') ? [] : [`${language}: ${found.join(' | ')}`];
  });
  if (misses.length > 0) console.info(`${misses.length} of ${cases.length} cut otherwise:\n${misses.join('\n')}`);
  expect(cases.length).toBeGreaterThanOrEqual(120);
  expect(1 - misses.length / cases.length).toBeGreaterThanOrEqual(0.98);
});

test('a paragraph ends a sentence, also without a full stop', () => {
  expect(sentencesOf('A headline\n\nThe ferry sails. It is late.', 'en')).toEqual([
    'A headline',
    'The ferry sails.',
    'It is late.',
  ]);
});

test('a quotation mark that is never closed does not swallow the article', () => {
  const text = `He said: “We stay. ${'The ferry sails on Saturday. '.repeat(60)}It “ends.`;
  expect(sentencesOf(text, 'en').length).toBeGreaterThan(50);
});

test('a language that nobody knows is read like any other', () => {
  expect(sentencesOf('One here. Two there.', 'und')).toEqual(['One here.', 'Two there.']);
});

test('whatever the text, its sentences hold everything but white space, in order', () => {
  const words = fc.constantFrom(
    'Dr. ',
    'end. ',
    '“',
    '”',
    '„',
    '«',
    '»',
    '「',
    '。',
    '」と',
    'go',
    '3. ',
    '? ',
    '\n',
    ' ',
    'Ode ',
  );
  fc.assert(
    fc.property(fc.array(words), fc.constantFrom('en', 'de', 'ja', 'ko', 'fr'), (parts, language) => {
      const text = parts.join('');
      const sentences = sentencesOf(text, language);
      expect(sentences.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
    }),
  );
});
