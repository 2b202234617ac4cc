import type { Db } from './openStore.ts';
import { wishTables } from './subscriptions.ts';

/** The tables in which a server has rows of its own, those first that others hang on. */
const tablesOfGuild = [
  'guild_sources',
  'guild_topics',
  'guild_settings',
  'source_offers',
  'waiting_events',
  'notices',
  'labels',
  'feedback',
  'mutes',
  'subscriptions',
  'live_subscriptions',
  'greetings',
  'gone_guilds',
] as const;

/** The tables in which those who manage a server have set something up. */
const tablesOfManagers = [...wishTables, 'guild_sources', 'guild_topics', 'guild_settings', 'labels'] as const;

/** Whether a server has set anything up that is kept. */
export async function hasSetUp(db: Db, guildId: string): Promise<boolean> {
  for (const table of tablesOfManagers) {
    const row = await db
      .selectFrom(table)
      .select('guild_id')
      .where('guild_id', '=', guildId)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}

/** Notes that Tidings was removed from a server. Its briefings and cards rest; everything is kept for now. */
export async function noteGoneGuild(db: Db, guildId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('gone_guilds')
      .values({ guild_id: guildId, gone_at: now.getTime() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const table of wishTables) {
      await trx.updateTable(table).set({ suspended: 'no channel' }).where('guild_id', '=', guildId).execute();
    }
  });
}

/** A server that has Tidings again finds everything as it was; its briefings go on where the bot may post. */
export async function noteReturnedGuild(db: Db, guildId: string): Promise<void> {
  await db.deleteFrom('gone_guilds').where('guild_id', '=', guildId).execute();
}

/** Notes which servers have gone and come back while nobody listened. @param presentIds  all that there are now */
export async function comparePresentGuilds(db: Db, presentIds: readonly string[], now: Date): Promise<void> {
  const present = new Set(presentIds);
  const known = await Promise.all(
    ([...tablesOfManagers, 'greetings'] as const).map((table) =>
      db.selectFrom(table).select('guild_id').distinct().execute(),
    ),
  );
  // People's own briefings are no server's.
  const knownIds = new Set(known.flat().flatMap(({ guild_id }) => guild_id || []));
  const gone = await db.selectFrom('gone_guilds').select('guild_id').execute();
  for (const id of knownIds.difference(present)) await noteGoneGuild(db, id, now);
  for (const { guild_id } of gone) if (present.has(guild_id)) await noteReturnedGuild(db, guild_id);
}

/** Deletes whatever belongs to servers that have been gone since before that. */
export async function deleteGoneGuilds(db: Db, before: Date): Promise<void> {
  const gone = await db.selectFrom('gone_guilds').select('guild_id').where('gone_at', '<', before.getTime()).execute();
  for (const { guild_id: guildId } of gone) {
    await db.transaction().execute(async (trx) => {
      const channels = trx.selectFrom('subscriptions').select('channel_id').where('guild_id', '=', guildId);
      await trx.deleteFrom('briefings').where('channel_id', 'in', channels).execute();
      await trx.updateTable('follows').set({ guild_id: null }).where('guild_id', '=', guildId).execute();
      for (const table of tablesOfGuild) await trx.deleteFrom(table).where('guild_id', '=', guildId).execute();
    });
  }
}
