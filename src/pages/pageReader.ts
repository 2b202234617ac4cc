import type { DocumentAnswer, FetchDocument } from '../feeds/fetchDocument.ts';
import { statusError } from '../feeds/statusError.ts';
import { createThreadPool, type ThreadLimits } from '../feeds/threadPool.ts';
import { FeedError, type FullText, type Page, type ReadFullText, type ReadPage } from '../news/outside.ts';
import type { PageArticle, PageToRead } from './readArticle.ts';
import { reservesText } from './reservation.ts';
import { createSiteRules } from './siteRules.ts';

export type PageReader = {
  readonly readPage: ReadPage;
  readonly readFullText: ReadFullText;
  /** How long the site of a page that was asked for wants to be left alone, in milliseconds. */
  readonly crawlDelayMs: (address: string) => number;
  /** Ends the threads, cutting off what is under way. */
  close(): Promise<void>;
};

const accept = 'text/html, application/xhtml+xml, */*;q=0.1';
const largestPage = 10_000_000;
const keepMs = 5 * 60_000;
const mostKept = 50;
const mostAtOnce = 4;
/** Of a page that somebody asks about. */
const longestBeginning = 3_000;
const longestText = 20_000;
/** What is shorter adds nothing to a feed's description. */
const shortestText = 200;

/**
 * Makes the functions that read pages of articles, over guarded connections and in threads of their own.
 *
 * @param agent  our name in robots.txt
 */
export function createPageReader(tools: {
  readonly fetchDocument: FetchDocument;
  readonly agent: string;
  readonly now: () => Date;
  readonly limits?: ThreadLimits;
}): PageReader {
  const { fetchDocument, now } = tools;
  const file = new URL('articleWorker.ts', import.meta.url);
  const pool = createThreadPool<PageToRead, PageArticle>(file, { threads: 1, ...tools.limits });
  const { mayVisit, crawlDelayMs } = createSiteRules(tools);

  async function fetchPage(address: string): Promise<DocumentAnswer> {
    const answer = await fetchDocument({ url: address, accept, maxBytes: largestPage });
    const refusal = statusError(answer.status, answer.header, now());
    if (refusal) throw refusal;
    return answer;
  }

  function read({ bytes, header, url }: DocumentAnswer): Promise<PageArticle> {
    return pool.read({ bytes, contentType: header('content-type'), contentLanguage: header('content-language'), url });
  }

  async function readFullText(address: string): Promise<FullText> {
    if (!(await mayVisit(address))) return { kind: 'reserved' };
    const answer = await fetchPage(address);
    // The rules of the site that it came from in the end count as well.
    const isElsewhere = URL.parse(answer.url)?.origin !== URL.parse(address)?.origin;
    if (isElsewhere && !(await mayVisit(answer.url))) return { kind: 'reserved' };
    if (reservesText(answer.header('x-robots-tag') ?? '', answer.header('tdm-reservation') ?? '')) {
      return { kind: 'reserved' };
    }
    return fullTextOf(await read(answer));
  }

  return {
    readPage: keepingPages(async (address) => {
      const answer = await fetchPage(address);
      return pageOf(await read(answer), answer.url);
    }, now),
    readFullText: (address) => readFullText(address).catch(orEmpty),
    crawlDelayMs,
    close: pool.close,
  };
}

/**
 * One request for one page that a person asks about: robots.txt (RFC 9309), which speaks to those who visit pages of
 * their own accord, is not asked. A page is kept for five minutes; four are read at a time, others wait.
 */
function keepingPages(read: ReadPage, now: () => Date): ReadPage {
  const kept = new Map<string, { readonly page: Promise<Page>; readonly until: number }>();
  const lanes = Array.from({ length: mostAtOnce }, (): Promise<unknown> => Promise.resolve());

  function inTurn(address: string): Promise<Page> {
    const page = (lanes.shift() ?? Promise.resolve()).then(() => read(address));
    lanes.push(page.catch(() => undefined));
    return page;
  }

  return (address) => {
    const at = now().getTime();
    for (const [key, { until }] of kept) if (until <= at || kept.size > mostKept) kept.delete(key);
    const known = kept.get(address);
    if (known) return known.page;
    const page = inTurn(address);
    kept.set(address, { page, until: at + keepMs });
    page.catch(() => kept.delete(address));
    return page;
  };
}

function pageOf(article: PageArticle, url: string): Page {
  const { canonicalUrl, title, summary, language, publishedAt } = article;
  const text = article.paragraphs.join('\n\n').slice(0, longestBeginning);
  return { url, canonicalUrl, title, summary, text, language, publishedAt };
}

function fullTextOf({ paragraphs, isPaywalled, isReserved, license }: PageArticle): FullText {
  if (isReserved) return { kind: 'reserved' };
  if (isPaywalled) return { kind: 'paywalled' };
  let length = 0;
  const kept = paragraphs.filter((paragraph) => {
    length += paragraph.length + 2;
    return length <= longestText;
  });
  return kept.join('').length < shortestText ? { kind: 'empty' } : { kind: 'text', paragraphs: kept, license };
}

function orEmpty(error: unknown): FullText {
  if (error instanceof FeedError && error.reason === 'empty') return { kind: 'empty' };
  throw error;
}
