import type { PostError, Report, SendGreeting } from '../news/outside.ts';
import { claimGreetings, type WaitingGreeting } from '../store/greetings.ts';
import type { Db } from '../store/openStore.ts';
import { createSendWaiting } from './sendWaiting.ts';
import type { Stage } from './stage.ts';

const greetingsPerRun = 20;
const leaseMs = 60_000;
const retries = { firstMs: 5_000, longestMs: 60 * 60_000 };
const staleAfterMs = 24 * 60 * 60_000;

/**
 * Greets the servers that Tidings has joined, once for each joining: as with deliveries, the greeting's row and nonce
 * exist before it is sent.
 *
 * @param worker  the name under which this copy of the stage claims work
 * @param onTokenRefused  called when Discord refuses who we are
 */
export function createGreet(options: {
  db: Db;
  send: SendGreeting;
  worker: string;
  now: () => Date;
  report: Report;
  onTokenRefused: (error: PostError) => void;
}): Stage {
  const { db, now, worker } = options;
  const send = createSendWaiting<WaitingGreeting>({
    ...options,
    outbox: 'greetings',
    send: (waiting) => options.send(waiting, waiting.attempts > 1 ? waiting.createdAt : null),
    retries,
    staleAfterMs,
    onDropped: ({ guildId }, { message }) =>
      options.report('A server could not be greeted', { server: guildId, reason: message }),
  });

  return async () => {
    const claimed = await claimGreetings(db, { worker, now: now(), leaseMs, limit: greetingsPerRun });
    for (const waiting of claimed) await send(waiting);
    return claimed.length;
  };
}
