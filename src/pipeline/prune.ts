import { pruneArticles } from '../store/articles.ts';
import { pruneNotices } from '../store/notices.ts';
import type { Db } from '../store/openStore.ts';
import { prunePages } from '../store/pages.ts';
import type { Stage } from './stage.ts';

const dayMs = 24 * 60 * 60_000;

/** Forgets texts after some days, and identities, by which a returning article is recognised, much later. Notices go with them. */
export function createPrune(options: { db: Db; now: () => Date; textDays: number; articleDays: number }): Stage {
  return async () => {
    const now = options.now().getTime();
    const textSince = new Date(now - options.textDays * dayMs);
    const articlesSince = new Date(now - options.articleDays * dayMs);
    await pruneArticles(options.db, { textSince, articlesSince });
    await prunePages(options.db, textSince);
    await pruneNotices(options.db, articlesSince);
    return 0;
  };
}
