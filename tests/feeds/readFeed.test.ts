import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { FetchOptions } from '../../src/feeds/fetchDocument.ts';
import { createReadFeed } from '../../src/feeds/readFeed.ts';
import { FeedError, type FeedRequest } from '../../src/news/outside.ts';
import { fixture } from './fixture.ts';

const feed = fixture('rss-2.0.xml');
const firstRequest = { language: 'en', etag: null, lastModified: null, bodyHash: null };
const ending: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function serve(listener: RequestListener): Promise<{ url: string; host: string }> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ending.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}/feed`, host };
}

function reader(options: Partial<FetchOptions> = {}) {
  const { readFeed, close } = createReadFeed({
    allowPrivate: [],
    userAgent: 'Tidings-test',
    timeoutMs: 5_000,
    ...options,
  });
  ending.push(close);
  return (url: string, known: Partial<FeedRequest> = {}) => readFeed({ ...firstRequest, url, ...known });
}

async function errorOf(promise: Promise<unknown>): Promise<FeedError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FeedError);
  return error as FeedError;
}

/** Serves one answer and reads it. */
async function answered(listener: RequestListener, options: Partial<FetchOptions> = {}) {
  const { url, host } = await serve(listener);
  return reader({ allowPrivate: [host], ...options })(url);
}

describe('conditional requests', () => {
  test('validators are kept, sent back, and 304 is unchanged', async () => {
    const asked: unknown[] = [];
    const { url, host } = await serve((request, response) => {
      asked.push([
        request.headers['if-none-match'],
        request.headers['if-modified-since'],
        request.headers['user-agent'],
      ]);
      if (request.headers['if-none-match']) return response.writeHead(304, { etag: '"v2"' }).end();
      return response.writeHead(200, { etag: '"v1"', 'last-modified': 'Tue, 03 Nov 2026 07:30:00 GMT' }).end(feed);
    });
    const read = reader({ allowPrivate: [host] });
    const first = await read(url, { etag: '', lastModified: '' });
    expect(first).toMatchObject({ kind: 'read', etag: '"v1"', lastModified: 'Tue, 03 Nov 2026 07:30:00 GMT' });
    const second = await read(url, first);
    expect(second).toMatchObject({ kind: 'unchanged', etag: '"v2"', lastModified: first.lastModified });
    expect(second.bodyHash).toBe(first.bodyHash);
    expect(asked).toEqual([
      [undefined, undefined, 'Tidings-test'],
      ['"v1"', 'Tue, 03 Nov 2026 07:30:00 GMT', 'Tidings-test'],
    ]);
  });

  test('304 to a question without validators is an error', async () => {
    const error = await errorOf(answered((_, response) => response.writeHead(304).end()));
    expect(error).toMatchObject({ reason: 'status', status: 304 });
  });

  test('half a document leaves no validators, so that the other half is sent', async () => {
    const answer = await answered((_, response) =>
      response.writeHead(200, { etag: '"v1"' }).end(fixture('cut-off.xml')),
    );
    expect(answer).toMatchObject({ kind: 'read', etag: null, lastModified: null });
  });
});

describe('what else an answer tells', () => {
  test('the same bytes again are unchanged, with the new validators', async () => {
    let version = 0;
    const { url, host } = await serve((_, response) => response.writeHead(200, { etag: `W/"${++version}"` }).end(feed));
    const read = reader({ allowPrivate: [host] });
    const first = await read(url);
    expect(first).toMatchObject({ kind: 'read', etag: 'W/"1"', bodyHash: expect.stringMatching(/^[\w-]{43}$/) });
    expect(await read(url, first)).toMatchObject({ kind: 'unchanged', etag: 'W/"2"', bodyHash: first.bodyHash });
    expect(await read(url, { bodyHash: 'another' })).toMatchObject({ kind: 'read', bodyHash: first.bodyHash });
  });

  test('half a document has no hash: it may be the same half next time', async () => {
    const answer = await answered((_, response) => response.end(fixture('cut-off.xml')));
    expect(answer).toMatchObject({ kind: 'read', bodyHash: null });
  });

  test('a 304 refreshes what it names and leaves the rest', async () => {
    const fresh = { 'last-modified': 'Wed, 04 Nov 2026 07:30:00 GMT', 'cache-control': 'max-age=60' };
    const { url, host } = await serve((_, response) => response.writeHead(304, fresh).end());
    const known = { etag: '"v1"', lastModified: 'Tue, 03 Nov 2026 07:30:00 GMT', bodyHash: 'hash' };
    expect(await reader({ allowPrivate: [host] })(url, known)).toEqual({
      kind: 'unchanged',
      etag: '"v1"',
      lastModified: fresh['last-modified'],
      bodyHash: 'hash',
      freshMs: 60_000,
      movedTo: null,
      tookMs: expect.any(Number),
    });
  });

  test('validators beside Expires: 0 are not kept', async () => {
    const answer = await answered((_, response) => response.writeHead(200, { etag: '"v1"', expires: '0' }).end(feed));
    expect(answer).toMatchObject({ kind: 'read', etag: null, lastModified: null, freshMs: null });
  });
});

describe('compression', () => {
  test.each([
    ['gzip', gzipSync(feed)],
    ['x-gzip', gzipSync(feed)],
    ['deflate', deflateSync(feed)],
    ['deflate', deflateRawSync(feed)],
    ['br', brotliCompressSync(feed)],
    ['zstd', zstdCompressSync(feed)],
    ['gzip, br', brotliCompressSync(gzipSync(feed))],
    ['identity', feed],
    ['gzip', feed],
    ['', gzipSync(feed)],
  ])('%s', async (encoding, body) => {
    const answer = await answered((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip, deflate, br, zstd');
      response.writeHead(200, encoding ? { 'content-encoding': encoding } : {}).end(body);
    });
    expect(answer).toMatchObject({ kind: 'read', feed: { title: 'Harbour Gazette', articles: [{}, {}] } });
  });

  test('damaged and unknown compression', async () => {
    const damaged = Buffer.from(gzipSync(feed));
    damaged.fill(0xff, 40, 80);
    const sent = (encoding: string, body: Buffer) =>
      errorOf(answered((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body)));
    expect(await sent('gzip', damaged)).toMatchObject({
      reason: 'network',
      message: expect.stringContaining('damaged'),
    });
    expect(await sent('br', feed)).toMatchObject({ reason: 'network' });
    expect(await sent('zstd', feed)).toMatchObject({ reason: 'network' });
    expect(await sent('rot13', feed)).toMatchObject({ reason: 'network' });
  });
});

describe('limits', () => {
  test('a body of 50 MB is not received', async () => {
    let sent = 0;
    const error = await errorOf(
      answered((_, response) => {
        const chunk = Buffer.alloc(1_000_000, ' ');
        const more = () => {
          while (sent < 50_000_000 && !response.destroyed) {
            sent += chunk.length;
            if (!response.write(chunk)) return response.once('drain', more);
          }
          return response.end();
        };
        more();
      }),
    );
    expect(error).toMatchObject({ reason: 'too large', message: expect.stringContaining('10 MB') });
    expect(sent).toBeLessThan(40_000_000);
  });

  test('an announced 50 MB is not even begun', async () => {
    const error = await errorOf(
      answered((_, response) => response.writeHead(200, { 'content-length': '50000000' }).write('<rss')),
    );
    expect(error.reason).toBe('too large');
  });

  test('gzip of a gigabyte of zeros takes little memory', async () => {
    const member = gzipSync(Buffer.alloc(50_000_000));
    const bomb = Buffer.concat(Array.from({ length: 20 }, () => member));
    const before = process.memoryUsage().rss;
    const error = await errorOf(
      answered((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)),
    );
    expect(error.reason).toBe('too large');
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  test.each([
    ['headers that never come', () => {}],
    ['a body that never ends', (response: ServerResponse) => drip(response)],
    [
      'a compressed body that never ends',
      (response: ServerResponse) => drip(response.setHeader('content-encoding', 'gzip'), gzipSync(feed)),
    ],
  ])('%s: the time covers the whole exchange', async (_, answer) => {
    const started = performance.now();
    const error = await errorOf(answered((_request, response) => answer(response), { timeoutMs: 300 }));
    expect(error).toMatchObject({ reason: 'timeout', message: expect.stringContaining('0.3 seconds') });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  function drip(response: ServerResponse, bytes: Buffer = feed): void {
    response.writeHead(200);
    let at = 0;
    const timer = setInterval(() => response.write(bytes.subarray(at, ++at)), 20);
    ending.push(() => clearInterval(timer));
  }
});

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('%i is followed, relative links hold for where it ends', async (status) => {
    const answer = await answered((request, response) => {
      if (request.url === '/feed')
        return response.writeHead(status, { location: '/Ä/feed'.replace('Ä', '%C3%84') }).end('moved');
      return response.end('<rss version="2.0"><channel><item><title>x</title><link>y</link></item></channel></rss>');
    });
    expect(answer).toMatchObject({ feed: { articles: [{ url: expect.stringMatching(/\/%C3%84\/y$/) }] } });
  });

  test.each<[string, number[], string | null]>([
    ['for good', [301], '/1'],
    ['for good, twice', [308, 301], '/2'],
    ['for now', [302], null],
    ['for good, then for now', [301, 307], '/1'],
    ['for now, then for good', [303, 301], null],
    ['nowhere', [], null],
  ])('moved %s', async (_, statuses, movedTo) => {
    const { url, host } = await serve((request, response) => {
      const hop = request.url === '/feed' ? 0 : Number(request.url?.slice(1));
      const status = statuses[hop];
      if (status) return response.writeHead(status, { location: `/${hop + 1}#top` }).end();
      return response.end(feed);
    });
    const answer = await reader({ allowPrivate: [host] })(url);
    expect(answer.movedTo).toBe(movedTo && `http://${host}${movedTo}`);
  });

  test('five hops, not six', async () => {
    let hops = 0;
    const error = await errorOf(answered((_, response) => response.writeHead(302, { location: `/${++hops}` }).end()));
    expect(error.reason).toBe('too many redirects');
    expect(hops).toBe(6);
  });

  test('each hop is checked: a redirect to a private address is not asked', async () => {
    let wasAsked = false;
    const inner = await serve((_, response) => {
      wasAsked = true;
      response.end(feed);
    });
    const error = await errorOf(answered((_, response) => response.writeHead(302, { location: inner.url }).end()));
    expect(error.reason).toBe('refused address');
    expect(wasAsked).toBe(false);
  });

  test.each([
    'file:///etc/passwd',
    'ftp://harbour.example/feed',
    'http://user:secret@harbour.example/',
    'http://[bad/',
  ])('to %s', async (location) => {
    const error = await errorOf(answered((_, response) => response.writeHead(302, { location }).end()));
    expect(error.reason).toBe('refused address');
  });
});

