import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotationsOf } from '../../src/text/quotations.ts';
import { quotationCases } from './quotationCases.ts';

test('speakers are told right: hardly ever a wrong one, seldom none', () => {
  const told = quotationCases.map(([language, text, ...expected]) => {
    const found = quotationsOf(text, language).map(({ speaker }) => speaker);
    const right = expected.filter((speaker, index) => speaker !== null && found[index] === speaker).length;
    const wrong = found.filter((speaker, index) => speaker !== null && speaker !== expected[index]).length;
    const isExact = found.length === expected.length && found.every((speaker, index) => speaker === expected[index]);
    return { language, text, found, expected, right, wrong, isExact };
  });
  const sum = (count: (each: (typeof told)[number]) => number) => told.reduce((total, each) => total + count(each), 0);
  const right = sum(({ right }) => right);
  const misses = told.filter(({ isExact }) => !isExact);
  if (misses.length > 0) {
    console.info(misses.map(({ language, text, found }) => `${language}: ${text} → ${found.join(', ')}`).join('\n'));
  }
  expect(quotationCases.length).toBeGreaterThanOrEqual(60);
  expect(right / (right + sum(({ wrong }) => wrong))).toBeGreaterThanOrEqual(0.95);
  expect(right / sum(({ expected }) => expected.filter((speaker) => speaker !== null).length)).toBeGreaterThanOrEqual(
    0.9,
  );
  expect(1 - misses.length / told.length).toBeGreaterThanOrEqual(0.9);
});

test('a quotation stands where it says, and keeps the name as it was written', () => {
  const text = 'Petra Holm is the mayor.\n“The ferry sails,” said Holm.';
  const [quotation] = quotationsOf(text, 'en');
  expect(quotation).toEqual({
    text: 'The ferry sails,',
    speaker: 'Petra Holm',
    speakerAsWritten: 'Holm',
    cue: 'said',
    start: 25,
    end: 43,
  });
  expect(text.slice(25, 43)).toBe('“The ferry sails,”');
});

test('two people of one family name are not guessed between', () => {
  const text = 'Petra Holm and Jonas Holm met. “The ferry sails,” said Holm.';
  expect(quotationsOf(text, 'en')[0]?.speaker).toBe('Holm');
});

test('whatever the text, quotations stand in it, in order, apart from each other', () => {
  const part = fc.constantFrom(
    '“',
    '”',
    '"',
    '„',
    '«',
    '»',
    '「',
    '」',
    'Petra Holm',
    ' said ',
    ': ',
    ', ',
    '. ',
    'と述べた',
    '\n',
    'go on. ',
    '고 말했다',
    'قال ',
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 40 }),
      fc.constantFrom('en', 'de', 'fr', 'ru', 'ja', 'ko', 'zh', 'ar', 'xx'),
      (parts, language) => {
        const text = parts.join('');
        let last = 0;
        for (const { text: inside, start, end } of quotationsOf(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start + 1, end - 1).trim()).toBe(inside);
          last = end;
        }
      },
    ),
  );
});
