import { type Post, PostError, type Report } from '../news/outside.ts';
import { claimDeliveries, type Delivery } from '../store/deliveries.ts';
import type { Db } from '../store/openStore.ts';
import { suspendSubscriptions } from '../store/subscriptions.ts';
import { createSendWaiting } from './sendWaiting.ts';
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

  const deliver = createSendWaiting<Delivery>({
    ...options,
    outbox: 'deliveries',
    send: async (delivery) => {
      const isStale = now().getTime() - delivery.createdAt.getTime() > staleAfterMs;
      if (isStale) throw new PostError('refused', 'It could not be sent within a day.');
      return options.post(delivery);
    },
    retries,
    staleAfterMs,
    onDropped: async ({ channelId }, { kind, message }) => {
      options.report('A briefing was not delivered', { channel: channelId, reason: message });
      if (kind === 'no access' || kind === 'no channel') await suspendSubscriptions(db, channelId, kind);
    },
  });

  return async () => {
    const claimed = await claimDeliveries(db, { worker: options.worker, now: now(), leaseMs, limit: deliveriesPerRun });
    await Promise.all(claimed.map(deliver));
    return claimed.length;
  };
}
