import { pruneArticles } from '../store/articles.ts';
import type { Db } from '../store/openStore.ts';
import { prunePages } from '../store/pages.ts';
import type { Stage } from './stage.ts';

const dayMs = 24 * 60 * 60_000;

/** Forgets texts after some days, and identities, by which a returning article is recognised, much later. */
export function createPrune(options: { db: Db; now: () => Date; textDays: number; articleDays: number }): Stage {
  return async () => {
    const now = options.now().getTime();
    const textSince = new Date(now - options.textDays * dayMs);
    await pruneArticles(options.db, { textSince, articlesSince: new Date(now - options.articleDays * dayMs) });
    await prunePages(options.db, textSince);
    return 0;
  };
}
