import { type Post, PostError, type Report } from '../news/outside.ts';
import { claimDeliveries, type Delivery } from '../store/deliveries.ts';
import type { Db } from '../store/openStore.ts';
import { type Outcome, settle } from '../store/outbox.ts';
import { suspendSubscriptions } from '../store/subscriptions.ts';
import { retryAt } from './retryAt.ts';
import type { Stage } from './stage.ts';

const deliveriesPerRun = 50;
const leaseMs = 60_000;
const retries = { firstMs: 2_000, longestMs: 10 * 60_000 };
/** News older than this helps nobody: the message is dropped, and said so. */
const staleAfterMs = 24 * 60 * 60_000;

/**
 * Sends what waits in the outbox. The row is claimed before the message is sent and its nonce was decided before that,
 * so a crash anywhere in between ends in one message: Discord answers a repeated nonce with the message that stands.
 *
 * @param worker  the name under which this copy of the stage claims work
 * @param onTokenRefused  called when Discord refuses who we are: nothing more can be sent
 * @see https://discord.com/developers/docs/resources/message#create-message (nonce, enforce_nonce)
 */
export function createDeliver(options: {
  db: Db;
  post: Post;
  worker: string;
  now: () => Date;
  report: Report;
  onTokenRefused: (error: PostError) => void;
}): Stage {
  const { db, now } = options;

  async function deliver(delivery: Delivery): Promise<void> {
    if (isStale(delivery)) return drop(delivery, 'It could not be sent within a day.');
    try {
      const { messageId } = await options.post(delivery);
      await note(delivery, { status: 'sent', messageId, at: now() });
    } catch (error) {
      const problem = error instanceof PostError ? error : new PostError('refused', String(error), { cause: error });
      await fail(delivery, problem);
    }
  }

  async function fail(delivery: Delivery, error: PostError): Promise<void> {
    const reason = error.message;
    if (error.kind === 'try again' && !isStale(delivery)) {
      const at = retryAt(now(), delivery.attempts, retries, error.retryAfterMs);
      await note(delivery, { status: 'waiting', at, reason });
      return;
    }
    if (error.kind === 'token') {
      await note(delivery, { status: 'waiting', at: now(), reason });
      options.onTokenRefused(error);
      return;
    }
    await drop(delivery, reason);
    if (error.kind === 'no access' || error.kind === 'no channel') {
      await suspendSubscriptions(db, delivery.channelId, error.kind);
    }
  }

  async function drop(delivery: Delivery, reason: string): Promise<void> {
    await note(delivery, { status: 'dropped', reason });
    options.report('A briefing was not delivered', { channel: delivery.channelId, reason });
  }

  async function note({ id }: Delivery, outcome: Outcome): Promise<void> {
    await settle(db, 'deliveries', id, outcome);
  }

  function isStale({ createdAt }: Delivery): boolean {
    return now().getTime() - createdAt.getTime() > staleAfterMs;
  }

  return async () => {
    const claimed = await claimDeliveries(db, { worker: options.worker, now: now(), leaseMs, limit: deliveriesPerRun });
    await Promise.all(claimed.map(deliver));
    return claimed.length;
  };
}
