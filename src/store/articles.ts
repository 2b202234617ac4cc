import { CompiledQuery, type Insertable, type Selectable, sql } from 'kysely';
import { type Arrival, type Habits, judgeArrivals } from '../news/arrivals.ts';
import { type Article, canonicalUrl, type NewArticle } from '../news/article.ts';
import { type Keys, type Rung, recognise, titleKeyOf } from '../news/identity.ts';
import type { Source } from '../news/source.ts';
import { listOf } from './listOf.ts';
import type { Db } from './openStore.ts';
import type { Schema } from './schema.ts';
import { sourceIdsOfGuild } from './sources.ts';

/** Of one address, as many articles as tell whether it identifies anything. */
const enoughOfOneAddress = 5;

/** A source, as far as storing what its document holds needs it. */
export type ReadingSource = Pick<Source, 'id' | 'identityRung' | 'firstReadAt' | 'lastReadAt' | keyof Habits>;

/** What a document brought. */
export type Stored = {
  readonly added: number;
  readonly edited: number;
  /** Of those added, what waits for somebody to say whether it is announced. */
  readonly held: number;
  /** Of those added, what is not older than its source's first poll or a week. */
  readonly fresh: number;
  /** By what the source's pieces are told apart from now on. */
  readonly rung: Rung;
};

/** What was read of one source. */
export type ReadDocument = { readonly source: ReadingSource; readonly articles: readonly NewArticle[] };

/**
 * Stores what feeds hold: new articles wait to be clustered, edited ones are updated in place and their stories counted
 * as changed. To be called inside the transaction that also keeps the feeds' validators.
 *
 * @returns of each document, in their order
 */
export async function storeDocuments(trx: Db, documents: readonly ReadDocument[], now: Date): Promise<Stored[]> {
  const stored: Stored[] = [];
  for (const document of documents) stored.push(await storeDocument(trx, document, now));
  return stored;
}

async function storeDocument(trx: Db, { source, articles }: ReadDocument, now: Date): Promise<Stored> {
  const { rung, matches } = recognise(articles, await findKnown(trx, source.id, articles), source.identityRung);
  let edited = 0;
  for (const [article, known] of matches) {
    if (!known) continue;
    if (needsKeys(article, known, rung)) await updateKeys(trx, known.id, article);
    if (known.contentHash === article.contentHash) continue;
    await updateArticle(trx, known.id, article, now);
    edited += 1;
  }
  const added = matches.flatMap(([article, known]) => (known ? [] : [article]));
  const arrivals = arrivalsOf(added, source, now);
  for (const [index, article] of added.entries())
    await insertArticle(trx, source, article, arrivals[index] ?? 'silent', now);
  const count = (arrival: Arrival) => arrivals.filter((each) => each === arrival).length;
  return { added: added.length, edited, held: count('held'), fresh: count('news') + count('held'), rung };
}

/** The first poll seeds: what it brings is neither new nor held. */
function arrivalsOf(added: readonly NewArticle[], source: ReadingSource, now: Date): Arrival[] {
  if (!source.firstReadAt) return added.map(() => 'news');
  const elapsedMs = now.getTime() - (source.lastReadAt ?? source.firstReadAt).getTime();
  return judgeArrivals(added, source, elapsedMs, source.firstReadAt, now);
}

type KnownRow = Pick<Selectable<Schema['articles']>, (typeof knownColumns)[number]>;
type Known = Keys & { readonly id: number; readonly contentHash: string };

const knownColumns = ['id', 'guid_key', 'canonical_url', 'title_key', 'title', 'content_hash'] as const;

/** What {@link recognise} needs: by guid and title all, by address some, of the pieces that nothing else tells. */
async function findKnown(trx: Db, sourceId: number, articles: readonly NewArticle[]): Promise<Known[]> {
  const ofSource = trx.selectFrom('articles').select(knownColumns).where('source_id', '=', sourceId);
  const guids = articles.flatMap(({ guidKey }) => guidKey ?? []);
  const byGuid = await ofSource.where('guid_key', 'in', listOf<string | null>(guids)).execute();
  const foundGuids = new Set(byGuid.map((row) => row.guid_key));
  const others = articles.filter(({ guidKey }) => guidKey === null || !foundGuids.has(guidKey));
  const titles = listOf<string | null>(others.map(({ titleKey }) => titleKey));
  const byTitle = others.length > 0 ? await ofSource.where('title_key', 'in', titles).execute() : [];
  const rows = [...byGuid, ...byTitle];
  const foundTitles = new Set(rows.map((row) => row.title_key));
  const urls = new Set(others.filter(({ titleKey }) => !foundTitles.has(titleKey)).map(({ urlKey }) => urlKey));
  if (urls.size > 0) rows.push(...(await findByAddress(trx, sourceId, [...urls])));
  return [...new Map(rows.map((row) => [row.id, knownFromRow(row)])).values()];
}

