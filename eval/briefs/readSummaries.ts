import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from '../../src/briefs/candidates.ts';

/** A story with what people wrote to sum it up. */
export type Summarised = {
  /** Name of the set's folder. */
  readonly set: string;
  readonly id: string;
  readonly articles: readonly Readable[];
  readonly summary: string;
};

type Row = Readonly<Record<string, unknown>>;

const someDay = new Date('2020-01-06T00:00:00Z');

/** The stories with a summary in every set of a folder: rows with `summary` and either `text` or `articles`. */
export function readSummaries(folder: string): Summarised[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .sort()
    .flatMap((set) =>
      readdirSync(join(folder, set))
        .filter((file) => file.endsWith('.jsonl'))
        .sort()
        .flatMap((file) =>
          readRows(join(folder, set, file)).flatMap((row, index) => summarisedOf(row, set, `${file} ${index}`)),
        ),
    );
}

function readRows(path: string): Row[] {
  const text = readFileSync(path, 'utf8');
  const [first = ''] = text.split('\n', 1);
  if (!/"summary"/.test(first)) return [];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

function summarisedOf(row: Row, set: string, place: string): Summarised[] {
  const summary = textOf(row.summary).trim();
  const own = Array.isArray(row.articles) ? (row.articles as readonly Row[]) : [row];
  const articles = own
    .map((article) => readableOf(article, textOf(article.lang ?? row.lang) || 'en', textOf(row.date)))
    .filter(({ text }) => text.trim() !== '');
  const id = textOf(row.id ?? row.story_id) || place;
  return summary === '' || articles.length === 0 ? [] : [{ set, id, articles, summary }];
}

function readableOf(article: Row, language: string, date: string): Readable {
  const publishedAt = Number.isNaN(Date.parse(date)) ? someDay : new Date(date);
  return {
    title: textOf(article.title),
    summary: '',
    text: textOf(article.text),
    language,
    publishedAt,
    editedAt: null,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
