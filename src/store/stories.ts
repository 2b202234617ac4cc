import { sql } from 'kysely';
import type { BriefMaterial } from '../news/brief.ts';
import type { SourceKind } from '../news/source.ts';
import type { Coverage, Story } from '../news/story.ts';
import { articleFromRow } from './articles.ts';
import { type KeptTerms, numbersOf } from './articleTerms.ts';
import { listOf } from './listOf.ts';
import type { Db } from './openStore.ts';
import { findPageTexts } from './pages.ts';
import { sourceFromRow, sourceIdsOfGuild } from './sources.ts';

const mostMaterial = 200;
const mostLatest = 5_000;
/** A story is about a topic when this share of its articles is. */
const leastShare = 0.3;

/**
 * Makes the article the founder of a new story.
 *
 * @returns null when another copy of this stage has placed it meanwhile
 */
export async function foundStory(
  db: Db,
  article: { id: number; title: string; language: string; topics: readonly string[] },
  now: Date,
): Promise<number | null> {
  return db.transaction().execute(async (trx) => {
    if (!(await isWaiting(trx, article.id))) return null;
    const { id } = await trx
      .insertInto('stories')
      .values({
        created_at: now.getTime(),
        changed_at: now.getTime(),
        headline: article.title,
        language: article.language,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await place(trx, article, id, null);
    return id;
  });
}

/**
 * Adds the article to a story, or to the one that has taken it in since.
 *
 * @returns whether it did: another copy of this stage may have placed the article meanwhile
 */
export async function joinStory(
  db: Db,
  article: { id: number; topics: readonly string[] },
  storyId: number,
  copyOf: number | null,
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await isWaiting(trx, article.id))) return false;
    const currentId = await currentStoryId(trx, storyId);
    await place(trx, article, currentId, copyOf);
    if (currentId !== storyId) {
      await trx.updateTable('articles').set({ facet: storyId }).where('id', '=', article.id).execute();
    }
    await touchStory(trx, currentId, now);
    return true;
  });
}

/** The story that a message of any age means: its own id, or that of the story that has taken it in. */
export async function currentStoryId(db: Db, storyId: number): Promise<number> {
  const redirect = await db
    .selectFrom('story_redirects')
    .select('to_id')
    .where('story_id', '=', storyId)
    .executeTakeFirst();
  return redirect?.to_id ?? storyId;
}

/** Notes that a story is no longer what its briefs were written from. */
export async function touchStory(trx: Db, storyId: number, now: Date): Promise<void> {
  await trx
    .updateTable('stories')
    .set((eb) => ({ version: eb('version', '+', 1), changed_at: now.getTime() }))
    .where('id', '=', storyId)
    .execute();
}

async function isWaiting(trx: Db, articleId: number): Promise<boolean> {
  const row = await trx.selectFrom('articles').select('story_id').where('id', '=', articleId).executeTakeFirst();
  return row?.story_id === null;
}

async function place(
  trx: Db,
  article: { id: number; topics: readonly string[] },
  storyId: number,
  copyOf: number | null,
): Promise<void> {
  await trx
    .updateTable('articles')
    .set({
      story_id: storyId,
      copy_of: copyOf,
      topics: JSON.stringify(article.topics),
      placed: await nextPlace(trx),
    })
    .where('id', '=', article.id)
    .execute();
  await countTopics(trx, storyId);
}

/** The number of the article that is placed next. */
export async function nextPlace(trx: Db): Promise<number> {
  const { placed } = await trx
    .selectFrom('articles')
    .select((eb) => eb.fn.max('placed').as('placed'))
    .executeTakeFirstOrThrow();
  return (placed ?? 0) + 1;
}

/** What a story is about, by the topics of its articles. */
export async function countTopics(trx: Db, storyId: number): Promise<void> {
  const members = await trx.selectFrom('articles').select('topics').where('story_id', '=', storyId).execute();
  const votes = new Map<string, number>();
  for (const member of members) {
    for (const topic of JSON.parse(member.topics) as string[]) votes.set(topic, (votes.get(topic) ?? 0) + 1);
  }
  await trx.deleteFrom('story_topics').where('story_id', '=', storyId).execute();
  for (const [topic, count] of votes) {
    await trx
      .insertInto('story_topics')
      .values({ story_id: storyId, topic, share: count / members.length })
      .execute();
  }
}

