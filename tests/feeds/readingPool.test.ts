import { afterAll, expect, test } from 'vitest';
import { createReadingPool, type ReadingLimits } from '../../src/feeds/readingPool.ts';
import { fixture } from './fixture.ts';

const pools: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

function aPool(limits: ReadingLimits) {
  const pool = createReadingPool(limits);
  pools.push(pool);
  return pool;
}

function aDocument(bytes: Uint8Array<ArrayBuffer> | string, language = 'en') {
  return {
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    contentType: 'application/rss+xml; charset=utf-8',
    url: 'https://harbour.example/feed',
    language,
  };
}

function aFeed(...summaries: string[]): string {
  const items = summaries.map(
    (summary, index) =>
      `<item><title>${index}</title><link>/${index}</link><description>${summary}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Harbour Gazette</title>${items.join('')}</channel></rss>`;
}

const german =
  'Die Fähre nach Stanewick fährt am Samstag wieder, nachdem sie elf Wochen lang in der Werft gelegen hat.';
const english =
  'The ferry to Stanewick sails again on Saturday after it had spent eleven weeks in the dock for repairs.';
/** Takes a thread more than a few milliseconds. */
const heavy = aFeed(...Array.from({ length: 1_000 }, () => english.repeat(20)));

test('documents are read in another thread, and stay the caller’s', async () => {
  const { readDocument } = aPool({ threads: 1 });
  const document = aDocument(new Uint8Array(fixture('rss-2.0.xml')));
  const [one, other] = await Promise.all([readDocument(document), readDocument(document)]);
  expect(one).toMatchObject({ complete: true, feed: { title: 'Harbour Gazette', articles: [{}, {}] } });
  expect(one.feed.articles[0]?.publishedAt).toBeInstanceOf(Date);
  expect(other).toEqual(one);
});

test('what an item is written in counts more than what its source says', async () => {
  const { readDocument } = aPool({ threads: 1 });
  const known = await readDocument(aDocument(aFeed(english, german)));
  expect(known.feed.articles.map(({ language }) => language)).toEqual(['en', 'de']);
  const unknown = await readDocument(aDocument(aFeed(german, german, english), 'und'));
  expect(unknown.feed).toMatchObject({ language: 'de', articles: [{ language: 'de' }, {}, { language: 'en' }] });
});

test('errors keep their reason', async () => {
  const { readDocument } = aPool({ threads: 1 });
  await expect(readDocument(aDocument(''))).rejects.toMatchObject({ name: 'FeedError', reason: 'empty' });
  await expect(readDocument(aDocument('<html><p>x'))).rejects.toMatchObject({ reason: 'web page' });
});

test('a thread that runs out of memory takes one document with it, and the next gets another', async () => {
  // The tables of languages fit in, and little else.
  const { readDocument } = aPool({ threads: 1, memoryMb: 52 });
  const names = Array.from({ length: 600_000 }, (_, number) => `<n${number}/>`);
  const huge = aFeed('').replace('</item>', `${names.join('')}</item>`);
  const outcomes = await Promise.allSettled([huge, aFeed(english)].map((text) => readDocument(aDocument(text))));
  expect(outcomes).toMatchObject([{ reason: { reason: 'too large' } }, { value: { complete: true } }]);
});

test('a document that takes too much time does, too', async () => {
  const { readDocument } = aPool({ threads: 1, timeoutMs: 1 });
  await expect(readDocument(aDocument(heavy))).rejects.toMatchObject({ reason: 'too large' });
});

test('more documents than threads are all read, in order', async () => {
  const { readDocument } = aPool({ threads: 2 });
  const order: number[] = [];
  const documents = Array.from({ length: 20 }, (_, index) => aDocument(aFeed(...Array(index + 1).fill(english))));
  const read = await Promise.all(
    documents.map(async (document, index) => {
      const { feed } = await readDocument(document);
      order.push(index);
      return feed.articles.length;
    }),
  );
  expect(read).toEqual(documents.map((_, index) => index + 1));
  expect(order.toSorted((a, b) => a - b)).toEqual(documents.map((_, index) => index));
});

test('closing cuts off what is being read', async () => {
  const { readDocument, close } = aPool({ threads: 1 });
  const reading = Promise.allSettled([readDocument(aDocument(heavy)), readDocument(aDocument(heavy))]);
  await close();
  expect(await reading).toMatchObject([{ reason: { reason: 'network' } }, { reason: { reason: 'network' } }]);
});
