import { FeedError, type FindFeeds, type FoundFeed } from '../news/outside.ts';
import { decode } from './decode.ts';
import { type FeedLinks, feedLinks } from './feedLinks.ts';
import type { DocumentAnswer, FetchDocument } from './fetchDocument.ts';
import { knownFeeds } from './knownFeeds.ts';
import type { readDocument } from './readDocument.ts';
import { statusError } from './statusError.ts';

type Tools = { readonly fetchDocument: FetchDocument; readonly readDocument: typeof readDocument };

const accept =
  'text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';
const mostFound = 10;
const mostRequests = 24;
const longestSearchMs = 45_000;
const largestDocument = 5_000_000;
/** Where sites usually have their feed, the most usual first. */
const usualPaths = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json', '/feeds'];
const nothing: FeedLinks = { declared: [], likely: [] };

/**
 * Makes the function that finds a site's feeds. It asks one address after the other, none twice, and at most 24.
 *
 * @see https://www.rssboard.org/rss-autodiscovery
 */
export function createFindFeeds(tools: Tools): FindFeeds {
  return (address) => new Search(tools).run(new URL(address));
}

class Search {
  readonly #tools: Tools;
  readonly #signal = AbortSignal.timeout(longestSearchMs);
  readonly #asked = new Set<string>();
  /** By what they hold, so that one feed in two formats or at two addresses is found once. */
  readonly #found = new Map<string, FoundFeed>();

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  async run(address: URL): Promise<readonly FoundFeed[]> {
    for (const url of knownFeeds(address)) await this.#try(url);
    if (this.#found.size > 0) return this.#result();
    const { declared, likely } = await this.#start(address.href);
    for (const url of declared) await this.#try(url);
    if (this.#found.size > 0) return this.#result();
    for (const url of likely) {
      // Some sites have a page that lists their feeds.
      const listed = await this.#try(url);
      for (const each of [...listed.declared, ...listed.likely]) await this.#try(each);
    }
    for (const path of usualPaths) if (this.#found.size === 0) await this.#try(new URL(path, address).href);
    return this.#result();
  }

  #result(): FoundFeed[] {
    const found = [...this.#found.values()];
    const ofArticles = found.filter(({ url }) => !/\/comments?\b/.test(url));
    return ofArticles.length > 0 ? ofArticles : found;
  }

  /** The address that was typed: that it is missing says nothing of the rest of its site; anything else does. */
  async #start(url: string): Promise<FeedLinks> {
    try {
      return await this.#ask(url);
    } catch (error) {
      if (error instanceof FeedError && (error.status === 404 || error.status === 410)) return nothing;
      throw error;
    }
  }

  /** @returns what the answer links to when it is a page; nothing when it is a feed or can't be read */
  async #try(url: string): Promise<FeedLinks> {
    if (this.#found.size >= mostFound || this.#asked.size >= mostRequests || this.#asked.has(url)) return nothing;
    if (this.#signal.aborted) return nothing;
    try {
      return await this.#ask(url);
    } catch (error) {
      if (error instanceof FeedError) return nothing;
      throw error;
    }
  }

  async #ask(url: string): Promise<FeedLinks> {
    this.#asked.add(url);
    const request = { url, accept, maxBytes: largestDocument, signal: this.#signal };
    const answer = await this.#tools.fetchDocument(request);
    const refusal = statusError(answer.status, answer.header, new Date());
    if (refusal) throw refusal;
    try {
      await this.#read(answer, url);
      return nothing;
    } catch (error) {
      const isPage = error instanceof FeedError && (error.reason === 'web page' || error.reason === 'not a feed');
      if (!isPage) throw error;
      return feedLinks(decode(answer.bytes, answer.header('content-type')), answer.url);
    }
  }

  async #read({ bytes, url, movedTo, header }: DocumentAnswer, asked: string): Promise<void> {
    const document = { bytes: bytes.slice(), contentType: header('content-type'), url, language: 'und' };
    const { feed } = await this.#tools.readDocument(document);
    const content = feed.articles.slice(0, 5).map(({ urlKey }) => urlKey);
    const key = content.length > 0 ? content.join('\n') : asked;
    if (this.#found.has(key)) return;
    this.#found.set(key, {
      url: movedTo ?? asked,
      title: feed.title,
      site: feed.site,
      language: feed.language ?? 'und',
      items: feed.articles.length,
      example: feed.articles[0]?.title ?? null,
    });
  }
}
