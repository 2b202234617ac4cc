import { type Selectable, sql } from 'kysely';
import { isWeekly, type Presentation, type Refusal, type Subscription, type Suspension } from '../news/subscription.ts';
import { inTransaction } from './inTransaction.ts';
import type { Db } from './openStore.ts';
import type { Schema } from './schema.ts';

/** What is left out is the usual. */
export type NewSubscription = Omit<Subscription, 'id' | 'suspended' | 'isPaused' | Conditions> &
  Partial<Pick<Subscription, Conditions>>;
type Conditions = 'quiet' | 'minOrigins' | 'whenEmpty' | 'userId' | keyof Presentation;

/** Keeps a channel's wish. The same channel and topics again: the new times, zone and language replace the old. */
export async function saveSubscription(
  db: Db,
  wish: NewSubscription,
  now: Date,
): Promise<{ subscription: Subscription; replaced: boolean }> {
  return inTransaction(db, async (trx) => {
    const before = await trx
      .selectFrom('subscriptions')
      .select('id')
      .where('channel_id', '=', wish.channelId)
      .where('topics', '=', topicsColumn(wish))
      .executeTakeFirst();
    const columns = columnsOf(wish);
    const row = await trx
      .insertInto('subscriptions')
      .values({ ...columns, created_at: now.getTime() })
      .onConflict((conflict) => conflict.columns(['channel_id', 'topics']).doUpdateSet(columns))
      .returningAll()
      .executeTakeFirstOrThrow();
    return { subscription: subscriptionFromRow(row), replaced: before !== undefined };
  });
}

/**
 * Changes a channel's wish.
 *
 * @returns null when it is gone, or its new channel gets these topics already
 */
export async function changeSubscription(db: Db, id: number, wish: NewSubscription): Promise<Subscription | null> {
  return db.transaction().execute(async (trx) => {
    const other = await trx
      .selectFrom('subscriptions')
      .select('id')
      .where('channel_id', '=', wish.channelId)
      .where('topics', '=', topicsColumn(wish))
      .where('id', '<>', id)
      .executeTakeFirst();
    if (other) return null;
    const row = await trx
      .updateTable('subscriptions')
      .set(columnsOf(wish))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    return row ? subscriptionFromRow(row) : null;
  });
}

function columnsOf(wish: NewSubscription) {
  return {
    guild_id: wish.guildId,
    channel_id: wish.channelId,
    created_by: wish.createdBy,
    user_id: wish.userId ?? null,
    topics: topicsColumn(wish),
    times: JSON.stringify(wish.times),
    weekdays: JSON.stringify(wish.weekdays),
    every_minutes: wish.everyMinutes,
    time_zone: wish.timeZone,
    language: wish.language,
    max_stories: wish.maxStories,
    min_origins: wish.minOrigins ?? 1,
    quiet_from: wish.quiet?.from ?? null,
    quiet_until: wish.quiet?.until ?? null,
    when_empty: wish.whenEmpty ?? 'nothing',
    layout: wish.layout ?? 'cards',
    images: wish.images === false ? 0 : 1,
    mention_role_id: wish.mentionRoleId ?? null,
    post_per: wish.postPer ?? null,
    next_due_at: wish.nextDueAt.getTime(),
    suspended: null,
    paused_at: null,
    refused: null,
    told_refused_at: null,
  };
}

/** Sorted, so that one wish has one spelling. */
function topicsColumn({ topics }: Pick<Subscription, 'topics'>): string {
  return JSON.stringify([...topics].sort());
}

/** Lets a briefing rest until somebody resumes it. */
export async function pauseSubscription(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('subscriptions').set({ paused_at: now.getTime() }).where('id', '=', id).execute();
}

/** Lets a briefing go on, whyever it rested. @param dueAt  when the next one is due: what was missed stays missed */
export async function resumeSubscription(db: Db, id: number, dueAt: Date): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ paused_at: null, suspended: null, next_due_at: dueAt.getTime() })
    .where('id', '=', id)
    .execute();
}

export async function findSubscriptions(db: Db, guildId: string): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('channel_id')
    .orderBy('next_due_at')
    .execute();
  return rows.map(subscriptionFromRow);
}

/** The briefings of a person's own, in the order in which they were made. */
export async function findOwnSubscriptions(db: Db, userId: string): Promise<Subscription[]> {
  const rows = await db.selectFrom('subscriptions').selectAll().where('user_id', '=', userId).orderBy('id').execute();
  return rows.map(subscriptionFromRow);
}

export async function findSubscription(db: Db, id: number): Promise<Subscription | null> {
  const row = await db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? subscriptionFromRow(row) : null;
}

/** @returns whether there was one to remove */
export async function removeSubscription(db: Db, id: number, guildId: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('subscriptions')
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .returning('id')
    .execute();
  return removed.length > 0;
}

/** @param except  ids of those that are left for another time */
export async function findDueSubscriptions(
  db: Db,
  now: Date,
  limit: number,
  except: readonly number[] = [],
): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('next_due_at', '<=', now.getTime())
    .where('suspended', 'is', null)
    .where('paused_at', 'is', null)
    .where('id', 'not in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(except)}))`)
    .orderBy('next_due_at')
    .limit(limit)
    .execute();
  return rows.map(subscriptionFromRow);
}

/** The tables of what channels wish for: briefings and cards. */
export const wishTables = ['subscriptions', 'live_subscriptions'] as const;
type WishTable = (typeof wishTables)[number];

