import { endOfNight } from '../news/follow.ts';
import { type FindDirect, PostError, type Report, type SendDirect, type WriteBrief } from '../news/outside.ts';
import { claimDirectMessages, type DirectDelivery } from '../store/directMessages.ts';
import { type Look, recordLook } from '../store/follows.ts';
import type { Db } from '../store/openStore.ts';
import { findPeopleToTell, makePeopleDue, type Person, suspendPerson } from '../store/people.ts';
import { createIsSetBack } from './createIsSetBack.ts';
import { createDescribe, createWeigh, type LookOptions, lookFor } from './lookFor.ts';
import { createSendWaiting } from './sendWaiting.ts';
import type { Stage } from './stage.ts';

const peoplePerRun = 50;
const messagesPerRun = 20;
const leaseMs = 60_000;
const retries = { firstMs: 2_000, longestMs: 45_000 };
/** News older than this helps nobody. */
const staleAfterMs = 24 * 60 * 60_000;
/** When something about one person fails, the others are not kept waiting by it. */
const tryAgainMs = 10 * 60_000;

/**
 * Tells people in direct messages what is new in what they follow, at most as often as they were promised and never at
 * night. What a person has had and the message that tells it are recorded together, before it is sent; it is then sent as
 * briefings are: claimed, with a nonce, and looked for among the direct messages before a second attempt.
 *
 * @param writeBrief  of a story that has no brief in the person's language: without a model, for one person
 * @param worker  the name under which this copy of the stage claims work
 * @param onTokenRefused  called when Discord refuses who we are: nothing more can be sent
 */
export function createTell(options: {
  db: Db;
  send: SendDirect;
  findSent: FindDirect;
  writeBrief: WriteBrief;
  worker: string;
  now: () => Date;
  report: Report;
  onTokenRefused: (error: PostError) => void;
  stopping?: AbortSignal;
}): Stage {
  const { db, now, stopping } = options;
  /** Who has been found to take no direct messages in this run: Discord is not asked again. */
  const closed = new Set<string>();
  const isSetBack = createIsSetBack();

  async function look(person: Person, reading: Omit<LookOptions, 'db'>): Promise<void> {
    const at = now();
    const morning = endOfNight(person.timeZone, at);
    const nothing = { messages: [], seen: [], ended: [], had: [], ration: person.ration };
    let found: Look;
    try {
      found = morning ? { ...nothing, nextAt: morning } : await lookFor({ db, ...reading }, person, at);
    } catch (error) {
      options.report('What somebody follows could not be looked at', { error });
      found = { ...nothing, nextAt: new Date(at.getTime() + tryAgainMs) };
    }
    await recordLook(db, person, found, at);
  }

  /** @returns nothing when the message was sent and has been deleted since */
  async function sendOnce(delivery: DirectDelivery): Promise<{ messageId: string } | undefined> {
    if (closed.has(delivery.channelId)) throw new PostError('no access', 'They take no direct messages.');
    const standing = delivery.attempts > 1 ? await options.findSent(delivery) : null;
    if (standing) return standing;
    const isStale = now().getTime() - delivery.createdAt.getTime() > staleAfterMs;
    if (isStale) throw new PostError('refused', 'It could not be sent within a day.');
    try {
      return await options.send(delivery);
    } catch (error) {
      if (error instanceof PostError && error.kind === 'no message') return undefined;
      throw error;
    }
  }

  const send = createSendWaiting<DirectDelivery>({
    ...options,
    outbox: 'direct_messages',
    send: sendOnce,
    retries,
    staleAfterMs,
    onDropped: async ({ channelId }, { kind, message }) => {
      if (kind !== 'no access' && kind !== 'no channel') {
        options.report('A direct message was not sent', { reason: message });
        return;
      }
      closed.add(channelId);
      await suspendPerson(db, channelId, now());
    },
  });

  return async () => {
    const at = now();
    if (isSetBack(at)) await makePeopleDue(db, at, tryAgainMs);
    const reading = { weigh: createWeigh(db, now()), describe: createDescribe(options) };
    for (const person of await findPeopleToTell(db, now(), peoplePerRun)) {
      if (stopping?.aborted) return 0;
      await look(person, reading);
    }
    closed.clear();
    const claim = { worker: options.worker, now: now(), leaseMs, limit: messagesPerRun };
    const claimed = stopping?.aborted ? [] : await claimDirectMessages(db, claim);
    for (const delivery of claimed) await send(delivery);
    return claimed.length;
  };
}
