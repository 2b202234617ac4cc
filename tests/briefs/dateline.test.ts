import { expect, test } from 'vitest';
import { withoutDateline } from '../../src/briefs/dateline.ts';

test.each([
  ['TOULOUSE, France - The probe reached the comet.', 'The probe reached the comet.'],
  ['PARIS (AFP) — The strike goes on.', 'The strike goes on.'],
  ['BERLIN, Nov 3 (Reuters) - Rates fell.', 'Rates fell.'],
  ['SAN JOSÉ – “We stay,” she said.', '“We stay,” she said.'],
  ['Berlin (dpa) - Die Fähre legt wieder ab.', 'Die Fähre legt wieder ab.'],
  ['París, 3 nov (EFE).- El puerto abrió.', 'El puerto abrió.'],
])('%s', (sentence, text) => {
  expect(withoutDateline(sentence)).toBe(text);
});

test.each([
  'The probe reached the comet.',
  'NATO, an alliance of 32 - met in Brussels.',
  'Lapwing (a probe) reached the comet - after eight years.',
  'Der Rat (er tagt seit Montag) stimmt zu.',
  'E-Bike-Rückruf: 44.200 Akkus',
  'A B - C',
])('%s stays', (sentence) => {
  expect(withoutDateline(sentence)).toBe(sentence);
});
