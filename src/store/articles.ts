import { type Selectable, sql } from 'kysely';
import { type Article, canonicalUrl, type NewArticle } from '../news/article.ts';
import { indexText } from '../text/tokens.ts';
import type { Db } from './openStore.ts';
import type { Schema } from './schema.ts';

/** SQLite takes 32,766 parameters at most; far fewer keep statements small. */
const chunkSize = 400;

/**
 * Stores what a feed holds: new articles wait to be clustered, edited ones are updated in place and their stories
 * counted as changed. To be called inside the transaction that also keeps the feed's validators.
 *
 * @param seeded  whether this is the source's first poll
 */
export async function storeArticles(
  trx: Db,
  sourceId: number,
  articles: readonly NewArticle[],
  seeded: boolean,
  now: Date,
): Promise<{ added: number; edited: number }> {
  const unique = [...new Map(articles.map((article) => [article.identity, article])).values()];
  const known = await knownHashes(trx, sourceId, unique);
  let added = 0;
  let edited = 0;
  for (const article of unique) {
    const before = known.get(article.identity);
    if (before?.hash === article.contentHash) continue;
    if (before) {
      await updateArticle(trx, before.id, article, now);
      edited += 1;
    } else {
      await insertArticle(trx, sourceId, article, seeded, now);
      added += 1;
    }
  }
  return { added, edited };
}

async function knownHashes(trx: Db, sourceId: number, articles: readonly NewArticle[]) {
  const known = new Map<string, { id: number; hash: string }>();
  for (let start = 0; start < articles.length; start += chunkSize) {
    const identities = articles.slice(start, start + chunkSize).map((article) => article.identity);
    const rows = await trx
      .selectFrom('articles')
      .select(['id', 'identity', 'content_hash'])
      .where('source_id', '=', sourceId)
      .where('identity', 'in', identities)
      .execute();
    for (const row of rows) known.set(row.identity, { id: row.id, hash: row.content_hash });
  }
  return known;
}

async function insertArticle(
  trx: Db,
  sourceId: number,
  article: NewArticle,
  seeded: boolean,
  now: Date,
): Promise<void> {
  const { id } = await trx
    .insertInto('articles')
    .values({
      source_id: sourceId,
      identity: article.identity,
      url: article.url,
      canonical_url: canonicalUrl(article.url),
      ...contentOf(article),
      published_at: article.publishedAt.getTime(),
      first_seen_at: now.getTime(),
      edited_at: null,
      seeded: seeded ? 1 : 0,
      story_id: null,
      copy_of: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx.insertInto('articles_fts').values(indexRow(id, article)).execute();
}

async function updateArticle(trx: Db, id: number, article: NewArticle, now: Date): Promise<void> {
  const { story_id } = await trx
    .updateTable('articles')
    .set({ ...contentOf(article), edited_at: now.getTime() })
    .where('id', '=', id)
    .returning('story_id')
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('articles_fts').where('rowid', '=', id).execute();
  await trx.insertInto('articles_fts').values(indexRow(id, article)).execute();
  if (story_id !== null) {
    await trx
      .updateTable('stories')
      .set((eb) => ({ version: eb('version', '+', 1), changed_at: now.getTime() }))
      .where('id', '=', story_id)
      .execute();
  }
}

function contentOf(article: NewArticle) {
  return {
    title: article.title,
    summary: article.summary,
    text: article.text,
    authors: JSON.stringify(article.authors),
    categories: JSON.stringify(article.categories),
    language: article.language,
    image_url: article.imageUrl,
    content_hash: article.contentHash,
  };
}

function indexRow(rowid: number, { title, summary, text }: NewArticle) {
  return { rowid, title: indexText(title), body: indexText(`${summary}\n${text}`) };
}

/** Articles that no story holds yet, oldest first. */
export async function findWaitingArticles(
  db: Db,
  limit: number,
): Promise<(Article & { sourceTopics: readonly string[] })[]> {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('sources', 'sources.id', 'articles.source_id')
    .selectAll('articles')
    .select('sources.topics as source_topics')
    .where('story_id', 'is', null)
    .orderBy('articles.published_at')
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...articleFromRow(row), sourceTopics: JSON.parse(row.source_topics) }));
}

/** The article that a link leads to, whatever its tracking parameters; the newest if several sources list it. */
export async function findArticleByUrl(db: Db, url: string): Promise<Article | null> {
  const row = await db
    .selectFrom('articles')
    .selectAll()
    .where('canonical_url', '=', canonicalUrl(url))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? articleFromRow(row) : null;
}

/**
 * Forgets what has served its time: texts first, whole articles (with their identities) later, and stories that are
 * left without articles.
 */
export async function pruneArticles(db: Db, keep: { textSince: Date; articlesSince: Date }): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('articles')
      .set({ text: '' })
      .where('published_at', '<', keep.textSince.getTime())
      .where('first_seen_at', '<', keep.textSince.getTime())
      .where('text', '<>', '')
      .execute();
    const old = await trx
      .deleteFrom('articles')
      .where('published_at', '<', keep.articlesSince.getTime())
      .where('first_seen_at', '<', keep.articlesSince.getTime())
      .returning('id')
      .execute();
    for (const { id } of old) await trx.deleteFrom('articles_fts').where('rowid', '=', id).execute();
    if (old.length > 0) {
      await sql`DELETE FROM stories WHERE NOT EXISTS (SELECT 1 FROM articles WHERE story_id = stories.id)`.execute(trx);
    }
  });
}

export function articleFromRow(row: Selectable<Schema['articles']>): Article {
  return {
    id: row.id,
    sourceId: row.source_id,
    storyId: row.story_id,
    identity: row.identity,
    url: row.url,
    title: row.title,
    summary: row.summary,
    text: row.text,
    authors: JSON.parse(row.authors),
    categories: JSON.parse(row.categories),
    language: row.language,
    publishedAt: new Date(row.published_at),
    imageUrl: row.image_url,
    contentHash: row.content_hash,
    firstSeenAt: new Date(row.first_seen_at),
    editedAt: row.edited_at === null ? null : new Date(row.edited_at),
    seeded: row.seeded === 1,
  };
}
