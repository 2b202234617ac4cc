import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { quotationsOf } from '../../src/text/quotations.ts';
import type { Figure, Miss } from '../main.ts';

/**
 * Where the quotations of some articles stand, and the name of who speaks: UTF-16 units of the article's text. Those
 * without a name are somebody's words, too; who says them was not asked. Each was read, knowing what
 * `quotationsOf` had found, so that what it did not find is not among them: they tell precision and nothing of recall.
 */
const labels = z
  .record(
    z.enum(['newsroom', 'bbc-news-summary']),
    z.record(
      z.string(),
      z.array(z.union([z.tuple([z.int(), z.int()]), z.tuple([z.int(), z.int(), z.int(), z.int()])])),
    ),
  )
  .parse(JSON.parse(readFileSync(new URL('quotationLabels.json', import.meta.url), 'utf8')));

type Document = { readonly id: string; readonly language: string; readonly text: string };

const goal = 0.95;
const newsroomFolder = join(import.meta.dirname, '../../data/newsroom');

/**
 * `quotations`: what is found as a quotation, at its place, and is one. `speakers`: of those with a speaker, the ones
 * whose speaker is the right one, or the right one's family name.
 *
 * @param folder  of all data
 */
export async function evaluateQuotations(folder: string): Promise<Figure[]> {
  const bbc = join(folder, 'summarisation/bbc-news-summary/articles.jsonl');
  const documents = { newsroom: readNewsroom(), 'bbc-news-summary': existsSync(bbc) ? readLines(bbc) : [] };
  const found = (['newsroom', 'bbc-news-summary'] as const).flatMap((set) =>
    documents[set].flatMap((document) => {
      const labelled = labels[set]?.[document.id] ?? [];
      const last = labelled.at(-1)?.[1] ?? 0;
      return quotationsOf(document.text, document.language)
        .filter(({ end }) => end <= last)
        .map((quotation) => {
          const label = labelled.find(([start, end]) => start === quotation.start && end === quotation.end);
          const name = label?.[2] === undefined ? null : document.text.slice(label[2], label[3]);
          const what = `${document.id} at ${quotation.start}`;
          return {
            what,
            isQuotation: label !== undefined,
            speaker: quotation.speaker,
            isRight: isSame(quotation.speaker, name),
          };
        });
    }),
  );
  const named = found.filter(({ speaker }) => speaker !== null);
  return [
    figure(
      'quotations',
      found.map(({ what, isQuotation }) => ({ what, isRight: isQuotation })),
    ),
    figure('speakers', named),
  ];
}

function figure(set: string, cases: readonly { what: string; isRight: boolean }[]): Figure {
  const misses = cases.flatMap(({ what, isRight }): Miss[] => (isRight ? [] : [{ what, reason: null }]));
  const value = cases.length === 0 ? 0 : 1 - misses.length / cases.length;
  return { set, metric: 'precision', value, n: cases.length, baseline: null, reach: goal, misses };
}

function isSame(speaker: string | null, name: string | null): boolean {
  if (speaker === null || name === null) return false;
  return (
    name === speaker ||
    name.split(/[\s・]/u).at(-1) === speaker ||
    (/^\p{Script=Han}/u.test(name) && name.startsWith(speaker))
  );
}

function readNewsroom(): Document[] {
  const parse = (file: string) => JSON.parse(readFileSync(join(newsroomFolder, file), 'utf8'));
  const publishers: { key: string; language: string }[] = parse('publishers.json');
  const languageOf = new Map(publishers.map(({ key, language }) => [key, language]));
  return readdirSync(join(newsroomFolder, 'events')).flatMap((file) => {
    const { articles } = parse(join('events', file)) as {
      articles: { id: string; publisher: string; title: string; summary: string; body: string[] }[];
    };
    return articles.map(({ id, publisher, title, summary, body }) => ({
      id,
      language: languageOf.get(publisher) ?? 'en',
      text: [title, summary, ...body].join('\n'),
    }));
  });
}

function readLines(file: string): Document[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { id: string; lang: string; text: string })
    .map(({ id, lang, text }) => ({ id, language: lang, text }));
}
