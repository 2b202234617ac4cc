import { expect, test } from 'vitest';
import { parseFeed } from '../../../src/feeds/parseFeed.ts';

const item = (inside: string) =>
  `<item><title>Ferry sails</title><link>https://a.example/1</link><description>It sails.</description>
  <content:encoded>It sails again on Saturday.</content:encoded>${inside}</item>`;
const rss = (
  channel: string,
  inside = '',
) => `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:c="http://backend.userland.com/creativeCommonsRssModule" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:cc="http://creativecommons.org/ns#"><channel><title>A</title>${channel}${item(inside)}</channel></rss>`;
const atom = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>${inside}
  <entry><title>Ferry sails</title><link href="https://a.example/1"/><summary>It sails.</summary>
  <content>It sails again on Saturday.</content></entry></feed>`;
const loose = (inside: string) =>
  `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/">${inside}${item('')}</rss>`;

async function read(document: string) {
  const { feed } = await parseFeed({
    bytes: new TextEncoder().encode(document),
    contentType: 'application/xml',
    url: 'https://a.example/feed',
  });
  const [first] = feed.items;
  return { summary: first!.summary, text: first!.text };
}

const nd = 'https://creativecommons.org/licenses/by-nc-nd/4.0/';
const by = 'https://creativecommons.org/licenses/by-nc-sa/4.0/';

test.each([
  ['words', rss('<copyright>© 2026 A. All rights reserved.</copyright>')],
  ['words of an Atom feed', atom('<rights>noai, noimageai</rights>')],
  ['words in Japanese', rss('<copyright>記事・写真の無断転載を禁じます</copyright>')],
  ['a link', atom(`<link rel="license" href="${nd}"/>`)],
  ['Creative Commons’ own element', rss(`<c:license>${nd}</c:license>`)],
  ['a resource', rss(`<cc:license rdf:resource="${nd}"/>`)],
  ['the item alone', rss(`<c:license>${by}</c:license>`, `<c:license>${nd}</c:license>`)],
  ['a feed that is read loosely', loose('<copyright>All rights reserved</copyright>')],
])('a licence that forbids showing the text keeps it out: %s', async (_how, document) => {
  expect(await read(document)).toEqual({ summary: 'It sails.', text: '' });
});

test.each([
  ['none', rss('')],
  ['a name and a year', rss('<copyright>Copyright 2026 Landau News</copyright>')],
  ['one that lets adapt', rss(`<c:license>${by}</c:license>`)],
  ['the item’s, which lets', rss('<copyright>All rights reserved</copyright>', `<c:license>${by}</c:license>`)],
  ['words that only look like it', atom('<rights>The Noaian Daily</rights>')],
])('any other lets it be read: %s', async (_how, document) => {
  expect(await read(document)).toEqual({ summary: 'It sails.', text: 'It sails again on Saturday.' });
});
