import type { Selectable } from 'kysely';
import type { OwnTopic } from '../news/topic.ts';
import type { Db } from './openStore.ts';
import type { Schema } from './schema.ts';

export async function findGuildTopics(db: Db, guildId: string): Promise<OwnTopic[]> {
  const rows = await db
    .selectFrom('guild_topics')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('name')
    .execute();
  return rows.map(topicFromRow);
}

export async function findGuildTopic(db: Db, id: number): Promise<OwnTopic | null> {
  const row = await db.selectFrom('guild_topics').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? topicFromRow(row) : null;
}

/** @returns null when the server has a topic of this name already */
export async function addGuildTopic(
  db: Db,
  topic: Omit<OwnTopic, 'id'>,
  by: { userId: string; now: Date },
): Promise<OwnTopic | null> {
  const row = await db
    .insertInto('guild_topics')
    .values({
      guild_id: topic.guildId,
      name: topic.name,
      words: JSON.stringify(topic.words),
      created_by: by.userId,
      created_at: by.now.getTime(),
    })
    .onConflict((conflict) => conflict.columns(['guild_id', 'name']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ? topicFromRow(row) : null;
}

export async function removeGuildTopic(db: Db, id: number): Promise<void> {
  await db.deleteFrom('guild_topics').where('id', '=', id).execute();
}

function topicFromRow(row: Selectable<Schema['guild_topics']>): OwnTopic {
  return { id: row.id, guildId: row.guild_id, name: row.name, words: JSON.parse(row.words) };
}
