import type { Briefing } from '../news/briefing.ts';
import { fromJson } from './json.ts';
import type { Db } from './openStore.ts';

export type Delivery = {
  readonly id: number;
  readonly channelId: string;
  readonly nonce: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly briefing: Briefing;
};

/**
 * Takes the messages that are to be sent now, oldest first. They belong to `worker` for `leaseMs`; those of a worker
 * whose lease has run out are taken over.
 */
export async function claimDeliveries(
  db: Db,
  worker: string,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<Delivery[]> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('deliveries')
      .innerJoin('briefings', 'briefings.id', 'deliveries.briefing_id')
      .select([
        'deliveries.id',
        'deliveries.channel_id',
        'deliveries.nonce',
        'deliveries.attempts',
        'deliveries.created_at',
        'briefings.id as briefing_id',
        'briefings.content',
      ])
      .where('next_attempt_at', '<=', now.getTime())
      .where((where) =>
        where.or([
          where('status', '=', 'waiting'),
          where.and([where('status', '=', 'sending'), where('claimed_until', '<', now.getTime())]),
        ]),
      )
      .orderBy('deliveries.id')
      .limit(limit)
      .execute();
    for (const { id } of rows) {
      await trx
        .updateTable('deliveries')
        .set((eb) => ({
          status: 'sending',
          attempts: eb('attempts', '+', 1),
          claimed_by: worker,
          claimed_until: now.getTime() + leaseMs,
        }))
        .where('id', '=', id)
        .execute();
    }
    return rows.map((row) => ({
      id: row.id,
      channelId: row.channel_id,
      nonce: row.nonce,
      attempts: row.attempts + 1,
      createdAt: new Date(row.created_at),
      briefing: { ...fromJson<Omit<Briefing, 'id'>>(row.content), id: row.briefing_id },
    }));
  });
}

/** Frees what a worker of this name held when it died. A worker that starts owns no work. */
export async function releaseDeliveries(db: Db, worker: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ status: 'waiting', claimed_by: null, claimed_until: null })
    .where('status', '=', 'sending')
    .where('claimed_by', '=', worker)
    .execute();
}

export async function recordSent(db: Db, id: number, messageId: string, now: Date): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({
      status: 'sent',
      message_id: messageId,
      sent_at: now.getTime(),
      claimed_by: null,
      claimed_until: null,
      last_error: null,
    })
    .where('id', '=', id)
    .execute();
}

export async function recordRetry(db: Db, id: number, reason: string, nextAttemptAt: Date): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({
      status: 'waiting',
      next_attempt_at: nextAttemptAt.getTime(),
      last_error: reason.slice(0, 500),
      claimed_by: null,
      claimed_until: null,
    })
    .where('id', '=', id)
    .execute();
}

/** Gives a message up, and keeps why. */
export async function recordDropped(db: Db, id: number, reason: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ status: 'dropped', last_error: reason.slice(0, 500), claimed_by: null, claimed_until: null })
    .where('id', '=', id)
    .execute();
}
