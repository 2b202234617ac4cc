import { type Selectable, sql } from 'kysely';
import type { StoryRation } from '../news/follow.ts';
import { nextDueAt } from '../news/subscription.ts';
import type { Db } from './openStore.ts';
import type { Schema } from './schema.ts';
import { findOwnSubscriptions, resumeSubscription } from './subscriptions.ts';

/** Somebody who is written to directly, because they asked for it. */
export type Person = {
  readonly userId: string;
  /** Of their direct messages. */
  readonly channelId: string;
  readonly language: string;
  /** IANA name; null: not known. */
  readonly timeZone: string | null;
  /** When to look next for what they follow. */
  readonly lookAt: Date;
  /** Stories that began before are not told as new ones. */
  readonly since: Date;
  readonly ration: StoryRation;
};

/**
 * Keeps somebody who asks to be written to, and where. A zone that is not named stays as it was. Where direct messages
 * could not be delivered, they are from now on; what was missed stays missed.
 *
 * @returns whether they had rested
 */
export async function savePerson(
  db: Db,
  person: { userId: string; channelId: string; language: string; timeZone: string | null },
  now: Date,
): Promise<boolean> {
  const { userId, channelId, language, timeZone } = person;
  const before = await db.selectFrom('people').selectAll().where('user_id', '=', userId).executeTakeFirst();
  const place = { channel_id: channelId, language, ...(timeZone && { time_zone: timeZone }) };
  if (!before) {
    const times = { look_at: now.getTime(), since: now.getTime() };
    await db
      .insertInto('people')
      .values({ user_id: userId, ...place, ...times, unreachable_at: null, time_zone: timeZone })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet(place))
      .execute();
    return false;
  }
  const hasRested = before.unreachable_at !== null;
  const anew = hasRested ? { unreachable_at: null, is_told: 0, since: now.getTime(), look_at: now.getTime() } : {};
  await db
    .updateTable('people')
    .set({ ...place, ...anew })
    .where('user_id', '=', userId)
    .execute();
  for (const subscription of hasRested ? await findOwnSubscriptions(db, userId) : []) {
    await resumeSubscription(db, subscription.id, nextDueAt(subscription, now));
  }
  return hasRested;
}

export async function findPerson(db: Db, userId: string): Promise<Person | null> {
  const row = await db.selectFrom('people').selectAll().where('user_id', '=', userId).executeTakeFirst();
  return row ? personFromRow(row) : null;
}

/** Those whose follows are to be looked at now, the longest waiting first. */
export async function findPeopleToTell(db: Db, now: Date, limit: number): Promise<Person[]> {
  const rows = await db
    .selectFrom('people')
    .selectAll()
    .where('look_at', '<=', now.getTime())
    .where('unreachable_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('follows').select('follows.id').whereRef('follows.user_id', '=', 'people.user_id')),
    )
    .orderBy('look_at')
    .limit(limit)
    .execute();
  return rows.map(personFromRow);
}

/** Makes all due who are not to be looked at for longer than that: it may be what a clock that was ahead has put off. */
export async function makePeopleDue(db: Db, now: Date, longerThanMs: number): Promise<void> {
  await db
    .updateTable('people')
    .set({ look_at: now.getTime() })
    .where('look_at', '>', now.getTime() + longerThanMs)
    .where('unreachable_at', 'is', null)
    .execute();
}

/**
 * Sends nothing more to the person of a channel until they ask for it again; nothing when it is not a person's.
 */
export async function suspendPerson(db: Db, channelId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const person = await trx
      .updateTable('people')
      .set({ unreachable_at: now.getTime(), is_told: 0 })
      .where('channel_id', '=', channelId)
      .returning('user_id')
      .executeTakeFirst();
    if (!person) return;
    await trx
      .updateTable('direct_messages')
      .set({ status: 'dropped', last_error: 'They take no direct messages.' })
      .where('user_id', '=', person.user_id)
      .where('status', '=', 'waiting')
      .execute();
    await trx
      .updateTable('subscriptions')
      .set({ suspended: 'no access' })
      .where('user_id', '=', person.user_id)
      .execute();
  });
}

/** Whether somebody can't be written to and has not been told so yet; from then on, they have. */
export async function takeUnreachable(db: Db, userId: string): Promise<boolean> {
  const untold = await db
    .selectFrom('people')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('unreachable_at', 'is not', null)
    .where('is_told', '=', 0)
    .executeTakeFirst();
  if (!untold) return false;
  await db.updateTable('people').set({ is_told: 1 }).where('user_id', '=', userId).execute();
  return true;
}

/** Forgets those who are not to be written to any more: one person, or all of them. */
export async function forgetIdlePeople(db: Db, userId?: string): Promise<void> {
  const one = userId === undefined ? sql`1` : sql`user_id = ${userId}`;
  await sql`
    DELETE FROM people
    WHERE ${one}
      AND NOT EXISTS (SELECT 1 FROM follows WHERE follows.user_id = people.user_id)
      AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE subscriptions.user_id = people.user_id)
      AND NOT EXISTS (
        SELECT 1 FROM direct_messages
        WHERE direct_messages.user_id = people.user_id AND status IN ('waiting', 'sending')
      )
  `.execute(db);
}

function personFromRow(row: Selectable<Schema['people']>): Person {
  return {
    userId: row.user_id,
    channelId: row.channel_id,
    language: row.language,
    timeZone: row.time_zone,
    lookAt: new Date(row.look_at),
    since: new Date(row.since),
    ration: { day: row.cards_day, told: row.cards_told, more: row.cards_more },
  };
}
