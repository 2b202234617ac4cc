import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createFetchDocument, type FetchDocument } from '../../src/feeds/fetchDocument.ts';
import { createFindFeeds } from '../../src/feeds/findFeeds.ts';
import { readDocument } from '../../src/feeds/readDocument.ts';
import { FeedError } from '../../src/news/outside.ts';

const rss = (title: string, ...items: string[]) => `<?xml version="1.0"?><rss version="2.0"><channel>
  <title>${title}</title><link>https://paper.example/</link><language>en</language>
  ${items.map((item) => `<item><title>${item}</title><link>https://paper.example/${title}/${item}</link></item>`).join('')}
</channel></rss>`;
const page = (...links: string[]) =>
  `<!doctype html><html><head><title>Paper</title></head><body>${links.join('')}</body>`;
const declaring = (href: string, type = 'application/rss+xml') =>
  `<link rel="alternate" type="${type}" href="${href}">`;

/** A web of documents by address; a number is a status. Everything else is missing. */
function aWeb(documents: Readonly<Record<string, string | number>>) {
  const asked: string[] = [];
  const fetchDocument: FetchDocument = async ({ url }) => {
    asked.push(url);
    const document = documents[url] ?? 404;
    const isThere = typeof document === 'string';
    const body = isThere ? document : '';
    return {
      status: isThere ? 200 : document,
      url,
      movedTo: null,
      header: (name) => (name === 'content-type' && body.includes('<html>') ? 'text/html; charset=utf-8' : null),
      bytes: new TextEncoder().encode(body),
      tookMs: 1,
    };
  };
  const findFeeds = createFindFeeds({ fetchDocument, readDocument });
  return { asked, find: findFeeds, urls: async (url: string) => (await findFeeds(url)).map((found) => found.url) };
}

it('takes the address of a feed for what it is, with what it holds', async () => {
  const web = aWeb({ 'https://paper.example/rss': rss('The Paper', 'ferry', 'bridge') });
  expect(await web.find('https://paper.example/rss')).toEqual([
    {
      url: 'https://paper.example/rss',
      title: 'The Paper',
      site: 'https://paper.example/',
      language: 'en',
      items: 2,
      example: 'ferry',
    },
  ]);
  expect(web.asked).toHaveLength(1);
});

it('finds what a page declares, in its order, and asks nothing else', async () => {
  const web = aWeb({
    'https://paper.example/': page(
      declaring('/world.xml'),
      declaring('/gone.xml'),
      declaring('/sport.xml'),
      '<a href="/rss">',
    ),
    'https://paper.example/world.xml': rss('World', 'a'),
    'https://paper.example/sport.xml': rss('Sport', 'b'),
    'https://paper.example/rss': rss('All', 'c'),
  });
  expect(await web.urls('https://paper.example/')).toEqual([
    'https://paper.example/world.xml',
    'https://paper.example/sport.xml',
  ]);
  expect(web.asked).toHaveLength(4);
});

it('finds a feed once that has two addresses', async () => {
  const web = aWeb({
    'https://paper.example/': page(declaring('/rss'), declaring('/feed')),
    'https://paper.example/rss': rss('News', 'a', 'b'),
    'https://paper.example/feed': rss('News', 'a', 'b'),
  });
  expect(await web.urls('https://paper.example/')).toEqual(['https://paper.example/rss']);
});

it('prefers articles to what readers say about them', async () => {
  const web = aWeb({
    'https://paper.example/': page(declaring('/comments/feed/'), declaring('/feed/')),
    'https://paper.example/comments/feed/': rss('Comments', 'a'),
    'https://paper.example/feed/': rss('News', 'b'),
  });
  expect(await web.urls('https://paper.example/')).toEqual(['https://paper.example/feed/']);
  expect(await web.urls('https://paper.example/comments/feed/')).toEqual(['https://paper.example/comments/feed/']);
});

it('follows links that look like feeds, and a page that lists them', async () => {
  const web = aWeb({
    'https://paper.example/': page('<a href="/about">', '<a href="/rss/">'),
    'https://paper.example/rss/': page('<a href="/rss/world.xml">', '<a href="/rss/sport.xml">'),
    'https://paper.example/rss/world.xml': rss('World', 'a'),
    'https://paper.example/rss/sport.xml': rss('Sport', 'b'),
  });
  expect(await web.urls('https://paper.example/')).toEqual([
    'https://paper.example/rss/world.xml',
    'https://paper.example/rss/sport.xml',
  ]);
});

it('tries the usual places, also when the page is missing, and stops at the first', async () => {
  const web = aWeb({ 'https://paper.example/rss.xml': rss('News', 'a') });
  expect(await web.urls('https://paper.example/a/page')).toEqual(['https://paper.example/rss.xml']);
  expect(web.asked.at(-1)).toBe('https://paper.example/rss.xml');
});

it('finds nothing where there is nothing, after few questions', async () => {
  const web = aWeb({ 'https://paper.example/': page('<a href="/news">') });
  expect(await web.find('https://paper.example/')).toEqual([]);
  expect(web.asked.length).toBeLessThanOrEqual(10);
});

it('asks a well-known site where its feeds are, and not its page', async () => {
  const feed = 'https://www.reddit.com/r/worldnews/.rss';
  const web = aWeb({ [feed]: rss('World news', 'a') });
  expect(await web.urls('https://reddit.com/r/worldnews')).toEqual([feed]);
  expect(web.asked).toEqual([feed]);
});

it('shows at most ten, asks at most 24 addresses, and none twice', async () => {
  const many = Array.from({ length: 40 }, (_, index) => index);
  const feeds = Object.fromEntries(
    many.map((index) => [`https://paper.example/${index}.rss`, rss(`Feed ${index}`, 'a')]),
  );
  const links = many.map((index) => `<a href="/${index}.rss">`);
  const full = aWeb({ 'https://paper.example/': page(...links), ...feeds });
  expect(await full.find('https://paper.example/')).toHaveLength(10);
  const looping = Object.fromEntries(many.map((index) => [`https://paper.example/${index}.rss`, page(...links)]));
  const empty = aWeb({ 'https://paper.example/': page(...links), ...looping });
  expect(await empty.find('https://paper.example/')).toEqual([]);
  expect(empty.asked.length).toBeLessThanOrEqual(24);
  expect(new Set(empty.asked).size).toBe(empty.asked.length);
});

