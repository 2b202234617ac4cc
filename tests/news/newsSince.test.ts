import { expect, test } from 'vitest';
import type { NewArticle } from '../../src/news/article.ts';
import { newsSince, type Told } from '../../src/news/newsSince.ts';
import { featuresOfText } from '../support/articles.ts';

function told(articleId: number, title: string, wish: Partial<Told & Pick<NewArticle, 'language'>> = {}): Told {
  const { language = 'en', ...rest } = wish;
  return { articleId, owner: 'Harbour Trust', copyOf: null, features: featuresOfText(title, { language }), ...rest };
}

const earlier = [
  told(1, 'In Lauen the storm injured 12 people, says Petra Holm'),
  told(2, 'A storm near Orbel damaged 340 houses', { owner: 'Meridian' }),
];

function movesOn(title: string, wish: Parameters<typeof told>[2] = {}, before = earlier): boolean {
  const later = told(9, title, wish);
  const news = newsSince([...before, later], 8);
  expect(news).toEqual(news.length > 0 ? [later] : []);
  return news.length > 0;
}

test.each([
  ['a new figure', 'The storm in Lauen injured 19 people', true],
  ['two new names', 'The storm moved on to Kessel and to Brandow', true],
  ['one new name', 'The storm moved on to Kessel', false],
  ['known figures and names from several articles', 'In Orbel 340 houses, in Lauen 12 injured', false],
  ['a known person with another title', 'Minister Holm and Old Lauen', false],
  ['a known place at the beginning of a sentence', 'In Lauen it is quiet. Near Orbel too.', false],
  ['only other words', 'People in Lauen are clearing up after the storm', false],
  ['a small count or a year', 'The 2026 storm in Lauen took 3 hours', false],
])('%s', (_what, title, isNew) => {
  expect(movesOn(title)).toBe(isNew);
});

test('a copy brings no news, whatever it adds', () => {
  expect(movesOn('The storm in Lauen injured 19 people', { copyOf: 1 })).toBe(false);
});

test('a copy of what is not among the articles stands for it', () => {
  expect(movesOn('The storm in Lauen injured 19 people', { copyOf: 77 })).toBe(true);
});

test('a second origin is news, a third is not, nor is the first one again', () => {
  const quiet = 'In Lauen it is quiet after the storm';
  const [first] = earlier;
  expect(movesOn(quiet, { owner: 'Lauen Verlag' }, [first!])).toBe(true);
  expect(movesOn(quiet, { owner: 'Lauen Verlag', copyOf: 1 }, [first!])).toBe(false);
  expect(movesOn(quiet, {}, [first!])).toBe(false);
  expect(movesOn(quiet, { owner: 'Lauen Verlag' })).toBe(false);
});

test('a copy that was known already makes no second origin', () => {
  const copy = told(2, 'Storm in Lauen', { owner: 'Meridian', copyOf: 1 });
  expect(movesOn('In Lauen it is quiet', { owner: 'Meridian' }, [earlier[0]!, copy])).toBe(true);
});

test('names that only another language spells so are not new, figures are', () => {
  expect(movesOn('Der Sturm in Großlauen und Kesselstadt', { language: 'de' })).toBe(false);
  expect(movesOn('Der Sturm in Großlauen verletzte 19 Menschen', { language: 'de' })).toBe(true);
});

test('an article that was known is no news, however it reads now', () => {
  expect(newsSince([told(1, 'The storm injured 19 people in Kessel and in Brandow'), ...earlier], 2)).toEqual([]);
});
