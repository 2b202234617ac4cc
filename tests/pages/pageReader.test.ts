import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createFetchDocument, type FetchDocument } from '../../src/feeds/fetchDocument.ts';
import { createPageReader } from '../../src/pages/pageReader.ts';

const sentence = 'The ferry to Stanewick sailed again on Saturday, after eleven weeks in the dock of the town.';
const paragraphs = Array.from({ length: 4 }, (_, at) => `${sentence} That is what the ${at + 1}. paragraph says.`);
const article = `<title>Ferry sails</title><article>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`;
const ending: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

type Site = Record<string, (response: ServerResponse, request: IncomingMessage) => void>;

const html = (response: ServerResponse, body: string, headers = {}) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);

/** A site, and a reader of it. What the site doesn't have is 404. */
async function aSite(pages: Site, wish: { timeoutMs?: number; threadMs?: number; others?: readonly string[] } = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages[request.url ?? ''];
    if (page) page(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { fetchDocument, close } = createFetchDocument({
    allowPrivate: [host, ...(wish.others ?? [])],
    userAgent: 'Tidings/1 (test)',
    timeoutMs: wish.timeoutMs ?? 5_000,
  });
  let now = new Date('2026-11-23T06:00:00Z');
  const limits = { timeoutMs: wish.threadMs ?? 15_000 };
  const reader = createPageReader({ fetchDocument, agent: 'Tidings', now: () => now, limits });
  ending.push(
    () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
    close,
    reader.close,
  );
  const pass = (hours: number) => {
    now = new Date(now.getTime() + hours * 60 * 60_000);
  };
  return { ...reader, asked, host, pass, at: (path: string) => `http://${host}${path}` };
}

test('a page is read where the site lets us', async () => {
  const { readFullText, at, asked } = await aSite({
    '/robots.txt': (response) => response.end('User-agent: *\nDisallow: /private/\n'),
    '/ferry': (response) => html(response, article),
    '/private/ferry': (response) => html(response, article),
  });
  expect(await readFullText(at('/ferry'))).toEqual({ kind: 'text', paragraphs, license: null });
  expect(await readFullText(at('/private/ferry'))).toEqual({ kind: 'reserved' });
  expect(asked).toEqual(['/robots.txt', '/.well-known/tdmrep.json', '/ferry']);
});

test('robots.txt may speak to us by name', async () => {
  const { readFullText, at } = await aSite({
    '/robots.txt': (response) => response.end('User-agent: *\nDisallow: /\n\nUser-agent: tidings\nAllow: /\n'),
    '/ferry': (response) => html(response, article),
  });
  expect(await readFullText(at('/ferry'))).toMatchObject({ kind: 'text' });
});

test.each([
  ['User-agent: *\nCrawl-delay: 10\n', 10_000],
  ['User-agent: *\nCrawl-delay: 10\n\nUser-agent: tidings\nCrawl-delay: 2.5\n', 2_500],
  ['User-agent: *\nCrawl-delay: 86400\n', 300_000],
  ['User-agent: *\nCrawl-delay: -5\n', 0],
  ['User-agent: *\nCrawl-delay: soon\n', 0],
])('a site says how long it wants to be left alone, within bounds: %j', async (robots, delayMs) => {
  const { readFullText, crawlDelayMs, at } = await aSite({
    '/robots.txt': (response) => response.end(robots),
    '/ferry': (response) => html(response, article),
  });
  expect(crawlDelayMs(at('/ferry'))).toBe(0);
  await readFullText(at('/ferry'));
  expect(crawlDelayMs(at('/another'))).toBe(delayMs);
});

test('a site whose robots.txt can’t be had is not visited, and asked again', async () => {
  let isUp = false;
  const { readFullText, at, asked } = await aSite({
    '/robots.txt': (response) => response.writeHead(isUp ? 404 : 503, { 'retry-after': '60' }).end(),
    '/ferry': (response) => html(response, article),
  });
  await expect(readFullText(at('/ferry'))).rejects.toMatchObject({
    reason: 'status',
    status: 503,
    retryAfterMs: 60_000,
  });
  expect(asked).toEqual(['/robots.txt']);
  isUp = true;
  expect(await readFullText(at('/ferry'))).toMatchObject({ kind: 'text' });
});

test('a site’s rules are kept for a day', async () => {
  const { readFullText, at, asked, pass } = await aSite({ '/ferry': (response) => html(response, article) });
  const robots = () => asked.filter((path) => path === '/robots.txt').length;
  await readFullText(at('/ferry'));
  pass(23);
  await readFullText(at('/ferry'));
  expect(robots()).toBe(1);
  pass(2);
  await readFullText(at('/ferry'));
  expect(robots()).toBe(2);
});

test.each([
  ['a header', { headers: { 'x-robots-tag': 'noarchive' }, head: '' }],
  ['another header', { headers: { 'tdm-reservation': '1' }, head: '' }],
  ['the page', { headers: {}, head: '<meta name="robots" content="index, nosnippet">' }],
  ['the page in other words', { headers: {}, head: '<meta name="tdm-reservation" content="1">' }],
])('nothing is kept of a page that %s reserves', async (_what, { headers, head }) => {
  const { readFullText, at } = await aSite({ '/ferry': (response) => html(response, `${head}${article}`, headers) });
  expect(await readFullText(at('/ferry'))).toEqual({ kind: 'reserved' });
});

test('a site may reserve some of its pages in one place', async () => {
  const rules = [
    { location: '/open/*', 'tdm-reservation': 0 },
    { location: '/', 'tdm-reservation': 1 },
  ];
  const { readFullText, at } = await aSite({
    '/.well-known/tdmrep.json': (response) => response.end(JSON.stringify(rules)),
    '/open/ferry': (response) => html(response, article),
    '/ferry': (response) => html(response, article),
  });
  expect(await readFullText(at('/open/ferry'))).toMatchObject({ kind: 'text' });
  expect(await readFullText(at('/ferry'))).toEqual({ kind: 'reserved' });
});

test('paywalls and pages that tell nothing are told apart from text', async () => {
  const closed = JSON.stringify({ '@type': 'NewsArticle', headline: 'x', isAccessibleForFree: false });
  const { readFullText, at } = await aSite({
    '/paid': (response) => html(response, `<script type="application/ld+json">${closed}</script>${article}`),
    '/short': (response) => html(response, `<title>x</title><p>${sentence}</p>`),
    '/nothing': (response) => html(response, '<title>Just a moment…</title>'),
  });
  expect(await readFullText(at('/paid'))).toEqual({ kind: 'paywalled' });
  expect(await readFullText(at('/short'))).toEqual({ kind: 'empty' });
  expect(await readFullText(at('/nothing'))).toEqual({ kind: 'empty' });
  await expect(readFullText(at('/gone'))).rejects.toMatchObject({ status: 404 });
});

test('where a redirect leads, the rules of that site count', async () => {
  const other = await aSite({
    '/robots.txt': (response) => response.end('User-agent: *\nDisallow: /\n'),
    '/ferry': (response) => html(response, article),
  });
  const { readFullText, at } = await aSite(
    {
      '/old': (response) => response.writeHead(301, { location: '/ferry' }).end(),
      '/ferry': (response) => html(response, article),
      '/away': (response) => response.writeHead(302, { location: other.at('/ferry') }).end(),
      '/inside': (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    },
    { others: [other.host] },
  );
  expect(await readFullText(at('/old'))).toMatchObject({ kind: 'text' });
  expect(await readFullText(at('/away'))).toEqual({ kind: 'reserved' });
  await expect(readFullText(at('/inside'))).rejects.toMatchObject({ reason: 'refused address' });
});

test('a slow page is given up, and a huge one cut off', async () => {
  const { readFullText, at } = await aSite(
    {
      '/slow': (response) => void response.writeHead(200).write('<title>'),
      '/huge': (response) => {
        response.on('error', () => {});
        response.writeHead(200, { 'content-length': 20_000_000 }).write('x'.repeat(1_000));
      },
    },
    { timeoutMs: 700 },
  );
  await expect(readFullText(at('/slow'))).rejects.toMatchObject({ reason: 'timeout' });
  await expect(readFullText(at('/huge'))).rejects.toMatchObject({ reason: 'too large' });
});

test('a page that takes too long to read stops no other', async () => {
  const { readFullText, at } = await aSite(
    {
      '/heavy': (response) => html(response, `<title>x</title>${'<a href=x>y</a>'.repeat(60_000)}`),
      '/ferry': (response) => html(response, article),
    },
    { threadMs: 2_500 },
  );
  const outcomes = await Promise.allSettled([readFullText(at('/heavy')), readFullText(at('/ferry'))]);
  expect(outcomes).toMatchObject([{ reason: { reason: 'too large' } }, { value: { kind: 'text' } }]);
});

test('for a person who asks, a page is read without asking robots.txt, and kept for a while', async () => {
  const { readPage, at, asked, pass } = await aSite({
    '/robots.txt': (response) => response.end('User-agent: *\nDisallow: /\n'),
    '/ferry': (response) => html(response, article),
  });
  const [page, again] = await Promise.all([readPage(at('/ferry')), readPage(at('/ferry'))]);
  expect(page).toMatchObject({
    url: at('/ferry'),
    title: 'Ferry sails',
    text: paragraphs.join('\n\n'),
    language: 'und',
  });
  expect(again).toEqual(page);
  expect(asked).toEqual(['/ferry']);
  pass(1);
  await readPage(at('/ferry'));
  expect(asked).toHaveLength(2);
});

test('what a server answers instead is said, and the next who asks tries again', async () => {
  const { readPage, at, asked } = await aSite({});
  await expect(readPage(at('/ferry'))).rejects.toMatchObject({ reason: 'status', status: 404 });
  await expect(readPage(at('/ferry'))).rejects.toMatchObject({ status: 404 });
  expect(asked).toHaveLength(2);
});

test('people’s pages are read four at a time', async () => {
  let underWay = 0;
  let most = 0;
  const fetchDocument: FetchDocument = async ({ url }) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    const bytes = new TextEncoder().encode(`${article}${url}`);
    return { status: 200, url, movedTo: null, header: () => null, bytes, tookMs: 1 };
  };
  const { readPage, close } = createPageReader({ fetchDocument, agent: 'Tidings', now: () => new Date() });
  ending.push(close);
  const pages = await Promise.all(Array.from({ length: 20 }, (_, index) => readPage(`https://paper.example/${index}`)));
  expect(pages).toHaveLength(20);
  expect(most).toBe(4);
});
