import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FeedError } from '../news/outside.ts';
import type { DocumentToRead, readDocument } from './readDocument.ts';
import type { Reading } from './readingWorker.ts';

export type ReadingLimits = {
  /** At most. By default one core stays free for everything else, and 4 are enough for anybody. */
  readonly threads?: number;
  /** For one document. Default 15,000. */
  readonly timeoutMs?: number;
  /** For one thread's heap, in which the tables of languages take 85. Default 256. */
  readonly memoryMb?: number;
};

/**
 * Reads a document in another thread. It waits for one, in order, for as long as that takes: whoever calls bounds how
 * many wait.
 *
 * @throws FeedError  as parseFeed, or 'too large' when it takes too much time or memory
 */
export type ReadDocument = typeof readDocument;

type Job = {
  readonly document: DocumentToRead;
  readonly settle: PromiseWithResolvers<Awaited<ReturnType<ReadDocument>>>;
};
/** Of its jobs the first is being read; the next is there already, so that nothing is waited for in between. */
type Thread = { readonly worker: Worker; readonly jobs: Job[]; timer: NodeJS.Timeout | null };

const jobsAtOnce = 8;
/** After this, a thread with nothing to do gives its memory back. */
const idleMs = 30_000;

/**
 * Threads in which documents are read, so that a large or hostile one keeps nobody waiting for an answer. They start
 * when they are needed. A document that takes too much time or memory loses its thread; the others don't notice.
 */
export function createReadingPool(limits: ReadingLimits = {}): { readDocument: ReadDocument; close(): Promise<void> } {
  const { timeoutMs = 15_000, memoryMb = 256 } = limits;
  const mostThreads = limits.threads ?? Math.min(4, Math.max(1, availableParallelism() - 1));
  const threads = new Set<Thread>();
  const waiting: Job[] = [];

  function startThread(): Thread {
    const worker = new Worker(new URL('readingWorker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 8 },
    });
    const thread: Thread = { worker, jobs: [], timer: null };
    worker.on('message', (reading: Reading) => {
      finish(thread.jobs.shift(), reading);
      watch(thread);
      distribute();
    });
    worker.on('error', (error) => endThread(thread, error));
    threads.add(thread);
    return thread;
  }

  /** Its first job failed with it, the others begin again elsewhere. */
  function endThread(thread: Thread, cause: unknown): void {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer ?? undefined);
    void thread.worker.terminate();
    const [guilty, ...others] = thread.jobs;
    guilty?.settle.reject(new FeedError('too large', 'takes too much time or memory to read', { cause }));
    waiting.unshift(...others);
    distribute();
  }

  /** The time runs for one document at a time. */
  function watch(thread: Thread): void {
    clearTimeout(thread.timer ?? undefined);
    if (thread.jobs.length > 0) {
      thread.worker.ref();
      thread.timer = setTimeout(() => endThread(thread, null), timeoutMs);
    } else {
      thread.worker.unref();
      thread.timer = setTimeout(() => endThread(thread, null), idleMs).unref();
    }
  }

  function distribute(): void {
    for (let thread = nextThread(); thread && waiting.length > 0; thread = nextThread()) {
      const job = waiting.shift();
      if (!job) return;
      thread.jobs.push(job);
      thread.worker.postMessage(job.document);
      if (thread.jobs.length === 1) watch(thread);
    }
  }

  function nextThread(): Thread | null {
    const [best] = [...threads].sort((a, b) => a.jobs.length - b.jobs.length);
    if (best?.jobs.length === 0) return best;
    if (waiting.length > 0 && threads.size < mostThreads) return startThread();
    return best && best.jobs.length < jobsAtOnce ? best : null;
  }

  return {
    readDocument: (document) => {
      const settle = Promise.withResolvers<Awaited<ReturnType<ReadDocument>>>();
      waiting.push({ document, settle });
      distribute();
      return settle.promise;
    },
    close: async () => {
      const unfinished = [...waiting.splice(0), ...[...threads].flatMap(({ jobs }) => jobs)];
      const ending = [...threads].map(({ worker, timer }) => {
        clearTimeout(timer ?? undefined);
        return worker.terminate();
      });
      threads.clear();
      for (const { settle } of unfinished) settle.reject(new FeedError('network', 'was cut off while it was read'));
      await Promise.all(ending);
    },
  };
}

function finish(job: Job | undefined, reading: Reading): void {
  if ('feed' in reading) job?.settle.resolve(reading);
  else job?.settle.reject('bug' in reading ? reading.bug : new FeedError(reading.reason, reading.message));
}
