import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PollBounds } from '../news/pollPolicy.ts';
import type { Poll } from './savePolls.ts';

/** What the thread does: `savePolls` or `indexWords`. */
export type Job =
  | { readonly polls: readonly Poll[]; readonly bounds: PollBounds; readonly now: Date }
  | { readonly indexAtMost: number };

/** What came of a job: how much was stored. */
export type Outcome = { readonly done: number } | { readonly error: unknown };

/** After this, with nothing to do, it gives its memory back. */
const idleMs = 30_000;

/** A thread with a connection of its own, in which much is stored while this one answers. It starts when it is needed. */
export class StoreThread {
  readonly #file: string;
  readonly #jobs: PromiseWithResolvers<number>[] = [];
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** @param file  of a database that has been opened before, so that it has its present form */
  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Does one after the other, in their order.
   *
   * @throws whatever the job throws, or when the thread ends before it is done
   */
  run(job: Job): Promise<number> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    this.#worker.ref();
    const settle = Promise.withResolvers<number>();
    this.#jobs.push(settle);
    this.#worker.postMessage(job);
    return settle.promise;
  }

  /** Finishes what was begun. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    if (!worker) return;
    this.#worker = null;
    worker.ref();
    const ended = once(worker, 'exit');
    worker.postMessage(null);
    await ended;
  }

  #start(): Worker {
    const worker = new Worker(new URL('storeWorker.ts', import.meta.url), {
      workerData: this.#file,
      resourceLimits: { maxYoungGenerationSizeMb: 3 },
    });
    worker.on('message', (outcome: Outcome) => {
      const job = this.#jobs.shift();
      if ('error' in outcome) job?.reject(outcome.error);
      else job?.resolve(outcome.done);
      if (this.#jobs.length > 0) return;
      worker.unref();
      this.#idle = setTimeout(() => this.close(), idleMs).unref();
    });
    worker.on('error', (error) => this.#fail(worker, error));
    worker.on('exit', () => this.#fail(worker, new Error('The thread that stores articles has ended.')));
    return worker;
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const job of this.#jobs.splice(0)) job.reject(error);
  }
}