it('says why a site can’t be asked', async () => {
  const web = aWeb({ 'https://paper.example/': 403 });
  await expect(web.find('https://paper.example/')).rejects.toMatchObject({ reason: 'status', status: 403 });
  expect(web.asked).toHaveLength(1);
  const { fetchDocument, close } = createFetchDocument({ allowPrivate: [], userAgent: 'Tidings-test' });
  onTestFinished(close);
  const findFeeds = createFindFeeds({ fetchDocument, readDocument });
  await expect(findFeeds('http://127.0.0.1:9/')).rejects.toBeInstanceOf(FeedError);
});

it('works over HTTP, and knows a feed that moved for good by its new address', async () => {
  const documents: Readonly<Record<string, string>> = {
    '/': page(declaring('old.xml')),
    '/new.xml': rss('News', 'a'),
  };
  const server = createServer(({ url = '' }, response) => {
    if (url === '/old.xml') response.writeHead(301, { location: '/new.xml' }).end();
    else response.writeHead(documents[url] ? 200 : 404).end(documents[url]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { fetchDocument, close } = createFetchDocument({ allowPrivate: [host], userAgent: 'Tidings-test' });
  onTestFinished(async () => {
    await close();
    server.close();
  });
  const found = await createFindFeeds({ fetchDocument, readDocument })(`http://${host}/`);
  expect(found).toMatchObject([{ url: `http://${host}/new.xml`, title: 'News', items: 1 }]);
});
