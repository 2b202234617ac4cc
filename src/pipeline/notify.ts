import { eventsForOneNotice, noticeDueAt, noticeFrom } from '../news/notice.ts';
import type { PostError, Report, SendNotice } from '../news/outside.ts';
import { claimNotices, findUntold, replaceUntold, spreadSourceEvents, type WaitingNotice } from '../store/notices.ts';
import type { Db } from '../store/openStore.ts';
import { createSendWaiting } from './sendWaiting.ts';
import type { Stage } from './stage.ts';

const noticesPerRun = 20;
const leaseMs = 60_000;
const retries = { firstMs: 30_000, longestMs: 60 * 60_000 };
const staleAfterMs = 24 * 60 * 60_000;

/**
 * Tells those who manage a server what happened to its channels and sources: what is paused, what was kept out,
 * what died, what recovered, what is held back; all that waits in one message, at most one a day but for questions. A
 * channel's pause is told once, and so is what was kept out, until something comes through. As with deliveries, the
 * message's row and nonce exist before it is sent.
 *
 * @param worker  the name under which this copy of the stage claims work
 * @param onTokenRefused  called when Discord refuses who we are
 */
export function createNotify(options: {
  db: Db;
  send: SendNotice;
  worker: string;
  now: () => Date;
  report: Report;
  onTokenRefused: (error: PostError) => void;
}): Stage {
  const { db, now } = options;

  async function makeNotices(): Promise<void> {
    await spreadSourceEvents(db, now());
    for (const { guildId, events: waiting, paused, refused, lastNoticeAt } of await findUntold(db)) {
      if (noticeDueAt(waiting, lastNoticeAt) > now()) continue;
      const events = eventsForOneNotice(waiting);
      const notice = noticeFrom(events, { paused, refused }, now());
      const isEmpty = Object.values(notice).every((part) => part.length === 0);
      await replaceUntold(db, guildId, events, isEmpty ? null : notice, now());
    }
  }

  const send = createSendWaiting<WaitingNotice>({
    ...options,
    outbox: 'notices',
    send: async (waiting) => {
      await options.send(waiting);
      return undefined;
    },
    retries,
    staleAfterMs,
    onDropped: ({ guildId }, { message }) =>
      options.report('Nobody could be told about channels and sources', { server: guildId, reason: message }),
  });

  return async () => {
    await makeNotices();
    const claimed = await claimNotices(db, { worker: options.worker, now: now(), leaseMs, limit: noticesPerRun });
    for (const waiting of claimed) await send(waiting);
    return claimed.length;
  };
}
