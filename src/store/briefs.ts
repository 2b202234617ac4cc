import type { Brief } from '../news/brief.ts';
import { fromJson, toJson } from './json.ts';
import { listOf } from './listOf.ts';
import type { Db } from './openStore.ts';

/**
 * Keeps a brief in place of an older one, and forgets that it could not be written before. A brief of an older version
 * of the story never replaces a newer one, and one of a story that another has taken in meanwhile is not kept.
 */
export async function saveBrief(db: Db, brief: Brief, now: Date): Promise<void> {
  const { storyId, language } = brief;
  const columns = { story_version: brief.storyVersion, written_at: now.getTime(), content: toJson(brief) };
  await db.transaction().execute(async (trx) => {
    const story = await trx.selectFrom('stories').select('id').where('id', '=', storyId).executeTakeFirst();
    if (!story) return;
    await trx
      .insertInto('briefs')
      .values({ story_id: storyId, language, ...columns })
      .onConflict((conflict) =>
        conflict
          .columns(['story_id', 'language'])
          .doUpdateSet(columns)
          .whereRef('briefs.story_version', '<=', 'excluded.story_version' as 'briefs.story_version'),
      )
      .execute();
    await trx.deleteFrom('failed_briefs').where('story_id', '=', storyId).where('language', '=', language).execute();
  });
}

/**
 * Notes that a brief could not be written, and why.
 *
 * @param retryAt  when to try again, by how often it failed
 * @returns how often it failed, this time included
 */
export async function recordFailedBrief(
  db: Db,
  wish: { storyId: number; language: string },
  reason: string,
  retryAt: (attempts: number) => Date,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('failed_briefs')
      .select('attempts')
      .where('story_id', '=', wish.storyId)
      .where('language', '=', wish.language)
      .executeTakeFirst();
    const attempts = (before?.attempts ?? 0) + 1;
    const columns = { attempts, next_attempt_at: retryAt(attempts).getTime(), last_error: reason.slice(0, 500) };
    await trx
      .insertInto('failed_briefs')
      .values({ story_id: wish.storyId, language: wish.language, ...columns })
      .onConflict((conflict) => conflict.columns(['story_id', 'language']).doUpdateSet(columns))
      .execute();
    return attempts;
  });
}

export async function findBrief(db: Db, storyId: number, language: string): Promise<Brief | null> {
  const row = await db
    .selectFrom('briefs')
    .select('content')
    .where('story_id', '=', storyId)
    .where('language', '=', language)
    .executeTakeFirst();
  return row ? fromJson<Brief>(row.content) : null;
}

/** The briefs for readers of a language, by story. Stories without one are missing from the answer. */
export async function findBriefs(db: Db, storyIds: readonly number[], language: string): Promise<Map<number, Brief>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('briefs')
    .select(['story_id', 'content'])
    .where('story_id', 'in', listOf(storyIds))
    .where('language', '=', language)
    .execute();
  return new Map(rows.map((row) => [row.story_id, fromJson<Brief>(row.content)]));
}
