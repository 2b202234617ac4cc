import { createHash } from 'node:crypto';
import { type SqlBool, sql } from 'kysely';
import type { Briefing } from '../news/briefing.ts';
import { type BriefingPart, wholeOf } from '../news/briefingPart.ts';
import { localDate, type Subscription } from '../news/subscription.ts';
import { fromJson, toJson } from './json.ts';
import { listOf } from './listOf.ts';
import type { Db } from './openStore.ts';

/**
 * Records a briefing, what the channel has then had, its deliveries, and when the next is due: all or nothing. A briefing
 * without stories is recorded too, and delivered where a line is wanted then. A subscription that was changed meanwhile keeps its new time.
 *
 * @param lastArticleIds  by story: the newest article that the briefing knew of
 * @param next.parts  the messages that it consists of; without: one
 * @returns null when this due time has been served already
 */
export async function recordBriefing(
  db: Db,
  subscription: Subscription,
  content: Omit<Briefing, 'id'>,
  lastArticleIds: ReadonlyMap<number, number>,
  next: { dueAt: Date; now: Date; parts?: readonly BriefingPart[] },
): Promise<Briefing | null> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('subscriptions')
      .set({ next_due_at: next.dueAt.getTime() })
      .where('id', '=', subscription.id)
      .where('next_due_at', '=', subscription.nextDueAt.getTime())
      .execute();
    const row = await trx
      .insertInto('briefings')
      .values({
        subscription_id: subscription.id,
        channel_id: subscription.channelId,
        due_at: content.dueAt.getTime(),
        created_at: next.now.getTime(),
        content: toJson(content),
      })
      .onConflict((conflict) => conflict.columns(['subscription_id', 'due_at']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) return null;
    for (const [position, { storyId }] of content.items.entries()) {
      await trx
        .insertInto('briefing_stories')
        .values({
          briefing_id: row.id,
          story_id: storyId,
          position,
          last_article_id: lastArticleIds.get(storyId) ?? 0,
        })
        .execute();
    }
    if (content.items.length > 0 || subscription.whenEmpty === 'line') {
      await recordDeliveries(trx, subscription, { ...content, id: row.id }, next);
    }
    return { ...content, id: row.id };
  });
}

/** Each message of a briefing follows the one before it and, in a forum, what is still to come into the same post. */
async function recordDeliveries(
  trx: Db,
  subscription: Subscription,
  briefing: Briefing,
  { now, parts = [wholeOf(briefing)] }: { now: Date; parts?: readonly BriefingPart[] },
): Promise<void> {
  let previous: number | null = null;
  for (const part of parts) {
    const postKey = postKeyOf(subscription, briefing, part);
    const waiting: number | null = postKey === null ? null : await latestWaiting(trx, subscription.channelId, postKey);
    const { id }: { id: number } = await trx
      .insertInto('deliveries')
      .values({
        briefing_id: briefing.id,
        channel_id: subscription.channelId,
        nonce: nonceOf(subscription, briefing.dueAt, part),
        next_attempt_at: now.getTime(),
        created_at: now.getTime(),
        checked_at: now.getTime(),
        part: part.number,
        first_item: part.from,
        end_item: part.to,
        is_last: part.isLast ? 1 : 0,
        follows: waiting ?? previous,
        post_key: postKey,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    previous = id;
  }
}

/** In a forum: what the messages of one post have in common. */
function postKeyOf(
  { id, postPer, timeZone }: Subscription,
  { dueAt, items }: Briefing,
  { from }: BriefingPart,
): string | null {
  if (postPer === null) return null;
  const story = postPer === 'story' ? items[from] : undefined;
  if (story) return `story ${story.storyId}`;
  return `day ${id} ${localDate(dueAt, timeZone)}`;
}

async function latestWaiting(trx: Db, channelId: string, postKey: string): Promise<number | null> {
  const row = await trx
    .selectFrom('deliveries')
    .select('id')
    .where('channel_id', '=', channelId)
    .where('post_key', '=', postKey)
    .where('status', 'in', ['waiting', 'sending'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The same for the same message, whoever computes it and however often; 25 characters at most, as Discord asks. */
function nonceOf(subscription: Subscription, dueAt: Date, part: BriefingPart): string {
  const { guildId, channelId, id } = subscription;
  const wish = [guildId, channelId, id, dueAt.getTime(), ...(part.number > 0 ? [part.number] : [])].join(' ');
  return `t${createHash('sha256').update(wish).digest('base64url').slice(0, 23)}`;
}

export async function findBriefing(db: Db, id: number): Promise<Briefing | null> {
  const row = await db.selectFrom('briefings').select(['id', 'content']).where('id', '=', id).executeTakeFirst();
  return row ? { ...fromJson<Omit<Briefing, 'id'>>(row.content), id: row.id } : null;
}

/** Whether a story of a briefing stands in this of its messages. */
const isIn = sql<SqlBool>`briefing_stories.position >= deliveries.first_item
  AND (deliveries.end_item IS NULL OR briefing_stories.position < deliveries.end_item)`;

/**
 * What a channel has had of each story: the newest article that its last briefing with the story knew of, and when. A
 * briefing that was given up was never had.
 *
 * @param subscriptionId  only what this one brought
 */
export async function findHadStories(
  db: Db,
  channelId: string,
  storyIds: readonly number[],
  subscriptionId?: number,
): Promise<Map<number, { lastArticleId: number; at: Date }>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('briefing_stories')
    .innerJoin('briefings', 'briefings.id', 'briefing_stories.briefing_id')
    .innerJoin('deliveries', 'deliveries.briefing_id', 'briefings.id')
    .select(['story_id', 'last_article_id', 'briefings.created_at'])
    .where('briefings.channel_id', '=', channelId)
    .where('deliveries.status', '<>', 'dropped')
    .where(isIn)
    .$if(subscriptionId !== undefined, (query) =>
      query.where('briefings.subscription_id', '=', subscriptionId as number),
    )
    .where('story_id', 'in', listOf(storyIds))
    .orderBy('briefings.id')
    .execute();
  return new Map(
    rows.map((row) => [row.story_id, { lastArticleId: row.last_article_id, at: new Date(row.created_at) }]),
  );
}

/** Briefings made after another, with their channels, oldest first. */
export async function findBriefingsSince(
  db: Db,
  afterId: number,
): Promise<{ briefing: Briefing; channelId: string }[]> {
  const rows = await db
    .selectFrom('briefings')
    .select(['id', 'channel_id', 'content'])
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    briefing: { ...fromJson<Omit<Briefing, 'id'>>(row.content), id: row.id },
    channelId: row.channel_id,
  }));
}

/** Forgets briefings that are older than that, with what was delivered of them. */
export async function pruneBriefings(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('briefings').where('created_at', '<', before.getTime()).execute();
}
