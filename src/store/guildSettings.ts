import { inTransaction } from './inTransaction.ts';
import type { Db } from './openStore.ts';

/** What a server has chosen for all of it; null where it has chosen nothing. */
export type GuildSettings = {
  /** BCP 47. */
  readonly language: string | null;
  /** IANA. */
  readonly timeZone: string | null;
  /** The channel that notices go to, instead of a direct message. */
  readonly noticeChannelId: string | null;
};

const nothing: GuildSettings = { language: null, timeZone: null, noticeChannelId: null };

export async function findGuildSettings(db: Db, guildId: string): Promise<GuildSettings> {
  const row = await db.selectFrom('guild_settings').selectAll().where('guild_id', '=', guildId).executeTakeFirst();
  if (!row) return nothing;
  return { language: row.language, timeZone: row.time_zone, noticeChannelId: row.notice_channel_id };
}

/** Changes what is named; the rest stays. */
export async function changeGuildSettings(db: Db, guildId: string, change: Partial<GuildSettings>): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { language, timeZone, noticeChannelId } = { ...(await findGuildSettings(trx, guildId)), ...change };
    const columns = { language, time_zone: timeZone, notice_channel_id: noticeChannelId };
    await trx
      .insertInto('guild_settings')
      .values({ guild_id: guildId, ...columns })
      .onConflict((conflict) => conflict.column('guild_id').doUpdateSet(columns))
      .execute();
  });
}
