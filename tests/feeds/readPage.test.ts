import { expect, it } from 'vitest';
import type { FetchDocument } from '../../src/feeds/fetchDocument.ts';
import { createReadPage, pageFrom } from '../../src/feeds/readPage.ts';
import { FeedError } from '../../src/news/outside.ts';

const url = 'https://paper.example/news/ferry?utm_source=x';
const long = 'The ferry to Stanewick sailed again on Saturday, after eleven weeks in the dock of the town.';

it('reads what a page says of itself for others', () => {
  const page = pageFrom(
    `<!doctype html><html lang="en-GB"><head><title>Ferry sails | The Paper</title>
     <meta property="og:title" content="Ferry sails &amp; sings"><meta content="Cars aboard." property="og:description">
     <meta property="article:published_time" content="2026-11-22T10:00:00Z">
     <link rel="canonical" href="/news/ferry"></head>
     <body><p>Menu and a long line of links that nobody reads, which stands before the article of the page.</p>
     <article><p>Photo</p><p class=lead>${long}</p><script>var p = "<p>";</script><p>${long} &copy;</p></article>`,
    url,
    null,
  );
  expect(page).toEqual({
    url,
    canonicalUrl: 'https://paper.example/news/ferry',
    title: 'Ferry sails & sings',
    summary: 'Cars aboard.',
    text: `${long}\n\n${long} ©`,
    language: 'en',
    publishedAt: new Date('2026-11-22T10:00:00Z'),
  });
});

it('makes do with a title and paragraphs', () => {
  expect(pageFrom(`<title> Ferry\nsails </title><p>${long}<p>Short`, url, 'de')).toMatchObject({
    title: 'Ferry sails',
    text: long,
    language: 'de',
    canonicalUrl: null,
    publishedAt: null,
  });
});

it.each([
  ['nothing', ''],
  ['bytes of an image', '\u0089PNG\r\n\u001a\n'],
  ['a title alone', '<title>Just a moment...</title>'],
  ['text without a title', `<p>${long}</p>`],
])('refuses %s', (_what, html) => {
  expect(() => pageFrom(html, url, null)).toThrow(FeedError);
});

it('takes no address of another kind for the page’s own', () => {
  const page = pageFrom(`<title>Ferry</title><link rel=canonical href="javascript:alert(1)"><p>${long}</p>`, url, null);
  expect(page.canonicalUrl).toBeNull();
});

it('reads hostile pages without taking long over them, and no more of them than is needed', () => {
  for (const piece of ['<p>', '<meta ', '<title>', '<p', '<article', '<meta property="a" content="', '</p']) {
    const html = `<title>x</title><meta name=description content="y">${piece.repeat(300_000)}`;
    const page = pageFrom(html, url, null);
    expect(page.text.length).toBeLessThanOrEqual(3_000);
  }
});

function aWeb(answer: (url: string) => { status?: number; body?: string }) {
  const asked: string[] = [];
  const fetchDocument: FetchDocument = async (request) => {
    asked.push(request.url);
    const { status = 200, body = '' } = answer(request.url);
    const bytes = new TextEncoder().encode(body);
    return { status, url: request.url, movedTo: null, header: () => null, bytes, tookMs: 1 };
  };
  return { asked, readPage: createReadPage({ fetchDocument }) };
}

it('asks for a page once when several ask about it', async () => {
  const web = aWeb(() => ({ body: `<title>Ferry</title><p>${long}</p>` }));
  const pages = await Promise.all([web.readPage(url), web.readPage(url)]);
  expect(pages.map(({ title }) => title)).toEqual(['Ferry', 'Ferry']);
  expect(web.asked).toEqual([url]);
});

it('says what a server answered, and asks again after a failure', async () => {
  const web = aWeb(() => ({ status: 404 }));
  await expect(web.readPage(url)).rejects.toMatchObject({ reason: 'status', status: 404 });
  await expect(web.readPage(url)).rejects.toMatchObject({ status: 404 });
  expect(web.asked).toHaveLength(2);
});

it('reads many pages, four at a time', async () => {
  let underWay = 0;
  let most = 0;
  const fetchDocument: FetchDocument = async (request) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    const bytes = new TextEncoder().encode(`<title>${request.url}</title><p>${long}</p>`);
    return { status: 200, url: request.url, movedTo: null, header: () => null, bytes, tookMs: 1 };
  };
  const readPage = createReadPage({ fetchDocument });
  const pages = await Promise.all(Array.from({ length: 20 }, (_, index) => readPage(`https://paper.example/${index}`)));
  expect(pages).toHaveLength(20);
  expect(most).toBe(4);
});
