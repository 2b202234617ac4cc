import { readFileSync } from 'node:fs';
import { parseFeed } from '../../src/feeds/parseFeed.ts';
import type { ParsedFeed } from '../../src/news/article.ts';

const folder = new URL('../fixtures/feeds/', import.meta.url);

/** The bytes of a feed in tests/fixtures/feeds. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(name, folder));
}

/** A fixture as the reader sees it. */
export async function parsedFixture(name: string, contentType: string | null = null): Promise<ParsedFeed> {
  return (await parse(fixture(name), contentType)).feed;
}

/** Any document, as if it had come from https://harbour.example/feeds/all.xml. */
export function parse(document: Buffer | string, contentType: string | null = null) {
  return parseFeed({ bytes: Buffer.from(document), contentType, url: 'https://harbour.example/feeds/all.xml' });
}
