import { sql } from 'kysely';
import type { Db } from './openStore.ts';

/** In how many places a person’s id is kept. */
export type KeptAboutPerson = {
  /** Briefings and cards that they set up. */
  readonly briefings: number;
  /** Topics that they made. */
  readonly topics: number;
  /** Sources that they added or removed. */
  readonly sources: number;
  /** Pairs of articles that they joined or parted. */
  readonly judgements: number;
  /** Briefs that they called useful or wrong. */
  readonly opinions: number;
  /** Sources offered to them, notices meant for them, and what was written to them. */
  readonly messages: number;
  /** What they follow, and briefings of their own. */
  readonly follows: number;
  /** What they have muted. */
  readonly mutes: number;
};

export async function findKeptAboutPerson(db: Db, userId: string): Promise<KeptAboutPerson> {
  const { rows } = await sql<KeptAboutPerson>`
    SELECT
      (SELECT count(*) FROM subscriptions WHERE created_by = ${userId} AND user_id IS NULL)
        + (SELECT count(*) FROM live_subscriptions WHERE created_by = ${userId}) AS briefings,
      (SELECT count(*) FROM guild_topics WHERE created_by = ${userId}) AS topics,
      (SELECT count(*) FROM guild_sources WHERE chosen_by = ${userId}) AS sources,
      (SELECT count(*) FROM labels WHERE user_id = ${userId}) AS judgements,
      (SELECT count(*) FROM feedback WHERE user_id = ${userId}) AS opinions,
      (SELECT count(*) FROM source_offers WHERE user_id = ${userId})
        + (SELECT count(*) FROM notices WHERE EXISTS (SELECT 1 FROM json_each(recipients) WHERE value = ${userId}))
        + (SELECT count(*) FROM direct_messages WHERE user_id = ${userId})
        AS messages,
      (SELECT count(*) FROM follows WHERE user_id = ${userId})
        + (SELECT count(*) FROM subscriptions WHERE user_id = ${userId}) AS follows,
      (SELECT count(*) FROM mutes WHERE user_id = ${userId}) AS mutes
  `.execute(db);
  return rows[0] as KeptAboutPerson;
}

/**
 * Takes a person’s id out of everything. What they set up for a server stays the server’s; what they set up for
 * themselves ends.
 */
export async function forgetPerson(db: Db, userId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const channel = trx.selectFrom('people').select('channel_id').where('user_id', '=', userId);
    await trx.deleteFrom('briefings').where('channel_id', 'in', channel).execute();
    for (const table of ['subscriptions', 'mutes', 'people'] as const) {
      await trx.deleteFrom(table).where('user_id', '=', userId).execute();
    }
    for (const table of ['subscriptions', 'live_subscriptions', 'guild_topics'] as const) {
      await trx.updateTable(table).set({ created_by: '' }).where('created_by', '=', userId).execute();
    }
    await trx.updateTable('guild_sources').set({ chosen_by: '' }).where('chosen_by', '=', userId).execute();
    await trx.updateTable('labels').set({ user_id: '' }).where('user_id', '=', userId).execute();
    await trx.deleteFrom('feedback').where('user_id', '=', userId).execute();
    await trx.deleteFrom('source_offers').where('user_id', '=', userId).execute();
    await sql`
      UPDATE notices
      SET recipients = (SELECT json_group_array(value) FROM json_each(notices.recipients) WHERE value <> ${userId})
      WHERE EXISTS (SELECT 1 FROM json_each(notices.recipients) WHERE value = ${userId})
    `.execute(trx);
  });
}
