import { expect, test } from 'vitest';
import { importanceOf, noSeverity } from '../../src/news/storyImportance.ts';
import { aCoverage, hours, monday } from '../support/articles.ts';

const own = [
  aCoverage({ articleId: 1, owner: 'Meridian', kind: 'wire', country: 'GB', publishedAt: hours(-9) }),
  aCoverage({ articleId: 2, owner: 'Kaede', country: 'JP', publishedAt: hours(-2) }),
];

test('its parts, times its freshness, are its value', () => {
  const { terms, freshness, value } = importanceOf(own, hours(22), { ...noSeverity, killed: 9 });
  expect(terms.map(({ name, amount }) => [name, amount])).toEqual([
    ['origins', 2],
    ['countries', 2],
    ['kinds', 1],
    ['killed', 9],
  ]);
  expect(freshness).toBe(0.5);
  expect(terms.reduce((sum, { points }) => sum + points, 0) * freshness).toBeCloseTo(value);
});

test('a story that several origins joined within hours weighs more than one that had them before', () => {
  const grown = importanceOf(
    own.map((article) => ({ ...article, publishedAt: hours(-1) })),
    monday,
  );
  const before = own.map((article) => ({ ...article, publishedAt: hours(-8) }));
  const renewed = importanceOf([...before, { ...before[0]!, articleId: 3, publishedAt: hours(-1) }], monday);
  expect(grown.terms.find(({ name }) => name === 'growth')).toMatchObject({ amount: 1 });
  expect(renewed.terms.map(({ name }) => name)).not.toContain('growth');
  expect(grown.value).toBeGreaterThan(renewed.value);
});

test.each([
  ['people killed', { killed: 3 }, { killed: 300 }],
  ['people hurt', { hurt: 3 }, { hurt: 300 }],
  ['money', { dollars: 3e7 }, { dollars: 3e11 }],
  ['magnitude', { magnitude: 5 }, { magnitude: 7.5 }],
])('more %s weigh more, within bounds', (_what, less, more) => {
  const weigh = (severity: object) => importanceOf(own, monday, { ...noSeverity, ...severity }).value;
  expect(weigh(less)).toBeGreaterThan(weigh({}));
  expect(weigh(more)).toBeGreaterThan(weigh(less));
  const huge = Object.fromEntries(Object.keys(more).map((name) => [name, 1e15]));
  expect(weigh(huge) - weigh({})).toBeLessThanOrEqual(2.5);
});

test('a small sum of money counts for nothing', () => {
  expect(importanceOf(own, monday, { ...noSeverity, dollars: 5_000 }).terms.map(({ name }) => name)).not.toContain(
    'dollars',
  );
});
