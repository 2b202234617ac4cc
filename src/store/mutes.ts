import { sql } from 'kysely';
import { type Mute, type Muted, mostMutes } from '../news/mute.ts';
import { primaryLanguage } from '../text/language.ts';
import { createMatchQuery } from '../text/matchQuery.ts';
import { inTransaction } from './inTransaction.ts';
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
  return inTransaction(db, async (trx) => {
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
 * Which of these stories are muted, and by what: their main topic is, only muted sources tell them, or in some language
 * about a third of their articles begin with a muted word or phrase, whole where the script has spaces between words.
 */
export async function findMutedStories<M extends Muted>(
  db: Db,
  mutes: readonly M[],
  storyIds: readonly number[],
): Promise<ReadonlyMap<number, readonly M[]>> {
  const muted = new Map<number, M[]>();
  if (storyIds.length === 0) return muted;
  const note = (storyId: number, by: readonly M[]) => muted.set(storyId, [...(muted.get(storyId) ?? []), ...by]);
  const of = (kind: Muted['kind']) => mutes.filter((mute) => mute.kind === kind);
  const [words, sources, topics] = [of('word'), of('source'), of('topic')];
  if (words.length > 0) {
    for (const [storyId, by] of await findStoriesAbout(db, words, storyIds)) note(storyId, by);
  }
  if (sources.length > 0) {
    const ids = sources.map(({ value }) => Number(value));
    const { rows } = await sql<{ story_id: number; sources: string }>`
      SELECT story_id, json_group_array(DISTINCT source_id) AS sources FROM articles
      WHERE story_id IN (SELECT value FROM json_each(${JSON.stringify(storyIds)})) AND copy_of IS NULL
      GROUP BY story_id
      HAVING min(source_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))) = 1
    `.execute(db);
    for (const row of rows) {
      const telling: number[] = JSON.parse(row.sources);
      note(
        row.story_id,
        sources.filter(({ value }) => telling.includes(Number(value))),
      );
    }
  }
  if (topics.length > 0) {
    for (const [storyId, topic] of await findMainTopics(db, storyIds)) {
      const by = topics.filter(({ value }) => value === topic);
      if (by.length > 0) note(storyId, by);
    }
  }
  return muted;
}

async function findStoriesAbout<M extends Muted>(
  db: Db,
  words: readonly M[],
  storyIds: readonly number[],
): Promise<Map<number, readonly M[]>> {
  const wanted = words.map((mute) => ({
    mute,
    matches: createMatchQuery({ kind: 'words', text: mute.value, isPhrase: true }),
  }));
  const { rows } = await sql<{ story_id: number; language: string; title: string; body: string }>`
    SELECT story_id, language, title, substr(summary, 1, ${mostLetters}) AS body FROM articles
    WHERE story_id IN (SELECT value FROM json_each(${JSON.stringify(storyIds)})) AND withdrawn_at IS NULL
  `.execute(db);
  const source = { publisher: '', title: '', url: '', key: '', country: null };
  const about = new Map<number, Set<M>>();
  // A word is of one language, and a story may be told in many.
  const groups = Map.groupBy(rows, ({ story_id, language }) => `${story_id} ${primaryLanguage(language)}`);
  for (const articles of groups.values()) {
    const found = articles
      .map(({ title, body }) =>
        wanted.filter(({ matches }) => matches({ title, body, language: 'und', topics: [], source }) !== null),
      )
      .filter((matching) => matching.length > 0);
    if (found.length === 0 || found.length < articles.length * leastShare) continue;
    const [{ story_id }] = articles as [(typeof articles)[number]];
    about.set(story_id, new Set([...(about.get(story_id) ?? []), ...found.flat().map(({ mute }) => mute)]));
  }
  return new Map([...about].map(([storyId, by]) => [storyId, words.filter((mute) => by.has(mute))]));
}
