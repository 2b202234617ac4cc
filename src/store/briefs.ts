import type { Brief } from '../news/brief.ts';
import { fromJson, toJson } from './json.ts';
import type { Db } from './openStore.ts';

/** Keeps a brief in place of an older one. A brief of an older version of the story never replaces a newer one. */
export async function saveBrief(db: Db, brief: Brief, now: Date): Promise<void> {
  const columns = { story_version: brief.storyVersion, written_at: now.getTime(), content: toJson(brief) };
  await db
    .insertInto('briefs')
    .values({ story_id: brief.storyId, language: brief.language, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['story_id', 'language'])
        .doUpdateSet(columns)
        .whereRef('briefs.story_version', '<=', 'excluded.story_version' as 'briefs.story_version'),
    )
    .execute();
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
    .where('story_id', 'in', [...storyIds])
    .where('language', '=', language)
    .execute();
  return new Map(rows.map((row) => [row.story_id, fromJson<Brief>(row.content)]));
}
