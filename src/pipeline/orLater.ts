import { PostError } from '../news/outside.ts';
import type { Db } from '../store/openStore.ts';
import { noteRefused, type WishTable } from '../store/subscriptions.ts';

/** Threads that nobody writes in are archived after an hour at the soonest. */
const laterMs = 10 * 60_000;

/**
 * Sends what a wish is to bring. Where the server has as many open threads as it can, those who manage it are to be told,
 * and it is tried again later: room comes by itself, too.
 *
 * @throws PostError  what sending throws, which is then 'try again'
 */
export async function orLater<Sent>(db: Db, wishes: WishTable, wishId: number, sending: Promise<Sent>): Promise<Sent> {
  try {
    return await sending;
  } catch (error) {
    if (!(error instanceof PostError && error.kind === 'threads full')) throw error;
    await noteRefused(db, wishes, wishId, error.kind);
    throw new PostError('try again', error.message, { retryAfterMs: laterMs, cause: error });
  }
}
