import { sql } from 'kysely';
import type { FeedbackSummary, FeedbackVerdict } from '../news/feedback.ts';
import type { Db } from './openStore.ts';

type Feedback = {
  readonly storyId: number;
  /** Null outside of any server. */
  readonly guildId: string | null;
  readonly userId: string;
  readonly verdict: FeedbackVerdict;
  /** What the brief rests on. */
  readonly articleIds: readonly number[];
};

/** Keeps what a reader thinks of the brief of a story, in place of what they thought before. */
export async function saveFeedback(db: Db, feedback: Feedback, now: Date): Promise<void> {
  const { storyId, userId, articleIds } = feedback;
  const word = { guild_id: feedback.guildId, verdict: feedback.verdict, at: now.getTime() };
  await db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('feedback')
      .values({ story_id: storyId, user_id: userId, ...word })
      .onConflict((conflict) => conflict.columns(['story_id', 'user_id']).doUpdateSet(word))
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx.deleteFrom('feedback_sources').where('feedback_id', '=', id).execute();
    await trx
      .insertInto('feedback_sources')
      .columns(['feedback_id', 'source_id'])
      .expression((eb) =>
        eb
          .selectFrom('articles')
          .select([eb.val(id).as('feedback_id'), 'source_id'])
          .distinct()
          .where('id', 'in', [...articleIds]),
      )
      .execute();
  });
}

/**
 * What readers have thought since then.
 *
 * @param guildId  of which server; null: of all, and of those outside of any
 * @param limit  of stories, and of sources
 */
export async function sumUpFeedback(
  db: Db,
  { since, guildId, limit }: { since: Date; guildId: string | null; limit: number },
): Promise<FeedbackSummary> {
  const given = db
    .selectFrom('feedback')
    .where('at', '>=', since.getTime())
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId));
  const useful = sql<number>`count(DISTINCT feedback.id) FILTER (WHERE verdict = 'useful')`;
  const complaints = sql<number>`count(DISTINCT feedback.id) FILTER (WHERE verdict <> 'useful')`;
  const tally = [useful.as('useful'), complaints.as('complaints')] as const;
  const counted = await given
    .select((eb) => ['verdict', eb.fn.countAll<number>().as('count')])
    .groupBy('verdict')
    .execute();
  const stories = await given
    .innerJoin('stories', 'stories.id', 'feedback.story_id')
    .select(['stories.id as storyId', 'stories.headline', ...tally])
    .groupBy('stories.id')
    .having(complaints, '>', 0)
    .orderBy('complaints', 'desc')
    .orderBy('useful')
    .orderBy('stories.id', 'desc')
    .limit(limit)
    .execute();
  const sources = await given
    .innerJoin('feedback_sources', 'feedback_sources.feedback_id', 'feedback.id')
    .innerJoin('sources as cited', 'cited.id', 'feedback_sources.source_id')
    .innerJoin('sources', (join) => join.on(sql<boolean>`sources.id = coalesce(cited.merged_into, cited.id)`))
    .select(['sources.id as sourceId', 'sources.title', ...tally])
    .groupBy('sources.id')
    .having(complaints, '>', 0)
    .orderBy('complaints', 'desc')
    .orderBy('useful')
    .orderBy('sources.id')
    .limit(limit)
    .execute();
  const none = { useful: 0, 'wrong fact': 0, 'mixed up': 0, 'old news': 0, unwanted: 0 };
  return {
    verdicts: { ...none, ...Object.fromEntries(counted.map(({ verdict, count }) => [verdict, count])) },
    stories,
    sources,
  };
}

/** After a story has become part of another. Who spoke of both is remembered with what they said of the other one. */
export async function moveFeedback(trx: Db, from: number, to: number): Promise<void> {
  await sql`UPDATE OR IGNORE feedback SET story_id = ${to} WHERE story_id = ${from}`.execute(trx);
}
