import { randomBytes } from 'node:crypto';
import type { OutgoingGreeting } from '../news/outside.ts';
import { hasSetUp } from './goneGuilds.ts';
import type { Db } from './openStore.ts';
import { type Claim, claimWaiting } from './outbox.ts';

/** Who joined longer ago than this while nobody listened has found its way without a greeting. */
const longestUnnoticedMs = 30 * 86_400_000;

/** A server that Tidings is in, and since when by Discord's clock. */
export type JoinedGuild = { readonly guildId: string; readonly joinedAt: Date };

/**
 * Notes that Tidings is in a server, and that the server is to be greeted if nothing is known of this joining: told over
 * again, it changes nothing.
 */
export async function noteJoinedGuild(db: Db, joined: JoinedGuild, now: Date): Promise<void> {
  await db.transaction().execute((trx) => noteJoined(trx, joined, true, now));
}

/**
 * Notes the servers that there are when Tidings starts: those that it joined while nobody listened are to be greeted.
 * Where servers have not been noted before, all of them are known.
 */
export async function notePresentGuilds(db: Db, present: readonly JoinedGuild[], now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const hasBooks = (await trx.selectFrom('servers_noted').selectAll().executeTakeFirst()) !== undefined;
    if (!hasBooks) await trx.insertInto('servers_noted').values({ since: now.getTime() }).execute();
    const earliest = now.getTime() - longestUnnoticedMs;
    for (const joined of present) await noteJoined(trx, joined, hasBooks && joined.joinedAt.getTime() > earliest, now);
  });
}

async function noteJoined(trx: Db, { guildId, joinedAt }: JoinedGuild, isNews: boolean, now: Date): Promise<void> {
  const known = await trx
    .selectFrom('greetings')
    .select('joined_at')
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  if (known?.joined_at === joinedAt.getTime()) return;
  const isFurnished = await hasSetUp(trx, guildId);
  // What was set up before servers were noted was set up by somebody who needs no greeting.
  const isGreeted = known ? isNews : isNews && !isFurnished;
  const columns = {
    joined_at: joinedAt.getTime(),
    kind: isFurnished ? ('return' as const) : ('first' as const),
    nonce: randomBytes(12).toString('hex'),
    status: isGreeted ? ('waiting' as const) : ('dropped' as const),
    attempts: 0,
    next_attempt_at: now.getTime(),
    created_at: now.getTime(),
  };
  await trx
    .insertInto('greetings')
    .values({ guild_id: guildId, ...columns })
    .onConflict((conflict) => conflict.column('guild_id').doUpdateSet(columns))
    .execute();
}

export type WaitingGreeting = OutgoingGreeting & {
  readonly id: number;
  readonly attempts: number;
  readonly createdAt: Date;
};

/** Takes the greetings that are to be sent now, as {@link claimWaiting} does. Who has a briefing already needs none. */
export async function claimGreetings(db: Db, claim: Claim): Promise<WaitingGreeting[]> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('greetings')
      .set({ status: 'dropped', last_error: 'set up already' })
      .where('status', '=', 'waiting')
      .where('kind', '=', 'first')
      .where('guild_id', 'in', trx.selectFrom('subscriptions').select('guild_id'))
      .execute();
    const ids = await claimWaiting(trx, 'greetings', claim);
    const rows = await trx.selectFrom('greetings').selectAll().where('id', 'in', ids).orderBy('id').execute();
    return rows.map((row) => ({
      id: row.id,
      guildId: row.guild_id,
      kind: row.kind,
      nonce: row.nonce,
      attempts: row.attempts,
      createdAt: new Date(row.created_at),
    }));
  });
}