/** An article that stands in a story, with what was kept of its terms, or null: its text must be read for them. */
export type PlacedArticle = {
  readonly id: number;
  readonly storyId: number;
  readonly placed: number;
  readonly copyOf: number | null;
  readonly language: string;
  readonly publishedAt: Date;
  readonly kept: KeptTerms | null;
};

/**
 * What an index of stories must still learn: the articles placed after a point, in the order in which they were, of the
 * stories that have something published since. Whole stories, so that an index that starts empty knows their founders.
 *
 * A number that was read has no smaller one to come: SQLite lets one transaction write at a time, and each takes its
 * number inside. An article that was moved to another story is placed anew. Of a story that took in another, the
 * articles of that one keep its id: to recognise what belongs to it, it stays what it was.
 *
 * @param after  `placed` of the last article learned, or 0
 * @param edition  of what was kept of articles: what another edition kept is no use
 */
export async function findPlacedArticles(
  db: Db,
  after: number,
  since: Date,
  limit: number,
  edition: number,
): Promise<PlacedArticle[]> {
  const rows = await db
    .selectFrom('articles')
    .leftJoin('article_terms', (join) =>
      join.onRef('article_terms.article_id', '=', 'articles.id').on('article_terms.edition', '=', edition),
    )
    .select(['articles.id', 'story_id', 'facet', 'placed', 'copy_of', 'language', 'published_at', 'terms', 'sketch'])
    .where('placed', '>', after)
    .where('story_id', 'in', (query) =>
      query
        .selectFrom('articles as recent')
        .select('recent.story_id')
        .where('recent.story_id', 'is not', null)
        .where('recent.published_at', '>=', since.getTime()),
    )
    .orderBy('placed')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    storyId: row.facet ?? (row.story_id as number),
    placed: row.placed as number,
    copyOf: row.copy_of,
    language: row.language,
    publishedAt: new Date(row.published_at),
    kept: row.terms && row.sketch ? { terms: numbersOf(row.terms), sketch: numbersOf(row.sketch) } : null,
  }));
}

export async function findStory(db: Db, storyId: number): Promise<Story | null> {
  const row = await db.selectFrom('stories').selectAll().where('id', '=', storyId).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
    version: row.version,
    headline: row.headline,
    language: row.language,
  };
}

/**
 * Everything that a writer needs of a story, oldest article first, without withdrawn ones; null when there is nothing.
 * Of a story with very many articles, the newest. An article's text is that of its page where that says more than its
 * feed.
 *
 * @param readers  without `guildId`, of all sources; with it, of those that this server gets
 */
export async function findMaterial(
  db: Db,
  storyId: number,
  readers: { language: string; guildId?: string | null },
): Promise<BriefMaterial | null> {
  const { language, guildId } = readers;
  const story = await findStory(db, storyId);
  if (!story) return null;
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('withdrawn_at', 'is', null)
    .$if(guildId !== undefined, (query) => query.where('source_id', 'in', sourceIdsOfGuild(db, guildId ?? null)))
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostMaterial)
    .execute();
  rows.reverse();
  const sourceRows = await db
    .selectFrom('sources')
    .selectAll()
    .where('id', 'in', [...new Set(rows.map((row) => row.source_id))])
    .execute();
  const sources = new Map(sourceRows.map((row) => [row.id, sourceFromRow(row)]));
  const texts = await findPageTexts(
    db,
    rows.map(({ id }) => id),
  );
  const pages = new Set<string>();
  const articles = rows.flatMap((row) => {
    const source = sources.get(row.source_id);
    if (!source || pages.has(row.canonical_url)) return [];
    pages.add(row.canonical_url);
    const article = articleFromRow(row);
    const text = texts.get(row.id) ?? '';
    return [{ ...article, text: text.length > article.text.length ? text : article.text, copyOf: row.copy_of, source }];
  });
  return articles.length > 0 ? { story, language, articles } : null;
}

