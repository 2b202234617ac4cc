import { sql } from 'kysely';
import { moveFeedback } from './feedback.ts';
import type { Db } from './openStore.ts';
import { countTopics, currentStoryId, nextPlace, touchStory } from './stories.ts';

/**
 * Makes one story of two: the older takes in the younger one's articles, updates and what channels have had of it, and
 * its id leads there from now on.
 *
 * @returns the id of the story that stays, or null when they are one already or there is one of them only
 */
export async function mergeStories(db: Db, one: number, other: number, now: Date): Promise<number | null> {
  return db.transaction().execute(async (trx) => {
    const ids = [await currentStoryId(trx, one), await currentStoryId(trx, other)];
    const [older = 0, younger = 0] = ids.sort((a, b) => a - b);
    const stories = await trx.selectFrom('stories').selectAll().where('id', 'in', ids).orderBy('id').execute();
    const [kept, taken] = stories;
    if (!kept || !taken) return null;
    await trx
      .updateTable('articles')
      .set((eb) => ({ facet: eb.fn.coalesce('facet', 'story_id'), story_id: older }))
      .where('story_id', '=', younger)
      .execute();
    await sql`
      INSERT INTO briefing_stories (briefing_id, story_id, position, last_article_id)
      SELECT briefing_id, ${older}, position, last_article_id FROM briefing_stories WHERE story_id = ${younger}
      ON CONFLICT DO UPDATE SET last_article_id = max(last_article_id, excluded.last_article_id)
    `.execute(trx);
    await trx.updateTable('story_updates').set({ story_id: older }).where('story_id', '=', younger).execute();
    await noteChange(trx, older, 'merged', taken.headline, now);
    await trx
      .updateTable('stories')
      .set({ followed_article: Math.max(kept.followed_article, taken.followed_article) })
      .where('id', '=', older)
      .execute();
    await leadTo(trx, younger, older);
    await countTopics(trx, older);
    await touchStory(trx, older, now);
    return older;
  });
}

/**
 * Takes articles out of a story, with whatever repeats them, and makes a story of them. Channels that have had the story
 * count as having had both. The moved articles are placed anew, so that every copy of the clustering stage learns of it.
 *
 * @returns the id of the new story; null when none of the articles is in the story, or all of them are
 */
export async function splitStory(
  db: Db,
  storyId: number,
  articleIds: readonly number[],
  now: Date,
): Promise<number | null> {
  return db.transaction().execute(async (trx) => {
    const members = await trx
      .selectFrom('articles')
      .select(['id', 'title', 'language', 'copy_of'])
      .where('story_id', '=', storyId)
      .orderBy('placed')
      .execute();
    const leaves = (id: number | null) => id !== null && articleIds.includes(id);
    const [leaving, staying] = [true, false].map((isLeaving) =>
      members.filter(({ id, copy_of }) => (leaves(id) || leaves(copy_of)) === isLeaving),
    );
    const [founder, stayer] = [leaving?.[0], staying?.[0]];
    if (!leaving || !founder || !stayer) return null;
    const { id: newId } = await trx
      .insertInto('stories')
      .values({
        created_at: now.getTime(),
        changed_at: now.getTime(),
        headline: founder.title,
        language: founder.language,
        followed_article: Math.max(...leaving.map(({ id }) => id)),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const { id } of leaving) {
      const moved = { story_id: newId, facet: null, placed: await nextPlace(trx) };
      await trx.updateTable('articles').set(moved).where('id', '=', id).execute();
      await trx.updateTable('story_updates').set({ story_id: newId }).where('article_id', '=', id).execute();
    }
    await sql`
      INSERT INTO briefing_stories (briefing_id, story_id, position, last_article_id)
      SELECT briefing_id, ${newId}, position, last_article_id FROM briefing_stories WHERE story_id = ${storyId}
    `.execute(trx);
    const named = { headline: stayer.title, language: stayer.language };
    if (members[0] === founder) await trx.updateTable('stories').set(named).where('id', '=', storyId).execute();
    await noteChange(trx, storyId, 'split', founder.title, now);
    for (const id of [storyId, newId]) {
      await countTopics(trx, id);
      await touchStory(trx, id, now);
    }
    return newId;
  });
}

/** Of some stories, those whose articles stay: readers have had them, or people have said what belongs in them. */
export async function findSettledStories(db: Db, storyIds: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.coalesce('facet', 'story_id').as('story_id'))
    .distinct()
    .where((eb) => eb(eb.fn.coalesce('facet', 'story_id'), 'in', [...storyIds]))
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('briefing_stories')
            .select('briefing_id')
            .whereRef('briefing_stories.story_id', '=', 'articles.story_id'),
        ),
        exists(selectFrom('cards').select('cards.id').whereRef('cards.story_id', '=', 'articles.story_id')),
        exists(selectFrom('labels').select('guild_id').whereRef('article_a', '=', 'articles.id')),
        exists(selectFrom('labels').select('guild_id').whereRef('article_b', '=', 'articles.id')),
      ]),
    )
    .execute();
  return rows.map(({ story_id }) => story_id as number);
}

