import type { MessageForm } from '../news/briefingPart.ts';
import {
  type FindPosted,
  type Post,
  PostError,
  type Posted,
  type Report,
  refusalIn,
  suspensionIn,
} from '../news/outside.ts';
import type { Refusal, Suspension } from '../news/subscription.ts';
import { claimDeliveries, type Delivery, recordForm } from '../store/deliveries.ts';
import type { Db } from '../store/openStore.ts';
import { suspendPerson } from '../store/people.ts';
import { makeDueAfter, noteRefused, suspendSubscriptions } from '../store/subscriptions.ts';
import { createSendWaiting, Held } from './sendWaiting.ts';
import { inSimplerForms } from './simplerForms.ts';
import type { Stage } from './stage.ts';

/** Twice what Discord takes in a second, so that it never waits for us. */
const mostUnderWay = 100;
/** What came to the outbox meanwhile is looked for so often, however slow one channel is. */
const lookAgainMs = 500;
const leaseMs = 60_000;
/** Five failures in a row take less than a minute; a thousand channels ask no more than 50 times a second. */
const retries = { firstMs: 2_000, longestMs: 20_000 };
/** News older than this helps nobody: the message is dropped, and said so. */
const staleAfterMs = 24 * 60 * 60_000;

/**
 * Sends what waits in the outbox, until nothing does: whenever half of what is under way has arrived, more is taken, so
 * that neither a clock nor a slow channel keeps the others from Discord. The row is claimed before the message is sent
 * and its nonce was decided before that, so a crash anywhere in between ends in one message: Discord answers a repeated
 * nonce with the message that stands. It forgets nonces after some minutes, so that whatever has been tried before is
 * first looked for in the channel; where that can't be done for want of access, it waits until the channel's briefings go
 * on. The messages of one briefing, and those of one post, are sent one after the other.
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
  stopping?: AbortSignal;
}): Stage {
  const { db, now, stopping } = options;
  let isRefused = false;

  /** @returns nothing when the message was posted and somebody has deleted it */
  async function send(delivery: Delivery): Promise<Posted | undefined> {
    const standing = delivery.attempts > 1 ? await look(delivery) : null;
    if (standing) return standing;
    const isStale = now().getTime() - delivery.createdAt.getTime() > staleAfterMs;
    if (isStale) throw new PostError('refused', 'It could not be sent within a day.');
    try {
      return await inSimplerForms(delivery, options.post, (form, fault) => keepForm(delivery, form, fault));
    } catch (error) {
      if (error instanceof PostError && error.kind === 'no message') return undefined;
      // It waits for room; whoever can make some is not to hear of it a day later only.
      if (error instanceof PostError && error.kind === 'threads full') await note(delivery, error.kind);
      throw error;
    }
  }

  async function look(delivery: Delivery): Promise<Posted | null> {
    const { channelId } = delivery;
    try {
      return await options.findPosted(delivery, delivery.createdAt);
    } catch (error) {
      const suspension = error instanceof PostError && suspensionIn(error);
      // Without a briefing that rests, nothing would ever end the waiting.
      if (!suspension || !(await rest(channelId, suspension))) throw error;
      const reason = error.message;
      options.report('Whether a briefing was delivered can’t be seen; it waits for access', {
        channel: channelId,
        reason,
      });
      throw new Held(reason);
    }
  }

  /** @returns whether the channel has briefings, which may go on some day */
  async function rest(channelId: string, reason: Suspension): Promise<boolean> {
    const briefings = await suspendSubscriptions(db, channelId, reason);
    await suspendPerson(db, channelId, now());
    return briefings > 0;
  }

  /** Lets those be told who can change it. */
  function note({ briefing }: Pick<Delivery, 'briefing'>, refusal: Refusal): Promise<void> {
    return noteRefused(db, 'subscriptions', briefing.subscriptionId, refusal);
  }

  async function keepForm({ id, channelId }: Delivery, form: MessageForm, fault: string): Promise<void> {
    await recordForm(db, id, form, fault);
    options.report('Discord did not take a briefing as it was; it is sent simpler', {
      channel: channelId,
      form,
      fault,
    });
  }

  const deliver = createSendWaiting<Delivery>({
    ...options,
    outbox: 'deliveries',
    send,
    retries,
    staleAfterMs,
    onTokenRefused: (error) => {
      isRefused = true;
      options.onTokenRefused(error);
    },
    onDropped: async ({ channelId, briefing }, error) => {
      options.report('A briefing was not delivered', { channel: channelId, reason: error.message });
      const refusal = refusalIn(error);
      if (refusal) await note({ briefing }, refusal);
      const suspension = suspensionIn(error);
      if (!suspension) return;
      await rest(channelId, suspension);
      await makeDueAfter(db, briefing);
    },
  });

  async function sendNow(delivery: Delivery): Promise<void> {
    try {
      await deliver(delivery);
    } catch (error) {
      options.report('What became of a briefing was not recorded', { channel: delivery.channelId, error });
    }
  }

  return async () => {
    let sent = 0;
    isRefused = false;
    const underWay = new Map<number, Promise<void>>();
    for (;;) {
      const claim = { worker: options.worker, now: now(), leaseMs, limit: mostUnderWay - underWay.size };
      const claimed = isRefused || stopping?.aborted || claim.limit === 0 ? [] : await claimDeliveries(db, claim);
      for (const delivery of claimed) {
        // Its lease has run out while Discord keeps it waiting: it is ours, and stays so.
        if (underWay.has(delivery.id)) continue;
        const sending = sendNow(delivery).finally(() => underWay.delete(delivery.id));
        underWay.set(delivery.id, sending);
        sent += 1;
      }
      // What has arrived meanwhile may be what another message has to follow.
      if (underWay.size === 0 && claimed.length === 0) return sent;
      await roomAmong(underWay);
    }
  };
}

/** Waits until half of what is under way has ended, but not for long. */
async function roomAmong(underWay: ReadonlyMap<number, Promise<void>>): Promise<void> {
  const half = underWay.size / 2;
  let isLong = false;
  let lookAgain: NodeJS.Timeout | undefined;
  const long = new Promise<void>((resolve) => {
    lookAgain = setTimeout(() => {
      isLong = true;
      resolve();
    }, lookAgainMs);
  });
  while (underWay.size > half && !isLong) await Promise.race([long, ...underWay.values()]);
  clearTimeout(lookAgain);
}
