import { randomBytes } from 'node:crypto';
import { type NotNull, sql } from 'kysely';
import type { Notice, PausedChannel, RefusedWish, SourceEvent } from '../news/notice.ts';
import type { OutgoingNotice } from '../news/outside.ts';
import { findGuildSettings } from './guildSettings.ts';
import { topicLabels } from './guildTopics.ts';
import { fromJson, toJson } from './json.ts';
import type { Db } from './openStore.ts';
import { type Claim, claimWaiting } from './outbox.ts';
import { suspensionOf, wishTables } from './subscriptions.ts';

const usedForMs = 7 * 24 * 60 * 60_000;
const mostRecipients = 5;

/**
 * Notes for each new event which servers it concerns: those that added the source, and those that got one of its
 * articles in a briefing of the last week.
 */
export async function spreadSourceEvents(db: Db, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const events = await trx
      .selectFrom('source_events')
      .select(['id', 'source_id'])
      .where('told_at', 'is', null)
      .execute();
    for (const { id, source_id: sourceId } of events) {
      await sql`
        INSERT OR IGNORE INTO waiting_events (guild_id, event_id)
        SELECT guild_id, ${id} FROM guild_sources WHERE source_id = ${sourceId} AND choice = 'added'
        UNION
        SELECT s.guild_id, ${id} FROM briefings b
        JOIN subscriptions s ON s.id = b.subscription_id
        JOIN briefing_stories bs ON bs.briefing_id = b.id
        JOIN articles a ON a.story_id = bs.story_id AND a.id <= bs.last_article_id
        WHERE b.created_at >= ${now.getTime() - usedForMs} AND a.source_id = ${sourceId}
          AND NOT EXISTS (
            SELECT 1 FROM guild_sources g
            WHERE g.guild_id = s.guild_id AND g.source_id = ${sourceId} AND g.choice = 'removed'
          )
      `.execute(trx);
      await trx.updateTable('source_events').set({ told_at: now.getTime() }).where('id', '=', id).execute();
    }
  });
}

/** What a server is to be told. */
export type Untold = {
  readonly guildId: string;
  readonly events: readonly (SourceEvent & { readonly id: number })[];
  readonly paused: readonly PausedChannel[];
  readonly refused: readonly RefusedWish[];
  /** When the server was last told something. */
  readonly lastNoticeAt: Date | null;
};

/** What each server is to be told. A source that is held no longer leaves nothing to ask. */
export async function findUntold(db: Db): Promise<Untold[]> {
  const events = Map.groupBy(await findWaitingEvents(db), ({ guild_id }) => guild_id);
  const paused = Map.groupBy(await untoldPauses(db).execute(), ({ guild_id }) => guild_id);
  const refused = Map.groupBy(await untoldRefusals(db), ({ guildId }) => guildId);
  const guildIds = [...new Set([...events.keys(), ...paused.keys(), ...refused.keys()])];
  const notices = await db
    .selectFrom('notices')
    .select(({ fn }) => ['guild_id', fn.max('created_at').as('at')])
    .where('guild_id', 'in', guildIds)
    .groupBy('guild_id')
    .execute();
  const lastAt = new Map(notices.map(({ guild_id, at }) => [guild_id, new Date(at)]));
  return guildIds.map((guildId) => ({
    guildId,
    lastNoticeAt: lastAt.get(guildId) ?? null,
    events: (events.get(guildId) ?? []).map((row) => ({
      id: row.id,
      sourceId: row.source_id,
      title: row.title,
      kind: row.kind,
      at: new Date(row.at),
      detail: row.detail,
    })),
    paused: (paused.get(guildId) ?? []).map((row) => ({
      channelId: row.channel_id,
      reason: suspensionOf(row.suspended),
    })),
    refused: (refused.get(guildId) ?? []).map(({ wish }) => wish),
  }));
}