/** Whether a server gets the source of every article of a story: the brief for everybody is then one for it too. */
export async function getsWholeStory(db: Db, storyId: number, guildId: string | null): Promise<boolean> {
  const hidden = await db
    .selectFrom('articles')
    .select('id')
    .where('story_id', '=', storyId)
    .where('source_id', 'not in', sourceIdsOfGuild(db, guildId))
    .limit(1)
    .executeTakeFirst();
  return hidden === undefined;
}

/**
 * Stories with something published since `since` whose brief for readers of a language is missing or out of date, and
 * that hold an article in it. Those whose brief could not be written are left out until their time has come.
 *
 * @param articleLanguages  the languages that such a reader reads
 */
export async function findStoriesToWrite(
  db: Db,
  language: string,
  articleLanguages: readonly string[],
  times: { since: Date; now: Date },
  limit: number,
): Promise<number[]> {
  const since = times.since.getTime();
  const rows = await db
    .selectFrom('stories')
    .leftJoin('briefs', (join) => join.onRef('briefs.story_id', '=', 'stories.id').on('briefs.language', '=', language))
    .leftJoin('failed_briefs', (join) =>
      join.onRef('failed_briefs.story_id', '=', 'stories.id').on('failed_briefs.language', '=', language),
    )
    .select('stories.id')
    .where('stories.changed_at', '>=', since)
    .where((where) =>
      where.or([
        where('briefs.story_version', 'is', null),
        where('briefs.story_version', '<', where.ref('stories.version')),
      ]),
    )
    .where((where) =>
      where.or([
        where('failed_briefs.next_attempt_at', 'is', null),
        where('failed_briefs.next_attempt_at', '<=', times.now.getTime()),
      ]),
    )
    .where((where) =>
      where.exists(
        where
          .selectFrom('articles')
          .select('articles.id')
          .whereRef('articles.story_id', '=', 'stories.id')
          .where('articles.language', 'in', [...articleLanguages])
          .where('articles.published_at', '>=', since)
          .where('articles.withdrawn_at', 'is', null),
      ),
    )
    .orderBy('stories.changed_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * The articles, by story, of all stories that have one published in the span; whole stories, oldest first, one page as
 * often as sources list it.
 *
 * @param guildId  only of the sources that this server gets
 * @param storyIds  only of these stories
 */
export async function findCoverage(
  db: Db,
  span: { since: Date; until: Date },
  guildId: string | null,
  storyIds?: readonly number[],
): Promise<Map<number, Coverage[]>> {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('sources', 'sources.id', 'articles.source_id')
    .select([
      'articles.id',
      'articles.story_id',
      'articles.title',
      'articles.url',
      'articles.language',
      'articles.published_at',
      'articles.copy_of',
      'sources.publisher',
      'sources.owner',
      'sources.country',
      'sources.kind',
    ])
    .where('articles.source_id', 'in', sourceIdsOfGuild(db, guildId))
    .where('articles.withdrawn_at', 'is', null)
    .where('articles.story_id', 'in', (query) =>
      query
        .selectFrom('articles as recent')
        .select('recent.story_id')
        .where('recent.story_id', 'is not', null)
        .$if(storyIds !== undefined, (among) => among.where('recent.story_id', 'in', [...(storyIds ?? [])]))
        .where('recent.arrival', '=', 'news')
        .where('recent.published_at', '>=', span.since.getTime())
        .where('recent.published_at', '<=', span.until.getTime())
        .where('recent.source_id', 'in', sourceIdsOfGuild(db, guildId)),
    )
    .orderBy('articles.published_at')
    .orderBy('articles.id')
    .execute();
  const stories = new Map<number, Coverage[]>();
  for (const row of rows) {
    if (row.story_id === null) continue;
    const coverage = stories.get(row.story_id) ?? [];
    if (coverage.length === 0) stories.set(row.story_id, coverage);
    coverage.push({
      articleId: row.id,
      outlet: row.publisher,
      owner: row.owner,
      country: row.country,
      kind: row.kind as SourceKind,
      language: row.language,
      title: row.title,
      url: row.url,
      publishedAt: new Date(row.published_at),
      copyOf: row.copy_of,
    });
  }
  return stories;
}

/** The main topic of each story, where it has one. */
export async function findMainTopics(db: Db, storyIds: readonly number[]): Promise<Map<number, string>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('story_topics')
    .selectAll()
    .where('story_id', 'in', listOf(storyIds))
    .where('share', '>=', leastShare)
    .orderBy('share')
    .orderBy('topic', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.story_id, row.topic]));
}

