import { sql } from 'kysely';
import type { KnownName } from '../text/otherNames.ts';
import type { Db } from './openStore.ts';

/** A pair of names that a source printed. */
export type PrintedPair = KnownName & { readonly sourceId: number };

/** The pairs printed last stay: so many of one owner, and so many in all. */
const mostOfOwner = 2_000;
const mostPairs = 50_000;
/** A pair is known when so many owners print it, or one does in so many articles. */
const fewestOwners = 2;
const fewestArticles = 3;

/**
 * Notes what one article each printed; sources of one owner count as one.
 *
 * @param bounds  how many pairs are kept
 */
export async function saveNamePairs(
  db: Db,
  printed: readonly PrintedPair[],
  now: Date,
  bounds = { ofOwner: mostOfOwner, inAll: mostPairs },
): Promise<void> {
  if (printed.length === 0) return;
  const sourceIds = [...new Set(printed.map(({ sourceId }) => sourceId))];
  await db.transaction().execute(async (trx) => {
    const sources = await trx.selectFrom('sources').select(['id', 'owner']).where('id', 'in', sourceIds).execute();
    const ownerOf = new Map(sources.map(({ id, owner }) => [id, owner]));
    for (const { key, other, sourceId } of printed) {
      const owner = ownerOf.get(sourceId);
      // A source may have been removed meanwhile.
      if (owner === undefined) continue;
      await trx
        .insertInto('name_pairs')
        .values({ name_key: key, other, owner, articles: 1, seen_at: now.getTime() })
        .onConflict((conflict) =>
          conflict
            .columns(['name_key', 'other', 'owner'])
            .doUpdateSet((eb) => ({ articles: eb('name_pairs.articles', '+', 1), seen_at: now.getTime() })),
        )
        .execute();
    }
    for (const owner of new Set(ownerOf.values())) {
      await sql`DELETE FROM name_pairs WHERE id IN (
        SELECT id FROM name_pairs WHERE owner = ${owner} ORDER BY seen_at DESC, id DESC LIMIT -1 OFFSET ${bounds.ofOwner}
      )`.execute(trx);
    }
    await sql`DELETE FROM name_pairs WHERE id IN (
      SELECT id FROM name_pairs ORDER BY seen_at DESC, id DESC LIMIT -1 OFFSET ${bounds.inAll}
    )`.execute(trx);
  });
}

/** The pairs that two owners print, or one in three articles; those that most print come first. */
export async function findNamePairs(db: Db): Promise<KnownName[]> {
  return db
    .selectFrom('name_pairs')
    .select(['name_key as key', 'other'])
    .groupBy(['name_key', 'other'])
    .having((eb) => eb.or([eb(eb.fn.countAll(), '>=', fewestOwners), eb(eb.fn.max('articles'), '>=', fewestArticles)]))
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy((eb) => eb.fn.sum('articles'), 'desc')
    .orderBy('name_key')
    .orderBy('other')
    .execute();
}
