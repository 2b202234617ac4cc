import { type Selectable, sql } from 'kysely';
import { never } from '../news/afterPoll.ts';
import { noHabits } from '../news/arrivals.ts';
import { noWish } from '../news/article.ts';
import { firstIntervalMs } from '../news/pollPolicy.ts';
import type { Source, SourceFacts, SourceKind, SourceState } from '../news/source.ts';
import { inTransaction } from './inTransaction.ts';
import type { Db } from './openStore.ts';
import type { Schema } from './schema.ts';

/**
 * Makes the table agree with the catalogue: new sources are added and due at once, changed ones updated, those that
 * left it are polled no more unless a server added them itself. Nothing is deleted. A source that has moved keeps its
 * new address until the catalogue names another.
 */
export async function syncCatalogue(db: Db, catalogue: readonly SourceFacts[], now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('sources').set({ in_catalogue: 0 }).execute();
    for (const facts of catalogue) {
      const known = await nameByUrl(trx, facts);
      const hasMoved = known !== null && known.url !== facts.url && known.catalogue_url === facts.url;
      const columns = { ...columnsOf(facts), url: hasMoved ? known.url : facts.url };
      const place = { in_catalogue: 1, catalogue_url: facts.url };
      if (known) {
        const fresh = { ...freshState(now), identityRung: known.identity_rung };
        const afresh = known.url === columns.url ? {} : stateColumns(fresh);
        await trx
          .updateTable('sources')
          .set({ ...columns, ...place, ...afresh })
          .where('id', '=', known.id)
          .execute();
      } else {
        await trx
          .insertInto('sources')
          .values({ ...columns, ...place, ...stateColumns(freshState(now)) })
          .execute();
      }
    }
  });
}

/**
 * The row that the catalogue means. One that is known by its address gets the catalogue's name, and another that had
 * this name gives it up.
 */
async function nameByUrl(trx: Db, { key, url }: SourceFacts) {
  const byUrl = await trx
    .selectFrom('sources')
    .selectAll()
    .where((where) => where.or([where('catalogue_url', '=', url), where('url', '=', url)]))
    .orderBy((order) => order('catalogue_url', '=', url), 'desc')
    .executeTakeFirst();
  if (byUrl) {
    await trx
      .updateTable('sources')
      .set((eb) => ({ key: eb.ref('url') }))
      .where('key', '=', key)
      .where('id', '<>', byUrl.id)
      .execute();
    await trx.updateTable('sources').set({ key }).where('id', '=', byUrl.id).execute();
    return byUrl;
  }
  return (await trx.selectFrom('sources').selectAll().where('key', '=', key).executeTakeFirst()) ?? null;
}

/**
 * Takes the sources that are due and that somebody gets, the longest due first, one of each host; the others of that
 * host are put off, one after the other. Those taken count as not due for `leaseMs`, so that another copy of this stage
 * leaves them alone, and are due again if this one dies.
 *
 * @param spacingMs  between two requests to one host
 * @param hostOf  of an address; null when its host may be asked as often as we like
 * @param isBusy  whether a host is to answer what it was asked before
 * @param limit  how many to look at
 * @returns `putOff`: how many are due later only because of their hosts
 */
export async function claimDueSources(
  db: Db,
  options: {
    now: Date;
    leaseMs: number;
    spacingMs: number;
    hostOf: (url: string) => string | null;
    isBusy: (host: string) => boolean;
    limit: number;
  },
): Promise<{ claimed: Source[]; putOff: number }> {
  const now = options.now.getTime();
  return db.transaction().execute(async (trx) => {
    const due = await dueSources(trx, now, options.limit);
    const hosts = new Set(due.flatMap(({ url }) => options.hostOf(url) ?? []));
    const slots = await slotsOfHosts(trx, hosts);
    for (const host of hosts) {
      const free = options.isBusy(host) ? now + options.spacingMs : now;
      slots.set(host, Math.max(free, slots.get(host) ?? 0));
    }
    const claimed: typeof due = [];
    const taken = new Map<string, number>();
    let putOff = 0;
    for (const row of due) {
      const host = options.hostOf(row.url);
      const slot = (host !== null && slots.get(host)) || now;
      if (host !== null) slots.set(host, slot + options.spacingMs);
      if (slot === now) {
        claimed.push(row);
        if (host !== null) taken.set(host, now + options.spacingMs);
      } else {
        await trx.updateTable('sources').set({ next_poll_at: slot }).where('id', '=', row.id).execute();
        putOff += 1;
      }
    }
    await lease(trx, claimed, now + options.leaseMs);
    await reserveHosts(trx, taken);
    return { claimed: claimed.map(sourceFromRow), putOff };
  });
}

