import { createHash } from 'node:crypto';
import type { Briefing } from '../news/briefing.ts';
import type { Subscription } from '../news/subscription.ts';
import { fromJson, toJson } from './json.ts';
import { listOf } from './listOf.ts';
import type { Db } from './openStore.ts';

/**
 * Records a briefing, what the channel has then had, its delivery, and when the next is due: all or nothing. A briefing
 * without stories is recorded too, and delivered where a line is wanted then. A subscription that was changed meanwhile keeps its new time.
 *
 * @param lastArticleIds  by story: the newest article that the briefing knew of
 * @returns null when this due time has been served already
 */
export async function recordBriefing(
  db: Db,
  subscription: Subscription,
  content: Omit<Briefing, 'id'>,
  lastArticleIds: ReadonlyMap<number, number>,
  next: { dueAt: Date; now: Date },
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
      await trx
        .insertInto('deliveries')
        .values({
          briefing_id: row.id,
          channel_id: subscription.channelId,
          nonce: nonceOf(subscription, content.dueAt),
          next_attempt_at: next.now.getTime(),
          claimed_by: null,
          claimed_until: null,
          message_id: null,
          last_error: null,
          created_at: next.now.getTime(),
          sent_at: null,
          checked_at: next.now.getTime(),
        })
        .execute();
    }
    return { ...content, id: row.id };
  });
}

/** The same for the same briefing, whoever computes it and however often; 25 characters at most, as Discord asks. */
function nonceOf(subscription: Subscription, dueAt: Date): string {
  const wish = [subscription.guildId, subscription.channelId, subscription.id, dueAt.getTime()].join(' ');
  return `t${createHash('sha256').update(wish).digest('base64url').slice(0, 23)}`;
}

export async function findBriefing(db: Db, id: number): Promise<Briefing | null> {
  const row = await db.selectFrom('briefings').select(['id', 'content']).where('id', '=', id).executeTakeFirst();
  return row ? { ...fromJson<Omit<Briefing, 'id'>>(row.content), id: row.id } : null;
}

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
