import { sql } from 'kysely';
import type { OwnTopic } from '../news/topic.ts';
import { searchQuery } from '../text/tokens.ts';
import type { Db } from './openStore.ts';
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

/** A day of age weighs as much as this much of BM25: fresh and fitting come first. */
const agePerDay = 0.15;

/**
 * Articles that hold every word, in any script, the fitting and fresh first; one for each story.
 *
 * @param typed  what a person typed; see {@link searchQuery}
 * @param guildId  only of the sources that this server gets
 */
export async function searchArticles(
  db: Db,
  typed: string,
  options: { guildId: string | null; now: Date; limit: number; since?: Date },
): Promise<Found[]> {
  const query = searchQuery(typed);
  if (!query) return [];
  const { rows } = await sql<{
    id: number;
    story_id: number | null;
    title: string;
    url: string;
    publisher: string;
    language: string;
    published_at: number;
  }>`
    WITH hits AS (
      SELECT rowid AS id, bm25(articles_fts, 4.0, 1.0) AS score
      FROM articles_fts WHERE articles_fts MATCH ${query} ORDER BY rank LIMIT 400
    )
    SELECT a.id, a.story_id, a.title, a.url, s.publisher, a.language, a.published_at
    FROM hits
    JOIN articles a ON a.id = hits.id
    JOIN sources s ON s.id = a.source_id
    WHERE a.source_id IN ${sourceIdsOfGuild(db, options.guildId)}
      AND a.published_at >= ${options.since?.getTime() ?? 0}
    ORDER BY hits.score + ${agePerDay} * (${options.now.getTime()} - a.published_at) / 86400000.0
  `.execute(db);
  const seen = new Set<string>();
  const found: Found[] = [];
  for (const row of rows) {
    const subject = row.story_id === null ? `article ${row.id}` : `story ${row.story_id}`;
    if (seen.has(subject)) continue;
    seen.add(subject);
    found.push({
      articleId: row.id,
      storyId: row.story_id,
      title: row.title,
      url: row.url,
      outlet: row.publisher,
      language: row.language,
      publishedAt: new Date(row.published_at),
    });
    if (found.length === options.limit) break;
  }
  return found;
}

/** The stories that hold one of the words or phrases in an article published since, of a source that a server gets. */
export async function findStoriesWithWords(
  db: Db,
  words: readonly string[],
  options: { guildId: string | null; since: Date },
): Promise<Set<number>> {
  const queries = words.map((word) => searchQuery(`"${word.replaceAll('"', ' ')}"`)).filter((query) => query !== null);
  if (queries.length === 0) return new Set();
  const { rows } = await sql<{ story_id: number }>`
    SELECT DISTINCT a.story_id FROM articles_fts f JOIN articles a ON a.id = f.rowid
    WHERE articles_fts MATCH ${queries.map((query) => `(${query})`).join(' OR ')}
      AND a.story_id IS NOT NULL AND a.published_at >= ${options.since.getTime()}
      AND a.source_id IN ${sourceIdsOfGuild(db, options.guildId)}
  `.execute(db);
  return new Set(rows.map((row) => row.story_id));
}

/** The stories of a server's own topic, out of the sources that the server gets. */
export async function findStoriesOnOwnTopic(
  db: Db,
  { words, sources }: Pick<OwnTopic, 'words' | 'sources'>,
  options: { guildId: string | null; since: Date },
): Promise<Set<number>> {
  const stories = await findStoriesWithWords(db, words, options);
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
