import { type RawBuilder, sql } from 'kysely';
import { type Query, wantedTerms } from '../news/query.ts';
import type { OwnTopic } from '../news/topic.ts';
import type { Searched } from '../text/matchQuery.ts';
import { countablePhrases, countOf, positionsOf } from '../text/wordPositions.ts';
import type { Db } from './openStore.ts';
import { planQuery, type QueryPlan } from './queryPlan.ts';
import { sourceIdsOfGuild } from './sources.ts';

export type Found = {
  readonly articleId: number;
  readonly storyId: number | null;
  readonly title: string;
  readonly url: string;
  readonly outlet: string;
  readonly language: string;
  readonly publishedAt: Date;
};

type Wish = { readonly guildId: string | null; readonly now: Date; readonly limit: number; readonly since?: Date };

/** So many of the newest articles that match are weighed, and as many of those that match by their titles. */
const mostWeighed = 100;
/** So many matches are looked through for those that the rest of the query takes. */
const mostScanned = 4_000;
/** Of the beginning of an article. */
const mostLetters = 400;
/** What is so old weighs half as much as what is new, at most. */
const halfLifeDays = 21;
const leastFreshness = 0.15;
/** The BM25 of every database: how soon more of the same word counts no more. */
const saturation = 1.2;
const titleWeight = 4;
/** As many of the newest articles with a word tell how rare it is. */
const mostCounted = 64;

/**
 * The articles that a query takes, the fitting and fresh first, one for each story. Of a word that very many articles
 * hold, the newest of these are weighed.
 *
 * @param guildId  only of the sources that this server gets
 */
export async function searchArticles(db: Db, query: Query, wish: Wish): Promise<Found[]> {
  const firstId = wish.since ? await firstIdSince(db, wish.since) : 1;
  const plan = await planQuery(db, query, firstId);
  const ids = await newestMatches(db, plan, firstId, wish);
  if (ids.length === 0) return [];
  const weigh = await createWeigh(db, query, wish.now);
  const weighed = (await findTexts(db, ids)).map((row) => ({ row, weight: weigh(row) }));
  weighed.sort((a, b) => b.weight - a.weight || b.row.published_at - a.row.published_at);
  const seen = new Set<string>();
  const best = weighed.filter(({ row }) => {
    const subject = row.story_id === null ? `article ${row.id}` : `story ${row.story_id}`;
    return !seen.has(subject) && seen.add(subject);
  });
  return best.slice(0, wish.limit).map(({ row }) => ({
    articleId: row.id,
    storyId: row.story_id,
    title: row.title,
    url: row.url,
    outlet: row.publisher,
    language: row.language,
    publishedAt: new Date(row.published_at),
  }));
}

/** The newest articles that a query takes; when there are many, also the newest that hold its words in the title. */
async function newestMatches(db: Db, plan: QueryPlan, firstId: number, wish: Wish): Promise<number[]> {
  const newest = (match: string | null) => scan(db, match, plan, firstId, wish);
  if (!plan.match || !plan.wholeMatch) return newest(null);
  for (const { anywhere, inTitle } of [plan.wholeMatch, plan.match]) {
    const ids = await newest(anywhere);
    if (ids.length === mostWeighed) return [...new Set([...ids, ...(await newest(inTitle))])];
    if (anywhere === plan.match.anywhere) return ids;
  }
  return [];
}

