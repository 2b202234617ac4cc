import { articleFrom, type NewArticle, type ParsedFeed, repeatedIdentitiesIn } from '../news/article.ts';
import { FeedError, type ReadFeed } from '../news/outside.ts';
import { nextPollAfter, type Source } from '../news/source.ts';
import { storeArticles } from '../store/articles.ts';
import type { Db } from '../store/openStore.ts';
import { claimDueSources, recordFailure, recordRead } from '../store/sources.ts';
import { articleLanguage, languageOf } from '../text/language.ts';
import type { Report, Stage } from './stage.ts';

const leaseMs = 2 * 60_000;
const sourcesPerRun = 500;
const concurrentRequests = 12;

/**
 * Polls the sources that are due. What a feed holds, its validators and the work that follows from it are stored in
 * one transaction; a feed that can't be read leaves its reason on the source and everything else as it was.
 *
 * @param stopping  when aborted, requests that fail count against nobody
 */
export function createPoll(options: {
  db: Db;
  readFeed: ReadFeed;
  now: () => Date;
  report: Report;
  stopping?: AbortSignal;
}): Stage {
  const { db, now, stopping } = options;

  async function pollSource(source: Source): Promise<void> {
    try {
      const answer = await options.readFeed(source);
      const readAt = now();
      const next = { now: readAt, nextPollAt: nextPollAfter(readAt, source.intervalMs, 0, null) };
      await db.transaction().execute(async (trx) => {
        if (answer.kind === 'read') {
          const articles = articlesOf(answer.feed, source, readAt, options.report);
          await storeArticles(trx, source.id, articles, source.firstReadAt === null, readAt);
        }
        const learned =
          source.language === 'und' && answer.kind === 'read' ? { language: languageOfFeed(answer.feed) } : {};
        await recordRead(trx, source.id, { etag: answer.etag, lastModified: answer.lastModified, ...learned, ...next });
      });
    } catch (error) {
      if (stopping?.aborted) return;
      if (!(error instanceof FeedError)) options.report('A source could not be stored', { source: source.key, error });
      await fail(source, error);
    }
  }

  async function fail(source: Source, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    const retryAfterMs = error instanceof FeedError ? error.retryAfterMs : null;
    const failedAt = now();
    await recordFailure(db, source.id, {
      reason,
      now: failedAt,
      nextPollAt: nextPollAfter(failedAt, source.intervalMs, source.failures + 1, retryAfterMs),
    });
  }

  return async () => {
    const due = await claimDueSources(db, now(), leaseMs, sourcesPerRun);
    const queue = due.values();
    const workers = Array.from({ length: concurrentRequests }, async () => {
      for (const source of queue) {
        if (stopping?.aborted) return;
        await pollSource(source);
      }
    });
    await Promise.all(workers);
    return due.length;
  };
}

function articlesOf(feed: ParsedFeed, source: Source, now: Date, report: Report): NewArticle[] {
  const repeated = repeatedIdentitiesIn(feed.items);
  const unusable: string[] = [...feed.unreadable];
  const articles = feed.items.flatMap((item) => {
    const prior = articleLanguage(
      item.language ?? (source.language === 'und' ? (feed.language ?? 'und') : source.language),
    );
    const language = languageOf(`${item.title ?? ''}. ${item.summary || item.text}`, prior);
    const article = articleFrom(item, repeated, language, now);
    if ('unusable' in article) {
      unusable.push(article.unusable);
      return [];
    }
    return [article];
  });
  if (unusable.length > 0)
    report('Some items of a feed could not be used', { source: source.key, items: unusable.slice(0, 5) });
  return articles;
}

/** For a source whose language nobody named: what its feed declares, else what most of its items are written in. */
function languageOfFeed(feed: ParsedFeed): string {
  const sample = feed.items
    .slice(0, 20)
    .map((item) => `${item.title ?? ''}. ${item.summary}`)
    .join('\n');
  return languageOf(sample, articleLanguage(feed.language ?? 'und'));
}