async function findByAddress(trx: Db, sourceId: number, urls: readonly string[]): Promise<KnownRow[]> {
  const { rows } = await sql<KnownRow>`
    SELECT ${sql.join(knownColumns.map((column) => sql.ref(`articles.${column}`)))}
    FROM json_each(${JSON.stringify(urls)}) AS wanted, articles
    WHERE articles.id IN (
      SELECT one.id FROM articles AS one
      WHERE one.source_id = ${sourceId} AND one.canonical_url = wanted.value
      LIMIT ${enoughOfOneAddress}
    )
  `.execute(trx);
  return rows;
}

function knownFromRow(row: KnownRow): Known {
  return {
    id: row.id,
    guidKey: row.guid_key,
    urlKey: row.canonical_url,
    titleKey: row.title_key ?? titleKeyOf(row.canonical_url, row.title),
    title: row.title,
    contentHash: row.content_hash,
  };
}

/** Guids that identify nothing may change with every poll: they are left alone. */
function needsKeys(article: Keys, known: Keys, rung: Rung): boolean {
  const hasNewGuid = rung === 'guid' && article.guidKey !== known.guidKey;
  return hasNewGuid || article.urlKey !== known.urlKey || article.titleKey !== known.titleKey;
}

async function updateKeys(trx: Db, id: number, { url, ...article }: NewArticle): Promise<void> {
  await sql`
    UPDATE OR IGNORE articles
    SET identity = ${article.identity}, guid_key = ${article.guidKey}, title_key = ${article.titleKey},
      canonical_url = ${article.urlKey}, url = ${url}
    WHERE id = ${id}
  `.execute(trx);
}

/** Unless another one has the same identity. */
async function insertArticle(
  trx: Db,
  source: ReadingSource,
  article: NewArticle,
  arrival: Arrival,
  now: Date,
): Promise<void> {
  await trx.executeQuery(
    insertion({
      source_id: source.id,
      identity: article.identity,
      url: article.url,
      canonical_url: article.urlKey,
      guid_key: article.guidKey,
      title_key: article.titleKey,
      ...contentOf(article),
      published_at: article.publishedAt.getTime(),
      first_seen_at: now.getTime(),
      seeded: source.firstReadAt ? 0 : 1,
      arrival,
    }),
  );
}

/** Written out, because building the statement takes Kysely longer than running it takes SQLite. */
function insertion(row: Insertable<Schema['articles']>): CompiledQuery {
  const columns = Object.keys(row);
  return CompiledQuery.raw(
    `INSERT INTO articles (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (source_id, identity) DO NOTHING`,
    Object.values(row),
  );
}

async function updateArticle(trx: Db, id: number, article: NewArticle, now: Date): Promise<void> {
  const { story_id } = await trx
    .updateTable('articles')
    .set({ ...contentOf(article), edited_at: now.getTime() })
    .where('id', '=', id)
    .returning('story_id')
    .executeTakeFirstOrThrow();
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

/** Articles that no story holds yet and whose words are indexed, oldest first. */
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
    .where('arrival', '<>', 'held')
    .where('articles.id', '<=', (eb) => eb.selectFrom('word_index').select('last_article'))
    .orderBy('articles.published_at')
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...articleFromRow(row), sourceTopics: JSON.parse(row.source_topics) }));
}

/**
 * The article that a link leads to, whatever its tracking parameters; the newest if several sources list it.
 *
 * @param guildId  only of the sources that this server gets
 */
export async function findArticleByUrl(db: Db, url: string, guildId: string | null): Promise<Article | null> {
  const row = await db
    .selectFrom('articles')
    .selectAll()
    .where('canonical_url', '=', canonicalUrl(url))
    .where('source_id', 'in', sourceIdsOfGuild(db, guildId))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? articleFromRow(row) : null;
}

/** Articles by id, in no order; those that are gone are left out. */
export async function findArticles(db: Db, ids: readonly number[]): Promise<Article[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('articles').selectAll().where('id', 'in', ids).execute();
  return rows.map(articleFromRow);
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
    guidKey: row.guid_key,
    urlKey: row.canonical_url,
    titleKey: row.title_key ?? titleKeyOf(row.canonical_url, row.title),
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
    withdrawnAt: row.withdrawn_at === null ? null : new Date(row.withdrawn_at),
    seeded: row.seeded === 1,
    arrival: row.arrival,
  };
}
