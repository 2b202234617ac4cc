import { expect, it } from 'vitest';
import { tryFeeds } from '../../src/discord/tryFeeds.ts';
import { FeedError, type ReadFeed } from '../../src/news/outside.ts';
import { someContent } from '../support/articles.ts';

const limits = { hostsAtOnce: 2, spacingMs: 0, mostFeeds: 300 };

/** Answers one question at a time and notes how many were under way at once, by host. */
function aServer(problems: Readonly<Record<string, FeedError>> = {}) {
  const asked: string[] = [];
  const underWay = new Map<string, number>();
  let most = 0;
  let mostOfHost = 0;
  const readFeed: ReadFeed = async ({ url }) => {
    asked.push(url);
    const { host } = new URL(url);
    underWay.set(host, (underWay.get(host) ?? 0) + 1);
    mostOfHost = Math.max(mostOfHost, underWay.get(host) ?? 0);
    most = Math.max(
      most,
      underWay.values().reduce((sum, count) => sum + count, 0),
    );
    await new Promise(setImmediate);
    underWay.set(host, (underWay.get(host) ?? 0) - 1);
    if (problems[url]) throw problems[url];
    const exchange = { etag: null, lastModified: null, bodyHash: null, freshMs: null, movedTo: null, tookMs: 1 };
    return { kind: 'read', feed: { ...someContent([]), language: 'de' }, ...exchange };
  };
  return { asked, readFeed, most: () => most, mostOfHost: () => mostOfHost };
}

it('tells what came of each, a server’s feeds one after the other', async () => {
  const urls = ['https://a.example/1', 'https://a.example/2', 'https://b.example/1', 'https://c.example/1'];
  const server = aServer({ 'https://a.example/2': new FeedError('status', 'gone', { status: 410 }) });
  const progress: number[] = [];
  const tried = await tryFeeds(urls, server.readFeed, (done) => progress.push(done), limits);
  expect(Object.fromEntries(tried)).toEqual({
    'https://a.example/1': { language: 'de' },
    'https://a.example/2': { problem: 'status 410' },
    'https://b.example/1': { language: 'de' },
    'https://c.example/1': { language: 'de' },
  });
  expect(progress).toEqual([1, 2, 3, 4]);
  expect([server.most(), server.mostOfHost()]).toEqual([2, 1]);
});

it('leaves out what is too much', async () => {
  const urls = Array.from({ length: 9 }, (_, index) => `https://${index}.example/`);
  const server = aServer();
  expect((await tryFeeds(urls, server.readFeed, () => {}, { ...limits, mostFeeds: 4 })).size).toBe(4);
});

it('stops when its time is over', async () => {
  const server = aServer();
  const urls = Array.from({ length: 9 }, (_, index) => `https://${index}.example/`);
  const time = new AbortController();
  const tried = await tryFeeds(urls, server.readFeed, (done) => done === 3 && time.abort(), limits, time.signal);
  expect(tried.size).toBeGreaterThanOrEqual(3);
  expect(server.asked).toHaveLength(tried.size);
  expect(tried.size).toBeLessThanOrEqual(4);
});

it('passes on what is no problem of a feed', async () => {
  const broken: ReadFeed = async () => {
    throw new TypeError('A programmer was here.');
  };
  await expect(tryFeeds(['https://a.example/'], broken, () => {}, limits)).rejects.toThrow('A programmer');
});
