import { toAnnounce } from '../news/arrivals.ts';
import type { Db } from './openStore.ts';
import { recordEvent } from './sources.ts';

/** Notes that articles of a source are held, so that somebody is asked, once, whether to announce them. */
export async function noteHeld(trx: Db, sourceId: number, count: number, now: Date): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('sources')
    .set({ held_since: now.getTime() })
    .where('id', '=', sourceId)
    .where('held_since', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await recordEvent(trx, { source_id: sourceId, kind: 'held', at: now.getTime(), detail: String(count) });
}

/**
 * Ends the holding of a source's articles. They go on to the stories either way.
 *
 * @param announce  whether to let them through: as many of the newest as may be announced at once
 * @returns how many were held; 0 when somebody else has answered before
 */
export async function releaseHeld(db: Db, sourceId: number, announce: boolean): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const held = await trx
      .selectFrom('articles')
      .select(['id', 'published_at'])
      .where('source_id', '=', sourceId)
      .where('arrival', '=', 'held')
      .execute();
    const news = announce ? toAnnounce(held.map((row) => ({ ...row, publishedAt: new Date(row.published_at) }))) : [];
    for (const { id } of news) {
      await trx.updateTable('articles').set({ arrival: 'news' }).where('id', '=', id).execute();
    }
    await trx
      .updateTable('articles')
      .set({ arrival: 'silent' })
      .where('source_id', '=', sourceId)
      .where('arrival', '=', 'held')
      .execute();
    await trx.updateTable('sources').set({ held_since: null }).where('id', '=', sourceId).execute();
    return held.length;
  });
}

/** Keeps back what was held before then: nobody has answered. */
export async function keepBackHeld(db: Db, heldBefore: Date): Promise<void> {
  const sources = await db.selectFrom('sources').select('id').where('held_since', '<', heldBefore.getTime()).execute();
  for (const { id } of sources) await releaseHeld(db, id, false);
}
