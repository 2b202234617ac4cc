import { hash as hashOf } from 'node:crypto';
import { sql } from 'kysely';
import type { FullText } from '../news/outside.ts';
import type { Db } from './openStore.ts';
import { reserveHosts, slotsOfHosts } from './sources.ts';

/** A page to be read, claimed. */
export type PageClaim = {
  readonly articleId: number;
  readonly url: string;
  /** This one included. */
  readonly attempts: number;
  /** Its text was there once. */
  readonly wasRead: boolean;
};

/** A paragraph that one source has in so many stories belongs to none: in one, it may be what came before. */
const recurring = 3;
/** A publisher whose last pages were all closed to us is left alone. */
const closedPages = 3;
const longestReason = 300;

/**
 * Notes which pages a story needs: its own reporting whose feeds told little, one article of each owner, first those in
 * the readers' languages, then the newest. What was noted before counts.
 *
 * @param wish  `shortText`: a feed that told so many characters told enough; `most`: pages of one story
 */
export async function wishPages(
  db: Db,
  storyId: number,
  wish: { languages: readonly string[]; shortText: number; most: number; closedSince: Date; now: Date },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const members = await trx
      .selectFrom('articles')
      .innerJoin('sources', 'sources.id', 'articles.source_id')
      .leftJoin('pages', 'pages.article_id', 'articles.id')
      .select(['articles.id', 'articles.language', 'sources.owner', 'sources.id as sourceId', 'pages.status'])
      .select(sql<number>`max(length(articles.text), length(articles.summary))`.as('told'))
      .where('story_id', '=', storyId)
      .where('copy_of', 'is', null)
      .where('withdrawn_at', 'is', null)
      .orderBy('published_at', 'desc')
      .orderBy('articles.id', 'desc')
      .execute();
    const noted = members.filter(({ status }) => status !== null);
    const owners = new Set(noted.map(({ owner }) => owner));
    const isRead = (language: string) => Number(wish.languages.includes(language));
    const wanting = members
      .filter(({ status, told }) => status === null && told < wish.shortText)
      .sort((a, b) => isRead(b.language) - isRead(a.language));
    let left = wish.most - noted.length;
    for (const { id, owner, sourceId } of wanting) {
      if (left <= 0) return;
      if (owners.has(owner) || (await isClosed(trx, sourceId, wish.closedSince))) continue;
      owners.add(owner);
      left -= 1;
      await trx.insertInto('pages').values({ article_id: id, next_attempt_at: wish.now.getTime() }).execute();
    }
  });
}

async function isClosed(trx: Db, sourceId: number, since: Date): Promise<boolean> {
  const last = await trx
    .selectFrom('pages')
    .innerJoin('articles', 'articles.id', 'pages.article_id')
    .select('status')
    .where('source_id', '=', sourceId)
    .where('fetched_at', '>=', since.getTime())
    .orderBy('fetched_at', 'desc')
    .limit(closedPages)
    .execute();
  return last.length === closedPages && last.every(({ status }) => status === 'paywalled' || status === 'reserved');
}

/**
 * Takes pages that are to be read now, the longest waiting first, one of each host; the others of that host are put off,
 * one after the other. Those taken are ours for `leaseMs`; whose reader has died are taken over.
 *
 * @param hostOf  of an address; null when its host may be asked as often as we like
 */
export async function claimPages(
  db: Db,
  options: { now: Date; leaseMs: number; spacingMs: number; hostOf: (url: string) => string | null; limit: number },
): Promise<PageClaim[]> {
  const now = options.now.getTime();
  return db.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('pages')
      .innerJoin('articles', 'articles.id', 'pages.article_id')
      .select(['article_id as articleId', 'url', 'attempts', 'pages.text'])
      .where('next_attempt_at', '<=', now)
      .where((where) =>
        where.or([
          where('status', '=', 'waiting'),
          where.and([where('status', '=', 'reading'), where('claimed_until', '<', now)]),
        ]),
      )
      .orderBy('next_attempt_at')
      .limit(options.limit)
      .execute();
    const hosts = new Set(due.flatMap(({ url }) => options.hostOf(url) ?? []));
    const slots = await slotsOfHosts(trx, hosts);
    const taken = new Map<string, number>();
    const claimed: PageClaim[] = [];
    for (const { articleId, url, attempts, text } of due) {
      const host = options.hostOf(url);
      const slot = host === null ? now : Math.max(now, slots.get(host) ?? 0);
      if (host !== null) slots.set(host, slot + options.spacingMs);
      if (slot > now) {
        await trx.updateTable('pages').set({ next_attempt_at: slot }).where('article_id', '=', articleId).execute();
        continue;
      }
      if (host !== null) taken.set(host, now + options.spacingMs);
      const columns = { status: 'reading', attempts: attempts + 1, claimed_until: now + options.leaseMs } as const;
      await trx.updateTable('pages').set(columns).where('article_id', '=', articleId).execute();
      claimed.push({ articleId, url, attempts: attempts + 1, wasRead: text !== '' });
    }
    await reserveHosts(trx, taken);
    return claimed;
  });
}

