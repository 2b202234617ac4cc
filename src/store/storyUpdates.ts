import { noSeverity, type Severity } from '../news/storyImportance.ts';
import type { StoryUpdate } from '../news/storyUpdates.ts';
import { listOf } from './listOf.ts';
import type { Db } from './openStore.ts';

/** Stories that changed since they were last followed, the longest waiting first. */
export async function findStoriesToFollow(
  db: Db,
  since: Date,
  limit: number,
): Promise<{ storyId: number; version: number; followedArticle: number }[]> {
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'version', 'followed_article'])
    .whereRef('followed', '<', 'version')
    .where('changed_at', '>=', since.getTime())
    .orderBy('changed_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ storyId: row.id, version: row.version, followedArticle: row.followed_article }));
}

/**
 * Keeps what following a story up to a version and an article found. Nothing when another copy of the stage has done it
 * meanwhile, or the story is gone.
 *
 * @param before  `followedArticle` as it was read
 */
export async function recordFollowed(
  db: Db,
  story: { storyId: number; version: number; followedArticle: number; before: number },
  found: { updates: readonly StoryUpdate[]; severity: Severity; signs: readonly string[] },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('stories')
      .set({
        followed: story.version,
        followed_article: story.followedArticle,
        severity: JSON.stringify(found.severity),
      })
      .where('id', '=', story.storyId)
      .where('followed', '<', story.version)
      .where('followed_article', '=', story.before)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await trx.deleteFrom('story_signs').where('story_id', '=', story.storyId).execute();
    for (const sign of found.signs) {
      await trx.insertInto('story_signs').values({ sign, story_id: story.storyId }).execute();
    }
    for (const update of found.updates) {
      await trx
        .insertInto('story_updates')
        .values({
          story_id: story.storyId,
          at: update.at.getTime(),
          kind: update.kind,
          article_id: update.articleId,
          detail: detailOf(update),
        })
        .execute();
    }
  });
}

/** What came to a story, newest first. */
export async function findStoryUpdates(db: Db, storyId: number, limit: number): Promise<StoryUpdate[]> {
  const rows = await db
    .selectFrom('story_updates')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ at, article_id, kind, detail }) => {
    const update = { at: new Date(at), articleId: article_id };
    if (kind === 'origin') return { ...update, kind, outlet: detail };
    if (kind === 'figures') return { ...update, kind, figures: JSON.parse(detail) as string[] };
    if (kind === 'names') return { ...update, kind, names: JSON.parse(detail) as string[] };
    return { ...update, kind, headline: detail };
  });
}

/** What the sources of the stories say of how bad or large they are, where any says something. */
export async function findSeverities(db: Db, storyIds: readonly number[]): Promise<Map<number, Severity>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'severity'])
    .where('id', 'in', listOf(storyIds))
    .where('severity', '<>', '{}')
    .execute();
  return new Map(rows.map(({ id, severity }) => [id, { ...noSeverity, ...(JSON.parse(severity) as object) }]));
}

function detailOf(update: StoryUpdate): string {
  if (update.kind === 'origin') return update.outlet;
  if (update.kind === 'figures') return JSON.stringify(update.figures);
  if (update.kind === 'names') return JSON.stringify(update.names);
  return update.headline;
}