/** The readers' languages that some subscription has, and whether one of those comes weekly ({@link isWeekly}). */
export async function findWantedLanguages(db: Db): Promise<{ language: string; isWeekly: boolean }[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .select(['language', 'times', 'weekdays', 'every_minutes'])
    .groupBy(['language', 'times', 'weekdays', 'every_minutes'])
    .execute();
  const live = await db.selectFrom('live_subscriptions').select('language').distinct().execute();
  const timetables = Map.groupBy(rows, ({ language }) => language);
  const languages = new Set([...timetables.keys(), ...live.map(({ language }) => language)]);
  return [...languages].map((language) => ({
    language,
    isWeekly: (timetables.get(language) ?? []).some((row) =>
      isWeekly({ times: JSON.parse(row.times), weekdays: JSON.parse(row.weekdays), everyMinutes: row.every_minutes }),
    ),
  }));
}

/** Stops a channel's briefings and cards and keeps why. @returns how many of them are briefings */
export async function suspendSubscriptions(db: Db, channelId: string, reason: Suspension): Promise<number> {
  const suspendIn = (table: WishTable) =>
    db.updateTable(table).set({ suspended: reason }).where('channel_id', '=', channelId).executeTakeFirst();
  await suspendIn('live_subscriptions');
  const { numUpdatedRows } = await suspendIn('subscriptions');
  return Number(numUpdatedRows);
}

/**
 * Notes what has kept out what a wish was to bring, so that somebody is told: once, until something of the channel has come
 * through again.
 */
export async function noteRefused(db: Db, table: WishTable, id: number, reason: Refusal): Promise<void> {
  const sent = table === 'subscriptions' ? 'deliveries' : 'cards';
  await db
    .updateTable(table)
    .set({ refused: reason })
    .where('id', '=', id)
    .where(({ or, eb, exists, selectFrom, ref }) =>
      or([
        eb('told_refused_at', 'is', null),
        exists(
          selectFrom(sent)
            .select(`${sent}.id`)
            .where(`${sent}.channel_id`, '=', ref(`${table}.channel_id`))
            .where('sent_at', '>', ref('told_refused_at')),
        ),
      ]),
    )
    .execute();
}

/** After a briefing that was given up, another is due: it is made once the subscription goes on. */
export async function makeDueAfter(
  db: Db,
  { subscriptionId, dueAt }: { readonly subscriptionId: number; readonly dueAt: Date },
): Promise<void> {
  const next = dueAt.getTime() + 1;
  await db
    .updateTable('subscriptions')
    .set({ next_due_at: next })
    .where('id', '=', subscriptionId)
    .where('next_due_at', '>', next)
    .execute();
}

/** The channels whose subscriptions are suspended, each once; of every server unless one is named. */
export async function findSuspendedChannels(db: Db, guildId?: string): Promise<string[]> {
  const suspendedIn = (table: WishTable) =>
    db
      .selectFrom(table)
      .select('channel_id')
      .where('suspended', 'is not', null)
      .$if(guildId !== undefined, (query) => query.where('guild_id', '=', guildId as string));
  const rows = await suspendedIn('subscriptions').union(suspendedIn('live_subscriptions')).execute();
  return rows.map((row) => row.channel_id);
}

/** The channels of servers that may take messages again without anybody hearing of it: some may be archived threads. */
export async function findSilentChannels(db: Db): Promise<string[]> {
  const silentIn = (table: WishTable) =>
    db
      .selectFrom(table)
      .select('channel_id')
      .where('suspended', 'in', ['locked', 'no access'])
      .where('guild_id', '<>', '');
  const rows = await silentIn('subscriptions').union(silentIn('live_subscriptions')).execute();
  return rows.map((row) => row.channel_id);
}

/** Lets the suspended subscriptions of a channel go on. @returns how many there were */
export async function resumeSubscriptions(db: Db, channelId: string): Promise<number> {
  let resumed = 0;
  for (const table of wishTables) {
    const rows = await db
      .updateTable(table)
      .set({ suspended: null })
      .where('channel_id', '=', channelId)
      .where('suspended', 'is not', null)
      .returning('id')
      .execute();
    resumed += rows.length;
  }
  return resumed;
}

export async function countSubscriptions(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('subscriptions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function subscriptionFromRow(row: Selectable<Schema['subscriptions']>): Subscription {
  return {
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    createdBy: row.created_by,
    userId: row.user_id,
    topics: JSON.parse(row.topics),
    times: JSON.parse(row.times),
    weekdays: JSON.parse(row.weekdays),
    everyMinutes: row.every_minutes,
    timeZone: row.time_zone,
    language: row.language,
    maxStories: row.max_stories,
    minOrigins: row.min_origins,
    quiet: row.quiet_from && row.quiet_until ? { from: row.quiet_from, until: row.quiet_until } : null,
    whenEmpty: row.when_empty,
    layout: row.layout,
    images: row.images === 1,
    mentionRoleId: row.mention_role_id,
    postPer: row.post_per,
    isPaused: row.paused_at !== null,
    nextDueAt: new Date(row.next_due_at),
    suspended: row.suspended === null ? null : suspensionOf(row.suspended),
  };
}

/** The first edition kept sentences: `The channel was deleted.`, `Discord: Unknown Channel (10003)`. */
export function suspensionOf(kept: string): Suspension {
  if (kept === 'locked') return kept;
  return /^no channel$|deleted|\(1000[34]\)$/.test(kept) ? 'no channel' : 'no access';
}
