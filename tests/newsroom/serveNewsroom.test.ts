import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { Newsroom } from '../../src/newsroom/Newsroom.ts';
import { createNewsroomHandler, newsroomSources } from '../../src/newsroom/serveNewsroom.ts';

const newsroom = new Newsroom(new URL('../../data/newsroom/', import.meta.url), null, new Date('2026-11-23T06:00:00Z'));
let origin = '';
const server = createServer(createNewsroomHandler(newsroom, () => origin));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
origin = `http://127.0.0.1:${port}`;
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, { headers });

describe('the newsroom on loopback', () => {
  it('names a source for every publisher, whose feed is there in its format', async () => {
    const sources = newsroomSources(newsroom, origin);
    expect(sources).toHaveLength(newsroom.publishers.length);
    expect(new Set(sources.map(({ key }) => key)).size).toBe(sources.length);
    const types = await Promise.all(sources.map(async ({ url }) => (await fetch(url)).headers.get('content-type')));
    expect(new Set(types)).toEqual(
      new Set(['rss+xml', 'rdf+xml', 'atom+xml', 'feed+json'].map((type) => `application/${type}; charset=utf-8`)),
    );
  });

  it('answers 304 until something is published', async () => {
    const path = '/newsroom/harbour-times/feed';
    const first = await get(path);
    const etag = first.headers.get('etag')!;
    const again = await get(path, { 'if-none-match': etag });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
    while (!newsroom.publishNext(new Date('2026-11-23T07:00:00Z'))?.includes('harbour'));
    expect((await get(path, { 'if-none-match': etag })).status).toBe(200);
  });

  it('has a page for every article, and a front page', async () => {
    const [article] = newsroom.articlesOf('kaede-nippo');
    const page = await get(`/newsroom/kaede-nippo/${article?.id}`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain(article?.title);
    expect(await (await get('/newsroom/kaede-nippo/')).text()).toContain(article?.title);
  });

  it('tells the event of every article', async () => {
    const gold = (await (await get('/newsroom/gold.json')).json()) as Record<string, string>;
    expect(gold).toEqual(Object.fromEntries(newsroom.eventOf));
    expect(gold['bridge-collapse-harbour-1']).toBe(gold['bridge-collapse-meridian-1']);
  });

  it.each(['/newsroom/', '/newsroom/nobody/feed', '/newsroom/kaede-nippo/nothing', '/newsroom/%E0%A4%A/feed'])(
    'has nothing at %s',
    async (path) => {
      const response = await get(path);
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    },
  );

  it('outlives a request for nonsense', async () => {
    const status = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET // HTTP/1.0\r\n\r\n'));
      socket.once('data', (data) => resolve(String(data).split('\r\n', 1)[0] ?? ''));
    });
    expect(status).toContain('404');
  });
});
