import type { Embed, Report } from '../news/outside.ts';
import { findUnembedded, saveEmbeddings } from '../store/embeddings.ts';
import type { Db } from '../store/openStore.ts';
import { leadOf } from '../text/features.ts';
import type { Stage } from './stage.ts';

const perRequest = 32;
const longestText = 1_500;
const firstPauseMs = 30_000;
const longestPauseMs = 60 * 60_000;

/**
 * Gets the embeddings of articles that wait for a story, before they are placed. Nothing waits for a service that is
 * slow or broken: after `boundMs` the articles go on without, and after a failure it is left alone for a while, longer
 * each time.
 */
export function createEmbedWaiting(options: {
  db: Db;
  embed: Embed;
  model: string;
  now: () => Date;
  report: Report;
  boundMs?: number;
  stopping?: AbortSignal;
}): Stage {
  const { db, embed, model, now, report, stopping, boundMs = 10_000 } = options;
  let failures = 0;
  let pausedUntil = 0;

  function pause(error: unknown): void {
    failures += 1;
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
    pausedUntil = now().getTime() + pauseMs;
    report(`No embeddings for ${Math.round(pauseMs / 1_000)} seconds: ${reasonOf(error, boundMs)}`);
  }

  return async () => {
    if (now().getTime() < pausedUntil) return 0;
    const bound = AbortSignal.timeout(boundMs);
    const signal = stopping ? AbortSignal.any([bound, stopping]) : bound;
    for (let count = 0; ; ) {
      const articles = await findUnembedded(db, model, perRequest);
      if (articles.length === 0 || signal.aborted) return count;
      const texts = articles.map((article) => `${article.title}\n${leadOf(article)}`.slice(0, longestText));
      const vectors = await embed(texts, signal).catch((error: unknown) => {
        // Many articles at once are no fault of the service: the rest of them goes on without.
        if (!stopping?.aborted && !(bound.aborted && count > 0)) pause(error);
        return null;
      });
      if (!vectors) return count;
      failures = 0;
      const made = articles.map(({ id }, index) => ({ articleId: id, embedding: vectors[index] as Float32Array }));
      await saveEmbeddings(db, model, made);
      count += articles.length;
    }
  };
}

function reasonOf(error: unknown, boundMs: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `the service takes longer than ${boundMs / 1_000} seconds.`;
  const { cause } = error;
  return cause instanceof Error ? `${error.message} (${cause.message})` : error.message;
}
