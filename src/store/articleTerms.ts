import type { Db } from './openStore.ts';

/** What comparing needs of an article, as numbers. */
export type KeptTerms = { readonly terms: Uint32Array; readonly sketch: Uint32Array };

const perDelete = 500;

/** Keeps what was made of articles. @param edition  of the code that made it */
export async function saveArticleTerms(
  db: Db,
  made: readonly (KeptTerms & { readonly articleId: number })[],
  edition: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { articleId, terms, sketch } of made) {
      const kept = { edition, terms: bytesOf(terms), sketch: bytesOf(sketch) };
      await trx
        .insertInto('article_terms')
        .columns(['article_id', 'edition', 'terms', 'sketch'])
        // An article may have been pruned meanwhile.
        .expression((query) =>
          query
            .selectFrom('articles')
            .select(({ val }) => [
              'id',
              val(kept.edition).as('edition'),
              val(kept.terms).as('terms'),
              val(kept.sketch).as('sketch'),
            ])
            .where('id', '=', articleId),
        )
        .onConflict((conflict) => conflict.column('article_id').doUpdateSet(kept))
        .execute();
    }
  });
}

export async function deleteArticleTerms(db: Db, articleIds: readonly number[]): Promise<void> {
  for (let start = 0; start < articleIds.length; start += perDelete) {
    const some = articleIds.slice(start, start + perDelete);
    await db.deleteFrom('article_terms').where('article_id', 'in', some).execute();
  }
}

/** The numbers of a blob, which SQLite does not align. */
export function numbersOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
}

function bytesOf(numbers: Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
