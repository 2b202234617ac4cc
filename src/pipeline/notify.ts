import { eventsForOneNotice, noticeDueAt, noticeFrom } from '../news/notice.ts';
import { PostError, type Report, type SendNotice } from '../news/outside.ts';
import {
  claimNotices,
  findWaitingEvents,
  replaceEvents,
  spreadSourceEvents,
  type WaitingNotice,
} from '../store/notices.ts';
import type { Db } from '../store/openStore.ts';
import { settle } from '../store/outbox.ts';
import { retryAt } from './retryAt.ts';
import type { Stage } from './stage.ts';

const noticesPerRun = 20;
const leaseMs = 60_000;
const retries = { firstMs: 30_000, longestMs: 60 * 60_000 };
const staleAfterMs = 24 * 60 * 60_000;

/**
 * Tells those who manage a server what happened to its sources: what died, what recovered, what is held back; all that
 * waits in one message, at most one a day but for questions. As with deliveries, the message's row and nonce exist
 * before it is sent.
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
    for (const { guildId, events: waiting, lastNoticeAt } of await findWaitingEvents(db)) {
      if (noticeDueAt(waiting, lastNoticeAt) > now()) continue;
      const events = eventsForOneNotice(waiting);
      const notice = noticeFrom(events, now());
      const isEmpty = notice.died.length + notice.recovered.length + notice.held.length === 0;
      await replaceEvents(db, guildId, events, isEmpty ? null : notice, now());
    }
  }

  async function send(waiting: WaitingNotice): Promise<void> {
    try {
      await options.send(waiting);
      await settle(db, 'notices', waiting.id, { status: 'sent', at: now() });
    } catch (error) {
      const problem = error instanceof PostError ? error : new PostError('refused', String(error), { cause: error });
      await fail(waiting, problem);
    }
  }

  async function fail({ id, guildId, attempts, createdAt }: WaitingNotice, error: PostError): Promise<void> {
    const reason = error.message;
    const isStale = now().getTime() - createdAt.getTime() > staleAfterMs;
    if (error.kind === 'token') {
      await settle(db, 'notices', id, { status: 'waiting', at: now(), reason });
      options.onTokenRefused(error);
    } else if (error.kind === 'try again' && !isStale) {
      const at = retryAt(now(), attempts, retries, error.retryAfterMs);
      await settle(db, 'notices', id, { status: 'waiting', at, reason });
    } else {
      await settle(db, 'notices', id, { status: 'dropped', reason });
      options.report('Nobody could be told about sources', { server: guildId, reason });
    }
  }

  return async () => {
    await makeNotices();
    const claimed = await claimNotices(db, { worker: options.worker, now: now(), leaseMs, limit: noticesPerRun });
    for (const waiting of claimed) await send(waiting);
    return claimed.length;
  };
}
