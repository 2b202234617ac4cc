import { hash as hashOf } from 'node:crypto';
import type { Arrival } from './arrivals.ts';
import { identityOf, type Keys, titleKeyOf } from './identity.ts';

/**
 * One RSS item, Atom entry or JSON Feed item as read: text is plain, decoded once, with paragraphs kept as blank lines;
 * addresses are absolute http(s). Anything that the feed did not say, or said unreadably, is null or empty.
 */
export type ParsedItem = {
  readonly guid: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly summary: string;
  readonly text: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** BCP 47, when the item itself names one. */
  readonly language: string | null;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
  readonly imageUrl: string | null;
};

export type FeedFormat = 'RSS' | 'RDF' | 'Atom' | 'JSON Feed';

/** How often the publisher would like to be asked. What the feed does not say is null or empty. */
export type PollingWish = {
  /** Between two polls. */
  readonly ttlMs: number | null;
  /** Hours in UTC, 0 to 23, in which nothing new is to be expected. */
  readonly skipHours: readonly number[];
  /** Days in UTC, 0 (Sunday) to 6, in which nothing new is to be expected. */
  readonly skipDays: readonly number[];
};

export const noWish: PollingWish = { ttlMs: null, skipHours: [], skipDays: [] };

/** A feed document as read. */
export type ParsedFeed = {
  readonly format: FeedFormat;
  readonly title: string | null;
  readonly site: string | null;
  readonly language: string | null;
  readonly wish: PollingWish;
  readonly items: readonly ParsedItem[];
  /** One reason for each item that could not be read. The others were. */
  readonly unreadable: readonly string[];
};

/** One published piece with an identity, as its feed has it. */
export type ReadArticle = Keys & {
  /** Unique within its source: all its keys as one. */
  readonly identity: string;
  readonly url: string;
  readonly summary: string;
  readonly text: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly language: string;
  /** As the feed says, or null. */
  readonly publishedAt: Date | null;
  readonly imageUrl: string | null;
  /** Changes when title, summary or text change; nothing else about an edit matters to readers. */
  readonly contentHash: string;
};

/** A feed document as read, its items made articles; languages are decided: each article's, and an `und` source's. */
export type FeedContent = Omit<ParsedFeed, 'items'> & { readonly articles: readonly ReadArticle[] };

/** Ready to be stored. */
export type NewArticle = ReadArticle & { readonly publishedAt: Date };

export type Article = NewArticle & {
  readonly id: number;
  readonly sourceId: number;
  readonly storyId: number | null;
  readonly firstSeenAt: Date;
  /** When an edit was last seen, or null. */
  readonly editedAt: Date | null;
  /** When its page was found to be gone for good, or null. */
  readonly withdrawnAt: Date | null;
  /** Arrived with the source's first poll: counts for briefings, but is announced nowhere as new. */
  readonly seeded: boolean;
  readonly arrival: Arrival;
};

const maxTitle = 300;
const maxSummary = 2_000;
const maxText = 20_000;
const longestGuid = 500;
const hourMs = 60 * 60_000;

/**
 * Makes the items of a feed articles; those that can't be any are named with those that could not be read.
 *
 * @param languageOf  what the item with this index is written in (BCP 47)
 */
export function contentOf({ items, ...feed }: ParsedFeed, languageOf: (index: number) => string): FeedContent {
  const articles: ReadArticle[] = [];
  const unreadable = [...feed.unreadable];
  for (const [index, item] of items.entries()) {
    const article = articleFrom(item, languageOf(index));
    if ('unusable' in article) unreadable.push(article.unusable);
    else articles.push(article);
  }
  return { ...feed, articles, unreadable };
}

/**
 * Turns a parsed item into an article, or says why it can't be one.
 *
 * @param language  what the caller decided the item is written in (BCP 47)
 */
