import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { sql } from 'kysely';
import { openStore } from './openStore.ts';
import type { Job, Outcome } from './StoreThread.ts';
import { savePolls } from './savePolls.ts';
import { indexWords } from './wordIndex.ts';

/** The thread of `StoreThread.ts`. */
const db = openStore(workerData);
// It writes far more than it reads twice.
await sql`PRAGMA cache_size = -4000`.execute(db);
// A thread that is ended does this no more.
flushCompileCache();

let last = Promise.resolve();
parentPort?.on('message', (job: Job | null) => {
  last = last.then(async () => {
    if (job) {
      parentPort?.postMessage(await outcomeOf(job));
    } else {
      await db.destroy();
      parentPort?.close();
    }
  });
});

async function outcomeOf(job: Job): Promise<Outcome> {
  try {
    if ('indexAtMost' in job) return { done: await indexWords(db, job.indexAtMost) };
    await savePolls(db, job.polls, job.bounds, job.now);
    return { done: job.polls.length };
  } catch (error) {
    return { error };
  }
}
