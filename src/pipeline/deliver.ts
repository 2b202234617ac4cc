import { type FindPosted, type Post, PostError, type Report } from '../news/outside.ts';
import { claimDeliveries, type Delivery } from '../store/deliveries.ts';
import type { Db } from '../store/openStore.ts';
import { makeDueAfter, suspendSubscriptions } from '../store/subscriptions.ts';
import { createSendWaiting } from './sendWaiting.ts';
import type { Stage } from './stage.ts';

const deliveriesPerRun = 50;
const leaseMs = 60_000;
/** So that everything that waits comes within a minute of Discord's return. */
const retries = { firstMs: 2_000, longestMs: 45_000 };
/** News older than this helps nobody: the message is dropped, and said so. */
const staleAfterMs = 24 * 60 * 60_000;

/**
 * Sends what waits in the outbox. The row is claimed before the message is sent and its nonce was decided before that,
 * so a crash anywhere in between ends in one message: Discord answers a repeated nonce with the message that stands. It
 * forgets nonces after some minutes, so that whatever has been tried before is first looked for in the channel.
 *
 * @param worker  the name under which this copy of the stage claims work
 * @param onTokenRefused  called when Discord refuses who we are: nothing more can be sent
 * @see https://discord.com/developers/docs/resources/message#create-message (nonce, enforce_nonce)
 */
export function createDeliver(options: {
  db: Db;
  post: Post;
  findPosted: FindPosted;
  worker: string;
  now: () => Date;
  report: Report;
  onTokenRefused: (error: PostError) => void;
}): Stage {
  const { db, now } = options;

  /** @returns nothing when the message was posted and somebody has deleted it */
  async function send(delivery: Delivery): Promise<{ messageId: string } | undefined> {
    const standing = delivery.attempts > 1 ? await options.findPosted(delivery, delivery.createdAt) : null;
    if (standing) return standing;
    const isStale = now().getTime() - delivery.createdAt.getTime() > staleAfterMs;
    if (isStale) throw new PostError('refused', 'It could not be sent within a day.');
    try {
      return await options.post(delivery);
    } catch (error) {
      if (error instanceof PostError && error.kind === 'no message') return undefined;
      throw error;
    }
  }

  const deliver = createSendWaiting<Delivery>({
    ...options,
    outbox: 'deliveries',
    send,
    retries,
    staleAfterMs,
    onDropped: async ({ channelId, briefing }, { kind, message }) => {
      options.report('A briefing was not delivered', { channel: channelId, reason: message });
      if (kind !== 'no access' && kind !== 'no channel') return;
      await suspendSubscriptions(db, channelId, kind);
      await makeDueAfter(db, briefing);
    },
  });

  return async () => {
    const claimed = await claimDeliveries(db, { worker: options.worker, now: now(), leaseMs, limit: deliveriesPerRun });
    await Promise.all(claimed.map(deliver));
    return claimed.length;
  };
}
