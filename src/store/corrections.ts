import type { Briefing } from '../news/briefing.ts';
import type { BriefingPart, MessageForm } from '../news/briefingPart.ts';
import { partFromRow } from './deliveries.ts';
import { fromJson, toJson } from './json.ts';
import type { Db } from './openStore.ts';
import { type Claim, claimWaiting } from './outbox.ts';

/** A message that carries a briefing, of which an article was edited since it was last looked at. */
export type DoubtfulMessage = {
  readonly deliveryId: number;
  readonly briefing: Briefing;
  /** Which of the briefing's messages it is. */
  readonly part: BriefingPart;
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
    .select([
      'deliveries.id',
      'deliveries.briefing_id',
      'deliveries.part',
      'deliveries.first_item',
      'deliveries.end_item',
      'deliveries.is_last',
      'briefings.content',
      'subscriptions.guild_id',
    ])
    .where('deliveries.status', '=', 'sent')
    .where('deliveries.id', 'in', (query) =>
      query
        .selectFrom('articles')
        .innerJoin('briefing_stories', 'briefing_stories.story_id', 'articles.story_id')
        .innerJoin('deliveries as sent', 'sent.briefing_id', 'briefing_stories.briefing_id')
        .select('sent.id')
        .whereRef('briefing_stories.position', '>=', 'sent.first_item')
        .where((where) =>
          where.or([
            where('sent.end_item', 'is', null),
            where('briefing_stories.position', '<', where.ref('sent.end_item')),
          ]),
        )
        .where('articles.edited_at', '>=', sentSince.getTime())
        .where('sent.sent_at', '>=', sentSince.getTime())
        .whereRef('articles.edited_at', '>=', 'sent.checked_at'),
    )
    .orderBy('deliveries.id')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const briefing = { ...fromJson<Omit<Briefing, 'id'>>(row.content), id: row.briefing_id };
    return {
      deliveryId: row.id,
      briefing,
      part: partFromRow(row, briefing),
      content: row.content,
      guildId: row.guild_id,
    };
  });
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
  readonly deliveryId: number;
  /** Where it stands: in a forum, its post. */
  readonly channelId: string;
  readonly messageId: string;
  /** As it shall read. */
  readonly briefing: Briefing;
  readonly part: BriefingPart;
  readonly form: MessageForm;
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
        'corrections.delivery_id',
        'deliveries.channel_id',
        'deliveries.thread_id',
        'deliveries.message_id',
        'deliveries.part',
        'deliveries.first_item',
        'deliveries.end_item',
        'deliveries.is_last',
        'deliveries.form',
        'briefings.id as briefing_id',
        'briefings.content',
      ])
      .where('corrections.id', 'in', ids)
      .orderBy('corrections.id')
      .execute();
    return rows.map((row) => {
      const briefing = { ...fromJson<Omit<Briefing, 'id'>>(row.content), id: row.briefing_id };
      return {
        id: row.id,
        deliveryId: row.delivery_id,
        channelId: row.thread_id ?? row.channel_id,
        messageId: row.message_id ?? '',
        briefing,
        part: partFromRow(row, briefing),
        form: row.form,
        attempts: row.attempts,
        createdAt: new Date(row.created_at),
      };
    });
  });
}
