import { type SqlBool, sql } from 'kysely';
import type { Db } from './openStore.ts';
import { type Claim, claimWaiting } from './outbox.ts';

const hourMs = 60 * 60_000;
/** Of one channel, in an hour. @see https://discord.com/developers/docs/resources/message#crosspost-message */
const mostPerHour = 10;

/** Notes that the messages that were sent since then to announcement channels are to be published, once each. */
export async function queuePublications(db: Db, channelIds: readonly string[], since: Date, now: Date): Promise<void> {
  await sql`
    INSERT INTO publications (delivery_id, channel_id, next_attempt_at, created_at)
    SELECT deliveries.id, deliveries.channel_id, ${now.getTime()}, ${now.getTime()}
    FROM json_each(${JSON.stringify(channelIds)}) AS channel
    JOIN deliveries ON deliveries.channel_id = channel.value AND deliveries.sent_at >= ${since.getTime()}
    WHERE deliveries.status = 'sent' AND deliveries.message_id IS NOT NULL AND deliveries.thread_id IS NULL
    ORDER BY deliveries.id
    ON CONFLICT (delivery_id) DO NOTHING
  `.execute(db);
}

/** Counts what a clock that was ahead has published as of now: later it was not. */
export async function recountPublications(db: Db, now: Date): Promise<void> {
  await db.updateTable('publications').set({ sent_at: now.getTime() }).where('sent_at', '>', now.getTime()).execute();
}

/** A message to be published. */
export type WaitingPublication = {
  readonly id: number;
  readonly channelId: string;
  readonly messageId: string;
  readonly attempts: number;
  readonly createdAt: Date;
};

/** Takes the next message that may be published now, as {@link claimWaiting} does. */
export async function claimPublication(db: Db, claim: Omit<Claim, 'limit'>): Promise<WaitingPublication | null> {
  const since = claim.now.getTime() - hourMs;
  const hasRoom = sql<SqlBool>`${mostPerHour} > (
    SELECT count(*) FROM publications AS lately
    WHERE lately.channel_id = publications.channel_id AND lately.sent_at > ${since}
  )`;
  return db.transaction().execute(async (trx) => {
    const ids = await claimWaiting(trx, 'publications', { ...claim, limit: 1 }, hasRoom);
    const row = await trx
      .selectFrom('publications')
      .innerJoin('deliveries', 'deliveries.id', 'publications.delivery_id')
      .selectAll('publications')
      .select('deliveries.message_id as published_id')
      .where('publications.id', 'in', ids)
      .executeTakeFirst();
    if (!row) return null;
    return {
      id: row.id,
      channelId: row.channel_id,
      messageId: row.published_id ?? '',
      attempts: row.attempts,
      createdAt: new Date(row.created_at),
    };
  });
}
