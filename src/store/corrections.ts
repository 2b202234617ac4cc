import type { Briefing } from '../news/briefing.ts';
import { fromJson, toJson } from './json.ts';
import type { Db } from './openStore.ts';
import { type Claim, claimWaiting } from './outbox.ts';

/** A message that carries a briefing, of which an article was edited since it was last looked at. */
export type DoubtfulMessage = {
  readonly deliveryId: number;
  readonly briefing: Briefing;
  /** As it is kept: what {@link recordChecked} replaces. */
  readonly content: string;
  /** Whose sources it shows; null when its subscription is gone. */
  readonly guildId: string | null;
};

/** The messages, sent since a time, whose stories hold an article that was edited since they were last looked at. */
export async function findDoubtfulMessages(db: Db, sentSince: Date, limit: number): Promise<DoubtfulMessage[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('briefings', 'briefings.id', 'deliveries.briefing_id')
    .leftJoin('subscriptions', 'subscriptions.id', 'briefings.subscription_id')
    .select(['deliveries.id', 'deliveries.briefing_id', 'briefings.content', 'subscriptions.guild_id'])
    .where('deliveries.status', '=', 'sent')
    .where('deliveries.id', 'in', (query) =>
      query
        .selectFrom('articles')
        .innerJoin('briefing_stories', 'briefing_stories.story_id', 'articles.story_id')
        .innerJoin('deliveries as sent', 'sent.briefing_id', 'briefing_stories.briefing_id')
        .select('sent.id')
        .where('articles.edited_at', '>=', sentSince.getTime())
        .where('sent.sent_at', '>=', sentSince.getTime())
        .whereRef('articles.edited_at', '>=', 'sent.checked_at'),
    )
    .orderBy('deliveries.id')
    .limit(limit)
    .execute();
  return rows.map(({ id, briefing_id, content, guild_id }) => ({
    deliveryId: id,
    briefing: { ...fromJson<Omit<Briefing, 'id'>>(content), id: briefing_id },
    content,
    guildId: guild_id,
  }));
}

/**
 * Notes that a message was looked at; when it has to say something else, keeps that and the intent to edit it. What
 * another copy of this stage has corrected meanwhile stays as that left it.
 *
 * @param corrected  what the briefing says from now on, or null when all of it still stands
 */
export async function recordChecked(
  db: Db,
  { deliveryId, briefing, content }: DoubtfulMessage,
  corrected: Briefing | null,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (corrected) {
      const { id: _, ...changed } = corrected;
      const { numUpdatedRows } = await trx
        .updateTable('briefings')
        .set({ content: toJson(changed) })
        .where('id', '=', briefing.id)
        .where('content', '=', content)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      await wishEdit(trx, deliveryId, now);
    }
    await trx.updateTable('deliveries').set({ checked_at: now.getTime() }).where('id', '=', deliveryId).execute();
  });
}

/** One that waits already will say the latest, too. */
async function wishEdit(trx: Db, deliveryId: number, now: Date): Promise<void> {
  const waiting = await trx
    .selectFrom('corrections')
    .select('id')
    .where('delivery_id', '=', deliveryId)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  if (waiting) return;
  await trx
    .insertInto('corrections')
    .values({ delivery_id: deliveryId, next_attempt_at: now.getTime(), created_at: now.getTime() })
    .execute();
}

/** An edit of a message. */
export type WaitingCorrection = {
  readonly id: number;
  readonly channelId: string;
  readonly messageId: string;
  /** As it shall read. */
  readonly briefing: Briefing;
  readonly attempts: number;
  readonly createdAt: Date;
};

/** Takes the edits that are to be made now, as {@link claimWaiting} does. */
export async function claimCorrections(db: Db, claim: Claim): Promise<WaitingCorrection[]> {
  return db.transaction().execute(async (trx) => {
    const ids = await claimWaiting(trx, 'corrections', claim);
    const rows = await trx
      .selectFrom('corrections')
      .innerJoin('deliveries', 'deliveries.id', 'corrections.delivery_id')
      .innerJoin('briefings', 'briefings.id', 'deliveries.briefing_id')
      .select([
        'corrections.id',
        'corrections.attempts',
        'corrections.created_at',
        'deliveries.channel_id',
        'deliveries.message_id',
        'briefings.id as briefing_id',
        'briefings.content',
      ])
      .where('corrections.id', 'in', ids)
      .orderBy('corrections.id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      channelId: row.channel_id,
      messageId: row.message_id ?? '',
      briefing: { ...fromJson<Omit<Briefing, 'id'>>(row.content), id: row.briefing_id },
      attempts: row.attempts,
      createdAt: new Date(row.created_at),
    }));
  });
}
