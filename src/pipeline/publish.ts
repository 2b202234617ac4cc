import type { PostError, Publish, Report } from '../news/outside.ts';
import type { Db } from '../store/openStore.ts';
import { claimPublication, queuePublications, type WaitingPublication } from '../store/publications.ts';
import { createSendWaiting } from './sendWaiting.ts';
import type { Stage } from './stage.ts';

const leaseMs = 60_000;
const retries = { firstMs: 10_000, longestMs: 30 * 60_000 };
const staleAfterMs = 24 * 60 * 60_000;
/** A message that was sent longer ago, while nothing ran or the channel was another kind, is not published. */
const lookBackMs = 2 * 60 * 60_000;

/**
 * Publishes what was sent to announcement channels to the servers that follow them. Discord takes ten an hour of each
 * channel: what is more waits for its turn. Published twice, a message is published once.
 *
 * @param announcementChannels  ids of the channels that are of this kind now
 * @param worker  the name under which this copy of the stage claims work
 * @param onTokenRefused  called when Discord refuses who we are
 * @see https://discord.com/developers/docs/resources/message#crosspost-message
 */
export function createPublish(options: {
  db: Db;
  publish: Publish;
  announcementChannels: () => readonly string[];
  worker: string;
  now: () => Date;
  report: Report;
  onTokenRefused: (error: PostError) => void;
}): Stage {
  const { db, now, worker } = options;
  let isRefused = false;

  const send = createSendWaiting<WaitingPublication>({
    ...options,
    outbox: 'publications',
    send: async (waiting) => {
      await options.publish(waiting);
      return { messageId: waiting.messageId };
    },
    retries,
    staleAfterMs,
    onTokenRefused: (error) => {
      isRefused = true;
      options.onTokenRefused(error);
    },
    onDropped: ({ channelId }, { kind, message }) => {
      if (kind === 'no message') return;
      options.report('A message was not published', { channel: channelId, reason: message });
    },
  });

  return async () => {
    isRefused = false;
    await queuePublications(db, options.announcementChannels(), new Date(now().getTime() - lookBackMs), now());
    for (let published = 0; ; published++) {
      const waiting = isRefused ? null : await claimPublication(db, { worker, now: now(), leaseMs });
      if (!waiting) return published;
      await send(waiting);
    }
  };
}
