import { afterFailing, afterReading, asToBeAsked, type Found } from '../news/afterPoll.ts';
import { dateArticle, type FeedContent, type NewArticle } from '../news/article.ts';
import { type FeedAnswer, FeedError, type ReadFeed, type Report } from '../news/outside.ts';
import { isWithoutAnswer, OwnNetwork } from '../news/ownNetwork.ts';
import type { PollBounds } from '../news/pollPolicy.ts';
import type { Source } from '../news/source.ts';
import { type Stored, storeDocuments } from '../store/articles.ts';
import { GroupCommit } from '../store/GroupCommit.ts';
import { keepBackHeld, noteHeld } from '../store/heldArticles.ts';
import type { Db } from '../store/openStore.ts';
import { adoptAddress, claimDueSources, holdHost, type Polled, savePoll } from '../store/sources.ts';
import type { Stage } from './stage.ts';

const minuteMs = 60_000;
const leaseMs = 3 * minuteMs;
/** As many as are read within their lease, even if every one takes as long as it may. */
const sourcesPerClaim = 256;
const concurrentExchanges = 64;
const exchangesPerHost = 2;
const spacingMs = 1_000;
const longestHostPauseMs = 60 * minuteMs;
const heldForMs = 24 * 60 * minuteMs;
/** What our own network's state is told by when a source fails for the first time. */
const lately = 2 * minuteMs;
/** As many as are stored without keeping anybody waiting: of what was read, by the articles in it. */
const mostTogether = 100;
const mostArticlesTogether = 120;

type Plain = Polled & { readonly adopt: string | null; readonly pauseMs: number };
type Read = {
  readonly source: Source;
  readonly answer: FeedAnswer & { kind: 'read' };
  readonly articles: NewArticle[];
};
type Outcome = Plain | Read;

/**
 * Polls the sources that are due until none is. What a feed holds, its validators and the work that follows from it are
 * stored in one transaction, with whatever else has been polled while the one before it was under way. A feed that can't be read leaves its reason on
 * the source and everything else as it was.
 *
 * @param ownHosts  `host:port` that may be asked without a pause between two requests
 * @param stopping  when aborted, requests that fail count against nobody
 */
export function createPoll(options: {
  db: Db;
  readFeed: ReadFeed;
  bounds: PollBounds;
  ownHosts?: readonly string[];
  now: () => Date;
  report: Report;
  stopping?: AbortSignal;
}): Stage {
  const { db, now, bounds, stopping, report } = options;
  const ownHosts = new Set(options.ownHosts ?? []);
  const network = new OwnNetwork();
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

  const outcomes = new GroupCommit(saveTogether, {
    most: mostTogether,
    mostWeight: mostArticlesTogether,
    weightOf: (outcome: Outcome) => ('articles' in outcome ? outcome.articles.length : 0),
  });

  async function pollSource(claimed: Source): Promise<void> {
    const source = asToBeAsked(claimed, now());
    const host = hostIn(source.url);
    try {
      const answer = await exchange(source, host);
      network.record(host, true, now());
      if (answer.kind === 'read') {
        await outcomes.add({ source, answer, articles: articlesOf(answer.feed, source) });
      } else {
        const { state, adopt } = afterReading(source, answer, null, bounds, now());
        await outcomes.add({ source, state, adopt, language: null, pauseMs: 0 });
      }
    } catch (error) {
      if (stopping?.aborted) return;
      if (!(error instanceof FeedError)) report('A source could not be stored', { source: source.key, error });
      await outcomes.add(failure(source, host, error));
    }
  }

  function articlesOf({ articles, unreadable }: FeedContent, source: Source): NewArticle[] {
    if (unreadable.length > 0)
      report('Some items of a feed could not be used', { source: source.key, items: unreadable.slice(0, 5) });
    const readAt = now();
    return articles.map((article) => dateArticle(article, readAt));
  }

  async function saveTogether(some: readonly Outcome[]): Promise<void> {
    const reads = some.filter((outcome) => 'articles' in outcome);
    const readAt = now();
    await db.transaction().execute(async (trx) => {
      const stored = await storeDocuments(trx, reads, readAt);
      for (const [index, read] of reads.entries()) await saveRead(trx, read, stored[index] as Stored, readAt);
      for (const outcome of some) if (!('articles' in outcome)) await savePlain(trx, outcome);
    });
  }

  async function saveRead(trx: Db, { source, answer, articles }: Read, stored: Stored, readAt: Date): Promise<void> {
    const { feed } = answer;
    if (stored.held > 0) await noteHeld(trx, source.id, stored.held, readAt);
    const found: Found = {
      held: articles.length,
      added: stored.held > 0 ? null : stored.fresh,
      dates: feed.articles.map(({ publishedAt }) => publishedAt),
      wish: feed.wish,
      rung: stored.rung,
    };
    const { state, adopt } = afterReading(source, answer, found, bounds, readAt);
    const language = source.language === 'und' ? feed.language : null;
    await savePoll(trx, { source, state, language });
    if (adopt) await adoptAddress(trx, source.id, adopt);
  }

  async function savePlain(trx: Db, poll: Plain): Promise<void> {
    await savePoll(trx, poll);
    if (poll.adopt) await adoptAddress(trx, poll.source.id, poll.adopt);
    const host = hostOf(poll.source.url);
    if (host && poll.pauseMs > 0) await holdHost(trx, host, new Date(now().getTime() + poll.pauseMs));
  }

  function failure(source: Source, host: string, error: unknown): Plain {
    const at = now();
    const code = error instanceof FeedError ? error.code : 'other';
    const retryAfterMs = error instanceof FeedError ? error.retryAfterMs : null;
    const isAnswer = !(error instanceof FeedError && isWithoutAnswer(error.reason));
    // A host that failed before tells nothing about our network.
    if (isAnswer || source.failures === 0) network.record(host, isAnswer, at);
    const isDown = network.isDown(source.doubtedSince ?? new Date(at.getTime() - lately));
    const { state, adopt } = afterFailing(source, { code, isAnswer, retryAfterMs }, isDown, at);
    return { source, state, adopt, language: null, pauseMs: Math.min(retryAfterMs ?? 0, longestHostPauseMs) };
  }

  function hostOf(url: string): string | null {
    const host = hostIn(url);
    return ownHosts.has(host) ? null : host;
  }

  return async () => {
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
