import type { Selectable } from 'kysely';
import { readQuery, writeQuery } from '../news/query.ts';
import { type OwnTopic, ownTopicId } from '../news/topic.ts';
import type { Db } from './openStore.ts';
import type { Schema } from './schema.ts';

export async function findGuildTopics(db: Db, guildId: string): Promise<OwnTopic[]> {
  const rows = await db
    .selectFrom('guild_topics')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('name')
    .execute();
  return topicsFromRows(db, rows);
}

export async function findGuildTopic(db: Db, id: number): Promise<OwnTopic | null> {
  const rows = await db.selectFrom('guild_topics').selectAll().where('id', '=', id).execute();
  const [topic] = await topicsFromRows(db, rows);
  return topic ?? null;
}

/** @returns null when the server has a topic of this name already */
export async function addGuildTopic(
  db: Db,
  topic: Pick<OwnTopic, 'guildId' | 'name' | 'query'>,
  by: { userId: string; now: Date },
): Promise<OwnTopic | null> {
  const row = await db
    .insertInto('guild_topics')
    .values({
      guild_id: topic.guildId,
      name: topic.name,
      query: topic.query ? writeQuery(topic.query) : '',
      created_by: by.userId,
      created_at: by.now.getTime(),
    })
    .onConflict((conflict) => conflict.columns(['guild_id', 'name']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ? topicFromRow(row, []) : null;
}

/** Lets a topic take everything of these sources, beside what it took before. */
export async function addSourcesToGuildTopic(db: Db, topicId: number, sourceIds: readonly number[]): Promise<void> {
  if (sourceIds.length === 0) return;
  await db
    .insertInto('guild_topic_sources')
    .values(sourceIds.map((sourceId) => ({ topic_id: topicId, source_id: sourceId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Lets a topic take articles by another query. */
export async function changeGuildTopic(db: Db, id: number, query: OwnTopic['query']): Promise<void> {
  await db
    .updateTable('guild_topics')
    .set({ query: query ? writeQuery(query) : '' })
    .where('id', '=', id)
    .execute();
}

export async function removeGuildTopic(db: Db, id: number): Promise<void> {
  await db.deleteFrom('guild_topics').where('id', '=', id).execute();
}

type TopicRow = Selectable<Schema['guild_topics']>;

async function topicsFromRows(db: Db, rows: readonly TopicRow[]): Promise<OwnTopic[]> {
  if (rows.length === 0) return [];
  const sources = await db
    .selectFrom('guild_topic_sources')
    .selectAll()
    .where(
      'topic_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  const byTopic = Map.groupBy(sources, ({ topic_id }) => topic_id);
  return rows.map((row) => topicFromRow(row, byTopic.get(row.id)?.map(({ source_id }) => source_id) ?? []));
}

function topicFromRow(row: TopicRow, sources: readonly number[]): OwnTopic {
  const read = readQuery(row.query);
  return { id: row.id, guildId: row.guild_id, name: row.name, query: 'query' in read ? read.query : null, sources };
}

/** Keys stay keys (they are labelled in the reader's language when shown); a server's own topics get their names. */
export async function topicLabels(db: Db, topics: readonly string[]): Promise<string[]> {
  return Promise.all(
    topics.map(async (key) => {
      const id = ownTopicId(key);
      return id === null ? key : ((await findGuildTopic(db, id))?.name ?? key);
    }),
  );
}
