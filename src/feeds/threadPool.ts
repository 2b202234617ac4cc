import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FeedError } from '../news/outside.ts';
import type { Answer } from './answerJobs.ts';

export type ThreadLimits = {
  /** At most. By default one core stays free for everything else, and 4 are enough for anybody. */
  readonly threads?: number;
  /** For one document. Default 15,000. */
  readonly timeoutMs?: number;
  /** For one thread's heap. Default 256. */
  readonly memoryMb?: number;
};

export type ThreadPool<Document, Result> = {
  /**
   * Reads a document in another thread. It waits for one, in order, for as long as that takes: whoever calls bounds how
   * many wait.
   *
   * @throws FeedError  as what the thread runs, or 'too large' when it takes too much time or memory
   */
  read(document: Document): Promise<Result>;
  /** Cuts off what is under way. */
  close(): Promise<void>;
};

type Job<Document, Result> = { readonly document: Document; readonly settle: PromiseWithResolvers<Result> };
/** Of its jobs the first is being read; the next is there already, so that nothing is waited for in between. */
type Thread<Document, Result> = {
  readonly worker: Worker;
  readonly jobs: Job<Document, Result>[];
  timer: NodeJS.Timeout | null;
};

const jobsAtOnce = 8;
/** After this, a thread with nothing to do gives its memory back. */
const idleMs = 30_000;

/**
 * Threads in which documents are read, so that a large or hostile one keeps nobody waiting for an answer. They start
 * when they are needed. A document that takes too much time or memory loses its thread; the others don't notice.
 *
 * @param file  what each thread runs; it calls `answerJobs`
 */
export function createThreadPool<Document, Result>(file: URL, limits: ThreadLimits = {}): ThreadPool<Document, Result> {
  const { timeoutMs = 15_000, memoryMb = 256 } = limits;
  const mostThreads = limits.threads ?? Math.min(4, Math.max(1, availableParallelism() - 1));
  const threads = new Set<Thread<Document, Result>>();
  const waiting: Job<Document, Result>[] = [];

  function startThread(): Thread<Document, Result> {
    const worker = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 8 },
    });
    const thread: Thread<Document, Result> = { worker, jobs: [], timer: null };
    worker.on('message', (answer: Answer<Result>) => {
      finish(thread.jobs.shift(), answer);
      watch(thread);
      distribute();
    });
    worker.on('error', (error) => endThread(thread, error));
    threads.add(thread);
    return thread;
  }

  /** Its first job failed with it, the others begin again elsewhere. */
  function endThread(thread: Thread<Document, Result>, cause: unknown): void {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer ?? undefined);
    void thread.worker.terminate();
    const [guilty, ...others] = thread.jobs;
    guilty?.settle.reject(new FeedError('too large', 'takes too much time or memory to read', { cause }));
    waiting.unshift(...others);
    distribute();
  }

  /** The time runs for one document at a time. */
  function watch(thread: Thread<Document, Result>): void {
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

  function nextThread(): Thread<Document, Result> | null {
    const [best] = [...threads].sort((a, b) => a.jobs.length - b.jobs.length);
    if (best?.jobs.length === 0) return best;
    if (waiting.length > 0 && threads.size < mostThreads) return startThread();
    return best && best.jobs.length < jobsAtOnce ? best : null;
  }

  return {
    read: (document) => {
      const settle = Promise.withResolvers<Result>();
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

function finish<Document, Result>(job: Job<Document, Result> | undefined, answer: Answer<Result>): void {
  if ('result' in answer) job?.settle.resolve(answer.result);
  else job?.settle.reject('bug' in answer ? answer.bug : new FeedError(answer.reason, answer.message));
}
