import { FeedError, type ReadFullText, type Report } from '../news/outside.ts';
import type { Db } from '../store/openStore.ts';
import { claimPages, type PageClaim, saveFailedPage, savePage, wishPages, withdrawArticle } from '../store/pages.ts';
import { holdHost } from '../store/sources.ts';
import { findDueSubscriptions } from '../store/subscriptions.ts';
import { languagesReadBy } from '../text/language.ts';
import { findNeededStories } from './brief.ts';
import { createEdition } from './edition.ts';
import { retryAt } from './retryAt.ts';
import type { Stage } from './stage.ts';

const minuteMs = 60_000;
/** So long before a briefing, its stories' pages are asked for: enough for some attempts, and for the briefs. */
const aheadMs = 15 * minuteMs;
const mostSubscriptions = 1_000;
const subscriptionsPerRun = 20;
const pagesOfStory = 4;
/** A feed that tells so much of an article spares its page. */
const shortText = 1_500;
const pagesPerRun = 16;
const spacingMs = 2_000;
const leaseMs = 2 * minuteMs;
const mostAttempts = 4;
const retries = { firstMs: minuteMs, longestMs: 10 * minuteMs };
const longestHostPauseMs = 60 * minuteMs;
const closedForMs = 7 * 24 * 60 * minuteMs;

/**
 * Reads the pages of a few articles of the stories that briefings are about to need, where the feeds told little. What
 * is wanted is noted first, then claimed, then asked for; a page that can't be read is tried again, later and later,
 * four times in all. Briefs don't wait for it: when a text comes, they are written again; and so they are when a page is
 * gone for good (410), or no longer where it was read (404).
 *
 * @param crawlDelayMs  how long the site of a page that was asked for wants to be left alone
 * @param ownHosts  `host:port` that may be asked without a pause between two requests
 * @param stopping  when aborted, requests that fail count against nobody
 */
export function createReadPages(options: {
  db: Db;
  readFullText: ReadFullText;
  crawlDelayMs?: (url: string) => number;
  ownHosts?: readonly string[];
  now: () => Date;
  report: Report;
  stopping?: AbortSignal;
}): Stage {
  const { db, now, report, stopping } = options;
  const ownHosts = new Set(options.ownHosts ?? []);
  /** Until when each subscription's next briefing has been prepared. */
  const prepared = new Map<number, number>();

  function hostOf(url: string): string | null {
    const host = URL.parse(url)?.host ?? '';
    return ownHosts.has(host) ? null : host;
  }

  async function noteWishes(): Promise<void> {
    const at = now();
    const due = await findDueSubscriptions(db, new Date(at.getTime() + aheadMs), mostSubscriptions);
    const waiting = due.filter(({ id, nextDueAt }) => prepared.get(id) !== nextDueAt.getTime());
    const edition = createEdition(db, at);
    for (const subscription of waiting.slice(0, subscriptionsPerRun)) {
      const wish = {
        languages: languagesReadBy(subscription.language),
        shortText,
        most: pagesOfStory,
        closedSince: new Date(at.getTime() - closedForMs),
        now: at,
      };
      for (const storyId of await findNeededStories(db, subscription, { now: at, edition }))
        await wishPages(db, storyId, wish);
      prepared.set(subscription.id, subscription.nextDueAt.getTime());
    }
    for (const [id, dueAt] of prepared) if (dueAt < at.getTime() - aheadMs) prepared.delete(id);
  }

  async function read(claim: PageClaim): Promise<void> {
    const { articleId, url, attempts } = claim;
    if (attempts > mostAttempts) {
      await saveFailedPage(db, articleId, 'Nothing came of it, again and again.', { retryAt: null, now: now() });
      return;
    }
    try {
      await savePage(db, articleId, await options.readFullText(url), now());
    } catch (error) {
      if (stopping?.aborted) return;
      if (!(error instanceof FeedError)) report('A page could not be stored', { url, error });
      await fail(claim, error);
    }
  }

  async function fail({ articleId, url, attempts, wasRead }: PageClaim, error: unknown): Promise<void> {
    const at = now();
    if (error instanceof FeedError && (error.status === 410 || (error.status === 404 && wasRead)))
      await withdrawArticle(db, articleId, at);
    const isWorthwhile = attempts < mostAttempts && (!(error instanceof FeedError) || mayPass(error));
    const pauseMs = error instanceof FeedError ? error.retryAfterMs : null;
    const next = isWorthwhile ? retryAt(at, attempts, retries, pauseMs) : null;
    const reason = error instanceof Error ? error.message : String(error);
    await saveFailedPage(db, articleId, reason, { retryAt: next, now: at });
    await leaveAlone(url, pauseMs ?? 0);
  }

  async function leaveAlone(url: string, pauseMs: number): Promise<void> {
    const host = hostOf(url);
    if (!host || pauseMs === 0) return;
    await holdHost(db, host, new Date(now().getTime() + Math.min(pauseMs, longestHostPauseMs)));
  }

  return async () => {
    await noteWishes();
    const claimed = await claimPages(db, { now: now(), leaseMs, spacingMs, hostOf, limit: pagesPerRun });
    await Promise.all(
      claimed.map(async (claim) => {
        await read(claim);
        await leaveAlone(claim.url, options.crawlDelayMs?.(claim.url) ?? 0);
      }),
    );
    return claimed.length;
  };
}

/** Whether another attempt may end otherwise. */
function mayPass({ reason, status }: FeedError): boolean {
  if (reason === 'status') return status === 408 || status === 429 || (status ?? 0) >= 500;
  return reason === 'network' || reason === 'timeout' || reason === 'unknown host';
}
