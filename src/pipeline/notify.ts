import { eventsForOneNotice, noticeDueAt, noticeFrom } from '../news/notice.ts';
import { PostError, type Report, type SendNotice } from '../news/outside.ts';
import {
  claimNotices,
  findWaitingEvents,
  replaceEvents,
  settleNotice,
  spreadSourceEvents,
  type WaitingNotice,
} from '../store/notices.ts';
import type { Db } from '../store/openStore.ts';
import type { Stage } from './stage.ts';

const noticesPerRun = 20;
const leaseMs = 60_000;
const firstRetryMs = 30_000;
const longestRetryMs = 60 * 60_000;
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
      await settleNotice(db, waiting.id, { status: 'sent', at: now() });
    } catch (error) {
      const problem = error instanceof PostError ? error : new PostError('refused', String(error), { cause: error });
      await settle(waiting, problem);
    }
  }

  async function settle({ id, guildId, attempts, createdAt }: WaitingNotice, error: PostError): Promise<void> {
    const reason = error.message;
    const isStale = now().getTime() - createdAt.getTime() > staleAfterMs;
    if (error.kind === 'token') {
      await settleNotice(db, id, { status: 'waiting', at: now(), reason });
      options.onTokenRefused(error);
    } else if (error.kind === 'try again' && !isStale) {
      const backoffMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 12));
      const at = new Date(now().getTime() + Math.max(backoffMs, error.retryAfterMs ?? 0));
      await settleNotice(db, id, { status: 'waiting', at, reason });
    } else {
      await settleNotice(db, id, { status: 'dropped', reason });
      options.report('Nobody could be told about sources', { server: guildId, reason });
    }
  }

  return async () => {
    await makeNotices();
    const claimed = await claimNotices(db, options.worker, now(), leaseMs, noticesPerRun);
    for (const waiting of claimed) await send(waiting);
    return claimed.length;
  };
}
