import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Query, readQuery } from '../src/news/query.ts';
import { type Db, openStore } from '../src/store/openStore.ts';
import { findStoriesFor, searchArticles } from '../src/store/search.ts';
import { syncCatalogue } from '../src/store/sources.ts';
import { indexText } from '../src/text/tokens.ts';
import { sources } from './commands/fillStore.ts';
import type { Figure } from './main.ts';
import { createWriter, type Script, scripts } from './search/writer.ts';

const articleCount = Number(process.env.BENCH_ARTICLES || 1_000_000);
const perTransaction = 5_000;
const now = new Date('2026-03-02T12:00:00Z');
const dayMs = 86_400_000;
/** The articles are of so many days. */
const days = 365;
const rounds = 60;

/**
 * How long a search takes among a million articles in three scripts, with words as common as words are: by kinds of
 * queries, each with other words every time, and the 99th percentile over all of them.
 */
export async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-search-'));
  const file = join(folder, 'articles.sqlite');
  try {
    const db = openStore(file);
    await addSources(db);
    const begun = performance.now();
    addArticles(file);
    const seconds = (performance.now() - begun) / 1_000;
    const figures = [
      { name: 'articles', value: articleCount, unit: 'articles' },
      { name: 'stored and indexed', value: articleCount / seconds, unit: 'per second' },
      { name: 'the database', value: statSync(file).size / 1e6, unit: 'MB' },
      ...(await timeSearches(db)),
      ...(await timeTopics(db)),
    ];
    await db.destroy();
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function addSources(db: Db): Promise<void> {
  await syncCatalogue(db, sources, now);
}

function addArticles(file: string): void {
  const sqlite = new Sqlite(file);
  sqlite.pragma('synchronous = OFF');
  sqlite.exec("INSERT INTO stories (created_at, changed_at, headline, language) VALUES (0, 0, '', 'en')");
  const article = sqlite.prepare(`
    INSERT INTO articles (id, source_id, identity, url, canonical_url, title, summary, text, language, published_at,
      content_hash, first_seen_at, seeded, topics, story_id, placed)
    VALUES ($id, $source, $id, $id, $id, $title, $summary, '', $language, $at, $id, $at, 0, $topics, 1, $id)
  `);
  const words = sqlite.prepare('INSERT INTO articles_fts (rowid, title, body) VALUES (?, ?, ?)');
  const writers = new Map(scripts.map((script) => [script, createWriter(script, 1)]));
  const add = sqlite.transaction((from: number, to: number) => {
    for (let id = from; id < to; id++) {
      const index = id % 3;
      const writer = writers.get(scripts[index] as Script)!;
      const [title, summary] = [writer.words(10), writer.words(60)];
      article.run({
        id,
        source: 1 + (id % sources.length),
        title,
        summary,
        language: ['en', 'ja', 'ar'][index],
        at: Math.floor(now.getTime() - days * dayMs * (1 - id / articleCount)),
        topics: id % 7 === 0 ? '["economy"]' : '[]',
      });
      words.run(id, indexText(title), indexText(summary));
    }
  });
  for (let id = 1; id <= articleCount; id += perTransaction) add(id, Math.min(id + perTransaction, articleCount + 1));
  sqlite.exec('ANALYZE');
  sqlite.close();
}

/** A kind of query, written with a word by its rank: 0 is the most common of its script. */
type Kind = (word: (rank: number) => string) => string;

const kinds: Readonly<Record<string, Kind>> = {
  'a common word': (word) => word(2),
  'a word': (word) => word(300),
  'a rare word': (word) => word(40_000),
  'two common words': (word) => `${word(3)} ${word(20)}`,
  'four words': (word) => `${word(5)} ${word(60)} ${word(300)} ${word(900)}`,
  'one of four words': (word) => `${word(1)} OR ${word(40)} OR ${word(500)} OR ${word(9_000)}`,
  'a phrase': (word) => `"${word(1)} ${word(4)}"`,
  'a phrase that is nowhere': (word) => `"${word(30_000)} ${word(60_000)}"`,
  'the beginning of words': (word) => word(50).slice(0, 4),
  'without a common word': (word) => `${word(30)} -${word(1)}`,
  'a common word and its language': (word) => `${word(2)} lang:ar`,
  'a word of one source': (word) => `${word(30)} source:publisher-17.example`,
  'a word and a topic': (word) => `${word(100)} topic:economy`,
  'words or facts, mixed': (word) => `(${word(800)} OR source:publisher-5.example) country:US`,
  'facts only': () => 'source:publisher-11.example topic:economy',
};

async function timeSearches(db: Db): Promise<Figure[]> {
  const all: number[] = [];
  const figures: Figure[] = [];
  for (const [name, kind] of Object.entries(kinds)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const query = queryOf(kind, round);
      const begun = performance.now();
      await searchArticles(db, query, { guildId: 'guild', now, limit: 10, since: since(round) });
      times.push(performance.now() - begun);
    }
    all.push(...times);
    figures.push({ name: `99 of 100: ${name}`, value: percentile(times, 0.99), unit: 'ms' });
  }
  figures.push({ name: '50 of 100: all', value: percentile(all, 0.5), unit: 'ms' });
  figures.push({ name: '99 of 100: all (to reach: 50)', value: percentile(all, 0.99), unit: 'ms' });
  return figures;
}

/** What a server's own topic takes of the last week: what its preview and every briefing of it ask. */
async function timeTopics(db: Db): Promise<Figure[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const query = queryOf((word) => `${word(100)} OR "${word(3)} ${word(9)}" OR ${word(4_000)}`, round);
    const begun = performance.now();
    await findStoriesFor(db, query, { guildId: 'guild', since: new Date(now.getTime() - 7 * dayMs) });
    times.push(performance.now() - begun);
  }
  return [{ name: '99 of 100: a week of a server’s own topic', value: percentile(times, 0.99), unit: 'ms' }];
}

function queryOf(kind: Kind, round: number): Query {
  const writer = createWriter(scripts[round % scripts.length] as Script, 1);
  const read = readQuery(kind((rank) => writer.word(rank + Math.floor((rank * round) / (2 * rounds)))));
  if ('problem' in read) throw new Error(`${kind}: ${read.problem.fault}`);
  return read.query;
}

/** Half of all searches look through everything, half as far back as usual. */
function since(round: number): Date {
  return new Date(now.getTime() - (round % 2 === 0 ? 30 : days) * dayMs);
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
