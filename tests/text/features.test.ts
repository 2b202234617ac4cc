import { expect, test } from 'vitest';
import { featuresOf, leadOf } from '../../src/text/features.ts';
import { aNewArticle } from '../support/articles.ts';

test('the lead says nothing twice', () => {
  expect(leadOf({ summary: 'The ferry sails.', text: 'The ferry sails. It is late.' })).toBe(
    'The ferry sails. It is late.',
  );
  expect(leadOf({ summary: 'The ferry sails.', text: 'It is late.' })).toBe('The ferry sails.\nIt is late.');
  expect(leadOf({ summary: 'The ferry sails.', text: '' })).toBe('The ferry sails.');
  expect(leadOf({ summary: '', text: '' })).toBe('');
});

test('words of the title count double, and inflected forms are one word', () => {
  const { words, titleWords } = featuresOf(
    aNewArticle({ title: 'Repairs', summary: 'The repaired ferry and its repairing crew.' }),
  );
  expect(words.get('repair')).toBe(4);
  expect([...titleWords]).toEqual(['repair']);
});

test('small counts and years are no figures to know an event by', () => {
  const { figures } = featuresOf(
    aNewArticle({ title: 'In 2026, 3 of 340', summary: 'Or 4 percent, or 2.5, or 1.2 million.' }),
  );
  expect([...figures]).toEqual(['340', '4%', '2.5', '1200000']);
});

test.each([
  ['Ploemeur. Deux élus démissionnent', ['deux', 'élus', 'démiss']],
  ['Saint-Pol-de-Léon. « Deux élus » démissionnent', ['deux', 'élus', 'démiss']],
  ['Football. National. Deux élus démissionnent', ['deux', 'élus', 'démiss']],
  ['Deux élus démissionnent. Et maintenant ?', ['deux', 'élus', 'démiss', 'et', 'mainte']],
  ['Ploemeur. Démissions', ['ploeme', 'démiss']],
])('%s: the place is no word of the title, where more is said', (title, words) => {
  const features = featuresOf(aNewArticle({ title, summary: '', text: '', language: 'fr' }));
  expect([...features.titleWords]).toEqual(words);
});

test.each([
  ['en', 'The ferry to Ostley sails', false],
  [
    'en',
    'The ferry to Ostley sails again from Monday, a month after its engine failed in the harbour of Montrell, its owner said',
    true,
  ],
  ['ja', 'オストリー行きのフェリー、月曜日から運航再開', false],
  [
    'ja',
    'モントレル港で機関が故障したオストリー行きのフェリーは、一か月ぶりに月曜日から運航を再開すると会社が発表した',
    true,
  ],
])('%s, %s: what has no text is its own lead if it is as long as a sentence: %s', (language, title, isLead) => {
  const { leadWords, titleWords } = featuresOf(aNewArticle({ title, summary: '', text: '', language }));
  expect([...leadWords.keys()]).toEqual(isLead ? [...titleWords] : []);
});
