import { sql } from 'kysely';
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
    await trx.updateTable('story_redirects').set({ to_id: older }).where('to_id', '=', younger).execute();
    await trx.insertInto('story_redirects').values({ story_id: younger, to_id: older }).execute();
    await trx
      .updateTable('stories')
      .set({ followed_article: Math.max(kept.followed_article, taken.followed_article) })
      .where('id', '=', older)
      .execute();
    await trx.deleteFrom('stories').where('id', '=', younger).execute();
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

async function noteChange(trx: Db, storyId: number, kind: 'merged' | 'split', detail: string, now: Date) {
  await trx.insertInto('story_updates').values({ story_id: storyId, at: now.getTime(), kind, detail }).execute();
}
