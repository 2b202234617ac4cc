import type { DirectNews } from '../news/follow.ts';
import { fromJson } from './json.ts';
import type { Db } from './openStore.ts';
import { type Claim, claimWaiting } from './outbox.ts';

/** A message to a person that is to be sent. */
export type DirectDelivery = {
  readonly id: number;
  readonly channelId: string;
  readonly language: string;
  readonly nonce: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly news: DirectNews;
};

/** Takes the messages that are to be sent now, as {@link claimWaiting} does. */
export async function claimDirectMessages(db: Db, claim: Claim): Promise<DirectDelivery[]> {
  return db.transaction().execute(async (trx) => {
    const ids = await claimWaiting(trx, 'direct_messages', claim);
    const rows = await trx
      .selectFrom('direct_messages')
      .innerJoin('people', 'people.user_id', 'direct_messages.user_id')
      .selectAll('direct_messages')
      .select(['people.channel_id', 'people.language'])
      .where('direct_messages.id', 'in', ids)
      .orderBy('direct_messages.id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      channelId: row.channel_id,
      language: row.language,
      nonce: row.nonce,
      attempts: row.attempts,
      createdAt: new Date(row.created_at),
      news: fromJson<DirectNews>(row.content),
    }));
  });
}

/** Forgets messages that are older than that. */
export async function pruneDirectMessages(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('direct_messages').where('created_at', '<', before.getTime()).execute();
}