/** An article that moves, and the earlier one in its new story whose text it repeats. */
export type Move = { readonly articleId: number; readonly from: number; readonly copyOf: number | null };

/**
 * Moves articles to another story, or makes a story of them. A story that has lost all of them leads there. They are
 * placed anew, so that every copy of the clustering stage learns of it.
 *
 * @param to  null for a new story
 * @returns the story, and the articles that moved: those that still stood where they were taken from
 */
export async function moveArticles(
  db: Db,
  moves: readonly Move[],
  to: number | null,
  now: Date,
): Promise<{ readonly storyId: number; readonly articleIds: readonly number[] } | null> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('articles')
      .select(['id', 'title', 'language', 'story_id', 'facet'])
      .where(
        'id',
        'in',
        moves.map(({ articleId }) => articleId),
      )
      .orderBy('placed')
      .execute();
    const fromOf = new Map(moves.map(({ articleId, from }) => [articleId, from]));
    const moving = rows.filter(({ id, story_id, facet }) => (facet ?? story_id) === fromOf.get(id));
    const [first] = moving;
    if (!first) return null;
    const storyId = to ?? (await newStory(trx, first, now));
    const currentId = await currentStoryId(trx, storyId);
    const facet = currentId === storyId ? null : storyId;
    const ids = moving.map(({ id }) => id);
    for (const { articleId, copyOf } of moves) {
      if (!ids.includes(articleId)) continue;
      const moved = { story_id: currentId, facet, copy_of: copyOf, placed: await nextPlace(trx) };
      await trx.updateTable('articles').set(moved).where('id', '=', articleId).execute();
    }
    await trx.updateTable('story_updates').set({ story_id: currentId }).where('article_id', 'in', ids).execute();
    await trx
      .updateTable('articles')
      .set({ copy_of: null })
      .where('copy_of', 'in', ids)
      .where('story_id', '!=', currentId)
      .execute();
    for (const left of new Set(moving.map(({ story_id }) => story_id as number))) {
      if (left !== currentId) await closeUp(trx, left, currentId, now);
    }
    await countTopics(trx, currentId);
    await touchStory(trx, currentId, now);
    return { storyId, articleIds: ids };
  });
}

async function newStory(trx: Db, founder: { title: string; language: string }, now: Date): Promise<number> {
  const { id } = await trx
    .insertInto('stories')
    .values({
      created_at: now.getTime(),
      changed_at: now.getTime(),
      headline: founder.title,
      language: founder.language,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** After articles have left a story: it is named after the first that is still there, or leads where they went. */
async function closeUp(trx: Db, storyId: number, wentTo: number, now: Date): Promise<void> {
  const founder = await trx
    .selectFrom('articles')
    .select(['title', 'language'])
    .where('story_id', '=', storyId)
    .orderBy('placed')
    .executeTakeFirst();
  if (!founder) return leadTo(trx, storyId, wentTo);
  const named = { headline: founder.title, language: founder.language };
  await trx.updateTable('stories').set(named).where('id', '=', storyId).execute();
  await countTopics(trx, storyId);
  await touchStory(trx, storyId, now);
}

/** Deletes a story without articles; its id and those that led to it lead to another from now on. */
async function leadTo(trx: Db, storyId: number, to: number): Promise<void> {
  await trx.updateTable('story_redirects').set({ to_id: to }).where('to_id', '=', storyId).execute();
  await trx.insertInto('story_redirects').values({ story_id: storyId, to_id: to }).execute();
  await moveFeedback(trx, storyId, to);
  await trx.deleteFrom('stories').where('id', '=', storyId).execute();
}

async function noteChange(trx: Db, storyId: number, kind: 'merged' | 'split', detail: string, now: Date) {
  await trx.insertInto('story_updates').values({ story_id: storyId, at: now.getTime(), kind, detail }).execute();
}
