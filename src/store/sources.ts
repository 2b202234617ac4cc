import type { Selectable } from 'kysely';
import type { Source, SourceFacts, SourceKind } from '../news/source.ts';
import type { Db } from './openStore.ts';
import type { Schema } from './schema.ts';

/**
 * Makes the table agree with the catalogue: new sources are added and due at once, changed ones updated, those that
 * left it are polled no more unless a server added them itself. Nothing is deleted.
 */
export async function syncCatalogue(
  db: Db,
  catalogue: readonly SourceFacts[],
  intervalMs: number,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('sources').set({ in_catalogue: 0 }).execute();
    for (const facts of catalogue) {
      const columns = { ...columnsOf(facts), in_catalogue: 1, interval_ms: intervalMs };
      await nameByUrl(trx, facts);
      await trx
        .insertInto('sources')
        .values({ ...columns, next_poll_at: now.getTime() })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(columns))
        .execute();
    }
  });
}

/** A source that is known by its address gets the catalogue's name, and one that had this name gives it up. */
async function nameByUrl(trx: Db, { key, url }: SourceFacts): Promise<void> {
  const known = await trx.selectFrom('sources').select('id').where('url', '=', url).executeTakeFirst();
  if (!known) return;
  await trx
    .updateTable('sources')
    .set((eb) => ({ key: eb.ref('url') }))
    .where('key', '=', key)
    .where('id', '<>', known.id)
    .execute();
  await trx.updateTable('sources').set({ key }).where('id', '=', known.id).execute();
}

/**
 * Takes the sources that are due and that somebody gets, the longest due first. They count as not due for `leaseMs`,
 * so that another copy of this stage leaves them alone, and are due again if this one dies.
 */
export async function claimDueSources(db: Db, now: Date, leaseMs: number, limit: number): Promise<Source[]> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('sources')
      .selectAll()
      .where('next_poll_at', '<=', now.getTime())
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
    for (const { id } of rows) {
      await trx
        .updateTable('sources')
        .set({ next_poll_at: now.getTime() + leaseMs })
        .where('id', '=', id)
        .execute();
    }
    return rows.map(sourceFromRow);
  });
}

/** Notes that a source was read (or unchanged), and when to ask again. */
export async function recordRead(
  db: Db,
  sourceId: number,
  read: { etag: string | null; lastModified: string | null; language?: string; now: Date; nextPollAt: Date },
): Promise<void> {
  await db
    .updateTable('sources')
    .set((eb) => ({
      etag: read.etag,
      last_modified: read.lastModified,
      ...(read.language ? { language: read.language } : {}),
      last_polled_at: read.now.getTime(),
      last_read_at: read.now.getTime(),
      first_read_at: eb.fn.coalesce('first_read_at', eb.val(read.now.getTime())),
      next_poll_at: read.nextPollAt.getTime(),
      failures: 0,
      last_error: null,
    }))
    .where('id', '=', sourceId)
    .execute();
}

/** Notes why a source could not be read. What was read before stays. */
export async function recordFailure(
  db: Db,
  sourceId: number,
  failure: { reason: string; now: Date; nextPollAt: Date },
): Promise<void> {
  await db
    .updateTable('sources')
    .set((eb) => ({
      last_polled_at: failure.now.getTime(),
      next_poll_at: failure.nextPollAt.getTime(),
      failures: eb('failures', '+', 1),
      last_error: failure.reason.slice(0, 300),
    }))
    .where('id', '=', sourceId)
    .execute();
}

/** The sources that a server gets: the catalogue's without those it removed, and those it added. By publisher. */
export async function sourcesOfGuild(db: Db, guildId: string): Promise<(Source & { isOwn: boolean })[]> {
  const rows = await db
    .selectFrom('sources')
    .leftJoin('guild_sources', (join) =>
      join.onRef('guild_sources.source_id', '=', 'sources.id').on('guild_sources.guild_id', '=', guildId),
    )
    .selectAll('sources')
    .select('guild_sources.choice')
    .where((where) =>
      where.or([
        where('guild_sources.choice', '=', 'added'),
        where.and([where('in_catalogue', '=', 1), where('guild_sources.choice', 'is', null)]),
      ]),
    )
    .orderBy('publisher')
    .orderBy('title')
    .execute();
  return rows.map((row) => ({ ...sourceFromRow(row), isOwn: row.choice === 'added' }));
}

/** What a server chose differently from the catalogue, by source. */
export async function sourceChoicesOfGuild(db: Db, guildId: string): Promise<Map<number, 'added' | 'removed'>> {
  const rows = await db
    .selectFrom('guild_sources')
    .select(['source_id', 'choice'])
    .where('guild_id', '=', guildId)
    .execute();
  return new Map(rows.map((row) => [row.source_id, row.choice]));
}

/** Gives a server a source, new or known. A source that the server had removed comes back. */
export async function addSourceToGuild(
  db: Db,
  guildId: string,
  facts: SourceFacts,
  by: { userId: string; intervalMs: number; now: Date },
): Promise<Source> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('sources')
      .values({
        ...columnsOf(facts),
        in_catalogue: 0,
        interval_ms: by.intervalMs,
        next_poll_at: by.now.getTime(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await trx.selectFrom('sources').selectAll().where('url', '=', facts.url).executeTakeFirstOrThrow();
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

/** Takes a source from a server. Other servers keep it. */
export async function removeSourceFromGuild(
  db: Db,
  guildId: string,
  sourceId: number,
  by: { userId: string; now: Date },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
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
    intervalMs: row.interval_ms,
    etag: row.etag,
    lastModified: row.last_modified,
    nextPollAt: new Date(row.next_poll_at),
    firstReadAt: dateOf(row.first_read_at),
    lastPolledAt: dateOf(row.last_polled_at),
    lastReadAt: dateOf(row.last_read_at),
    failures: row.failures,
    lastError: row.last_error,
  };
}

function columnsOf(facts: SourceFacts) {
  const { key, publisher, title, url, site, owner, country, language, kind } = facts;
  return { key, publisher, title, url, site, owner, country, language, kind, topics: JSON.stringify(facts.topics) };
}

function dateOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