/**
 * Makes due what a clock that was ahead has put off: sources that were asked at a time which has yet to come, and hosts
 * that are left alone for longer than any is.
 */
export async function forgetFuturePolls(db: Db, now: Date, longestPauseMs: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('sources')
      .set({ next_poll_at: now.getTime() })
      .where('last_polled_at', '>', now.getTime())
      .where('next_poll_at', '<', never.getTime())
      .execute();
    await trx
      .deleteFrom('hosts')
      .where('next_at', '>', now.getTime() + longestPauseMs)
      .execute();
  });
}

function dueSources(trx: Db, now: number, limit: number) {
  return trx
    .selectFrom('sources')
    .selectAll()
    .where('next_poll_at', '<=', now)
    .where('merged_into', 'is', null)
    .where((where) =>
      where.or([
        where('in_catalogue', '=', 1),
        where.exists(
          where
            .selectFrom('guild_sources')
            .whereRef('guild_sources.source_id', '=', 'sources.id')
            .where('choice', '=', 'added')
            .select('source_id'),
        ),
      ]),
    )
    .orderBy('next_poll_at')
    .limit(limit)
    .execute();
}

/** One text of SQL for any number of rows, so that it is compiled once. */
async function lease(trx: Db, rows: readonly { id: number }[], until: number): Promise<void> {
  if (rows.length === 0) return;
  const ids = JSON.stringify(rows.map(({ id }) => id));
  await sql`UPDATE sources SET next_poll_at = ${until} WHERE id IN (SELECT value FROM json_each(${ids}))`.execute(trx);
}

/** When each of these hosts may be asked again; those that were never held are missing. */
export async function slotsOfHosts(trx: Db, hosts: ReadonlySet<string>): Promise<Map<string, number>> {
  if (hosts.size === 0) return new Map();
  const { rows } = await sql<{ host: string; next_at: number }>`
    SELECT host, next_at FROM hosts WHERE host IN (SELECT value FROM json_each(${JSON.stringify([...hosts])}))
  `.execute(trx);
  return new Map(rows.map((row) => [row.host, row.next_at]));
}

/** Leaves each of these hosts alone until then; a later time that is known already stays. */
export async function reserveHosts(trx: Db, slots: ReadonlyMap<string, number>): Promise<void> {
  if (slots.size === 0) return;
  await sql`
    INSERT INTO hosts (host, next_at)
    SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify([...slots])}) WHERE true
    ON CONFLICT (host) DO UPDATE SET next_at = max(next_at, excluded.next_at)
  `.execute(trx);
}

/** Leaves a whole host alone until then. */
export async function holdHost(trx: Db, host: string, until: Date): Promise<void> {
  await reserveHosts(trx, new Map([[host, until.getTime()]]));
}

/** What a poll taught about a source. */
export type Polled = {
  readonly source: Source;
  readonly state: SourceState;
  /** The language of a source that nobody named one for. */
  readonly language: string | null;
};

/**
 * Keeps what a poll taught, and notes for whom it concerns when a source has died or recovered. A source that got
 * another address meanwhile learns nothing from its old one.
 */
export async function savePoll(trx: Db, { source, state, language }: Polled): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('sources')
    .set({ ...stateColumns(state), ...(language ? { language } : {}) })
    .where('id', '=', source.id)
    .where('url', '=', source.url)
    .executeTakeFirst();
  if (numUpdatedRows === 0n || state.lastPolledAt === null) return;
  const at = state.lastPolledAt.getTime();
  if (!source.deadSince && state.deadSince) {
    await recordEvent(trx, { source_id: source.id, kind: 'died', at, detail: state.lastError ?? '' });
  } else if (source.deadSince && !state.deadSince) {
    await recordEvent(trx, { source_id: source.id, kind: 'recovered', at, detail: '' });
  }
}

export async function recordEvent(
  trx: Db,
  event: Pick<Selectable<Schema['source_events']>, 'source_id' | 'kind' | 'at' | 'detail'>,
): Promise<void> {
  await trx.insertInto('source_events').values(event).execute();
}

/**
 * Gives a source the address that it has moved to. When another source has it already, the two become one: the one of
 * the catalogue, else the other one; servers keep what they chose, and articles go along.
 */
export async function adoptAddress(trx: Db, sourceId: number, url: string): Promise<void> {
  const source = await findRow(trx, sourceId);
  const other = await trx.selectFrom('sources').selectAll().where('url', '=', url).executeTakeFirst();
  if (other?.id === sourceId) return;
  if (!other) {
    await trx.updateTable('sources').set({ url }).where('id', '=', sourceId).execute();
  } else if (source.in_catalogue === 1 && other.in_catalogue === 0) {
    await merge(trx, other, source);
    await trx
      .updateTable('sources')
      .set({ url: `${url}#merged-${other.id}` })
      .where('id', '=', other.id)
      .execute();
    await trx.updateTable('sources').set({ url }).where('id', '=', sourceId).execute();
  } else {
    await merge(trx, source, await findRow(trx, other.merged_into ?? other.id));
  }
}

