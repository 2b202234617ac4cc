import { CompiledQuery } from 'kysely';
import { indexText } from '../text/tokens.ts';
import type { Db } from './openStore.ts';

type Row = { readonly id: number; readonly title: string; readonly summary: string; readonly text: string };

/**
 * Brings the index of words up to date, the oldest article first. Until an article is in it, it waits to be clustered,
 * so that whatever is told of a story can be searched.
 *
 * @param limit  how many articles to index, in one transaction
 * @returns how many were
 */
export async function indexWords(db: Db, limit: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const last = await lastIndexed(trx);
    const edited = await editedArticles(trx, last, limit);
    const added = await addedArticles(trx, last, limit - edited.length);
    for (const { id } of edited) await trx.deleteFrom('articles_fts').where('rowid', '=', id).execute();
    for (const row of [...edited, ...added]) await indexRow(trx, row);
    const newest = added.at(-1)?.id ?? last;
    await trx.updateTable('word_index').set({ last_article: newest }).execute();
    const editedNow = edited.map(({ id }) => id);
    await trx
      .deleteFrom('edited_articles')
      .where((where) =>
        where.or([
          where('article_id', 'in', editedNow),
          where.and([where('article_id', '>', last), where('article_id', '<=', newest)]),
        ]),
      )
      .execute();
    return edited.length + added.length;
  });
}

/** Whether more than so many articles wait for it, some, or none. */
export async function unindexed(db: Db, many: number): Promise<'many' | 'some' | 'none'> {
  const last = await lastIndexed(db);
  const added = await db
    .selectFrom('articles')
    .select('id')
    .where('id', '>', last)
    .limit(many + 1)
    .execute();
  const edited = await db
    .selectFrom('edited_articles')
    .select('article_id')
    .limit(many + 1)
    .execute();
  const waiting = added.length + edited.length;
  if (waiting === 0) return 'none';
  return waiting > many ? 'many' : 'some';
}

async function lastIndexed(db: Db): Promise<number> {
  return (await db.selectFrom('word_index').select('last_article').executeTakeFirstOrThrow()).last_article;
}

function editedArticles(db: Db, last: number, limit: number): Promise<Row[]> {
  return db
    .selectFrom('edited_articles')
    .innerJoin('articles', 'articles.id', 'edited_articles.article_id')
    .select(['id', 'title', 'summary', 'text'])
    .where('article_id', '<=', last)
    .limit(limit)
    .execute();
}

function addedArticles(db: Db, last: number, limit: number): Promise<Row[]> {
  return db
    .selectFrom('articles')
    .select(['id', 'title', 'summary', 'text'])
    .where('id', '>', last)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Written out, because building the statement takes Kysely longer than running it takes SQLite. */
async function indexRow(trx: Db, { id, title, summary, text }: Row): Promise<void> {
  const words = [indexText(title), indexText(`${summary}\n${text}`)];
  await trx.executeQuery(
    CompiledQuery.raw('INSERT INTO articles_fts (rowid, title, body) VALUES (?, ?, ?)', [id, ...words]),
  );
}
