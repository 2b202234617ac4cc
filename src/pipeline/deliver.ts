import { type Post, PostError, type Report } from '../news/outside.ts';
import { claimDeliveries, type Delivery, recordDropped, recordRetry, recordSent } from '../store/deliveries.ts';
import type { Db } from '../store/openStore.ts';
import { suspendSubscriptions } from '../store/subscriptions.ts';
import type { Stage } from './stage.ts';

const deliveriesPerRun = 50;
const leaseMs = 60_000;
const firstRetryMs = 2_000;
const longestRetryMs = 10 * 60_000;
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
      await recordSent(db, delivery.id, messageId, now());
    } catch (error) {
      const problem = error instanceof PostError ? error : new PostError('refused', String(error), { cause: error });
      await settle(delivery, problem);
    }
  }

  async function settle(delivery: Delivery, error: PostError): Promise<void> {
    const reason = error.message;
    if (error.kind === 'try again' && !isStale(delivery)) {
      await recordRetry(db, delivery.id, reason, retryAt(now(), delivery.attempts, error.retryAfterMs));
      return;
    }
    if (error.kind === 'token') {
      await recordRetry(db, delivery.id, reason, now());
      options.onTokenRefused(error);
      return;
    }
    await drop(delivery, reason);
    if (error.kind === 'no access' || error.kind === 'no channel') {
      await suspendSubscriptions(db, delivery.channelId, error.kind);
    }
  }

  async function drop(delivery: Delivery, reason: string): Promise<void> {
    await recordDropped(db, delivery.id, reason);
    options.report('A briefing was not delivered', { channel: delivery.channelId, reason });
  }

  function isStale({ createdAt }: Delivery): boolean {
    return now().getTime() - createdAt.getTime() > staleAfterMs;
  }

  return async () => {
    const claimed = await claimDeliveries(db, options.worker, now(), leaseMs, deliveriesPerRun);
    await Promise.all(claimed.map(deliver));
    return claimed.length;
  };
}

/** Doubling, with a fifth of chance so that many channels do not come back together. */
function retryAt(now: Date, attempts: number, retryAfterMs: number | null): Date {
  const backoffMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 12));
  const jitter = 0.9 + Math.random() * 0.2;
  return new Date(now.getTime() + Math.max(backoffMs * jitter, retryAfterMs ?? 0));
}
