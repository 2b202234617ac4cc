import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
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

/** After this, a thread with nothing to do gives its memory back. */
const idleMs = 30_000;

/**
 * Threads in which documents are read, so that a large or hostile one keeps nobody waiting for an answer. They start
 * when they are needed. A document that takes too much time or memory loses its thread; the others don't notice.
 */
export function createReadingPool(limits: ReadingLimits = {}): { readDocument: ReadDocument; close(): Promise<void> } {
  const { timeoutMs = 15_000, memoryMb = 256 } = limits;
  const threads = limits.threads ?? Math.min(4, Math.max(1, availableParallelism() - 1));
  const pool = new Tinypool({
    filename: new URL('readingWorker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
  });
  // A thread that dies with nothing to do is replaced when there is something to do.
  pool.on('error', () => {});
  const closing = new AbortController();
  const waiting: (() => void)[] = [];
  let free = threads;

  /** A document waits here and not in the pool, so that its time runs only while it is being read. */
  async function takeThread(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function giveThreadBack(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  async function read(document: DocumentToRead): Promise<Reading> {
    await takeThread();
    try {
      closing.signal.throwIfAborted();
      return await pool.run(document, { signal: AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)]) });
    } catch (cause) {
      if (closing.signal.aborted) throw new FeedError('network', 'was cut off while it was read');
      throw new FeedError('too large', 'takes too much time or memory to read', { cause });
    } finally {
      giveThreadBack();
    }
  }

  return {
    readDocument: async (document) => {
      const reading = await read(document);
      if ('feed' in reading) return reading;
      throw 'bug' in reading ? reading.bug : new FeedError(reading.reason, reading.message);
    },
    close: async () => {
      closing.abort();
      await pool.destroy();
    },
  };
}
