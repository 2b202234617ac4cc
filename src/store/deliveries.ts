import type { Briefing } from '../news/briefing.ts';
import { fromJson } from './json.ts';
import type { Db } from './openStore.ts';
import { type Claim, claimWaiting } from './outbox.ts';

export type Delivery = {
  readonly id: number;
  readonly channelId: string;
  readonly nonce: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly briefing: Briefing;
};

/** Takes the messages that are to be sent now, as {@link claimWaiting} does. */
export async function claimDeliveries(db: Db, claim: Claim): Promise<Delivery[]> {
  return db.transaction().execute(async (trx) => {
    const ids = await claimWaiting(trx, 'deliveries', claim);
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
      .where('deliveries.id', 'in', ids)
      .orderBy('deliveries.id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      channelId: row.channel_id,
      nonce: row.nonce,
      attempts: row.attempts,
      createdAt: new Date(row.created_at),
      briefing: { ...fromJson<Omit<Briefing, 'id'>>(row.content), id: row.briefing_id },
    }));
  });
}
