import { PostError, type Posted } from '../news/outside.ts';
import type { Db } from '../store/openStore.ts';
import { type Outbox, type Outcome, settle } from '../store/outbox.ts';
import { type Retries, retryAt } from './retryAt.ts';

/** Threads that nobody writes in are archived by themselves, after an hour at the soonest. */
const roomAgainMs = 10 * 60_000;

type Waiting = { readonly id: number; readonly attempts: number; readonly createdAt: Date };

/**
 * Thrown for a row that waits for something else than time; until then, it must not be claimed. `message` is one line for
 * an administrator.
 */
export class Held extends Error {
  override readonly name = 'Held';
}

/**
 * Makes the function that sends one claimed row of an outbox and records what came of it: sent, to be tried again later,
 * or dropped. A row that has become stale is not tried again.
 *
 * @param send  throws PostError, or {@link Held}
 * @param onTokenRefused  called when Discord refuses who we are: nothing more can be sent
 * @param onDropped  called after a row has been given up
 */
export function createSendWaiting<Row extends Waiting>(options: {
  db: Db;
  outbox: Outbox;
  send: (row: Row) => Promise<Posted | undefined>;
  retries: Retries;
  staleAfterMs: number;
  now: () => Date;
  onTokenRefused: (error: PostError) => void;
  onDropped: (row: Row, error: PostError) => void | Promise<void>;
}): (row: Row) => Promise<void> {
  const { db, now } = options;

  async function outcomeOf(row: Row): Promise<{ readonly outcome: Outcome; readonly error: PostError | null }> {
    try {
      const sent = await options.send(row);
      return { outcome: { status: 'sent', ...sent, at: now() }, error: null };
    } catch (thrown) {
      if (thrown instanceof Held) {
        return { outcome: { status: 'waiting', at: now(), reason: thrown.message }, error: null };
      }
      const error = thrown instanceof PostError ? thrown : new PostError('refused', String(thrown), { cause: thrown });
      return { outcome: afterFailing(row, error), error };
    }
  }

  function afterFailing({ attempts, createdAt }: Row, error: PostError): Outcome {
    const reason = error.message;
    const isStale = now().getTime() - createdAt.getTime() > options.staleAfterMs;
    if (error.kind === 'token') return { status: 'waiting', at: now(), reason };
    const isForLater = error.kind === 'try again' || error.kind === 'threads full';
    if (!isForLater || isStale) return { status: 'dropped', reason };
    const leastMs = error.kind === 'threads full' ? roomAgainMs : error.retryAfterMs;
    return { status: 'waiting', at: retryAt(now(), attempts, options.retries, leastMs), reason };
  }

  return async (row) => {
    const { outcome, error } = await outcomeOf(row);
    await settle(db, options.outbox, row.id, outcome);
    if (error?.kind === 'token') options.onTokenRefused(error);
    else if (error && outcome.status === 'dropped') await options.onDropped(row, error);
  };
}
