import { expect, test } from 'vitest';
import { articleFrom, canonicalUrl, dateArticle, type NewArticle } from '../../src/news/article.ts';
import { anItem, hours, monday } from '../support/articles.ts';

function article(wish: Parameters<typeof anItem>[0] = {}): NewArticle {
  const made = articleFrom(anItem(wish), 'en');
  if ('unusable' in made) throw new Error(made.unusable);
  return dateArticle(made, monday);
}

test.each([
  ['published', { publishedAt: hours(-5) }],
  ['updated', { updatedAt: hours(-5) }],
])('a date that is bumped (%s) changes no key and no content', (_what, wish) => {
  const { publishedAt: _date, ...bumped } = article(wish);
  expect(article()).toMatchObject(bumped);
});

test('a guid that is an address is compared like one', () => {
  const first = article({ guid: 'http://www.harbour.example/story#0' });
  const second = article({ guid: 'https://harbour.example/story#1' });
  expect(second.guidKey).toBe(first.guidKey);
});

test('an item without a guid has no key for it', () => {
  expect(article({ guid: null }).guidKey).toBeNull();
});

test('a very long guid is cut without two becoming one', () => {
  const long = 'x'.repeat(5_000);
  expect(article({ guid: `${long}1` }).guidKey).not.toBe(article({ guid: `${long}2` }).guidKey);
  expect(article({ guid: `${long}1` }).guidKey?.length).toBeLessThan(600);
});

test.each([
  ['guid', { guid: 'tag:harbour,2' }],
  ['address', { url: 'https://harbour.example/bridge' }],
  ['title', { title: 'Bridge inquiry opens' }],
])('another %s is another identity', (_what, wish) => {
  expect(article({ guid: 'tag:harbour,1', ...wish }).identity).not.toBe(article({ guid: 'tag:harbour,1' }).identity);
});

test('a guid that is an address is the link where there is none', () => {
  expect(article({ url: null, guid: 'https://harbour.example/ferry' }).url).toBe('https://harbour.example/ferry');
});

test('an item without any link can’t be used, and says so', () => {
  expect(articleFrom(anItem({ url: null, guid: 'tag:harbour,1' }), 'en')).toEqual({
    unusable: 'no link: “Ferry sails again”',
  });
});

test('an item without title takes its first line, and one without either can’t be used', () => {
  expect(article({ title: '  ', summary: 'First line.\nSecond.' }).title).toBe('First line.');
  expect(articleFrom(anItem({ title: null, summary: '' }), 'en')).toHaveProperty('unusable');
});

test.each([
  ['missing', null, null, monday],
  ['missing but updated', null, hours(-3), hours(-3)],
  ['of this morning', hours(-2), null, hours(-2)],
  ['half an hour ahead', hours(0.5), null, hours(0.5)],
  ['two hours ahead', hours(2), null, monday],
  ['of the epoch', new Date(0), null, monday],
  ['no date at all', new Date(Number.NaN), null, monday],
])('a date %s', (_what, publishedAt, updatedAt, expected) => {
  expect(article({ publishedAt, updatedAt }).publishedAt).toEqual(expected);
});

test.each(['title', 'summary', 'text'] as const)('a new %s is a new content', (part) => {
  expect(article({ [part]: 'Something else' }).contentHash).not.toBe(article().contentHash);
});

test('titles are cut, never inside a surrogate pair', () => {
  const { title } = article({ title: `${'x'.repeat(299)}🚢🚢` });
  expect(title).toBe('x'.repeat(299));
});

test.each([
  ['https://harbour.example/a', 'http://harbour.example/a'],
  ['https://harbour.example/a', 'https://www.harbour.example/a/'],
  ['https://harbour.example/a', 'https://m.harbour.example/a'],
  ['https://harbour.example/a', 'https://mobile.harbour.example/a'],
  ['https://harbour.example/a', 'https://amp.harbour.example/a/amp/'],
  ['https://harbour.example/a', 'https://harbour.example/amp/a'],
  ['https://harbour.example/a', 'https://harbour.example/a.amp'],
  ['https://harbour.example/a.html', 'https://harbour.example/a.amp.html'],
  ['https://harbour.example/a', 'https://harbour.example/a?amp=1'],
  ['https://harbour.example/a?id=7', 'https://harbour.example/a?amp&id=7'],
  ['https://harbour.example/a', 'https://harbour.example/a?outputType=amp'],
  ['https://harbour.example/a', 'https://harbour-example.cdn.ampproject.org/c/s/www.harbour.example/a/amp'],
  ['https://harbour.example/a?id=7', 'https://cdn.ampproject.org/v/s/harbour.example/a?id=7&amp=1'],
  ['https://harbour.example/a', 'https://www.google.com/amp/s/amp.harbour.example/a'],
  ['https://harbour.example/a', 'https://www.google.co.uk/amp/harbour.example/a'],
  ['https://harbour.example/a', 'https://HARBOUR.example:443/a#comments'],
  ['https://harbour.example/a?id=7', 'https://harbour.example/a?utm_medium=rss&id=7&fbclid=x'],
  ['https://harbour.example/a?id=7', 'https://harbour.example/a?id=7&at_medium=rss&cmpid=x&mc_cid=1&msclkid=2&_ga=3'],
  ['https://harbour.example/?a=1&b=2', 'https://harbour.example/?b=2&a=1'],
])('%s and %s are one page', (one, other) => {
  expect(canonicalUrl(other)).toBe(canonicalUrl(one));
});

test.each([
  ['https://harbour.example/a?id=7', 'https://harbour.example/a?id=8'],
  ['https://harbour.example/a', 'https://harbour.example/A'],
  ['https://harbour.example/a?ref=7', 'https://harbour.example/a?ref=8'],
  ['https://harbour.example/a?src=7', 'https://harbour.example/a?src=8'],
  ['https://harbour.example/a?partner=7', 'https://harbour.example/a?partner=8'],
  ['https://harbour.example/a?cmp=7', 'https://harbour.example/a?cmp=8'],
  ['https://harbour.example/a', 'https://news.harbour.example/a'],
  ['https://harbour.example/a', 'https://harbour.example:8080/a'],
  ['https://harbour.example/champ', 'https://harbour.example/ch'],
  ['https://harbour.example/amp', 'https://harbour.example/amplifiers'],
  ['https://harbour.example/a?amp=20', 'https://harbour.example/a'],
])('%s and %s are two pages', (one, other) => {
  expect(canonicalUrl(other)).not.toBe(canonicalUrl(one));
});

test('what is no address stays as it is', () => {
  expect(canonicalUrl('no address')).toBe('no address');
});
