import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Selectable, sql } from 'kysely';
import { onTestFinished } from 'vitest';
import type { Article, NewArticle } from '../../src/news/article.ts';
import type { Source, SourceFacts } from '../../src/news/source.ts';
import { articleFromRow, type ReadingSource, type Stored, storeDocuments } from '../../src/store/articles.ts';
import { type Db, openStore } from '../../src/store/openStore.ts';
import type { Schema } from '../../src/store/schema.ts';
import { sourcesOfGuild, syncCatalogue } from '../../src/store/sources.ts';
import { foundStory, joinStory } from '../../src/store/stories.ts';
import { type NewSubscription, saveSubscription } from '../../src/store/subscriptions.ts';
import { indexWords } from '../../src/store/wordIndex.ts';
import { aNewArticle, hours, monday } from './articles.ts';
import { aReadSource, someFacts } from './sources.ts';

/** A real database, closed when the test ends. In memory unless a file is named. */
export function openTestStore(file = ':memory:'): Db {
  const db = openStore(file);
  onTestFinished(() => db.destroy());
  return db;
}

/** The path of a file in a folder that is removed when the test ends. */
export function aTemporaryFile(name = 'test.sqlite'): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, name);
}

/** Makes these the catalogue, due at once. @returns the sources in this order */
export async function addSources(db: Db, ...wishes: Partial<SourceFacts>[]): Promise<Source[]> {
  const facts = wishes.map(someFacts);
  await syncCatalogue(db, facts, monday);
  const sources = await sourcesOfGuild(db, 'nobody');
  return facts.map(({ key }) => sources.find((source) => source.key === key) as Source);
}

/** Stores what a source's document holds, and indexes its words. */
export async function storeArticles(
  db: Db,
  source: ReadingSource,
  articles: readonly NewArticle[],
  now = monday,
): Promise<Stored> {
  const [stored] = await db.transaction().execute((trx) => storeDocuments(trx, [{ source, articles }], now));
  await indexWords(db, 100_000);
  return stored as Stored;
}

/** Stores an article that nothing has placed yet. */
export async function addArticle(db: Db, source: Source, wish: Partial<NewArticle> = {}): Promise<Article> {
  const article = aNewArticle(wish);
  await storeArticles(db, aReadSource(source), [article]);
  return findArticle(db, source, article.identity);
}

/** Stores an article and makes it a story of its own, or a member of one. */
export async function addToStory(
  db: Db,
  source: Source,
  wish: Partial<NewArticle> & { storyId?: number; copyOf?: number; topics?: readonly string[] } = {},
): Promise<{ storyId: number; articleId: number }> {
  const { storyId, copyOf = null, topics = [], ...article } = wish;
  const { id, title, language } = await addArticle(db, source, article);
  if (storyId === undefined) {
    return { storyId: (await foundStory(db, { id, title, language, topics }, monday)) as number, articleId: id };
  }
  await joinStory(db, { id, topics }, storyId, copyOf, monday);
  return { storyId, articleId: id };
}

async function findArticle(db: Db, source: Source, identity: string): Promise<Article> {
  const row = await db
    .selectFrom('articles')
    .selectAll()
    .where('source_id', '=', source.id)
    .where('identity', '=', identity)
    .executeTakeFirstOrThrow();
  return articleFromRow(row);
}

/** Every row of a table, in the order in which they were made. */
export async function rowsOf<Table extends keyof Schema>(db: Db, table: Table): Promise<Selectable<Schema[Table]>[]> {
  const { rows } = await sql<Selectable<Schema[Table]>>`SELECT * FROM ${sql.table(table)}`.execute(db);
  return rows;
}

export function aWish(wish: Partial<NewSubscription> = {}): NewSubscription {
  return {
    guildId: 'guild',
    channelId: 'channel',
    createdBy: 'ada',
    topics: [],
    times: ['06:00'],
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    everyMinutes: null,
    timeZone: 'UTC',
    language: 'en',
    maxStories: 5,
    nextDueAt: hours(0),
    ...wish,
  };
}

/** Keeps a channel's wish: top stories in English at six in the morning, due now, unless wished otherwise. */
export async function subscribe(db: Db, wish: Partial<NewSubscription> = {}) {
  return (await saveSubscription(db, aWish(wish), monday)).subscription;
}
