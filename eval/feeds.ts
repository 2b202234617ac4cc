import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseFeed } from '../src/feeds/parseFeed.ts';
import type { ParsedFeed } from '../src/news/article.ts';
import { agrees, type Expectation, readValue } from './feeds/agrees.ts';
import { feedDocumentsIn, type Sample } from './feeds/documents.ts';
import { reasonFor } from './feeds/reasons.ts';
import { feedparser } from './feeds/suites/feedparser.ts';
import { gofeed } from './feeds/suites/gofeed.ts';
import { rome } from './feeds/suites/rome.ts';
import { rssParser } from './feeds/suites/rssParser.ts';
import type { Figure, Miss } from './main.ts';

export const needs = ['feed-parser-suites', 'real-news-feeds'];

/** How a suite says what is right: its expectations of one of its documents. */
type Suite = (folder: string) => (sample: Sample) => readonly Expectation[];

const suites: Readonly<Record<string, Suite>> = { feedparser, gofeed, rome, 'rss-parser': rssParser };
const maxMs = 10_000;

/**
 * The reading of feeds, measured on the suites of other feed readers and on feeds of real publishers.
 *
 * `read`: share of the documents that are feeds which are read without an error. `values`: share of the titles, links,
 * ids, dates, authors, categories and texts that a suite expects and that agree, see {@link agrees}. A suite that
 * nobody here knows is measured for `read` alone.
 */
export async function evaluate(folders: readonly string[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const folder of folders.flatMap(foldersIn)) figures.push(...(await measure(folder)));
  return figures;
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => join(folder, entry.name));
}

async function measure(folder: string): Promise<Figure[]> {
  const set = basename(folder);
  const expectationsOf = suites[set]?.(folder);
  const read = new Tally(set, 'read', 0.99);
  const values = new Tally(set, 'values', 0.97);
  for (const sample of feedDocumentsIn(folder)) {
    const feed = await readWithin(sample);
    if (feed instanceof Error) read.miss({ what: sample.path, reason: reasonFor(sample.path, 'read') });
    else read.hit();
    for (const expectation of expectationsOf?.(sample) ?? []) {
      if (!(feed instanceof Error) && agrees(expectation, feed, sample.base)) values.hit();
      else values.miss(missOf(sample, expectation, feed));
    }
  }
  return [read, values].flatMap((tally) => tally.figure() ?? []);
}

async function readWithin({ bytes, contentType, base, path }: Sample): Promise<ParsedFeed | Error> {
  const started = performance.now();
  try {
    const { feed } = await parseFeed({ bytes, contentType, url: base });
    return feed;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    const ms = performance.now() - started;
    if (ms > maxMs) console.error(`${path} took ${Math.round(ms)} ms`);
  }
}

function missOf({ path }: Sample, expectation: Expectation, feed: ParsedFeed | Error): Miss {
  const got = feed instanceof Error ? feed.message : readValue(expectation, feed);
  const where = expectation.item === null ? 'feed' : `item ${expectation.item + 1}`;
  const what = `${path}, ${expectation.field} of ${where}: expected ${short(expectation.value)}, read ${short(got)}`;
  return { what, reason: reasonFor(path, expectation.field) };
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

class Tally {
  readonly #set: string;
  readonly #metric: string;
  readonly #reach: number;
  readonly #misses: Miss[] = [];
  #hits = 0;

  constructor(set: string, metric: string, reach: number) {
    this.#set = set;
    this.#metric = metric;
    this.#reach = reach;
  }

  hit(): void {
    this.#hits += 1;
  }

  miss(miss: Miss): void {
    this.#misses.push(miss);
  }

  figure(): Figure | null {
    const n = this.#hits + this.#misses.length;
    if (n === 0) return null;
    return { set: this.#set, metric: this.#metric, value: this.#hits / n, n, reach: this.#reach, misses: this.#misses };
  }
}
