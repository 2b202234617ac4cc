import { afterFailing, afterReading, asToBeAsked } from '../news/afterPoll.ts';
import { type FeedAnswer, FeedError, type ReadFeed, type Report } from '../news/outside.ts';
import { isWithoutAnswer, OwnNetwork } from '../news/ownNetwork.ts';
import type { PollBounds } from '../news/pollPolicy.ts';
import type { Source } from '../news/source.ts';
import type { BulkStore } from '../store/BulkStore.ts';
import { keepBackHeld } from '../store/heldArticles.ts';
import type { Db } from '../store/openStore.ts';
import type { PlainPoll, ReadPoll } from '../store/savePolls.ts';
import { claimDueSources, forgetFuturePolls } from '../store/sources.ts';
import { createIsSetBack } from './createIsSetBack.ts';
import type { Stage } from './stage.ts';

const minuteMs = 60_000;
const leaseMs = 3 * minuteMs;
/** As many as are read within their lease, even if every one takes as long as it may. */
const sourcesPerClaim = 256;
const concurrentExchanges = 64;
const exchangesPerHost = 2;
const spacingMs = 1_000;
const longestHostPauseMs = 60 * minuteMs;
/** What came of a poll could not be kept: it is asked for again. */
const storeAgainMs = 10 * minuteMs;
const heldForMs = 24 * 60 * minuteMs;
/** What our own network's state is told by when a source fails for the first time. */
const lately = 2 * minuteMs;

/**
 * Polls the sources that are due until none is; after the clock was set back, also those that were asked before in what is
 * the future now. What a feed holds, its validators and the work that follows from it are stored in one transaction. A feed that can't be read leaves its reason on the source and everything else as it was.
 *
 * @param ownHosts  `host:port` that may be asked without a pause between two requests
 * @param stopping  when aborted, requests that fail count against nobody
 */
export function createPoll(options: {
  db: Db;
  readFeed: ReadFeed;
  store: BulkStore;
  bounds: PollBounds;
  ownHosts?: readonly string[];
  now: () => Date;
  report: Report;
  stopping?: AbortSignal;
}): Stage {
  const { db, store, now, bounds, stopping, report } = options;
  const ownHosts = new Set(options.ownHosts ?? []);
  const network = new OwnNetwork();
  const isSetBack = createIsSetBack();
  /** Under way, by host. */
  const exchanges = new Map<string, number>();
  const isBusy = (host: string) => (exchanges.get(host) ?? 0) >= exchangesPerHost;

  async function exchange(source: Source, host: string): Promise<FeedAnswer> {
    exchanges.set(host, (exchanges.get(host) ?? 0) + 1);
    try {
      return await options.readFeed(source);
    } finally {
      const others = (exchanges.get(host) ?? 1) - 1;
      if (others > 0) exchanges.set(host, others);
      else exchanges.delete(host);
    }
  }

  async function pollSource(claimed: Source): Promise<void> {
    const source = asToBeAsked(claimed, now());
    const host = hostIn(source.url);
    let poll: ReadPoll | PlainPoll;
    try {
      const answer = await exchange(source, host);
      network.record(host, true, now());
      poll = answer.kind === 'read' ? read(source, answer) : unchanged(source, answer);
    } catch (error) {
      if (stopping?.aborted) return;
      if (!(error instanceof FeedError)) report('A source could not be read', { source: source.key, error });
      poll = failure(source, host, error);
    }
    try {
      await store.addPoll(poll);
    } catch (error) {
      if (stopping?.aborted) return;
      report('A source could not be stored', { source: source.key, error });
      await store.addPoll(notStored(source));
    }
  }

  /** A full disk is no fault of the publisher's. */
  function notStored(source: Source): PlainPoll {
    const at = now();
    const state = { ...source, lastPolledAt: at, nextPollAt: new Date(at.getTime() + storeAgainMs) };
    return { source, state, adopt: null, language: null, hold: null };
  }

  function read(source: Source, answer: ReadPoll['answer']): ReadPoll {
    const { unreadable } = answer.feed;
    if (unreadable.length > 0)
      report('Some items of a feed could not be used', { source: source.key, items: unreadable.slice(0, 5) });
    return { source, answer };
  }

  function unchanged(source: Source, answer: FeedAnswer): PlainPoll {
    return { source, ...afterReading(source, answer, null, bounds, now()), language: null, hold: null };
  }

  function failure(source: Source, host: string, error: unknown): PlainPoll {
    const at = now();
    const code = error instanceof FeedError ? error.code : 'other';
    const retryAfterMs = error instanceof FeedError ? error.retryAfterMs : null;
    const isAnswer = !(error instanceof FeedError && isWithoutAnswer(error.reason));
    // A host that failed before tells nothing about our network.
    if (isAnswer || source.failures === 0) network.record(host, isAnswer, at);
    const isDown = network.isDown(source.doubtedSince ?? new Date(at.getTime() - lately));
    const after = afterFailing(source, { code, isAnswer, retryAfterMs }, isDown, at);
    const until = new Date(at.getTime() + Math.min(retryAfterMs ?? 0, longestHostPauseMs));
    const held = until > at ? hostOf(source.url) : null;
    return { source, ...after, language: null, hold: held === null ? null : { host: held, until } };
  }

  function hostOf(url: string): string | null {
    const host = hostIn(url);
    return ownHosts.has(host) ? null : host;
  }

  return async () => {
    const at = now();
    if (isSetBack(at)) await forgetFuturePolls(db, at, longestHostPauseMs);
    await keepBackHeld(db, new Date(now().getTime() - heldForMs));
    const queue: Source[] = [];
    let polled = 0;
    const claimMore = async (): Promise<boolean> => {
      const options = { now: now(), leaseMs, spacingMs, hostOf, isBusy, limit: sourcesPerClaim };
      const { claimed, putOff } = await claimDueSources(db, options);
      queue.push(...claimed);
      return claimed.length + putOff > 0;
    };
    let claiming: Promise<boolean> | null = null;
    const worker = async () => {
      while (!stopping?.aborted) {
        const source = queue.shift();
        if (source) {
          await pollSource(source);
          polled += 1;
        } else {
          claiming ??= claimMore().finally(() => {
            claiming = null;
          });
          if (!(await claiming)) return;
        }
      }
    };
    await Promise.all(Array.from({ length: concurrentExchanges }, worker));
    return polled;
  };
}

/** With its port, where that is not the usual one. Empty for what is no address: reading it will say so. */
function hostIn(url: string): string {
  return URL.parse(url)?.host ?? '';
}
