import type { BriefMaterial } from '../news/brief.ts';
import type { SourceKind } from '../news/source.ts';
import type { Coverage, Story } from '../news/story.ts';
import { articleFromRow } from './articles.ts';
import type { Db } from './openStore.ts';
import { sourceFromRow } from './sources.ts';

/** An article of a story that may be shown, with what filtering needs. */
export type CoverageOfStory = Coverage & {
  readonly storyId: number;
  readonly sourceId: number;
  readonly inCatalogue: boolean;
  readonly editedAt: Date | null;
};

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

/** Adds the article to a story, unless another copy of this stage has placed it meanwhile. */
export async function joinStory(
  db: Db,
  article: { id: number; topics: readonly string[] },
  storyId: number,
  copyOf: number | null,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await isWaiting(trx, article.id))) return;
    await place(trx, article, storyId, copyOf);
    await trx
      .updateTable('stories')
      .set((eb) => ({ version: eb('version', '+', 1), changed_at: now.getTime() }))
      .where('id', '=', storyId)
      .execute();
  });
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
    .set({ story_id: storyId, copy_of: copyOf, topics: JSON.stringify(article.topics) })
    .where('id', '=', article.id)
    .execute();
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

/** Articles that joined a story after `afterId` and were published since `since`: what the index must still learn. */
export async function findPlacedArticles(db: Db, afterId: number, since: Date, limit: number) {
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .where('id', '>', afterId)
    .where('story_id', 'is not', null)
    .where('published_at', '>=', since.getTime())
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...articleFromRow(row), storyId: row.story_id as number }));
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

/** Everything that a writer needs of a story, oldest article first; null when there is no such story. */
export async function findMaterial(db: Db, storyId: number, language: string): Promise<BriefMaterial | null> {
  const story = await findStory(db, storyId);
  if (!story) return null;
  const rows = await db
    .selectFrom('articles')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('published_at')
    .orderBy('id')
    .limit(200)
    .execute();
  const sourceRows = await db
    .selectFrom('sources')
    .selectAll()
    .where('id', 'in', [...new Set(rows.map((row) => row.source_id))])
    .execute();
  const sources = new Map(sourceRows.map((row) => [row.id, sourceFromRow(row)]));
  const pages = new Set<string>();
  const articles = rows.flatMap((row) => {
    const source = sources.get(row.source_id);
    if (!source || pages.has(row.canonical_url)) return [];
    pages.add(row.canonical_url);
    return [{ ...articleFromRow(row), copyOf: row.copy_of, source }];
  });
  return articles.length > 0 ? { story, language, articles } : null;
}

/**
 * Stories with something published since `since` whose brief for readers of a language is missing or out of date, and
 * that hold an article in it.
 *
 * @param articleLanguages  the languages that such a reader reads
 */
export async function findStoriesToWrite(
  db: Db,
  language: string,
  articleLanguages: readonly string[],
  since: Date,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('stories')
    .leftJoin('briefs', (join) => join.onRef('briefs.story_id', '=', 'stories.id').on('briefs.language', '=', language))
    .select('stories.id')
    .where('stories.changed_at', '>=', since.getTime())
    .where((where) =>
      where.or([
        where('briefs.story_version', 'is', null),
        where('briefs.story_version', '<', where.ref('stories.version')),
      ]),
    )
    .where((where) =>
      where.exists(
        where
          .selectFrom('articles')
          .select('articles.id')
          .whereRef('articles.story_id', '=', 'stories.id')
          .where('articles.language', 'in', [...articleLanguages])
          .where('articles.published_at', '>=', since.getTime()),
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
 */
export async function findCoverage(db: Db, since: Date, until: Date): Promise<Map<number, CoverageOfStory[]>> {
  const rows = await coverageQuery(db)
    .where('articles.story_id', 'in', (query) =>
      query
        .selectFrom('articles as recent')
        .select('recent.story_id')
        .where('recent.story_id', 'is not', null)
        .where('recent.published_at', '>=', since.getTime())
        .where('recent.published_at', '<=', until.getTime()),
    )
    .execute();
  return byStory(rows);
}

function coverageQuery(db: Db) {
  return db
    .selectFrom('articles')
    .innerJoin('sources', 'sources.id', 'articles.source_id')
    .select([
      'articles.id',
      'articles.story_id',
      'articles.source_id',
      'articles.title',
      'articles.url',
      'articles.language',
      'articles.published_at',
      'articles.edited_at',
      'articles.copy_of',
      'sources.publisher',
      'sources.owner',
      'sources.country',
      'sources.kind',
      'sources.in_catalogue',
    ])
    .orderBy('articles.published_at')
    .orderBy('articles.id');
}

type CoverageRow = Awaited<ReturnType<ReturnType<typeof coverageQuery>['execute']>>[number];

function byStory(rows: readonly CoverageRow[]): Map<number, CoverageOfStory[]> {
  const stories = new Map<number, CoverageOfStory[]>();
  for (const row of rows) {
    if (row.story_id === null) continue;
    const coverage = stories.get(row.story_id) ?? [];
    if (coverage.length === 0) stories.set(row.story_id, coverage);
    coverage.push({
      storyId: row.story_id,
      articleId: row.id,
      sourceId: row.source_id,
      inCatalogue: row.in_catalogue === 1,
      outlet: row.publisher,
      owner: row.owner,
      country: row.country,
      kind: row.kind as SourceKind,
      language: row.language,
      title: row.title,
      url: row.url,
      publishedAt: new Date(row.published_at),
      editedAt: row.edited_at === null ? null : new Date(row.edited_at),
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
    .where('story_id', 'in', [...storyIds])
    .where('share', '>=', 0.3)
    .orderBy('share')
    .orderBy('topic', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.story_id, row.topic]));
}

/** The stories that are about one of the IPTC topics. */
export async function findStoriesOnTopics(db: Db, topics: readonly string[], since: Date): Promise<Set<number>> {
  if (topics.length === 0) return new Set();
  const rows = await db
    .selectFrom('story_topics')
    .innerJoin('stories', 'stories.id', 'story_topics.story_id')
    .select('story_id')
    .where('topic', 'in', [...topics])
    .where('share', '>=', 0.3)
    .where('stories.changed_at', '>=', since.getTime())
    .execute();
  return new Set(rows.map((row) => row.story_id));
}

/** Stories that changed last and hold an article in one of the languages, with such an article. */
export async function findLatestStories(
  db: Db,
  articleLanguages: readonly string[],
  limit: number,
): Promise<{ storyId: number; title: string; outlet: string }[]> {
  const rows = await db
    .selectFrom('stories')
    .innerJoin('articles', 'articles.story_id', 'stories.id')
    .innerJoin('sources', 'sources.id', 'articles.source_id')
    .select((eb) => ['stories.id', 'articles.title', 'sources.publisher', eb.fn.max('articles.published_at').as('at')])
    .where('articles.language', 'in', [...articleLanguages])
    .where('articles.copy_of', 'is', null)
    .groupBy('stories.id')
    .orderBy('stories.changed_at', 'desc')
    .orderBy('stories.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ storyId: row.id, title: row.title, outlet: row.publisher }));
}

/** How many stories something was published of since, out of the named ones. */
export async function countStories(db: Db, topic: string, since: Date): Promise<number> {
  return (await findStoriesOnTopics(db, [topic], since)).size;
}
