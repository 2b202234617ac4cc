import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { FeedError, type FeedErrorReason } from '../news/outside.ts';
import { type DocumentToRead, type ReadDocument, readDocument } from './readDocument.ts';

/** What came of one document. Errors lose their class and their own fields on the way between threads. */
export type Reading =
  | ReadDocument
  | { readonly reason: FeedErrorReason; readonly message: string }
  | { readonly bug: unknown };

/** A thread of `readingPool.ts`: reads what it is sent, one after the other, and answers in that order. */
// A thread is ended, it never leaves by itself, which is when this would be done.
flushCompileCache();
let last = Promise.resolve();
parentPort?.on('message', (document: DocumentToRead) => {
  last = last.then(async () => parentPort?.postMessage(await read(document)));
});

async function read(document: DocumentToRead): Promise<Reading> {
  try {
    return await readDocument(document);
  } catch (error) {
    return error instanceof FeedError ? { reason: error.reason, message: error.message } : { bug: error };
  }
}
