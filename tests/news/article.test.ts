import { expect, test } from 'vitest';
import { articleFrom, canonicalUrl, type NewArticle, repeatedIdentitiesIn } from '../../src/news/article.ts';
import { anItem, hours, monday } from '../support/articles.ts';

const nothing = new Set<string>();

function article(wish: Parameters<typeof anItem>[0] = {}): NewArticle {
  const made = articleFrom(anItem(wish), nothing, 'en', monday);
  if ('unusable' in made) throw new Error(made.unusable);
  return made;
}

/** The identities that the items of one document get. */
function identities(...wishes: Parameters<typeof anItem>[0][]): string[] {
  const items = wishes.map(anItem);
  const repeated = repeatedIdentitiesIn(items);
  return items.map((item) => (articleFrom(item, repeated, 'en', monday) as NewArticle).identity);
}

function countDifferent(...wishes: Parameters<typeof anItem>[0][]): number {
  return new Set(identities(...wishes)).size;
}

test('a guid identifies an article whatever its link and title', () => {
  const before = article({ guid: 'tag:harbour,1' });
  const after = article({ guid: 'tag:harbour,1', url: 'https://harbour.example/moved', title: 'Ferry sails' });
  expect(after.identity).toBe(before.identity);
});

test('without a guid, the address identifies an article whatever its title and tracking', () => {
  const before = article({ url: 'https://harbour.example/ferry' });
  const after = article({ url: 'http://www.harbour.example/ferry/?utm_source=rss#top', title: 'Ferry sails' });
  expect(after.identity).toBe(before.identity);
});

test.each([
  ['published', { publishedAt: hours(-5) }],
  ['updated', { updatedAt: hours(-5) }],
])('a date that is bumped (%s) changes no identity and no content', (_what, wish) => {
  expect(article(wish).identity).toBe(article().identity);
  expect(article(wish).contentHash).toBe(article().contentHash);
});

test('a guid that is an address is compared like one', () => {
  const first = article({ guid: 'http://www.harbour.example/story#0' });
  const second = article({ guid: 'https://harbour.example/story#1' });
  expect(second.identity).toBe(first.identity);
});

test('one guid for all items identifies none of them: their addresses do', () => {
  const [ferry, bridge] = identities(
    { guid: 'feed', url: 'https://harbour.example/ferry' },
    { guid: 'feed', url: 'https://harbour.example/bridge' },
  );
  expect(ferry).not.toBe(bridge);
  expect(ferry).toBe(article({ url: 'https://harbour.example/ferry' }).identity);
});

test('one guid and one link for all items: their titles tell them apart', () => {
  expect(countDifferent({ guid: 'feed', title: 'Ferry' }, { guid: 'feed', title: 'Bridge' })).toBe(2);
});

test('one link for all items and no guid: their titles tell them apart', () => {
  const url = 'https://harbour.example/';
  expect(countDifferent({ url, title: 'Ferry' }, { url, title: 'Bridge' })).toBe(2);
});

test('items of one page that differ in the fragment of their guids stay two', () => {
  const page = 'https://harbour.example/notes';
  const notes = ['#1', '#2'].map((mark) => ({ guid: page + mark, url: page + mark, title: `Note ${mark}` }));
  expect(countDifferent(...notes)).toBe(2);
});

test('an item that is listed twice stays one', () => {
  const item = { guid: 'tag:harbour,1' };
  expect(countDifferent(item, item)).toBe(1);
  expect(identities(item, item)[0]).toBe(article(item).identity);
});

test('guids of their own keep items with one link apart', () => {
  const url = 'https://harbour.example/';
  const [ferry, bridge] = identities({ url, guid: 'a', title: 'Ferry' }, { url, guid: 'b', title: 'Bridge' });
  expect([ferry, bridge]).toEqual(['guid:a', 'guid:b']);
});

test('a very long guid is cut without two becoming one', () => {
  const long = 'x'.repeat(5_000);
  expect(article({ guid: `${long}1` }).identity).not.toBe(article({ guid: `${long}2` }).identity);
  expect(article({ guid: `${long}1` }).identity.length).toBeLessThan(600);
});

test('a guid that is an address is the link where there is none', () => {
  expect(article({ url: null, guid: 'https://harbour.example/ferry' }).url).toBe('https://harbour.example/ferry');
});

test('items whose only link is one guid for all are kept apart by title', () => {
  const guid = 'https://harbour.example/';
  expect(countDifferent({ url: null, guid, title: 'Ferry' }, { url: null, guid, title: 'Bridge' })).toBe(2);
});

test('an item without any link can’t be used, and says so', () => {
  expect(articleFrom(anItem({ url: null, guid: 'tag:harbour,1' }), nothing, 'en', monday)).toEqual({
    unusable: 'no link: “Ferry sails again”',
  });
});

test('an item without title takes its first line, and one without either can’t be used', () => {
  expect(article({ title: '  ', summary: 'First line.\nSecond.' }).title).toBe('First line.');
  expect(articleFrom(anItem({ title: null, summary: '' }), nothing, 'en', monday)).toHaveProperty('unusable');
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
  ['https://harbour.example/a', 'https://amp.harbour.example/a/amp/'],
  ['https://harbour.example/a', 'https://HARBOUR.example:443/a#comments'],
  ['https://harbour.example/a?id=7', 'https://harbour.example/a?utm_medium=rss&id=7&fbclid=x'],
  ['https://harbour.example/?a=1&b=2', 'https://harbour.example/?b=2&a=1'],
])('%s and %s are one page', (one, other) => {
  expect(canonicalUrl(other)).toBe(canonicalUrl(one));
});

test.each([
  ['https://harbour.example/a?id=7', 'https://harbour.example/a?id=8'],
  ['https://harbour.example/a', 'https://harbour.example/A'],
  ['https://harbour.example/a', 'https://news.harbour.example/a'],
  ['https://harbour.example/a', 'https://harbour.example:8080/a'],
  ['https://harbour.example/champ', 'https://harbour.example/ch'],
])('%s and %s are two pages', (one, other) => {
  expect(canonicalUrl(other)).not.toBe(canonicalUrl(one));
});

test('what is no address stays as it is', () => {
  expect(canonicalUrl('no address')).toBe('no address');
});
