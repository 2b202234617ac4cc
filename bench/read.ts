import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { parseFeed } from '../src/feeds/parseFeed.ts';
import { contentOf, dateArticle } from '../src/news/article.ts';
import type { Figure } from './main.ts';
import { hostileDocuments } from './read/hostileDocuments.ts';

const data = join(process.env.EVAL_DATA || join(import.meta.dirname, '../../shared/data'), 'real-news-feeds');
const rounds = 15;
const url = 'https://publisher.example/feed.xml';

/**
 * How fast documents become articles, against bare rss-parser on the same feeds of real publishers, in turns; and how
 * long the worst documents that a publisher could send take.
 */
export async function measure(): Promise<Figure[]> {
  return [...(await againstBare()), ...(await onHostileDocuments())];
}

async function againstBare(): Promise<Figure[]> {
  if (!existsSync(data)) {
    console.error(`Left out, because it is not there: ${data} (EVAL_DATA names another place)`);
    return [];
  }
  const documents = await readableByBoth();
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.bare.push(await timeOf(documents, bare));
    times.ours.push(await timeOf(documents, ours));
  }
  const bytes = documents.reduce((sum, document) => sum + document.length, 0);
  const ratios = times.ours.map((time, round) => time / (times.bare[round] ?? time));
  return [
    { name: `bytes to articles, ${documents.length} feeds`, value: median(times.ours), unit: 'ms' },
    { name: 'bare rss-parser on the same', value: median(times.bare), unit: 'ms' },
    { name: 'of bare rss-parser’s time (to reach: 1.5)', value: median(ratios), unit: 'times' },
    { name: 'bytes to articles', value: bytes / 1_000 / median(times.ours), unit: 'MB per second' },
  ];
}

async function readableByBoth(): Promise<Buffer[]> {
  const documents: Buffer[] = [];
  for (const file of globSync(join(data, '**/*.{xml,rss,atom,rdf}')).sort()) {
    const bytes = readFileSync(file);
    const isReadable = await bare(bytes).then(
      () => true,
      () => false,
    );
    if (isReadable) documents.push(bytes);
  }
  return documents;
}

async function bare(bytes: Buffer): Promise<unknown> {
  return new Parser().parseString(bytes.toString('utf8'));
}

async function ours(bytes: Buffer): Promise<unknown> {
  const { feed } = await parseFeed({ bytes, contentType: null, url });
  const now = new Date();
  return contentOf(feed, () => feed.language ?? 'en').articles.map((article) => dateArticle(article, now));
}

async function onHostileDocuments(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, make] of Object.entries(hostileDocuments)) {
    const bytes = Buffer.from(make());
    figures.push({
      name: `hostile: ${name}, ${(bytes.length / 1e6).toFixed(1)} MB`,
      value: await timeOf([bytes], (document) => ours(document).catch(() => {})),
      unit: 'ms',
    });
  }
  return figures;
}

async function timeOf(documents: readonly Buffer[], read: (bytes: Buffer) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (const document of documents) await read(document);
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
