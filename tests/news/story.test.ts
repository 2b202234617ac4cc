import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Coverage, countOrigins, onePerPage } from '../../src/news/story.ts';
import { importanceOf } from '../../src/news/storyImportance.ts';
import { aCoverage, hours, monday } from '../support/articles.ts';

const weightOf = (coverage: readonly Coverage[], now: Date) => importanceOf(coverage, now).value;

const wire = aCoverage({ articleId: 1, owner: 'Meridian', kind: 'wire', country: 'GB' });
const paper = aCoverage({ articleId: 2, owner: 'Harbour Trust', country: 'GB' });
const abroad = aCoverage({ articleId: 3, owner: 'Lauen Verlag', country: 'DE' });

test('copies are no origins, and neither is a second paper of one owner', () => {
  const copy = aCoverage({ articleId: 4, owner: 'Copyists', copyOf: 1 });
  const sister = aCoverage({ articleId: 5, owner: 'Harbour Trust', outlet: 'The Harbour Evening' });
  expect(countOrigins([wire, paper, copy, sister])).toBe(2);
});

test('copies of a report that is not shown itself are one origin together', () => {
  const copies = [6, 7, 8].map((articleId) => aCoverage({ articleId, owner: `Paper ${articleId}`, copyOf: 99 }));
  expect(countOrigins(copies)).toBe(1);
  expect(weightOf(copies, monday)).toBe(weightOf(copies.slice(0, 1), monday));
});

test('each further independent origin weighs more, by less each time', () => {
  const weights = [1, 2, 3, 4].map((count) =>
    weightOf(
      Array.from({ length: count }, (_, index) => aCoverage({ articleId: index, owner: `Owner ${index}` })),
      monday,
    ),
  );
  const gains = weights.slice(1).map((weight, index) => weight - (weights[index] as number));
  expect(Math.min(...gains)).toBeGreaterThan(0);
  expect(gains).toEqual(gains.toSorted((a, b) => b - a));
});

test('no number of copies, wherever and whenever they are printed, changes the weight', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          articleId: fc.integer({ min: 10, max: 99 }),
          owner: fc.string(),
          country: fc.option(fc.constantFrom('FR', 'JP', 'BR')),
          kind: fc.constantFrom('wire', 'press', 'specialist'),
          publishedAt: fc.integer({ min: -48, max: 0 }).map(hours),
        }),
      ),
      (copies) => {
        const own = [wire, { ...paper, publishedAt: hours(-9) }];
        const printed = copies.map((copy) => aCoverage({ ...copy, copyOf: wire.articleId }));
        expect(weightOf([...own, ...printed], monday)).toBe(weightOf(own, monday));
        expect(countOrigins([...own, ...printed])).toBe(2);
      },
    ),
  );
});

test('own reporting from a second country weighs more than from the same', () => {
  expect(weightOf([paper, abroad], monday)).toBeGreaterThan(weightOf([paper, { ...abroad, country: 'GB' }], monday));
});

test('a country that nobody knows is no second country', () => {
  const unknown = { ...abroad, country: null };
  expect(weightOf([paper, unknown], monday)).toBe(weightOf([paper, { ...unknown, country: 'GB' }], monday));
  expect(weightOf([unknown], monday)).toBe(weightOf([paper], monday));
});

test('a story weighs half a day after its newest article', () => {
  expect(weightOf([paper], hours(24))).toBeCloseTo(weightOf([paper], monday) / 2);
  const renewed = [paper, { ...paper, articleId: 9, publishedAt: hours(24) }];
  expect(weightOf(renewed, hours(24))).toBe(weightOf([paper], monday));
});

test('a date ahead of the clock gives no advantage', () => {
  expect(weightOf([{ ...paper, publishedAt: hours(1) }], monday)).toBe(weightOf([paper], monday));
});

test('a wire weighs more than a paper, a paper more than a specialist', () => {
  const weights = (['wire', 'press', 'specialist'] as const).map((kind) => weightOf([{ ...paper, kind }], monday));
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  expect(new Set(weights).size).toBe(3);
});

test('of one page that several feeds list the first article stays, in order', () => {
  const again = aCoverage({ articleId: 4, url: 'https://www.harbour.example/ferry?utm_source=x' });
  const other = aCoverage({ articleId: 5, url: 'https://harbour.example/bridge' });
  expect(onePerPage([wire, again, other]).map((article) => article.articleId)).toEqual([1, 5]);
});
