import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from './openStore.ts';

/** The tables of messages to be sent. Each has the columns that are written here. */
export const outboxes = [
  'deliveries',
  'notices',
  'corrections',
  'publications',
  'greetings',
  'direct_messages',
  'cards',
  'card_replies',
] as const;
export type Outbox = (typeof outboxes)[number];

export type Claim = { readonly worker: string; readonly now: Date; readonly leaseMs: number; readonly limit: number };

/** What became of an attempt: sent, to be tried again, or given up with the reason. */
export type Outcome =
  | { readonly status: 'sent'; readonly messageId?: string; readonly threadId?: string; readonly at: Date }
  | { readonly status: 'waiting'; readonly at: Date; readonly reason: string }
  | { readonly status: 'dropped'; readonly reason: string };

/**
 * Takes the messages that are to be sent now, oldest first. They belong to `worker` for `leaseMs`; those of a worker
 * whose lease has run out are taken over. To be called inside a transaction.
 *
 * @param isReady  what else has to be so for a row to be sent
 * @returns their ids
 */
export async function claimWaiting(
  trx: Db,
  outbox: Outbox,
  { worker, now, leaseMs, limit }: Claim,
  isReady: RawBuilder<SqlBool> = sql<SqlBool>`true`,
): Promise<number[]> {
  const rows = await trx
    .selectFrom(table(outbox))
    .select('id')
    .where('next_attempt_at', '<=', now.getTime())
    // As the index has it, which holds only these: what has been sent is not read each time.
    .where(sql<SqlBool>`status IN ('waiting', 'sending')`)
    .where((where) => where.or([where('status', '=', 'waiting'), where('claimed_until', '<', now.getTime())]))
    .where(isReady)
    .orderBy('id')
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await trx
    .updateTable(table(outbox))
    .set((eb) => ({
      status: 'sending',
      attempts: eb('attempts', '+', 1),
      claimed_by: worker,
      claimed_until: now.getTime() + leaseMs,
    }))
    .where('id', 'in', ids)
    .execute();
  return ids;
}

/** Makes all messages due that are to be tried again: it may be what a clock that was ahead has put off. */
export async function makeMessagesDue(db: Db, outbox: Outbox, now: Date): Promise<void> {
  await db
    .updateTable(table(outbox))
    .set({ next_attempt_at: now.getTime() })
    .where(sql<SqlBool>`status IN ('waiting', 'sending')`)
    .where('next_attempt_at', '>', now.getTime())
    .execute();
}

/** Frees what a worker of this name held when it died. A worker that starts owns no work. */
export async function releaseClaims(db: Db, outbox: Outbox, worker: string): Promise<void> {
  await db
    .updateTable(table(outbox))
    .set({ status: 'waiting', claimed_by: null, claimed_until: null })
    .where('status', '=', 'sending')
    .where('claimed_by', '=', worker)
    .execute();
}

export async function settle(db: Db, outbox: Outbox, id: number, outcome: Outcome): Promise<void> {
  await db
    .updateTable(table(outbox))
    .set({
      status: outcome.status,
      claimed_by: null,
      claimed_until: null,
      last_error: outcome.status === 'sent' ? null : outcome.reason.slice(0, 500),
      ...(outcome.status === 'sent' ? { sent_at: outcome.at.getTime(), message_id: outcome.messageId ?? null } : {}),
      ...(outcome.status === 'sent' && outcome.threadId ? { thread_id: outcome.threadId } : {}),
      ...(outcome.status === 'waiting' ? { next_attempt_at: outcome.at.getTime() } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** For Kysely, which types one table at a time: what is used here, all have. */
function table(outbox: Outbox): 'deliveries' {
  return outbox as 'deliveries';
}