async function merge(trx: Db, ended: { id: number }, kept: { id: number }): Promise<void> {
  await sql`
    INSERT OR IGNORE INTO guild_sources (guild_id, source_id, choice, chosen_by, chosen_at)
    SELECT guild_id, ${kept.id}, choice, chosen_by, chosen_at FROM guild_sources
    WHERE source_id = ${ended.id} AND choice = 'added'
  `.execute(trx);
  await sql`UPDATE OR IGNORE articles SET source_id = ${kept.id} WHERE source_id = ${ended.id}`.execute(trx);
  await sql`
    UPDATE OR IGNORE guild_topic_sources SET source_id = ${kept.id} WHERE source_id = ${ended.id}
  `.execute(trx);
  await trx.deleteFrom('guild_sources').where('source_id', '=', ended.id).execute();
  await sql`UPDATE OR IGNORE guild_topic_sources SET source_id = ${kept.id} WHERE source_id = ${ended.id}`.execute(trx);
  await trx
    .updateTable('sources')
    .set({ merged_into: kept.id, next_poll_at: never.getTime() })
    .where('id', '=', ended.id)
    .execute();
  await trx.updateTable('sources').set({ merged_into: kept.id }).where('merged_into', '=', ended.id).execute();
}

function findRow(trx: Db, id: number) {
  return trx.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** The sources that a server gets: the catalogue's without those it removed, and those it added. By publisher. */
export async function sourcesOfGuild(db: Db, guildId: string): Promise<(Source & { isOwn: boolean })[]> {
  const rows = await guildSourcesQuery(db, guildId)
    .selectAll('sources')
    .select('guild_sources.choice')
    .orderBy('publisher')
    .orderBy('title')
    .execute();
  return rows.map((row) => ({ ...sourceFromRow(row), isOwn: row.choice === 'added' }));
}

export async function findSource(db: Db, id: number): Promise<Source | null> {
  const row = await db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? sourceFromRow(row) : null;
}

/**
 * The ids of the sources that a server gets, as a subquery: whatever a server reads is limited by it.
 *
 * @param guildId  null: of the catalogue, for somebody outside of any server
 */
export function sourceIdsOfGuild(db: Db, guildId: string | null) {
  return guildSourcesQuery(db, guildId ?? '').select('sources.id');
}

/** The same as a list: servers with the same one get the same. */
export async function findSourceIdsOfGuild(db: Db, guildId: string | null): Promise<number[]> {
  const rows = await sourceIdsOfGuild(db, guildId).orderBy('sources.id').execute();
  return rows.map(({ id }) => id);
}

function guildSourcesQuery(db: Db, guildId: string) {
  return db
    .selectFrom('sources')
    .leftJoin('guild_sources', (join) =>
      join.onRef('guild_sources.source_id', '=', 'sources.id').on('guild_sources.guild_id', '=', guildId),
    )
    .where('merged_into', 'is', null)
    .where((where) =>
      where.or([
        where('guild_sources.choice', '=', 'added'),
        where.and([where('in_catalogue', '=', 1), where('guild_sources.choice', 'is', null)]),
      ]),
    );
}

/**
 * Gives a server a source, new or known, also by an address that it has moved from. A source that the server had removed
 * comes back, and one that had ended is asked again.
 */
export async function addSourceToGuild(
  db: Db,
  guildId: string,
  facts: SourceFacts,
  by: { userId: string; now: Date },
): Promise<Source> {
  return inTransaction(db, async (trx) => {
    const row = (await findByAddress(trx, facts.url)) ?? (await insertSource(trx, facts, by.now));
    if (row.next_poll_at >= never.getTime()) {
      await trx.updateTable('sources').set({ next_poll_at: by.now.getTime() }).where('id', '=', row.id).execute();
    }
    if (row.in_catalogue === 1) {
      await trx.deleteFrom('guild_sources').where('guild_id', '=', guildId).where('source_id', '=', row.id).execute();
    } else {
      await trx
        .insertInto('guild_sources')
        .values({
          guild_id: guildId,
          source_id: row.id,
          choice: 'added',
          chosen_by: by.userId,
          chosen_at: by.now.getTime(),
        })
        .onConflict((conflict) => conflict.columns(['guild_id', 'source_id']).doUpdateSet({ choice: 'added' }))
        .execute();
    }
    return sourceFromRow(row);
  });
}

async function findByAddress(trx: Db, url: string) {
  const row = await trx
    .selectFrom('sources')
    .selectAll()
    .where((where) => where.or([where('url', '=', url), where('key', '=', url)]))
    .orderBy((order) => order('url', '=', url), 'desc')
    .executeTakeFirst();
  return row && row.merged_into !== null ? findRow(trx, row.merged_into) : row;
}

function insertSource(trx: Db, facts: SourceFacts, now: Date) {
  return trx
    .insertInto('sources')
    .values({ ...columnsOf(facts), in_catalogue: 0, ...stateColumns(freshState(now)) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Takes a source from a server. Other servers keep it. */
export async function removeSourceFromGuild(
  db: Db,
  guildId: string,
  sourceId: number,
  by: { userId: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const source = await trx
      .selectFrom('sources')
      .select('in_catalogue')
      .where('id', '=', sourceId)
      .executeTakeFirstOrThrow();
    await trx.deleteFrom('guild_sources').where('guild_id', '=', guildId).where('source_id', '=', sourceId).execute();
    if (source.in_catalogue === 0) return;
    await trx
      .insertInto('guild_sources')
      .values({
        guild_id: guildId,
        source_id: sourceId,
        choice: 'removed',
        chosen_by: by.userId,
        chosen_at: by.now.getTime(),
      })
      .execute();
  });
}

export function sourceFromRow(row: Selectable<Schema['sources']>): Source {
  return {
    id: row.id,
    key: row.key,
    publisher: row.publisher,
    title: row.title,
    url: row.url,
    site: row.site,
    owner: row.owner,
    country: row.country,
    language: row.language,
    topics: JSON.parse(row.topics),
    kind: row.kind as SourceKind,
    etag: row.etag,
    lastModified: row.last_modified,
    bodyHash: row.body_hash,
    documentAt: dateOf(row.document_at),
    nextPollAt: new Date(row.next_poll_at),
    firstReadAt: dateOf(row.first_read_at),
    lastPolledAt: dateOf(row.last_polled_at),
    lastReadAt: dateOf(row.last_read_at),
    averageMs: row.average_ms,
    intervalMs: row.interval_ms,
    turnoverMs: row.turnover_ms,
    wish: row.wish === null ? noWish : JSON.parse(row.wish),
    reads: row.reads,
    perHour: row.per_hour,
    perBatch: row.per_batch,
    identityRung: row.identity_rung,
    failures: row.failures,
    lastError: row.last_error,
    failingSince: dateOf(row.failing_since),
    doubtedSince: dateOf(row.doubted_since),
    deadSince: dateOf(row.dead_since),
    movedTo: row.moved_to,
    movedSince: dateOf(row.moved_since),
    heldSince: dateOf(row.held_since),
  };
}

/** Of a source that was never asked: due at once. */
function freshState(now: Date): SourceState {
  return {
    ...noHabits,
    etag: null,
    lastModified: null,
    bodyHash: null,
    documentAt: null,
    nextPollAt: now,
    firstReadAt: null,
    lastPolledAt: null,
    lastReadAt: null,
    averageMs: null,
    intervalMs: firstIntervalMs,
    turnoverMs: null,
    wish: noWish,
    identityRung: 'guid',
    failures: 0,
    lastError: null,
    failingSince: null,
    doubtedSince: null,
    deadSince: null,
    movedTo: null,
    movedSince: null,
  };
}

function stateColumns(state: SourceState) {
  const { wish } = state;
  return {
    etag: state.etag,
    last_modified: state.lastModified,
    body_hash: state.bodyHash,
    document_at: state.documentAt?.getTime() ?? null,
    next_poll_at: state.nextPollAt.getTime(),
    first_read_at: state.firstReadAt?.getTime() ?? null,
    last_polled_at: state.lastPolledAt?.getTime() ?? null,
    last_read_at: state.lastReadAt?.getTime() ?? null,
    average_ms: state.averageMs,
    interval_ms: state.intervalMs,
    turnover_ms: state.turnoverMs,
    wish: wish.ttlMs === null && wish.skipHours.length + wish.skipDays.length === 0 ? null : JSON.stringify(wish),
    reads: state.reads,
    per_hour: state.perHour,
    per_batch: state.perBatch,
    identity_rung: state.identityRung,
    failures: state.failures,
    last_error: state.lastError?.slice(0, 300) ?? null,
    failing_since: state.failingSince?.getTime() ?? null,
    doubted_since: state.doubtedSince?.getTime() ?? null,
    dead_since: state.deadSince?.getTime() ?? null,
    moved_to: state.movedTo,
    moved_since: state.movedSince?.getTime() ?? null,
  };
}

function columnsOf(facts: SourceFacts) {
  const { key, publisher, title, url, site, owner, country, language, kind } = facts;
  return { key, publisher, title, url, site, owner, country, language, kind, topics: JSON.stringify(facts.topics) };
}

function dateOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
