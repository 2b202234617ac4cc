import fc from 'fast-check';
import { expect, it } from 'vitest';
import { feedLinks } from '../../src/feeds/feedLinks.ts';

const page = 'https://www.paper.example/news/today';
const declared = (html: string, url = page) => feedLinks(html, url).declared;
const likely = (html: string) => feedLinks(html, page).likely;

it.each([
  ['RSS', '<link rel="alternate" type="application/rss+xml" href="/rss.xml">', 'https://www.paper.example/rss.xml'],
  [
    'Atom, relative',
    "<LINK HREF='atom.xml' TYPE='application/atom+xml' REL='Alternate'>",
    'https://www.paper.example/news/atom.xml',
  ],
  [
    'JSON Feed',
    '<link rel=alternate type=application/feed+json href=//paper.example/feed.json>',
    'https://paper.example/feed.json',
  ],
  [
    'JSON by its name',
    '<link rel="alternate" type="application/json" href="/feed.json" />',
    'https://www.paper.example/feed.json',
  ],
  [
    'with parameters',
    '<link rel="alternate home" type="application/rss+xml; charset=utf-8" href="/f?a=1&amp;b=2#x">',
    'https://www.paper.example/f?a=1&b=2',
  ],
  ['by relation', '<link rel="feed" href="/news.feed">', 'https://www.paper.example/news.feed'],
  [
    'under a base',
    '<base href="https://cdn.example/x/"><link rel="alternate" type="application/rss+xml" href="rss">',
    'https://cdn.example/x/rss',
  ],
])('finds what a page declares: %s', (_what, html, feed) => {
  expect(declared(`<!doctype html><html><head><title>A > B</title>${html}</head>`)).toEqual([feed]);
});

it.each([
  ['another language', '<link rel="alternate" hreflang="de" href="/de">'],
  ['WordPress’s own interface', '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">'],
  ['a style sheet', '<link rel="stylesheet" type="text/css" href="/feed.css">'],
  ['a script', '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'],
  ['a password', '<link rel="alternate" type="application/rss+xml" href="https://a:b@paper.example/rss">'],
  ['no address', '<link rel="alternate" type="application/rss+xml" href="http://[">'],
])('takes no feed for one that is %s', (_what, html) => {
  expect(declared(html)).toEqual([]);
});

it('finds links that look like feeds, of the same site, each once', () => {
  const html = `
    <a href="/rss">RSS</a> <a class="x" href="/feeds/world.xml">World</a> <a href="/feed/">Feed</a> <a href="/rss">RSS</a>
    <a href="https://feeds.paper.example/sport">Sport</a> <a href="https://feeds.feedburner.com/paper">Paper</a>
    <a href="/index.rdf">RDF</a> <a href="/news?format=rss">News</a>
    <a href="/feedback">No</a> <a href="/rsspberry">No</a> <a href="https://other.example/rss">No</a>
    <a href="/sitemap-feed.xml">No</a> <a href="mailto:feed@paper.example">No</a> <a href="${page}#feed">No</a>`;
  expect(likely(html)).toEqual([
    'https://www.paper.example/rss',
    'https://www.paper.example/feeds/world.xml',
    'https://www.paper.example/feed/',
    'https://feeds.paper.example/sport',
    'https://feeds.feedburner.com/paper',
    'https://www.paper.example/index.rdf',
    'https://www.paper.example/news?format=rss',
  ]);
});

it('finds the channel behind a handle or a video', () => {
  const channel = 'UCabcdefghijklmnopqrstuv';
  const feed = `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`;
  const canonical = `<link rel="canonical" href="https://www.youtube.com/channel/${channel}">`;
  expect(declared(canonical, 'https://www.youtube.com/@ada')).toEqual([feed]);
  expect(declared(`<script>{"channelId":"${channel}"}</script>`, 'https://www.youtube.com/watch?v=1')).toEqual([feed]);
  expect(declared(`<script>{"channelId":"${channel}"}</script>`)).toEqual([]);
});

it('keeps within bounds on any page', () => {
  const many = Array.from({ length: 500 }, (_, index) => `<a href="/feed/${index}">x</a>`).join('');
  expect(likely(many)).toHaveLength(20);
  const piece = fc.constantFrom(
    '<link ',
    '<a ',
    'href=',
    '"',
    "'",
    '>',
    '<base ',
    'rel=alternate ',
    '/rss',
    '&',
    ' = ',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
      const { declared: sure, likely: maybe } = feedLinks(pieces.join(''), page);
      for (const link of [...sure, ...maybe]) expect(link).toMatch(/^https?:\/\/[^\s]+$/);
    }),
  );
});