function findWaitingEvents(db: Db) {
  return db
    .selectFrom('waiting_events')
    .innerJoin('source_events', 'source_events.id', 'waiting_events.event_id')
    .innerJoin('sources', 'sources.id', 'source_events.source_id')
    .select([
      'waiting_events.guild_id',
      'source_events.id',
      'source_events.source_id',
      'source_events.kind',
      'source_events.at',
      'source_events.detail',
      'sources.title',
    ])
    .orderBy('source_events.id')
    .execute();
}

/** Channels whose pause was never told, or that have got a briefing or a card since it was. */
function untoldPauses(db: Db) {
  const untoldIn = (table: (typeof wishTables)[number], sent: 'deliveries' | 'cards') =>
    db
      .selectFrom(table)
      .select(['guild_id', 'channel_id', 'suspended'])
      .where('suspended', 'is not', null)
      .where(({ or, eb, exists, selectFrom, ref }) =>
        or([
          eb('told_paused_at', 'is', null),
          exists(
            selectFrom(sent)
              .select('id')
              .where('channel_id', '=', ref(`${table}.channel_id`))
              .where('sent_at', '>', ref(`${table}.told_paused_at`)),
          ),
        ]),
      );
  return (
    db
      .selectFrom(untoldIn('subscriptions', 'deliveries').union(untoldIn('live_subscriptions', 'cards')).as('untold'))
      .select(['guild_id', 'channel_id'])
      .select(({ fn }) => fn.max('suspended').$notNull().as('suspended'))
      // A person's own briefing has no server whose managers could be told.
      .where('guild_id', '<>', '')
      .groupBy(['guild_id', 'channel_id'])
      .orderBy('channel_id')
  );
}

/** What was kept out and nobody was told of. Of a person's own briefing there is nobody to be told. */
async function untoldRefusals(db: Db, ofGuild?: string): Promise<{ guildId: string; wish: RefusedWish }[]> {
  const refusedIn = (table: (typeof wishTables)[number]) =>
    db
      .selectFrom(table)
      .select(['guild_id', 'channel_id', 'topics', 'refused'])
      .where('refused', 'is not', null)
      .where('guild_id', '<>', '')
      .$if(ofGuild !== undefined, (query) => query.where('guild_id', '=', ofGuild as string));
  const rows = await refusedIn('subscriptions')
    .union(refusedIn('live_subscriptions'))
    .orderBy('channel_id')
    .orderBy('topics')
    .$narrowType<{ refused: NotNull }>()
    .execute();
  return Promise.all(
    rows.map(async ({ guild_id, channel_id, topics, refused }) => ({
      guildId: guild_id,
      wish: { channelId: channel_id, topics: await topicLabels(db, JSON.parse(topics)), reason: refused },
    })),
  );
}

/**
 * Puts a notice into the outbox, in place of the events and pauses that it tells; without a notice, events are only
 * forgotten.
 *
 * @returns whether it did: another copy of this stage may have told them meanwhile
 */
export async function replaceUntold(
  db: Db,
  guildId: string,
  events: readonly { readonly id: number; readonly sourceId: number }[],
  notice: Notice | null,
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const told = await trx
      .deleteFrom('waiting_events')
      .where('guild_id', '=', guildId)
      .where(
        'event_id',
        'in',
        events.map(({ id }) => id),
      )
      .returning('event_id')
      .execute();
    if (told.length < events.length || !notice) return false;
    const untold = new Set((await untoldPauses(trx).execute()).map(({ channel_id }) => channel_id));
    const pausedIds = notice.paused.map(({ channelId }) => channelId);
    if (!pausedIds.every((channelId) => untold.has(channelId))) return false;
    const refused = (await untoldRefusals(trx, guildId)).map(({ wish }) => wish);
    if (JSON.stringify(refused) !== JSON.stringify(notice.refused)) return false;
    for (const table of wishTables) {
      const toldRefused = { refused: null, told_refused_at: now.getTime() };
      const own = trx.updateTable(table).set(toldRefused).where('guild_id', '=', guildId);
      await own.where('refused', 'is not', null).execute();
      const told = { told_paused_at: now.getTime() };
      await trx.updateTable(table).set(told).where('channel_id', 'in', pausedIds).execute();
    }
    const sourceIds = events.map(({ sourceId }) => sourceId);
    await trx
      .insertInto('notices')
      .values({
        guild_id: guildId,
        language: await languageOfGuild(trx, guildId),
        recipients: JSON.stringify(await managersOfGuild(trx, guildId, sourceIds)),
        content: toJson(notice),
        nonce: randomBytes(12).toString('hex'),
        next_attempt_at: now.getTime(),
        created_at: now.getTime(),
      })
      .execute();
    return true;
  });
}