/** The index answers newest first and stops when there are enough: ranking all that holds a common word takes seconds. */
async function scan(
  db: Db,
  match: string | null,
  { condition }: QueryPlan,
  firstId: number,
  wish: Wish,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT a.id FROM (${hits(match, firstId)} LIMIT ${mostScanned}) hits
    CROSS JOIN articles a ON a.id = hits.id
    CROSS JOIN sources s ON s.id = a.source_id
    WHERE a.source_id IN ${sourceIdsOfGuild(db, wish.guildId)} AND a.published_at >= ${wish.since?.getTime() ?? 0}
      AND ${condition}
    LIMIT ${mostWeighed}
  `.execute(db);
  return rows.map(({ id }) => id);
}

function hits(match: string | null, firstId: number): RawBuilder<{ id: number }> {
  if (match === null) return sql`SELECT id FROM articles WHERE id >= ${firstId} ORDER BY id DESC`;
  return sql`
    SELECT rowid AS id FROM articles_fts WHERE articles_fts MATCH ${match} AND rowid >= ${firstId} ORDER BY rowid DESC
  `;
}

type TextRow = {
  id: number;
  story_id: number | null;
  title: string;
  body: string;
  url: string;
  publisher: string;
  language: string;
  published_at: number;
};

async function findTexts(db: Db, ids: readonly number[]): Promise<TextRow[]> {
  const { rows } = await sql<TextRow>`
    SELECT a.id, a.story_id, a.title, substr(a.summary || ' ' || a.text, 1, ${mostLetters}) AS body, a.url, s.publisher,
      a.language, a.published_at
    FROM articles a JOIN sources s ON s.id = a.source_id
    WHERE a.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
  `.execute(db);
  return rows;
}

/**
 * BM25 of title and beginning, times freshness.
 *
 * @see Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), 3.6 on fields
 */
async function createWeigh(db: Db, query: Query, now: Date): Promise<(row: TextRow) => number> {
  const terms = wantedTerms(query).filter((term) => term.kind === 'words');
  const phrases = terms.flatMap(({ text, isPhrase }) => countablePhrases(text, isPhrase));
  const rarities = await Promise.all(phrases.map(({ tokens }) => rarityOf(db, `"${tokens.join(' ')}"`)));
  return (row) => {
    const [title, body] = [positionsOf(row.title), positionsOf(row.body)];
    const relevance = phrases.reduce((sum, phrase, index) => {
      // It stands somewhere further down, where nothing is counted.
      const count = titleWeight * countOf(phrase, title) + countOf(phrase, body) || 0.5;
      return sum + ((rarities[index] ?? 0) * count) / (count + saturation);
    }, 0.1);
    const days = Math.max(0, now.getTime() - row.published_at) / 86_400_000;
    return relevance * Math.max(leastFreshness, 0.5 ** (days / halfLifeDays));
  };
}

/** The IDF of BM25, from how close together the newest articles stand that hold it: counting all takes too long. */
async function rarityOf(db: Db, match: string): Promise<number> {
  const { rows } = await sql<{ count: number; oldest: number | null; newest: number }>`
    SELECT count(*) AS count, min(id) AS oldest, (SELECT max(id) FROM articles) AS newest FROM (
      SELECT rowid AS id FROM articles_fts WHERE articles_fts MATCH ${match} ORDER BY rowid DESC LIMIT ${mostCounted}
    )
  `.execute(db);
  const { count, oldest, newest } = rows[0] as { count: number; oldest: number | null; newest: number };
  const share = count < mostCounted ? count / (newest + 1) : count / (newest - (oldest ?? 0) + 1);
  return Math.log(1 + (1 - share) / (share + 0.5 / (newest + 1)));
}

/**
 * The smallest id that an article seen since can have. Ids grow as articles are seen, and none is seen before it is
 * published, but for clocks that are an hour ahead.
 */
async function firstIdSince(db: Db, since: Date): Promise<number> {
  const seenSince = since.getTime() - 60 * 60_000;
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    SELECT (SELECT min(id) FROM articles) AS first, (SELECT max(id) FROM articles) AS last
  `.execute(db);
  let [low, high] = [rows[0]?.first ?? 1, (rows[0]?.last ?? 0) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const article = await db
      .selectFrom('articles')
      .select(['id', 'first_seen_at'])
      .where('id', '>=', middle)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (article && article.first_seen_at < seenSince) low = article.id + 1;
    else high = middle;
  }
  return low;
}

/** The stories of which a query takes an article published since, of a source that a server gets. */
export async function findStoriesFor(
  db: Db,
  query: Query,
  options: { guildId: string | null; since: Date },
): Promise<Set<number>> {
  const firstId = await firstIdSince(db, options.since);
  const { match, condition } = await planQuery(db, query, firstId);
  const { rows } = await sql<{ story_id: number }>`
    SELECT DISTINCT a.story_id FROM (${hits(match?.anywhere ?? null, firstId)}) hits
    CROSS JOIN articles a ON a.id = hits.id
    CROSS JOIN sources s ON s.id = a.source_id
    WHERE a.story_id IS NOT NULL AND a.published_at >= ${options.since.getTime()}
      AND a.source_id IN ${sourceIdsOfGuild(db, options.guildId)} AND ${condition}
  `.execute(db);
  return new Set(rows.map((row) => row.story_id));
}

/** The stories of a server's own topic, out of the sources that the server gets. */
export async function findStoriesOnOwnTopic(
  db: Db,
  { query, sources }: Pick<OwnTopic, 'query' | 'sources'>,
  options: { guildId: string | null; since: Date },
): Promise<Set<number>> {
  const stories = query ? await findStoriesFor(db, query, options) : new Set<number>();
  if (sources.length === 0) return stories;
  const { rows } = await sql<{ story_id: number }>`
    SELECT DISTINCT story_id FROM articles
    WHERE source_id IN (SELECT value FROM json_each(${JSON.stringify(sources)}))
      AND story_id IS NOT NULL AND published_at >= ${options.since.getTime()}
      AND source_id IN ${sourceIdsOfGuild(db, options.guildId)}
  `.execute(db);
  for (const { story_id } of rows) stories.add(story_id);
  return stories;
}

/** Articles as a query sees them. */
export async function findSearched(db: Db, articleIds: readonly number[]): Promise<Map<number, Searched>> {
  const { rows } = await sql<{
    id: number;
    title: string;
    body: string;
    language: string;
    topics: string;
    publisher: string;
    source_title: string;
    source_url: string;
    key: string;
    country: string | null;
  }>`
    SELECT a.id, a.title, a.summary || char(10) || a.text AS body, a.language, a.topics, s.publisher,
      s.title AS source_title, s.url AS source_url, s.key, s.country
    FROM articles a JOIN sources s ON s.id = a.source_id
    WHERE a.id IN (SELECT value FROM json_each(${JSON.stringify(articleIds)}))
  `.execute(db);
  return new Map(
    rows.map(({ id, title, body, language, topics, publisher, source_title, source_url, key, country }) => [
      id,
      {
        title,
        body,
        language,
        topics: JSON.parse(topics),
        source: { publisher, title: source_title, url: source_url, key, country },
      },
    ]),
  );
}
