import { expect, test } from 'vitest';
import { languageOf } from '../../src/text/languageOf.ts';
import { languagesOf } from '../../src/text/languagesOf.ts';

const english = [
  'The ferry to Stanewick sails again on Saturday after it had spent eleven weeks in the dock.',
  'The council of the island voted for a new pier, and the builders are to begin in the spring.',
  'A storm in the night took the roof of the old mill, and the road to the north is closed.',
  'The choir of the school sang in the square, and the mayor gave a speech to the crowd.',
  'Three of the four lighthouses on the coast are to be sold to the people who live in them.',
  'Herring prices doubled.',
];
const german =
  'Die Fähre nach Stanewick fährt am Samstag wieder, nachdem sie elf Wochen lang in der Werft gelegen hat.';
const russian = 'Паром на Станевик снова отправится в субботу после одиннадцати недель ремонта в доке.';
const asItems = (texts: readonly string[], prior: string) => texts.map((text) => ({ text, prior }));

test('gives the verdicts that each item alone would get', () => {
  for (const texts of [
    english,
    [...english, german, russian],
    [german, ...english],
    [...english.slice(0, 3), german],
  ]) {
    for (const prior of ['en', 'de', 'und']) {
      expect(languagesOf(asItems(texts, prior))).toEqual(texts.map((text) => languageOf(text, prior)));
    }
  }
});

test('finds the stranger among many', () => {
  expect(languagesOf(asItems([...english, ...english, german, russian], 'en')).slice(-2)).toEqual(['de', 'ru']);
});

test('an item that names its own language is looked at by itself', () => {
  const items = [...asItems(english, 'en'), { text: 'Kurz.', prior: 'de' }];
  expect(languagesOf(items).at(-1)).toBe('de');
});

test('no items have no languages', () => {
  expect(languagesOf([])).toEqual([]);
});
