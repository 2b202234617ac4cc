import { pruneArticles } from '../store/articles.ts';
import { pruneBriefings } from '../store/briefings.ts';
import { pruneCards } from '../store/cards.ts';
import { pruneDirectMessages } from '../store/directMessages.ts';
import { deleteGoneGuilds } from '../store/goneGuilds.ts';
import { pruneNotices } from '../store/notices.ts';
import type { Db } from '../store/openStore.ts';
import { prunePages } from '../store/pages.ts';
import { forgetIdlePeople } from '../store/people.ts';
import { pruneOffers } from '../store/sourceOffers.ts';
import type { Stage } from './stage.ts';

const dayMs = 24 * 60 * 60_000;
/** How long a server that removed Tidings finds everything again when it comes back. */
const goneGuildDays = 30;

/**
 * Forgets texts after some days, and identities, by which a returning article is recognised, much later. Briefings,
 * cards and notices go with them. What belongs to a server is deleted a month after it removed Tidings.
 */
export function createPrune(options: { db: Db; now: () => Date; textDays: number; articleDays: number }): Stage {
  return async () => {
    const now = options.now().getTime();
    const textSince = new Date(now - options.textDays * dayMs);
    const articlesSince = new Date(now - options.articleDays * dayMs);
    await pruneArticles(options.db, { textSince, articlesSince });
    await prunePages(options.db, textSince);
    await pruneBriefings(options.db, articlesSince);
    await pruneCards(options.db, articlesSince);
    await pruneNotices(options.db, articlesSince);
    await pruneDirectMessages(options.db, articlesSince);
    await forgetIdlePeople(options.db);
    await pruneOffers(options.db, options.now());
    await deleteGoneGuilds(options.db, new Date(now - goneGuildDays * dayMs));
    return 0;
  };
}
