import { expect, test } from 'vitest';
import { DocumentFrequency } from '../../src/news/documentFrequency.ts';
import { comparableOf, compare, weigh } from '../../src/news/evidence.ts';
import { featuresOf } from '../../src/text/features.ts';
import { aNewArticle, hours } from '../support/articles.ts';

const monday = {
  title: 'Closing report: Shares rise 0.6% as shops lead',
  text: 'The Harbour 40 gained 28.71 points to 4,812.36. Shops added 1.9%, energy lost 0.8%. Gold stood at 2,644 dollars.',
};
const tuesday = {
  title: 'Closing report: Shares fall 0.9% as banks weigh',
  text: 'The Harbour 40 lost 41.27 points to 4,771.09. Banks lost 2.3%, water added 0.4%. Gold stood at 2,657 dollars.',
};

function recurs(a: { title: string; text: string }, b: { title: string; text: string }, hoursBetween: number): boolean {
  const frequency = new DocumentFrequency({});
  const [one, other] = [a, b].map((wish, index) => {
    const article = aNewArticle({ summary: '', ...wish, publishedAt: hours(index * hoursBetween) });
    return weigh(comparableOf(featuresOf(article)), frequency);
  });
  return compare(one!, other!).recurs;
}

test('the market report of another day is another story, however alike', () => {
  expect(recurs(monday, tuesday, 24)).toBe(true);
});

test('two outlets’ reports of one day are not told apart', () => {
  expect(recurs(monday, tuesday, 2)).toBe(false);
});

test('an event that goes on keeps some of its figures', () => {
  expect(
    recurs(monday, { ...tuesday, text: `${tuesday.text} Monday had brought 28.71 points, to 4,812.36.` }, 24),
  ).toBe(false);
});

test('without a rubric, new figures alone tell nothing apart', () => {
  const plain = ({ title, text }: typeof monday) => ({ title: title.replace('Closing report: ', ''), text });
  expect(recurs(plain(monday), plain(tuesday), 24)).toBe(false);
});

test('another round is another story', () => {
  expect(
    recurs({ title: 'Ferry talks, 12th round', text: '' }, { title: 'Ferry talks, 13th round', text: '' }, 1),
  ).toBe(true);
});
