import { sql } from 'kysely';
import { type Mute, type Muted, mostMutes } from '../news/mute.ts';
import { primaryLanguage } from '../text/language.ts';
import { createMatchQuery } from '../text/matchQuery.ts';
import type { Db } from './openStore.ts';
import { findMainTopics } from './stories.ts';

/** Whose mutes: a person's, a server's. What is null or empty has none. */
export type Muting = { readonly userId?: string | null; readonly guildId?: string | null };

/** A story is about a muted word when this share of its articles in one language is. */
const leastShare = 0.3;
/** Of the beginning of an article. */
const mostLetters = 300;

/** Keeps what somebody does not want to read about. @returns null when as much is muted as can be */
export async function addMute(
  db: Db,
  owner: { userId: string } | { guildId: string },
  muted: Muted,
  now: Date,
): Promise<Mute | null> {
  return db.transaction().execute(async (trx) => {
    const before = await findMutes(trx, owner);
    const same = before.find(({ kind, value }) => kind === muted.kind && value === muted.value);
    if (same || before.length >= mostMutes) return same ?? null;
    const { id } = await trx
      .insertInto('mutes')
      .values({
        user_id: 'userId' in owner ? owner.userId : null,
        guild_id: 'guildId' in owner ? owner.guildId : null,
        kind: muted.kind,
        value: muted.value,
        created_at: now.getTime(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id, ...muted };
  });
}

/** What a person, a server, or both together have muted. */
export async function findMutes(db: Db, { userId, guildId }: Muting): Promise<Mute[]> {
  if (!userId && !guildId) return [];
  return db
    .selectFrom('mutes')
    .select(['id', 'kind', 'value'])
    .where((where) => where.or([where('user_id', '=', userId || ''), where('guild_id', '=', guildId || '')]))
    .orderBy('id')
    .execute();
}

/** @returns what was removed, of what is theirs */
export async function removeMutes(
  db: Db,
  owner: { userId: string } | { guildId: string },
  ids: readonly number[],
): Promise<Mute[]> {
  const [column, value] =
    'userId' in owner ? (['user_id', owner.userId] as const) : (['guild_id', owner.guildId] as const);
  return db
    .deleteFrom('mutes')
    .where(column, '=', value)
    .where('id', 'in', [...ids])
    .returning(['id', 'kind', 'value'])
    .execute();
}

/**
 * Which of these stories are muted: their main topic is, only muted sources tell them, or in some language about a third
 * of their articles begin with a muted word or phrase, whole where the script has spaces between words.
 */
export async function findMutedStories(
  db: Db,
  mutes: readonly Muted[],
  storyIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const muted = new Set<number>();
  if (mutes.length === 0 || storyIds.length === 0) return muted;
  const valuesOf = (kind: Muted['kind']) => mutes.filter((mute) => mute.kind === kind).map(({ value }) => value);
  const [words, sources, topics] = [valuesOf('word'), valuesOf('source').map(Number), valuesOf('topic')];
  if (topics.length > 0) {
    for (const [storyId, topic] of await findMainTopics(db, storyIds)) if (topics.includes(topic)) muted.add(storyId);
  }
  if (sources.length > 0) {
    const { rows } = await sql<{ story_id: number }>`
      SELECT story_id FROM articles
      WHERE story_id IN (SELECT value FROM json_each(${JSON.stringify(storyIds)})) AND copy_of IS NULL
      GROUP BY story_id
      HAVING min(source_id IN (SELECT value FROM json_each(${JSON.stringify(sources)}))) = 1
    `.execute(db);
    for (const { story_id } of rows) muted.add(story_id);
  }
  if (words.length > 0) {
    for (const storyId of await storiesAbout(db, words, storyIds)) muted.add(storyId);
  }
  return muted;
}

async function storiesAbout(db: Db, words: readonly string[], storyIds: readonly number[]): Promise<number[]> {
  const matches = words.map((text) => createMatchQuery({ kind: 'words', text, isPhrase: true }));
  const { rows } = await sql<{ story_id: number; language: string; title: string; body: string }>`
    SELECT story_id, language, title, substr(summary, 1, ${mostLetters}) AS body FROM articles
    WHERE story_id IN (SELECT value FROM json_each(${JSON.stringify(storyIds)})) AND withdrawn_at IS NULL
  `.execute(db);
  const source = { publisher: '', title: '', url: '', key: '', country: null };
  // A word is of one language, and a story may be told in many.
  const groups = Map.groupBy(rows, ({ story_id, language }) => `${story_id} ${primaryLanguage(language)}`);
  return [...groups.values()].flatMap((articles) => {
    const about = articles.filter(({ title, body }) =>
      matches.some((match) => match({ title, body, language: 'und', topics: [], source }) !== null),
    );
    const [{ story_id }] = articles as [(typeof articles)[number]];
    return about.length > 0 && about.length >= articles.length * leastShare ? [story_id] : [];
  });
}
