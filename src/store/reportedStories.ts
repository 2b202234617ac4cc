import { sql } from 'kysely';
import type { Db } from './openStore.ts';
import { sourceIdsOfGuild } from './sources.ts';

/** So many of the newest articles are looked at. */
const mostLookedAt = 50_000;
/** A story is about a topic when this share of its articles is. */
const leastShare = 0.3;

/**
 * The stories that something was published of since, in a language that can be read, of the sources that a server gets;
 * those of the most owners first, copies not counted.
 *
 * @param among  only of these; null: of all
 * @returns how many there are, and the ids of the first of them
 */
export async function findReportedStories(
  db: Db,
  among: ReadonlySet<number> | null,
  wish: { guildId: string; languages: readonly string[]; since: Date; limit: number },
): Promise<{ count: number; storyIds: number[] }> {
  const wanted = among
    ? sql`AND recent.story_id IN (SELECT value FROM json_each(${JSON.stringify([...among])}))`
    : sql``;
  const { rows } = await sql<{ storyId: number; count: number }>`
    SELECT recent.story_id AS storyId, count(*) OVER () AS count
    FROM (
      SELECT story_id, source_id, language, copy_of, published_at FROM articles
      WHERE published_at >= ${wish.since.getTime()} AND arrival = 'news' AND withdrawn_at IS NULL
      ORDER BY published_at DESC LIMIT ${mostLookedAt}
    ) recent
    JOIN sources s ON s.id = recent.source_id
    WHERE recent.story_id IS NOT NULL AND recent.source_id IN ${sourceIdsOfGuild(db, wish.guildId)} ${wanted}
    GROUP BY recent.story_id
    HAVING max(recent.language IN (SELECT value FROM json_each(${JSON.stringify(wish.languages)})))
    ORDER BY count(DISTINCT CASE WHEN recent.copy_of IS NULL THEN s.owner END) DESC, max(recent.published_at) DESC
    LIMIT ${wish.limit}
  `.execute(db);
  return { count: rows[0]?.count ?? 0, storyIds: rows.map(({ storyId }) => storyId) };
}

/** The topics of each story, those that most of its articles are about first. */
export async function findTopicsOfStories(db: Db, storyIds: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('story_topics')
    .select(['story_id', 'topic'])
    .where('story_id', 'in', [...storyIds])
    .where('share', '>=', leastShare)
    .orderBy('share', 'desc')
    .orderBy('topic')
    .execute();
  const byStory = Map.groupBy(rows, ({ story_id }) => story_id);
  return new Map([...byStory].map(([storyId, found]) => [storyId, found.map(({ topic }) => topic)]));
}
