import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Expectation, Field } from '../agrees.ts';
import type { Sample } from '../documents.ts';

type Check = { readonly path: readonly (string | number)[]; readonly equals: unknown };

const feedFields: Readonly<Record<string, Field>> = { title: 'title', 'title_detail.value': 'title', link: 'link' };
const itemFields: Readonly<Record<string, Field>> = {
  title: 'title',
  'title_detail.value': 'title',
  link: 'link',
  id: 'id',
  guid: 'id',
  published_parsed: 'published',
  created_parsed: 'published',
  updated_parsed: 'updated',
  author: 'author',
  'author_detail.name': 'author',
  'authors.0.name': 'author',
  description: 'summary',
  summary: 'summary',
  'content.0.value': 'content',
  category: 'category',
};

/** feedparser's suite: equality checks on its result, by file, in expectations.jsonl. */
export function feedparser(folder: string): (sample: Sample) => readonly Expectation[] {
  const file = join(folder, 'expectations.jsonl');
  const checks = new Map<string, readonly Check[]>();
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []) {
    const { file: path, simple } = JSON.parse(line);
    if (simple) checks.set(path, simple.checks);
  }
  return ({ path }) => (checks.get(path) ?? []).flatMap(expectationFrom);
}

function expectationFrom({ path: [root, ...path], equals }: Check): Expectation[] {
  const item = root === 'entries' ? Number(path.shift()) : null;
  const place = path.join('.').replace(/^tags\.\d+\.term$/, 'category');
  const field = item === null ? feedFields[place] : itemFields[place];
  if (!field || (item === null && root !== 'feed')) return [];
  if (Array.isArray(equals)) {
    const [year, month, day, hour, minute, second] = equals as number[];
    const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
    return [{ item, field, value: new Date(time).toISOString() }];
  }
  return typeof equals === 'string' ? [{ item, field, value: equals }] : [];
}