/** Keeps what came of a page. With its text, the story is no longer what its briefs were written from. */
export async function savePage(db: Db, articleId: number, outcome: FullText, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const isText = outcome.kind === 'text';
    const { numUpdatedRows } = await trx
      .updateTable('pages')
      .set({
        status: isText ? 'read' : outcome.kind,
        claimed_until: null,
        fetched_at: now.getTime(),
        last_error: null,
        text: isText ? outcome.paragraphs.join('\n\n') : '',
        license: isText ? outcome.license : null,
      })
      .where('article_id', '=', articleId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n || !isText) return;
    const changed = await withoutRecurring(trx, articleId, outcome.paragraphs);
    await touchStories(trx, changed, now);
  });
}

async function touchStories(trx: Db, articleIds: readonly number[], now: Date): Promise<void> {
  await trx
    .updateTable('stories')
    .set((eb) => ({ version: eb('version', '+', 1), changed_at: now.getTime() }))
    .where('id', 'in', (query) =>
      query
        .selectFrom('articles')
        .select('story_id')
        .where('articles.id', 'in', [...articleIds])
        .where('story_id', 'is not', null)
        .$castTo<{ story_id: number }>(),
    )
    .execute();
}

/** Notes that a page could not be read, and when to try again; null: never. */
export async function saveFailedPage(
  db: Db,
  articleId: number,
  reason: string,
  times: { retryAt: Date | null; now: Date },
): Promise<void> {
  await db
    .updateTable('pages')
    .set({
      status: times.retryAt ? 'waiting' : 'failed',
      claimed_until: null,
      fetched_at: times.now.getTime(),
      last_error: reason.slice(0, longestReason),
      ...(times.retryAt ? { next_attempt_at: times.retryAt.getTime() } : {}),
    })
    .where('article_id', '=', articleId)
    .execute();
}

/**
 * Notes that the publisher has taken an article back: its text and the briefs of its story are forgotten, and those are
 * written anew without it.
 */
export async function withdrawArticle(db: Db, articleId: number, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const at = now.getTime();
    await trx.updateTable('pages').set({ text: '' }).where('article_id', '=', articleId).execute();
    const article = await trx
      .updateTable('articles')
      .set({ withdrawn_at: at, edited_at: at })
      .where('id', '=', articleId)
      .where('withdrawn_at', 'is', null)
      .returning('story_id')
      .executeTakeFirst();
    if (!article?.story_id) return;
    await trx.deleteFrom('briefs').where('story_id', '=', article.story_id).execute();
    await touchStories(trx, [articleId], now);
  });
}

/**
 * Takes out of the source's texts the paragraphs that with this one stand in several.
 *
 * @returns the articles whose texts have changed, this one included
 */
async function withoutRecurring(trx: Db, articleId: number, paragraphs: readonly string[]): Promise<number[]> {
  const { source_id } = await trx
    .selectFrom('articles')
    .select('source_id')
    .where('id', '=', articleId)
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('page_paragraphs').where('article_id', '=', articleId).execute();
  const hashes = JSON.stringify(paragraphs.map(hashOfParagraph));
  await sql`
    INSERT OR IGNORE INTO page_paragraphs (source_id, hash, article_id)
    SELECT ${source_id}, value, ${articleId} FROM json_each(${hashes})
  `.execute(trx);
  const { rows } = await sql<{ hash: string }>`
    SELECT hash FROM page_paragraphs JOIN articles ON articles.id = article_id
    WHERE page_paragraphs.source_id = ${source_id} AND hash IN (SELECT value FROM json_each(${hashes}))
    GROUP BY hash HAVING count(DISTINCT story_id) >= ${recurring}
  `.execute(trx);
  const furniture = new Set(rows.map((row) => row.hash));
  if (furniture.size === 0) return [articleId];
  const holding = await trx
    .selectFrom('pages')
    .select(['article_id', 'text'])
    .where('article_id', 'in', (query) =>
      query
        .selectFrom('page_paragraphs')
        .select('page_paragraphs.article_id')
        .where('source_id', '=', source_id)
        .where('hash', 'in', [...furniture]),
    )
    .execute();
  const changed = [articleId];
  for (const page of holding) {
    const kept = page.text.split('\n\n').filter((paragraph) => !furniture.has(hashOfParagraph(paragraph)));
    const text = kept.join('\n\n');
    if (text === page.text) continue;
    await trx.updateTable('pages').set({ text }).where('article_id', '=', page.article_id).execute();
    changed.push(page.article_id);
  }
  return changed;
}

/** The same for what differs in numbers only, as dates do. */
function hashOfParagraph(paragraph: string): string {
  const letters = paragraph.toLowerCase().replace(/[^\p{L}]+/gu, '');
  return hashOf('sha256', letters || paragraph, 'base64url').slice(0, 12);
}

/** Forgets the texts of pages, as those of articles. */
export async function prunePages(trx: Db, textSince: Date): Promise<void> {
  const since = textSince.getTime();
  await sql`
    UPDATE pages SET text = '' WHERE text <> '' AND fetched_at < ${since} AND article_id IN (
      SELECT id FROM articles WHERE published_at < ${since} AND first_seen_at < ${since}
    )
  `.execute(trx);
}

/** The texts of pages, by article; of those that have none, nothing. */
export async function findPageTexts(db: Db, articleIds: readonly number[]): Promise<Map<number, string>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('pages')
    .select(['article_id', 'text'])
    .where('article_id', 'in', [...articleIds])
    .where('text', '<>', '')
    .execute();
  return new Map(rows.map((row) => [row.article_id, row.text]));
}

/** Forgets everything of pages: somebody has said that none are to be read. */
export async function forgetPages(db: Db): Promise<void> {
  await db.deleteFrom('pages').execute();
}
