import { rests } from './deliveries.ts';
import type { Db } from './openStore.ts';

/** What waits to be done, for all servers together. */
export type Queue = {
  /** Briefings that are to be delivered where they may be, and since when the first of them waits. */
  readonly waiting: number;
  readonly oldestAt: Date | null;
  /** Briefs that could not be written and are tried again. */
  readonly failedBriefs: number;
};

export async function findQueue(db: Db): Promise<Queue> {
  const { waiting, oldest } = await db
    .selectFrom('deliveries')
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('created_at').as('oldest')])
    .where('status', 'in', ['waiting', 'sending'])
    .where(({ not }) => not(rests))
    .executeTakeFirstOrThrow();
  const { failed } = await db
    .selectFrom('failed_briefs')
    .select(({ fn }) => fn.countAll<number>().as('failed'))
    .executeTakeFirstOrThrow();
  return { waiting, oldestAt: oldest === null ? null : new Date(oldest), failedBriefs: failed };
}

/** When each of a server’s subscriptions had its last briefing delivered, by the subscription’s id. */
export async function findLastDeliveries(db: Db, guildId: string): Promise<Map<number, Date>> {
  const rows = await db
    .selectFrom('subscriptions')
    .innerJoin('briefings', 'briefings.subscription_id', 'subscriptions.id')
    .innerJoin('deliveries', 'deliveries.briefing_id', 'briefings.id')
    .select(({ fn }) => ['subscriptions.id', fn.max('deliveries.sent_at').as('at')])
    .where('subscriptions.guild_id', '=', guildId)
    .where('deliveries.status', '=', 'sent')
    .groupBy('subscriptions.id')
    .execute();
  return new Map(rows.map(({ id, at }) => [id, new Date(at ?? 0)]));
}

/** What a server’s subscriptions got since a moment, and what was given up. */
export async function countDeliveries(
  db: Db,
  guildId: string,
  since: Date,
): Promise<{ sent: number; stories: number; dropped: number }> {
  const rows = await db
    .selectFrom('subscriptions')
    .innerJoin('briefings', 'briefings.subscription_id', 'subscriptions.id')
    .innerJoin('deliveries', 'deliveries.briefing_id', 'briefings.id')
    .select(({ selectFrom }) => [
      'deliveries.status',
      selectFrom('briefing_stories')
        .whereRef('briefing_stories.briefing_id', '=', 'briefings.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('stories'),
    ])
    .where('subscriptions.guild_id', '=', guildId)
    .where('briefings.created_at', '>=', since.getTime())
    .where('deliveries.status', 'in', ['sent', 'dropped'])
    .execute();
  const sent = rows.filter(({ status }) => status === 'sent');
  return {
    sent: sent.length,
    stories: sent.reduce((sum, { stories }) => sum + (stories ?? 0), 0),
    dropped: rows.length - sent.length,
  };
}
