import type { DocumentToRead, readDocument } from './readDocument.ts';
import { createThreadPool, type ThreadLimits } from './threadPool.ts';

export type ReadingLimits = ThreadLimits;

/** As readDocument, in a thread: see {@link createThreadPool}. */
export type ReadDocument = typeof readDocument;

/** The threads in which feeds are read. The tables of languages take 85 MB of each. */
export function createReadingPool(limits: ReadingLimits = {}): { readDocument: ReadDocument; close(): Promise<void> } {
  const file = new URL('readingWorker.ts', import.meta.url);
  const { read, close } = createThreadPool<DocumentToRead, Awaited<ReturnType<ReadDocument>>>(file, limits);
  return { readDocument: read, close };
}
