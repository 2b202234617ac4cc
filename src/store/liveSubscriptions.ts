import type { Selectable } from 'kysely';
import type { LiveSubscription } from '../news/liveSubscription.ts';
import { leaveCards } from './cards.ts';
import { inTransaction } from './inTransaction.ts';
import type { Db } from './openStore.ts';
import type { Schema } from './schema.ts';
import { suspensionOf } from './subscriptions.ts';

export type NewLiveSubscription = Omit<LiveSubscription, 'id' | 'createdAt' | 'isPaused' | 'suspended'>;

/**
 * Keeps a channel's wish for cards. The same channel, kind and topics again: the rest is replaced, and what has a card
 * keeps it. Cards that waited for the channel are posted now.
 */
export async function saveLiveSubscription(
  db: Db,
  wish: NewLiveSubscription,
  now: Date,
): Promise<{ live: LiveSubscription; replaced: boolean }> {
  const columns = columnsOf(wish);
  return inTransaction(db, async (trx) => {
    const before = await sameWish(trx, columns);
    const row = await trx
      .insertInto('live_subscriptions')
      .values({ ...columns, created_at: now.getTime() })
      .onConflict((conflict) => conflict.columns(['channel_id', 'kind', 'topics']).doUpdateSet(columns))
      .returningAll()
      .executeTakeFirstOrThrow();
    await goOn(trx, columns.channel_id);
    return { live: fromRow(row), replaced: before !== undefined };
  });
}

/**
 * Changes a channel's wish for cards. In another channel, cards of stories that have none yet come there; those that stand
 * stay where they are, as they are.
 *
 * @returns null when it is gone, or its new channel gets such cards already
 */
export async function changeLiveSubscription(
  db: Db,
  id: number,
  wish: NewLiveSubscription,
): Promise<LiveSubscription | null> {
  const columns = columnsOf(wish);
  return db.transaction().execute(async (trx) => {
    const same = await sameWish(trx, columns);
    if (same && same.id !== id) return null;
    const row = await trx
      .updateTable('live_subscriptions')
      .set(columns)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!row) return null;
    await leaveCards(trx, id, columns.channel_id);
    await goOn(trx, columns.channel_id);
    return fromRow(row);
  });
}

/** The wish of the same channel, kind and topics: there is one at most. */
async function sameWish(db: Db, columns: ReturnType<typeof columnsOf>): Promise<{ id: number } | undefined> {
  return db
    .selectFrom('live_subscriptions')
    .select('id')
    .where('channel_id', '=', columns.channel_id)
    .where('kind', '=', columns.kind)
    .where('topics', '=', columns.topics)
    .executeTakeFirst();
}

function columnsOf(wish: NewLiveSubscription) {
  return {
    kind: wish.kind,
    guild_id: wish.guildId,
    channel_id: wish.channelId,
    created_by: wish.createdBy,
    topics: JSON.stringify([...wish.topics].sort()),
    language: wish.language,
    min_origins: wish.minOrigins,
    within_minutes: wish.withinMinutes,
    per_hour: wish.perHour,
    turns: wish.turns,
    role_id: wish.roleId,
    mentions_per_day: wish.mentionsPerDay,
    time_zone: wish.timeZone,
    quiet_from: wish.quiet?.from ?? null,
    quiet_until: wish.quiet?.until ?? null,
    suspended: null,
    paused_at: null,
    refused: null,
    told_refused_at: null,
  };
}

export async function findLiveSubscriptions(db: Db, guildId: string): Promise<LiveSubscription[]> {
  const rows = await db
    .selectFrom('live_subscriptions')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('channel_id')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

export async function findLiveSubscription(db: Db, id: number): Promise<LiveSubscription | null> {
  const row = await db.selectFrom('live_subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Those that are to get cards now. */
export async function findRunningLiveSubscriptions(db: Db): Promise<LiveSubscription[]> {
  const rows = await db
    .selectFrom('live_subscriptions')
    .selectAll()
    .where('suspended', 'is', null)
    .where('paused_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** Ends a wish; its cards stay as they are. */
export async function removeLiveSubscription(db: Db, id: number): Promise<void> {
  await db.deleteFrom('live_subscriptions').where('id', '=', id).execute();
}

/** Lets cards rest until somebody resumes them: no new ones, and those that there are no longer grow. */
export async function pauseLiveSubscription(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('live_subscriptions').set({ paused_at: now.getTime() }).where('id', '=', id).execute();
}

/** Lets cards go on, whyever they rested. */
export async function resumeLiveSubscription(db: Db, id: number, channelId: string): Promise<void> {
  await db.updateTable('live_subscriptions').set({ paused_at: null }).where('id', '=', id).execute();
  await goOn(db, channelId);
}

/** Lets all cards of a channel go on that takes them again: also those that waited for it. */
async function goOn(db: Db, channelId: string): Promise<void> {
  await db.updateTable('live_subscriptions').set({ suspended: null }).where('channel_id', '=', channelId).execute();
}

function fromRow(row: Selectable<Schema['live_subscriptions']>): LiveSubscription {
  return {
    id: row.id,
    kind: row.kind,
    guildId: row.guild_id,
    channelId: row.channel_id,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    topics: JSON.parse(row.topics),
    language: row.language,
    minOrigins: row.min_origins,
    withinMinutes: row.within_minutes,
    perHour: row.per_hour,
    turns: row.turns,
    roleId: row.role_id,
    mentionsPerDay: row.mentions_per_day,
    timeZone: row.time_zone,
    quiet: row.quiet_from && row.quiet_until ? { from: row.quiet_from, until: row.quiet_until } : null,
    isPaused: row.paused_at !== null,
    suspended: row.suspended === null ? null : suspensionOf(row.suspended),
  };
}