/** The one that the server has chosen, else that of its latest briefing. */
async function languageOfGuild(trx: Db, guildId: string): Promise<string | null> {
  const { language } = await findGuildSettings(trx, guildId);
  if (language) return language;
  const [latest] = await wishesOfGuild(trx, guildId);
  return latest?.language ?? null;
}

/** Who added the sources, then who made subscriptions, the latest first. */
async function managersOfGuild(trx: Db, guildId: string, sourceIds: readonly number[]): Promise<string[]> {
  const adding = await trx
    .selectFrom('guild_sources')
    .select('chosen_by as person')
    .where('guild_id', '=', guildId)
    .where('choice', '=', 'added')
    .where('source_id', 'in', [...sourceIds])
    .orderBy('chosen_at', 'desc')
    .execute();
  const subscribing = await wishesOfGuild(trx, guildId);
  const people = [...adding, ...subscribing].map(({ person }) => person).filter((person) => /^\d+$/.test(person));
  return [...new Set(people)].slice(0, mostRecipients);
}

/** Who wished for what channels get, and in which language, the latest first. */
function wishesOfGuild(trx: Db, guildId: string) {
  const wishesIn = (table: (typeof wishTables)[number]) =>
    trx.selectFrom(table).select(['language', 'created_by as person', 'created_at']).where('guild_id', '=', guildId);
  return wishesIn('subscriptions').unionAll(wishesIn('live_subscriptions')).orderBy('created_at', 'desc').execute();
}

export type WaitingNotice = OutgoingNotice & { readonly attempts: number; readonly createdAt: Date };

/** Takes the notices that are to be sent now, as {@link claimWaiting} does. */
export async function claimNotices(db: Db, claim: Claim): Promise<WaitingNotice[]> {
  return db.transaction().execute(async (trx) => {
    const ids = await claimWaiting(trx, 'notices', claim);
    const rows = await trx
      .selectFrom('notices')
      .leftJoin('guild_settings', 'guild_settings.guild_id', 'notices.guild_id')
      .selectAll('notices')
      .select('guild_settings.notice_channel_id')
      .where('notices.id', 'in', ids)
      .orderBy('notices.id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      guildId: row.guild_id,
      language: row.language,
      channelId: row.notice_channel_id,
      recipients: JSON.parse(row.recipients),
      nonce: row.nonce,
      notice: noticeIn(row.content),
      attempts: row.attempts,
      createdAt: new Date(row.created_at),
    }));
  });
}

/** Forgets notices that have been sent or given up, and what they told, when they are older than that. */
export async function pruneNotices(db: Db, before: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('notices')
      .where('status', 'in', ['sent', 'dropped'])
      .where('created_at', '<', before.getTime())
      .execute();
    await trx
      .deleteFrom('source_events')
      .where('told_at', '<', before.getTime())
      .where('id', 'not in', trx.selectFrom('waiting_events').select('event_id'))
      .execute();
  });
}

export async function findNotice(
  db: Db,
  id: number,
): Promise<Pick<OutgoingNotice, 'guildId' | 'language' | 'notice'> | null> {
  const row = await db
    .selectFrom('notices')
    .select(['guild_id', 'language', 'content'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { guildId: row.guild_id, language: row.language, notice: noticeIn(row.content) } : null;
}

/** The first ones told of no channels. */
function noticeIn(content: string): Notice {
  type Later = 'paused' | 'refused';
  return { paused: [], refused: [], ...fromJson<Omit<Notice, Later> & Partial<Pick<Notice, Later>>>(content) };
}
