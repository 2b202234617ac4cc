import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Expectation, Field } from '../agrees.ts';
import type { Sample } from '../documents.ts';
import { type Json, listIn, objectsIn, textIn } from './json.ts';

/** rss-parser's suite: for input/NAME.* its own result in output/NAME.json. */
export function rssParser(folder: string): (sample: Sample) => readonly Expectation[] {
  return ({ path }) => {
    const file = join(folder, 'output', `${basename(path, extname(path))}.json`);
    if (!path.startsWith('input/') || !existsSync(file)) return [];
    const { feed } = JSON.parse(readFileSync(file, 'utf8')) as { feed: Json };
    return [
      ...found(null, 'title', textIn(feed, 'title')),
      ...found(null, 'link', textIn(feed, 'link')),
      ...objectsIn(feed, 'items').flatMap(itemOf),
    ];
  };
}

function itemOf(item: Json, index: number): Expectation[] {
  const encoded = textIn(item, 'content:encoded');
  return [
    ...found(index, 'title', textIn(item, 'title')),
    ...found(index, 'link', textIn(item, 'link')),
    ...found(index, 'id', textIn(item, 'guid') ?? textIn(item, 'id')),
    ...found(index, 'published', textIn(item, 'isoDate')),
    ...found(index, 'author', textIn(item, 'creator') ?? textIn(item, 'author')),
    ...found(index, 'categories', listIn(item, 'categories')),
    ...found(index, 'summary', textIn(item, 'summary')),
    ...found(index, 'content', encoded ?? textIn(item, 'content')),
  ];
}

function found(item: number | null, field: Field, value: string | readonly string[] | null): Expectation[] {
  return value === null || value.length === 0 || isOfAnotherReader(value) ? [] : [{ item, field, value }];
}

/** The suite read some documents in the wrong encoding, and one with an option that writes EMPTY for what is empty. */
function isOfAnotherReader(value: string | readonly string[]): boolean {
  return [value].flat().some((text) => text.includes('\ufffd') || text === 'EMPTY');
}
