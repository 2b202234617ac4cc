import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { TopicModel } from '../text/topicModel.ts';
import type { Db } from './openStore.ts';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** What was learned, and the last article that it was learned from. */
export type Learned = { readonly model: TopicModel; readonly lastArticle: number };

/** @returns an empty model when there is none of these labels and features yet; one of others is forgotten */
export async function findTopicModel(db: Db, labels: readonly string[]): Promise<Learned> {
  const row = await db.selectFrom('topic_models').select(['state', 'last_article', 'saved_at']).executeTakeFirst();
  const model = row && TopicModel.from(await inflate(row.state), labels);
  if (model) return { model, lastArticle: row.last_article };
  // It came further than what begins anew, which could not be saved for long.
  if (row) await db.deleteFrom('topic_models').where('saved_at', '=', row.saved_at).execute();
  return { model: new TopicModel(labels), lastArticle: 0 };
}

/** Another process may have learned more meanwhile: what has come further stays. */
export async function saveTopicModel(db: Db, { model, lastArticle }: Learned, now: Date): Promise<void> {
  const values = { state: await deflate(model.toBytes()), last_article: lastArticle, saved_at: now.getTime() };
  await db
    .insertInto('topic_models')
    .values({ id: 1, ...values })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(values).where('topic_models.last_article', '<=', lastArticle),
    )
    .execute();
}

/** An article to learn from. */
export type Lesson = {
  readonly id: number;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly language: string;
  readonly categories: readonly string[];
  readonly sourceTopics: readonly string[];
};

/** The articles after a point, in the order in which they came. */
export async function findLessons(db: Db, afterId: number, limit: number): Promise<Lesson[]> {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('sources', 'sources.id', 'articles.source_id')
    .select(['articles.id', 'articles.title', 'summary', 'text', 'articles.language', 'categories', 'sources.topics'])
    .where('articles.id', '>', afterId)
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map(({ categories, topics, ...row }) => ({
    ...row,
    categories: JSON.parse(categories),
    sourceTopics: JSON.parse(topics),
  }));
}

/** An article that is no news is announced nowhere. */
export async function silenceArticle(db: Db, articleId: number): Promise<void> {
  await db.updateTable('articles').set({ arrival: 'silent' }).where('id', '=', articleId).execute();
}
