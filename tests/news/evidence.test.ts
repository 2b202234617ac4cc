import { expect, test } from 'vitest';
import { DocumentFrequency } from '../../src/news/documentFrequency.ts';
import { comparableOf, compare, evidenceNames, weigh } from '../../src/news/evidence.ts';
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

type Wish = { readonly title: string; readonly text: string };

function value(name: (typeof evidenceNames)[number], a: Wish, b: Wish, read: readonly Wish[] = []): number {
  const frequency = new DocumentFrequency({});
  const made = (wish: Wish) => comparableOf(featuresOf(aNewArticle({ summary: '', ...wish })));
  for (const { terms, language } of read.map(made)) frequency.add(terms, language);
  const { values } = compare(weigh(made(a), frequency), weigh(made(b), frequency));
  return values[evidenceNames.indexOf(name)] as number;
}

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

const bridge = { title: 'Crowds cheer as Ingrid Solberg opens the bridge', text: 'Thousands came to the river.' };
const sameBridge = { title: 'New bridge open to cars', text: 'The mayor, Ingrid Solberg, cut a ribbon in the rain.' };
const otherBridge = { title: 'New bridge open to cars', text: 'The mayor, Henrik Aasen, cut a ribbon in the rain.' };

test('a name in one title that the other article never gives is missing', () => {
  const missing = (other: Wish) => value('names of a title missing in the other', bridge, other);
  expect(missing(sameBridge)).toBe(0);
  expect(missing(otherBridge)).toBeGreaterThan(0);
  expect(missing(otherBridge)).toBe(value('names of a title missing in the other', otherBridge, bridge));
});

test('a word stops being rare when many articles hold it', () => {
  const shared = (read: readonly Wish[]) => value('rare words shared, logarithm', sameBridge, otherBridge, read);
  const ribbons = Array.from({ length: 50 }, () => ({ title: 'A ribbon', text: 'One more ribbon.' }));
  expect(shared(ribbons)).toBeLessThan(shared([]));
});

test('of the share of a title in the other article, what is past two fifths counts again', () => {
  const past = (other: Wish) => value('title words of one in the other, past two fifths', bridge, other);
  expect(past(bridge)).toBeCloseTo(0.6);
  expect(past({ title: 'Rain to go on all week', text: 'Farmers are glad.' })).toBe(0);
});
