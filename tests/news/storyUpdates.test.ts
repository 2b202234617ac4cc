import { expect, test } from 'vitest';
import { type Followed, updatesOf } from '../../src/news/storyUpdates.ts';
import { featuresOfText, hours } from '../support/articles.ts';

function told(articleId: number, title: string, wish: Partial<Followed> = {}): Followed {
  const at = { publishedAt: hours(articleId), articleId };
  return {
    ...at,
    owner: 'Harbour Trust',
    outlet: 'Harbour Times',
    copyOf: null,
    features: featuresOfText(title),
    ...wish,
  };
}

const first = told(1, 'A storm near Lauen injured 12 people, says Petra Holm');

test('the first article brings the story itself, later ones what they add', () => {
  const articles = [
    first,
    told(2, 'The storm near Lauen injured 12 people', { owner: 'Meridian', outlet: 'Meridian Wire' }),
    told(3, 'A storm near Lauen injured 19 people'),
    told(4, 'A storm near Lauen injured 19 people'),
  ];
  expect(updatesOf(articles, 0)).toEqual([
    { kind: 'origin', outlet: 'Meridian Wire', articleId: 2, at: hours(2) },
    { kind: 'figures', figures: ['19'], articleId: 3, at: hours(3) },
  ]);
  expect(updatesOf(articles, 2).map(({ articleId }) => articleId)).toEqual([3]);
});

test('copies bring nothing', () => {
  const copy = told(2, 'A storm near Lauen injured 40 people', { owner: 'Meridian', copyOf: 1 });
  expect(updatesOf([first, copy], 0)).toEqual([]);
});

test('new names are told when there are several, at most four', () => {
  const names = told(2, 'The storm moved on to Kessel, then to Brandow, to Ostley, to Farrier and at last to Mittelau');
  const [update] = updatesOf([first, names], 0);
  if (update?.kind !== 'names') return expect.fail('names were expected');
  expect(update.names.slice(0, 2)).toEqual(['kessel', 'brandow']);
  expect(update.names).toHaveLength(4);
});

test('the order in which articles are given does not matter', () => {
  const articles = [first, told(2, 'It injured 19 people near Lauen'), told(3, 'It injured 21 people near Lauen')];
  expect(updatesOf(articles.toReversed(), 0)).toEqual(updatesOf(articles, 0));
});