describe('errors that people understand', () => {
  test.each([
    [404, 'answered 404: there is no feed at this address'],
    [410, 'answered 410: this feed is gone for good'],
    [403, 'answered 403: the server does not let us read this feed'],
    [418, 'answered 418: the server refuses the request'],
    [500, 'answered 500: the server has a problem'],
    [599, 'answered 599: the server has a problem'],
  ])('%i', async (status, message) => {
    const error = await errorOf(answered((_, response) => response.writeHead(status).end(feed)));
    expect(error).toMatchObject({ reason: 'status', status, message, retryAfterMs: null });
  });

  test.each([429, 503])('%i with Retry-After in seconds and as a date', async (status) => {
    const seconds = await errorOf(answered((_, response) => response.writeHead(status, { 'retry-after': '90' }).end()));
    expect(seconds.retryAfterMs).toBe(90_000);
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const dated = await errorOf(answered((_, response) => response.writeHead(status, { 'retry-after': date }).end()));
    expect(dated.retryAfterMs).toBeGreaterThan(3_590_000);
    expect(dated.retryAfterMs).toBeLessThanOrEqual(3_600_000);
  });

  test.each([403, 503, 200])('a challenge for humans refuses us, with %s too', async (status) => {
    const error = await errorOf(
      answered((_, response) => response.writeHead(status, { 'cf-mitigated': 'challenge' }).end('<html>')),
    );
    expect(error).toMatchObject({ code: 'status 403', message: expect.stringContaining('proof of being human') });
  });

  test('a refused connection', async () => {
    const { url, host } = await serve((_, response) => response.end());
    await ending.pop()?.();
    const error = await errorOf(reader({ allowPrivate: [host] })(url));
    expect(error).toMatchObject({ reason: 'network', message: 'the server refused the connection' });
  });

  test('a name that does not exist', async () => {
    const lookup = ((_name: string, _options: unknown, callback: (error: Error) => void) =>
      callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))) as never;
    const error = await errorOf(reader({ lookup })('http://nowhere.example/feed'));
    expect(error).toMatchObject({ reason: 'unknown host', message: 'there is no server of that name' });
  });

  test('a server that is none, and one that hangs up', async () => {
    const error = await errorOf(answered((_, response) => response.socket?.end('SSH-2.0-nothing\r\n\r\n')));
    expect(error).toMatchObject({ reason: 'network', message: expect.stringContaining('HTTP') });
    const cut = await errorOf(answered((_, response) => response.socket?.destroy()));
    expect(cut.reason).toBe('network');
  });

  test('an empty answer, a web page', async () => {
    expect((await errorOf(answered((_, response) => response.writeHead(204).end()))).reason).toBe('empty');
    expect((await errorOf(answered((_, response) => response.end()))).reason).toBe('empty');
    expect((await errorOf(answered((_, response) => response.end(fixture('html-page.html'))))).reason).toBe('web page');
  });
});