export function articleFrom(item: ParsedItem, language: string): ReadArticle | { readonly unusable: string } {
  const title = clip(item.title?.trim() || firstLine(item.summary || item.text), maxTitle);
  if (!title) return { unusable: 'an item with neither a title nor text' };
  const url = linkOf(item);
  if (!url) return { unusable: `no link: “${clip(title, 80)}”` };
  const summary = clip(item.summary, maxSummary);
  const text = clip(item.text, maxText);
  const urlKey = canonicalUrl(url);
  const keys = { guidKey: guidKeyOf(item), urlKey, titleKey: titleKeyOf(urlKey, title) };
  return {
    identity: identityOf(keys),
    ...keys,
    url,
    title,
    summary,
    text,
    authors: item.authors.slice(0, 10),
    categories: item.categories.slice(0, 20),
    language,
    publishedAt: item.publishedAt ?? item.updatedAt,
    imageUrl: item.imageUrl,
    contentHash: hash([title, summary, text].join('\u0000')),
  };
}

/**
 * A date that is missing, before 1990 or more than an hour ahead becomes the time at which the article was first seen.
 */
export function dateArticle(article: ReadArticle, firstSeen: Date): NewArticle {
  const date = article.publishedAt;
  const isPlausible = date && date.getUTCFullYear() >= 1990 && date.getTime() <= firstSeen.getTime() + hourMs;
  return { ...article, publishedAt: isPlausible ? date : firstSeen };
}

/** A guid that is an address is compared like one: publishers number its fragment with every edit. */
function guidKeyOf({ guid }: ParsedItem): string | null {
  if (!guid) return null;
  const key = isWebAddress(guid) ? canonicalUrl(guid) : guid;
  return key.length <= longestGuid ? key : `${key.slice(0, longestGuid - 100)}#${hash(key)}`;
}

function linkOf({ url, guid }: ParsedItem): string | null {
  return url ?? (guid && isWebAddress(guid) ? guid : null);
}

/**
 * What names itself after who counts visits: everybody's campaigns (`utm_`), advertisers' clicks, newsletters, and the
 * publishers' counters. Short names as `ref`, `src` or `partner` count visits on one site and tell pages apart on
 * another, so they stay.
 *
 * @see https://docs.clearurls.xyz/ (of its rules, those that hold for every site)
 */
const trackingParameter =
  /^(?:utm_\w+|at_\w+|ns_\w+|(?:fb|g|d|y|tw)clid|msclkid|mc_[cet]id|cmpid|igshid|smid|xtor|wt_?z?mc|echobox|_g[al])$/i;

/**
 * The address by which two links to one page are recognised: no tracking parameters, fragment, `www.`, trailing slash
 * or scheme, and its usual form instead of AMP's. For comparing, never for opening.
 */
export function canonicalUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = withoutAmpCache(new URL(url));
  for (const [name, value] of [...parsed.searchParams]) {
    const isAmp = /^amp$/i.test(name) ? /^(?:1|true)?$/i.test(value) : /^outputtype$/i.test(name) && value === 'amp';
    if (isAmp || trackingParameter.test(name)) parsed.searchParams.delete(name);
  }
  parsed.searchParams.sort();
  const host = parsed.host.replace(/^(?:www|m|mobile|amp)\./, '');
  const path = parsed.pathname
    .replace(/^\/amp(?=\/.)/, '')
    .replace(/\/(?:amp\/?)?$/, '')
    .replace(/\.amp(?=$|\.html?$)/, '');
  return `${host}${path}${parsed.search}`;
}

/**
 * The page that an address of Google's AMP cache or viewer shows.
 *
 * @see https://developers.google.com/amp/cache/overview#amp-cache-url-format
 */
function withoutAmpCache(url: URL): URL {
  const isCache = /(?:^|\.)cdn\.ampproject\.org$/.test(url.hostname);
  const isViewer = /(?:^|\.)google\.[a-z.]{2,6}$/.test(url.hostname) && url.pathname.startsWith('/amp/');
  if (!isCache && !isViewer) return url;
  const [, page] = /^\/(?:amp|[a-z])\/(?:s\/)?([^/]+\.[^/]+(?:\/.*)?)$/.exec(url.pathname) ?? [];
  return (page && URL.parse(`https://${page}${url.search}`)) || url;
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}

function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

function hash(text: string): string {
  return hashOf('sha256', text, 'base64url').slice(0, 22);
}
