import { type Meaning, meaningOf } from '../news/meaning.ts';
import type { Db } from './openStore.ts';

const perQuery = 500;

/** Articles that wait for a story and that this model has not seen, in the order in which they wait. */
export function findUnembedded(
  db: Db,
  model: string,
  limit: number,
): Promise<{ id: number; title: string; summary: string; text: string }[]> {
  return db
    .selectFrom('articles')
    .leftJoin('embeddings', (join) => join.onRef('article_id', '=', 'id').on('model', '=', model))
    .select(['id', 'title', 'summary', 'text'])
    .where('story_id', 'is', null)
    .where('arrival', '<>', 'held')
    .where('article_id', 'is', null)
    .orderBy('published_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Keeps what a model made of articles, in place of what another did. */
export async function saveEmbeddings(
  db: Db,
  model: string,
  made: readonly { readonly articleId: number; readonly embedding: Float32Array }[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { articleId, embedding } of made) {
      const vector = Buffer.from(meaningOf(embedding).buffer);
      await trx
        .insertInto('embeddings')
        .columns(['article_id', 'model', 'vector'])
        // An article may have been pruned meanwhile.
        .expression((query) =>
          query
            .selectFrom('articles')
            .select(({ val }) => ['id', val(model).as('model'), val(vector).as('vector')])
            .where('id', '=', articleId),
        )
        .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ model, vector }))
        .execute();
    }
  });
}

/** What this model made of articles; those that it has not seen are left out. */
export async function findMeanings(db: Db, model: string, ids: readonly number[]): Promise<Map<number, Meaning>> {
  const found = new Map<number, Meaning>();
  for (let start = 0; start < ids.length; start += perQuery) {
    const rows = await db
      .selectFrom('embeddings')
      .select(['article_id', 'vector'])
      .where('model', '=', model)
      .where('article_id', 'in', ids.slice(start, start + perQuery))
      .execute();
    for (const { article_id, vector } of rows)
      found.set(
        article_id,
        Int8Array.from(vector, (byte) => (byte << 24) >> 24),
      );
  }
  return found;
}

/** Forgets what was made of articles whose stories have ended. */
export async function deleteEmbeddings(db: Db, articleIds: readonly number[]): Promise<void> {
  for (let start = 0; start < articleIds.length; start += perQuery) {
    const some = articleIds.slice(start, start + perQuery);
    await db.deleteFrom('embeddings').where('article_id', 'in', some).execute();
  }
}
