import { randomBytes } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { type DirectNews, type Follow, type Followed, mostFollows, type StoryRation } from '../news/follow.ts';
import { toJson } from './json.ts';
import type { Db } from './openStore.ts';
import type { Person } from './people.ts';
import type { Schema } from './schema.ts';

/**
 * Keeps what a person wants to follow; the person is known already ({@link savePerson}). What they follow already stays as
 * it is.
 *
 * @param known  of a story: the newest article and the version that they have read
 * @returns null when they follow as much as one can
 */
export async function addFollow(
  db: Db,
  follow: { userId: string; guildId: string | null } & Followed,
  now: Date,
  known: { lastArticleId: number; version: number } = { lastArticleId: 0, version: 0 },
): Promise<Follow | null> {
  return db.transaction().execute(async (trx) => {
    const before = await findFollows(trx, follow.userId);
    const same = before.find((each) => each.kind === follow.kind && subjectOf(each) === subjectOf(follow));
    if (same || before.length >= mostFollows) return same ?? null;
    const row = await trx
      .insertInto('follows')
      .values({
        user_id: follow.userId,
        guild_id: follow.guildId,
        kind: follow.kind,
        subject: subjectOf(follow),
        created_at: now.getTime(),
        last_article_id: known.lastArticleId,
        seen_version: known.version,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await trx.updateTable('people').set({ look_at: now.getTime() }).where('user_id', '=', follow.userId).execute();
    return followFromRow(row);
  });
}

export async function findFollows(db: Db, userId: string): Promise<Follow[]> {
  const rows = await db.selectFrom('follows').selectAll().where('user_id', '=', userId).orderBy('id').execute();
  return rows.map(followFromRow);
}

/** @returns what was removed, of what is this person's */
export async function removeFollows(db: Db, userId: string, ids: readonly number[]): Promise<Follow[]> {
  const rows = await db
    .deleteFrom('follows')
    .where('user_id', '=', userId)
    .where('id', 'in', [...ids])
    .returningAll()
    .execute();
  return rows.map(followFromRow);
}

/** A story that somebody follows, with what they know of it. */
export type FollowedStory = {
  readonly follow: Follow & { readonly kind: 'story' };
  /** The story that it is by now, whatever has taken it in; null when it is no longer kept. */
  readonly story: {
    readonly id: number;
    readonly headline: string;
    readonly version: number;
    /** Whether what its articles brought has been worked out. */
    readonly isRead: boolean;
  } | null;
  readonly lastArticleId: number;
  readonly seenVersion: number;
  readonly toldAt: Date;
  /** It may have closed by then. */
  readonly closesAt: Date;
};

export async function findFollowedStories(db: Db, userId: string): Promise<FollowedStory[]> {
  const rows = await db
    .selectFrom('follows')
    .leftJoin('story_redirects', (join) =>
      join.on(sql<boolean>`story_redirects.story_id = CAST(follows.subject AS INTEGER)`),
    )
    .leftJoin('stories', (join) =>
      join.on(sql<boolean>`stories.id = coalesce(story_redirects.to_id, CAST(follows.subject AS INTEGER))`),
    )
    .selectAll('follows')
    .select(['stories.id as story_id', 'stories.headline', 'stories.version', 'stories.followed'])
    .where('user_id', '=', userId)
    .where('kind', '=', 'story')
    .orderBy('follows.id')
    .execute();
  return rows.map((row) => ({
    follow: followFromRow(row) as FollowedStory['follow'],
    story:
      row.story_id === null
        ? null
        : {
            id: row.story_id,
            headline: row.headline ?? '',
            version: row.version ?? 0,
            isRead: row.followed === row.version,
          },
    lastArticleId: row.last_article_id,
    seenVersion: row.seen_version,
    toldAt: new Date(row.told_at),
    closesAt: new Date(row.closes_at),
  }));
}

/** What looking at what a person follows came to. */
export type Look = {
  readonly messages: readonly DirectNews[];
  /** What they know of their stories by now. */
  readonly seen: readonly {
    readonly followId: number;
    readonly version: number;
    readonly closesAt: Date;
    /** Null when nothing was told. */
    readonly told: { readonly lastArticleId: number; readonly at: Date } | null;
  }[];
  /** Follows that end by themselves. */
  readonly ended: readonly number[];
  /** Stories that are new no more: told or counted. */
  readonly had: readonly number[];
  readonly ration: StoryRation;
  readonly nextAt: Date;
};

/**
 * Puts what is to be told into the outbox and keeps that the person has had it: all or nothing.
 *
 * @returns whether it did: another copy of this stage may have looked meanwhile, or the person has changed something
 */
export async function recordLook(db: Db, person: Person, look: Look, now: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { ration } = look;
    const { numUpdatedRows } = await trx
      .updateTable('people')
      .set({
        look_at: look.nextAt.getTime(),
        cards_day: ration.day,
        cards_told: ration.told,
        cards_more: ration.more,
      })
      .where('user_id', '=', person.userId)
      .where('look_at', '=', person.lookAt.getTime())
      .where('unreachable_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    for (const { followId, version, closesAt, told } of look.seen) {
      const news = told && { last_article_id: told.lastArticleId, told_at: told.at.getTime() };
      await trx
        .updateTable('follows')
        .set({ seen_version: version, closes_at: closesAt.getTime(), ...news })
        .where('id', '=', followId)
        .execute();
    }
    if (look.ended.length > 0) await removeFollows(trx, person.userId, look.ended);
    for (const storyId of look.had) {
      await trx
        .insertInto('told_stories')
        .values({ user_id: person.userId, story_id: storyId })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    for (const content of look.messages) {
      await trx
        .insertInto('direct_messages')
        .values({
          user_id: person.userId,
          content: toJson(content),
          nonce: randomBytes(12).toString('hex'),
          next_attempt_at: now.getTime(),
          claimed_by: null,
          claimed_until: null,
          message_id: null,
          last_error: null,
          created_at: now.getTime(),
          sent_at: null,
        })
        .execute();
    }
    return true;
  });
}

/** Of these stories those that began since and that the person has not had. */
export async function findNewStories(
  db: Db,
  userId: string,
  storyIds: readonly number[],
  since: Date,
): Promise<number[]> {
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where('id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(storyIds)}))`)
    .where('created_at', '>=', since.getTime())
    .where('id', 'not in', (query) => query.selectFrom('told_stories').select('story_id').where('user_id', '=', userId))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The headlines of stories as their briefs in a language have them, else as they began; the latest story first. */
export async function findHeadlines(
  db: Db,
  storyIds: readonly number[],
  language: string,
): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('stories')
    .leftJoin('briefs', (join) => join.onRef('story_id', '=', 'id').on('briefs.language', '=', language))
    .select('id')
    .select(sql<string>`coalesce(briefs.content ->> 'headline', stories.headline)`.as('headline'))
    .where('id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(storyIds)}))`)
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map(({ id, headline }) => [id, headline]));
}

function subjectOf(followed: Followed): string {
  switch (followed.kind) {
    case 'story':
      return String(followed.storyId);
    case 'topic':
      return followed.topic;
    case 'search':
      return followed.query;
  }
}

function followFromRow(row: Selectable<Schema['follows']>): Follow {
  const common = { id: row.id, userId: row.user_id, guildId: row.guild_id, createdAt: new Date(row.created_at) };
  if (row.kind === 'story') return { ...common, kind: row.kind, storyId: Number(row.subject) };
  if (row.kind === 'topic') return { ...common, kind: row.kind, topic: row.subject };
  return { ...common, kind: row.kind, query: row.subject };
}
