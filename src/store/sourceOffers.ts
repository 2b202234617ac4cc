import type { ServerSettings } from '../news/serverSettings.ts';
import { fromJson } from './json.ts';
import type { Db } from './openStore.ts';

/** A feed that somebody may add to a server. */
export type OfferedFeed = {
  readonly url: string;
  readonly title: string;
  readonly site: string | null;
  /** BCP 47, or `und`. */
  readonly language: string;
  /** Keys of the topics that everything in it is about. */
  readonly topics: readonly string[];
  /** Names of the server's own topics that it is to belong to. */
  readonly ownTopics: readonly string[];
};

const validMs = 24 * 60 * 60_000;

/**
 * Keeps what somebody was shown until they choose, for a day. Older offers are forgotten.
 *
 * @returns its id, for the control that chooses
 */
export async function saveOffer(
  db: Db,
  offer: { guildId: string; userId: string; feeds: readonly OfferedFeed[] | ServerSettings },
  now: Date,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await pruneOffers(trx, now);
    const { id } = await trx
      .insertInto('source_offers')
      .values({
        guild_id: offer.guildId,
        user_id: offer.userId,
        created_at: now.getTime(),
        feeds: JSON.stringify(offer.feeds),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Forgets offers that can't be chosen from any longer. */
export async function pruneOffers(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('source_offers')
    .where('created_at', '<', now.getTime() - validMs)
    .execute();
}

type OfferedTo = { readonly guildId: string; readonly userId: string; readonly now: Date };

/** @returns null when there is no such offer (any longer), or it was made to somebody else */
export async function findOffer(db: Db, id: number, to: OfferedTo): Promise<readonly OfferedFeed[] | null> {
  const offered = await findOffered(db, id, to);
  return Array.isArray(offered) ? offered : null;
}

/** The same for the settings of a server that somebody may take over. */
export async function findOfferedSettings(db: Db, id: number, to: OfferedTo): Promise<ServerSettings | null> {
  const offered = await findOffered(db, id, to);
  return offered && !Array.isArray(offered) ? (offered as ServerSettings) : null;
}

async function findOffered(db: Db, id: number, to: OfferedTo): Promise<readonly OfferedFeed[] | ServerSettings | null> {
  const row = await db
    .selectFrom('source_offers')
    .select('feeds')
    .where('id', '=', id)
    .where('guild_id', '=', to.guildId)
    .where('user_id', '=', to.userId)
    .where('created_at', '>=', to.now.getTime() - validMs)
    .executeTakeFirst();
  return row ? fromJson<readonly OfferedFeed[] | ServerSettings>(row.feeds) : null;
}
