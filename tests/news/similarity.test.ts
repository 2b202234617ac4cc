import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DocumentFrequency } from '../../src/news/features.ts';
import { cosine, overlap, similarity } from '../../src/news/similarity.ts';
import { featuresOfText, hours } from '../support/articles.ts';

const flat = () => 1;
const empty = new DocumentFrequency();

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

test('the overlap is what both hold out of what the smaller holds', () => {
  expect(overlap(new Set(['a', 'b']), new Set(['b', 'c', 'd', 'e']), flat)).toBe(0.5);
  expect(overlap(new Set(['a']), new Set(['a', 'b', 'c']), flat)).toBe(1);
  expect(overlap(new Set(), new Set(['a']), flat)).toBe(0);
});

test('cosine and overlap are symmetric and between 0 and 1', () => {
  const bag = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 9 }))
    .map((counts) => new Map(Object.entries(counts)));
  const idf = (word: string) => word.charCodeAt(0) - 96;
  fc.assert(
    fc.property(bag, bag, (a, b) => {
      for (const [there, back] of [
        [cosine(a, b, idf), cosine(b, a, idf)],
        [overlap(new Set(a.keys()), new Set(b.keys()), idf), overlap(new Set(b.keys()), new Set(a.keys()), idf)],
      ] as const) {
        expect(there).toBeCloseTo(back);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1.000001);
      }
    }),
  );
});

test('two reports of one event are closer than two of the same subject', () => {
  const dock = featuresOfText('Stanewick ferry leaves dock after eleven weeks');
  const again = featuresOfText('After eleven weeks in dock, the Stanewick ferry sails');
  const other = featuresOfText('Ferry company orders three new ships');
  expect(similarity(dock, again, empty)).toBeGreaterThan(2 * similarity(dock, other, empty));
});

test('days between two articles reduce what they have in common', () => {
  const today = featuresOfText('Stanewick ferry leaves dock');
  const then = featuresOfText('Stanewick ferry leaves dock', { publishedAt: hours(-96) });
  expect(similarity(today, then, empty)).toBeLessThan(similarity(today, today, empty));
  expect(similarity(today, then, empty)).toBe(similarity(then, today, empty));
});

test('over languages, names and figures in common count; one or two are chance', () => {
  const english = featuresOfText('The minister Petra Holm promised Lauen 240 million for the Orbel bridge');
  const german = featuresOfText('Die Ministerin Petra Holm sagt Lauen 240 Millionen für die Orbel zu', {
    language: 'de',
  });
  const chance = featuresOfText('Am Montag war Petra nicht da', { language: 'de' });
  expect(similarity(english, german, empty)).toBeGreaterThan(0.3);
  expect(similarity(english, chance, empty)).toBe(0);
});

test('a word that every article holds weighs little, and weighs again when they are forgotten', () => {
  const frequency = new DocumentFrequency();
  const articles = Array.from({ length: 20 }, (_, index) => featuresOfText(`ferry report ${index}x`));
  for (const article of articles) frequency.add(article);
  expect(frequency.wordIdf('ferry', 'en')).toBeLessThan(frequency.wordIdf('bridge', 'en') / 10);
  expect(frequency.wordIdf('ferry', 'en')).toBeGreaterThan(0);
  for (const article of articles) frequency.remove(article);
  expect(frequency.wordIdf('ferry', 'en')).toBe(empty.wordIdf('ferry', 'en'));
});

test('words are counted by language, names for all together', () => {
  const frequency = new DocumentFrequency();
  for (let count = 0; count < 5; count++) frequency.add(featuresOfText('In Lauen und Petra Holm', { language: 'de' }));
  frequency.add(featuresOfText('in england'));
  expect(frequency.wordIdf('in', 'de')).toBeLessThan(frequency.wordIdf('in', 'en'));
  expect(frequency.nameIdf('petra holm')).toBeLessThan(frequency.nameIdf('petra lund'));
});
