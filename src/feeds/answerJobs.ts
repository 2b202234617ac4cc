import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { FeedError, type FeedErrorReason } from '../news/outside.ts';

/** What came of one document. Errors lose their class and their own fields on the way between threads. */
export type Answer<Result> =
  | { readonly result: Result }
  | { readonly reason: FeedErrorReason; readonly message: string }
  | { readonly bug: unknown };

/** Makes this a thread of `threadPool.ts`: it reads what it is sent, one after the other, and answers in that order. */
export function answerJobs<Document, Result>(read: (document: Document) => Result | Promise<Result>): void {
  // A thread is ended, it never leaves by itself, which is when this would be done.
  flushCompileCache();
  let last = Promise.resolve();
  parentPort?.on('message', (document: Document) => {
    last = last.then(async () => parentPort?.postMessage(await answer(document)));
  });

  async function answer(document: Document): Promise<Answer<Result>> {
    try {
      return { result: await read(document) };
    } catch (error) {
      return error instanceof FeedError ? { reason: error.reason, message: error.message } : { bug: error };
    }
  }
}
