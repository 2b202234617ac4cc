import { sql } from 'kysely';
import { namesOf } from '../text/names.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Db } from './openStore.ts';
import type { Found } from './search.ts';
import { sourceIdsOfGuild } from './sources.ts';

const mostTerms = 24;
/** Below this BM25 score two stories share words only, no subject. */
const leastScore = 9;

/**
 * Other stories that share what is rare in this one (names above all), the closest first; from before and after, in
 * every language that uses the same words for it. Never the story itself.
 *
 * @param guildId  only of the sources that this server gets
 * @param subject  the text to find relatives of: title and lead
 * @see TREC News Track 2018: BM25 over the query article's own terms finds background as well as anything simple
 */
export async function findRelated(
  db: Db,
  subject: { title: string; lead: string; language: string },
  options: { guildId: string | null; exceptStory: number | null; limit: number },
): Promise<Found[]> {
  const terms = tellingTerms(subject);
  if (terms.length === 0) return [];
  const query = terms.map((term) => `"${term}"`).join(' OR ');
  const { rows } = await sql<{
    id: number;
    story_id: number;
    title: string;
    url: string;
    publisher: string;
    language: string;
    published_at: number;
    score: number;
  }>`
    WITH hits AS (
      SELECT rowid AS id, -bm25(articles_fts, 3.0, 1.0) AS score
      FROM articles_fts WHERE articles_fts MATCH ${query} ORDER BY rank LIMIT 200
    )
    SELECT a.id, a.story_id, a.title, a.url, s.publisher, a.language, a.published_at, hits.score
    FROM hits JOIN articles a ON a.id = hits.id JOIN sources s ON s.id = a.source_id
    WHERE a.story_id IS NOT NULL AND a.story_id IS NOT ${options.exceptStory} AND hits.score >= ${leastScore}
      AND a.source_id IN ${sourceIdsOfGuild(db, options.guildId)}
    ORDER BY hits.score DESC
  `.execute(db);
  const stories = new Map<number, Found>();
  for (const row of rows) {
    if (stories.has(row.story_id) || stories.size >= options.limit) continue;
    stories.set(row.story_id, {
      articleId: row.id,
      storyId: row.story_id,
      title: row.title,
      url: row.url,
      outlet: row.publisher,
      language: row.language,
      publishedAt: new Date(row.published_at),
    });
  }
  return [...stories.values()];
}

/** Names first, then the words of the title, then of the lead. */
function tellingTerms({ title, lead, language }: { title: string; lead: string; language: string }): string[] {
  const names = namesOf(`${title}.\n${lead}`, language).flatMap(tokensOf);
  const words = [...names, ...tokensOf(title), ...tokensOf(lead)].filter(
    (word) => word.length > 3 || /\P{ASCII}/u.test(word),
  );
  return [...new Set(words)].slice(0, mostTerms).map((word) => word.replaceAll('"', ''));
}
