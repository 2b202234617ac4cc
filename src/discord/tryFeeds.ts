import { setTimeout as wait } from 'node:timers/promises';
import { FeedError, type ReadFeed } from '../news/outside.ts';

/** What came of trying a feed: its language, or why it can't be read. */
export type Tried = { readonly language: string } | { readonly problem: string };

type Limits = {
  /** Servers that are asked at the same time. Of one of them, one feed after the other. */
  readonly hostsAtOnce: number;
  readonly spacingMs: number;
  readonly mostFeeds: number;
};

const usual: Limits = { hostsAtOnce: 8, spacingMs: 1_000, mostFeeds: 300 };
const longestMs = 60_000;

/**
 * Reads each feed once, politely, to see whether it works.
 *
 * @param progress  told how many are through
 * @returns by address; what is not in it there was no time for
 */
export async function tryFeeds(
  urls: readonly string[],
  readFeed: ReadFeed,
  progress: (done: number) => void,
  limits: Limits = usual,
  isOver: AbortSignal = AbortSignal.timeout(longestMs),
): Promise<Map<string, Tried>> {
  const tried = new Map<string, Tried>();
  const queue = [...Map.groupBy(urls.slice(0, limits.mostFeeds), (url) => new URL(url).host).values()];

  async function work(): Promise<void> {
    for (let urlsOfHost = queue.shift(); urlsOfHost; urlsOfHost = queue.shift()) {
      for (const [index, url] of urlsOfHost.entries()) {
        if (index > 0 && !isOver.aborted) await wait(limits.spacingMs);
        if (isOver.aborted) return;
        tried.set(url, await tryFeed(url, readFeed));
        progress(tried.size);
      }
    }
  }

  await Promise.all(Array.from({ length: limits.hostsAtOnce }, work));
  return tried;
}

async function tryFeed(url: string, readFeed: ReadFeed): Promise<Tried> {
  try {
    const answer = await readFeed({ url, language: 'und', etag: null, lastModified: null, bodyHash: null });
    return { language: answer.kind === 'read' ? (answer.feed.language ?? 'und') : 'und' };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return { problem: error.code };
  }
}