/** What a story is about, by the share of its articles that are about each topic, the greatest first. */
export async function findTopicShares(db: Db, storyId: number): Promise<{ topic: string; share: number }[]> {
  return db
    .selectFrom('story_topics')
    .select(['topic', 'share'])
    .where('story_id', '=', storyId)
    .where('share', '>=', leastShare)
    .orderBy('share', 'desc')
    .orderBy('topic')
    .execute();
}

/** The stories that are about one of the IPTC topics. */
export async function findStoriesOnTopics(db: Db, topics: readonly string[], since: Date): Promise<Set<number>> {
  if (topics.length === 0) return new Set();
  const rows = await db
    .selectFrom('story_topics')
    .innerJoin('stories', 'stories.id', 'story_topics.story_id')
    .select('story_id')
    .where('topic', 'in', [...topics])
    .where('share', '>=', leastShare)
    .where('stories.changed_at', '>=', since.getTime())
    .execute();
  return new Set(rows.map((row) => row.story_id));
}

/** The stories about a topic of which a server gets an article that was published since, in one of the languages. */
export async function findStoriesToRead(
  db: Db,
  topic: string,
  articleLanguages: readonly string[],
  options: { guildId: string | null; since: Date },
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('articles')
    .select('story_id')
    .distinct()
    .where('story_id', 'in', listOf([...(await findStoriesOnTopics(db, [topic], options.since))]))
    .where('language', 'in', listOf(articleLanguages))
    .where('published_at', '>=', options.since.getTime())
    .where('source_id', 'in', sourceIdsOfGuild(db, options.guildId))
    .execute();
  return new Set(rows.map(({ story_id }) => story_id as number));
}

/**
 * Stories that changed last and hold an article in one of the languages, with the newest such article, as a server gets
 * them. Looked for among the last 5,000 that changed.
 */
export async function findLatestStories(
  db: Db,
  articleLanguages: readonly string[],
  guildId: string | null,
  limit: number,
): Promise<{ storyId: number; title: string; outlet: string }[]> {
  // Newest first, and no further than is needed: joining all stories to their articles takes seconds among a million.
  const { rows } = await sql<{ storyId: number; title: string; outlet: string }>`
    SELECT latest.id AS storyId, a.title, s.publisher AS outlet
    FROM (SELECT id FROM stories ORDER BY changed_at DESC, id DESC LIMIT ${mostLatest}) latest
    CROSS JOIN articles a ON a.id = (
      SELECT id FROM articles
      WHERE story_id = latest.id AND language IN (SELECT value FROM json_each(${JSON.stringify(articleLanguages)}))
        AND copy_of IS NULL AND source_id IN ${sourceIdsOfGuild(db, guildId)}
      ORDER BY published_at DESC LIMIT 1
    )
    CROSS JOIN sources s ON s.id = a.source_id
    LIMIT ${limit}
  `.execute(db);
  return rows;
}

/** How many stories about an IPTC topic something was published of since, out of the sources that a server gets. */
export async function countStories(
  db: Db,
  topic: string,
  options: { guildId: string | null; since: Date },
): Promise<number> {
  const { count } = await db
    .selectFrom('articles')
    .innerJoin('story_topics', 'story_topics.story_id', 'articles.story_id')
    .select((eb) => eb.fn.count<number>('articles.story_id').distinct().as('count'))
    .where('topic', '=', topic)
    .where('share', '>=', leastShare)
    .where('articles.published_at', '>=', options.since.getTime())
    .where('articles.source_id', 'in', sourceIdsOfGuild(db, options.guildId))
    .executeTakeFirstOrThrow();
  return count;
}
