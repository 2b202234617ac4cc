import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Briefing } from '../news/briefing.ts';
import type { BriefingPart, MessageForm } from '../news/briefingPart.ts';
import type { Outgoing } from '../news/outside.ts';
import { fromJson } from './json.ts';
import type { Db } from './openStore.ts';
import { type Claim, claimWaiting } from './outbox.ts';
import type { Schema } from './schema.ts';

export type Delivery = Required<Outgoing> & {
  readonly id: number;
  readonly attempts: number;
  readonly createdAt: Date;
};

/** Whether the briefings of a delivery's channel rest. */
export const rests = sql<SqlBool>`EXISTS (
  SELECT 1 FROM subscriptions
  WHERE subscriptions.channel_id = deliveries.channel_id AND subscriptions.suspended IS NOT NULL
)`;

/**
 * What stands before a message in its channel is sent before it, or given up. What has been tried may stand already: it
 * waits until the channel can be looked in.
 */
const isNext = sql<SqlBool>`NOT EXISTS (
  SELECT 1 FROM deliveries AS earlier WHERE earlier.id = deliveries.follows AND earlier.status IN ('waiting', 'sending')
) AND (attempts = 0 OR NOT ${rests})`;

/** Takes the messages that are to be sent now, as {@link claimWaiting} does. */
export async function claimDeliveries(db: Db, claim: Claim): Promise<Delivery[]> {
  return db.transaction().execute(async (trx) => {
    const ids = await claimWaiting(trx, 'deliveries', claim, isNext);
    const rows = await trx
      .selectFrom('deliveries')
      .innerJoin('briefings', 'briefings.id', 'deliveries.briefing_id')
      .selectAll('deliveries')
      .select('briefings.content')
      .select((eb) =>
        eb
          .selectFrom('deliveries as earlier')
          .select('earlier.thread_id')
          .whereRef('earlier.channel_id', '=', 'deliveries.channel_id')
          .whereRef('earlier.post_key', '=', 'deliveries.post_key')
          .where('earlier.thread_id', 'is not', null)
          .orderBy('earlier.id', 'desc')
          .limit(1)
          .as('standing_thread_id'),
      )
      .where('deliveries.id', 'in', ids)
      .orderBy('deliveries.id')
      .execute();
    return rows.map((row) => {
      const briefing = { ...fromJson<Omit<Briefing, 'id'>>(row.content), id: row.briefing_id };
      return {
        id: row.id,
        channelId: row.channel_id,
        nonce: row.nonce,
        attempts: row.attempts,
        createdAt: new Date(row.created_at),
        briefing,
        part: partFromRow(row, briefing),
        form: row.form,
        post: row.post_key === null ? null : { threadId: row.standing_thread_id },
      };
    });
  });
}

/** Which part of its briefing a delivery is. */
export function partFromRow(
  row: Pick<Selectable<Schema['deliveries']>, 'part' | 'first_item' | 'end_item' | 'is_last'>,
  { items }: Pick<Briefing, 'items'>,
): BriefingPart {
  return { number: row.part, from: row.first_item, to: row.end_item ?? items.length, isLast: row.is_last === 1 };
}

/** Keeps in which form a message goes on after Discord did not take it, and where the mistake was. */
export async function recordForm(db: Db, deliveryId: number, form: MessageForm, fault: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ form, form_fault: fault.slice(0, 500) })
    .where('id', '=', deliveryId)
    .execute();
}
