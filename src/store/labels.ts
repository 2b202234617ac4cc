import { type HeldLabels, heldLabels, type Label, type Verdict } from '../news/storyLabels.ts';
import type { Db } from './openStore.ts';

/** Keeps what somebody said of pairs of articles, in place of what their server said of them before. */
export async function saveLabels(
  db: Db,
  pairs: readonly Pick<Label, 'articleA' | 'articleB'>[],
  verdict: Verdict,
  by: { guildId: string; userId: string; now: Date },
): Promise<void> {
  const word = { verdict, user_id: by.userId, at: by.now.getTime() };
  await db.transaction().execute(async (trx) => {
    for (const { articleA, articleB } of pairs) {
      await trx
        .insertInto('labels')
        .values({ article_a: articleA, article_b: articleB, guild_id: by.guildId, ...word })
        .onConflict((conflict) => conflict.columns(['article_a', 'article_b', 'guild_id']).doUpdateSet(word))
        .execute();
    }
  });
}

/** What holds of the pairs that any of these articles is in. */
export async function findHeldLabels(db: Db, articleIds: readonly number[]): Promise<HeldLabels> {
  const rows = await db
    .selectFrom('labels')
    .selectAll()
    .where((where) => where.or([where('article_a', 'in', [...articleIds]), where('article_b', 'in', [...articleIds])]))
    .execute();
  if (rows.length === 0) return new Map();
  const { servers } = await db
    .selectFrom(
      db
        .selectFrom('subscriptions')
        .select('guild_id')
        .union(db.selectFrom('live_subscriptions').select('guild_id'))
        .as('wishes'),
    )
    .select((eb) => eb.fn.countAll<number>().as('servers'))
    .executeTakeFirstOrThrow();
  const labels = rows.map((row) => ({
    articleA: row.article_a,
    articleB: row.article_b,
    verdict: row.verdict,
    guildId: row.guild_id,
  }));
  return heldLabels(labels, servers);
}
