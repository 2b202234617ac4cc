import type { Selectable } from 'kysely';
import { type Article, canonicalUrl } from '../news/article.ts';
import type { Source } from '../news/source.ts';
import { articleFromRow } from './articles.ts';
import type { Db } from './openStore.ts';
import type { Schema } from './schema.ts';
import { sourceFromRow } from './sources.ts';

/** How an article came here, as far as it is kept. */
export type ArticleTrace = {
  readonly article: Article;
  readonly source: Source;
  /** What became of its page; null: it was not asked for. */
  readonly page: { readonly status: Selectable<Schema['pages']>['status']; readonly fetchedAt: Date | null } | null;
  /** Whose report it repeats. */
  readonly copyOf: string | null;
  /** Whether its story began with it. */
  readonly isFirst: boolean;
};

/** Of a briefing that held a story. */
export type StoryDelivery = {
  readonly channelId: string;
  /** Null when the channel no longer gets that briefing. */
  readonly subscriptionId: number | null;
  /** From 1. */
  readonly place: number;
  readonly status: Selectable<Schema['deliveries']>['status'];
  readonly messageId: string | null;
  /** When it was sent, or was to be. */
  readonly at: Date;
};

export async function findArticleTrace(db: Db, articleId: number): Promise<ArticleTrace | null> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', articleId).executeTakeFirst();
  if (!row) return null;
  const source = await db.selectFrom('sources').selectAll().where('id', '=', row.source_id).executeTakeFirstOrThrow();
  const page = await db
    .selectFrom('pages')
    .select(['status', 'fetched_at'])
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  const original = await db
    .selectFrom('articles')
    .innerJoin('sources', 'sources.id', 'articles.source_id')
    .select('publisher')
    .where('articles.id', '=', row.copy_of)
    .executeTakeFirst();
  const earlier = await db
    .selectFrom('articles')
    .select('id')
    .where('story_id', '=', row.story_id)
    .where('placed', '<', row.placed)
    .limit(1)
    .executeTakeFirst();
  return {
    article: articleFromRow(row),
    source: sourceFromRow(source),
    page: page ? { status: page.status, fetchedAt: page.fetched_at === null ? null : new Date(page.fetched_at) } : null,
    copyOf: original?.publisher ?? null,
    isFirst: earlier === undefined,
  };
}

/** The briefings with a story that some channels got or are to get, the latest first. */
export async function findDeliveriesOfStory(
  db: Db,
  storyId: number,
  channelIds: readonly string[],
): Promise<StoryDelivery[]> {
  if (channelIds.length === 0) return [];
  const rows = await db
    .selectFrom('briefing_stories')
    .innerJoin('briefings', 'briefings.id', 'briefing_stories.briefing_id')
    .innerJoin('deliveries', 'deliveries.briefing_id', 'briefings.id')
    .select(['briefings.channel_id', 'subscription_id', 'position', 'status', 'message_id', 'sent_at', 'due_at'])
    .where('story_id', '=', storyId)
    .where('briefings.channel_id', 'in', [...channelIds])
    .orderBy('briefings.id', 'desc')
    .execute();
  return rows.map((row) => ({
    channelId: row.channel_id,
    subscriptionId: row.subscription_id,
    place: row.position + 1,
    status: row.status,
    messageId: row.message_id,
    at: new Date(row.sent_at ?? row.due_at),
  }));
}

/** The source of the catalogue that published a page and that a server has removed for itself, if any. */
export async function findRemovedSourceOf(db: Db, url: string, guildId: string): Promise<Source | null> {
  const row = await db
    .selectFrom('articles')
    .innerJoin('sources', 'sources.id', 'articles.source_id')
    .innerJoin('guild_sources', 'guild_sources.source_id', 'sources.id')
    .selectAll('sources')
    .where('canonical_url', '=', canonicalUrl(url))
    .where('in_catalogue', '=', 1)
    .where('guild_id', '=', guildId)
    .where('choice', '=', 'removed')
    .limit(1)
    .executeTakeFirst();
  return row ? sourceFromRow(row) : null;
}
