import { freshMs, mayMention } from '../news/liveSubscription.ts';
import { type CardPosts, PostError, type Report, refusalIn, suspensionIn } from '../news/outside.ts';
import {
  claimCardReplies,
  claimCards,
  holdCard,
  holdReply,
  recordShown,
  type WaitingCard,
  type WaitingCardReply,
  withholdMention,
} from '../store/cards.ts';
import type { Db } from '../store/openStore.ts';
import { noteRefused, suspendSubscriptions } from '../store/subscriptions.ts';
import { createSendWaiting } from './sendWaiting.ts';
import type { Stage } from './stage.ts';

/** Each channel takes a message of its own, so that none waits for another. */
const atOnce = 50;
const leaseMs = 60_000;
const retries = { firstMs: 2_000, longestMs: 45_000 };
const staleAfterMs = 24 * 60 * 60_000;

/**
 * Shows cards: posts those that are new, edits those that have something new to say, and posts replies to them. A row and
 * its nonce exist before its message, and whatever has been tried before is first looked for in the channel, so that
 * nothing stands there twice. An edit says all that the card shall say, so it may be repeated.
 *
 * @param worker  the name under which this copy of the stage claims work
 * @param onTokenRefused  called when Discord refuses who we are
 */
export function createCards(options: {
  db: Db;
  posts: CardPosts;
  worker: string;
  now: () => Date;
  report: Report;
  onTokenRefused: (error: PostError) => void;
}): Stage {
  const { db, now, posts, report } = options;
  const isOlder = (since: Date, ms: number) => now().getTime() - since.getTime() > ms;

  async function showCard(waiting: WaitingCard): Promise<{ messageId: string } | undefined> {
    const { id, messageId, version, shownVersion } = waiting;
    if (messageId !== null) {
      if (shownVersion < version) await posts.edit({ ...waiting, messageId });
      await recordShown(db, id, version);
      return { messageId };
    }
    const posted = await postCard(waiting);
    if (posted) await recordShown(db, id, version);
    return posted;
  }

  /** @returns nothing when the card was posted and somebody has deleted it */
  async function postCard(waiting: WaitingCard): Promise<{ messageId: string } | undefined> {
    const { id, card, attempts, quiet } = waiting;
    const standing = attempts > 1 ? await posts.find(waiting, card.createdAt) : null;
    if (standing) return standing;
    if (isOlder(card.createdAt, freshMs)) throw new PostError('refused', 'It could not be sent while it was news.');
    const isHushed = card.roleId !== null && !mayMention(quiet, now());
    if (isHushed) await withholdMention(db, id);
    return unlessDeleted(posts.post(isHushed ? { ...waiting, card: { ...card, roleId: null } } : waiting));
  }

  async function showReply(waiting: WaitingCardReply): Promise<{ messageId: string } | undefined> {
    if (waiting.isOrphan) throw new PostError('no message', 'The card is gone.');
    const standing = waiting.attempts > 1 ? await posts.findReply(waiting, waiting.createdAt) : null;
    if (standing) return standing;
    if (isOlder(waiting.createdAt, freshMs)) throw new PostError('refused', 'It could not be sent while it was news.');
    return unlessDeleted(posts.reply(waiting));
  }

  async function lose({ channelId, subscriptionId }: WaitingCard | WaitingCardReply, error: PostError): Promise<void> {
    if (error.kind === 'no message') return;
    report('A card was not shown', { channel: channelId, reason: error.message });
    const refusal = refusalIn(error);
    if (refusal) await noteRefused(db, 'live_subscriptions', subscriptionId, refusal);
    const suspension = suspensionIn(error);
    if (suspension) await suspendSubscriptions(db, channelId, suspension);
  }

  const sending = { db, now, retries, staleAfterMs, onTokenRefused: options.onTokenRefused };
  const sendCard = createSendWaiting<WaitingCard>({
    ...sending,
    outbox: 'cards',
    send: showCard,
    onDropped: async (card, error) => {
      if (suspensionIn(error)) await holdCard(db, card.id);
      await lose(card, error);
    },
  });
  const sendReply = createSendWaiting<WaitingCardReply>({
    ...sending,
    outbox: 'card_replies',
    send: showReply,
    onDropped: async (reply, error) => {
      if (suspensionIn(error)) await holdReply(db, reply.id);
      await lose(reply, error);
    },
  });

  return async () => {
    const claim = { worker: options.worker, now: now(), leaseMs, limit: atOnce };
    const cards = await claimCards(db, claim);
    await Promise.all(cards.map(sendCard));
    const replies = await claimCardReplies(db, claim);
    await Promise.all(replies.map(sendReply));
    return cards.length + replies.length;
  };
}

async function unlessDeleted(posting: Promise<{ messageId: string }>): Promise<{ messageId: string } | undefined> {
  try {
    return await posting;
  } catch (error) {
    if (error instanceof PostError && error.kind === 'no message') return undefined;
    throw error;
  }
}
