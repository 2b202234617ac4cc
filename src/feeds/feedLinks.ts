import { decodeHTMLAttribute } from 'entities';
import { knownFeeds } from './knownFeeds.ts';

/** What a page says about feeds, as absolute web addresses in the order of the page, each once. */
export type FeedLinks = {
  /** Declared in its head: these are feeds. */
  readonly declared: readonly string[];
  /** Links that look like feeds, or like a page that lists them. */
  readonly likely: readonly string[];
};

const longestPage = 3_000_000;
const mostLinks = 20;
const tag = /<(base|link|a)\s([^>]{1,2000})>/gi;
const attribute = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g;
const feedType = /^(?:application\/(?:rss|atom|rdf)\+xml|application\/feed\+json|(?:text|application)\/xml)\s*(?:;|$)/i;
const jsonType = /^application\/json\s*(?:;|$)/i;
const feedPath = /(?:^|[/._=-])(?:rss|feeds?|atom|rdf)(?:[/._?=-]|$)|\.(?:rss|atom|rdf)$/i;
const feedHost = /^(?:feeds?|rss)\d?\.|\.feedburner\.com$/;
const otherFile = /sitemap|opensearch|\.(?:css|js|png|jpe?g|gif|svg|ico|webp|pdf|zip|mp3)$/i;
/** A video's or a channel's page names its channel in the data for its scripts. */
const channelId = /"(?:externalId|channelId)":"(UC[\w-]{22})"/;

/**
 * The feeds that a web page declares or links to.
 *
 * @param url  where the page came from, after redirects
 * @see https://html.spec.whatwg.org/multipage/links.html#link-type-alternate
 */
export function feedLinks(html: string, url: string): FeedLinks {
  const page = html.slice(0, longestPage);
  const declared = new Set<string>();
  const likely = new Set<string>();
  let base = url;
  for (const [, name = '', written = ''] of page.matchAll(tag)) {
    const { href = '', rel = '', type = '' } = attributesOf(written);
    const address = URL.parse(href.trim(), base);
    if (!address || !/^https?:$/.test(address.protocol) || address.username) continue;
    address.hash = '';
    if (name.toLowerCase() === 'base') base = address.href;
    else if (name.toLowerCase() === 'link') addAll(declared, declaredBy(rel.toLowerCase(), type, address));
    else if (looksLikeFeed(address, url)) addAll(likely, [address.href]);
  }
  const channel = /(?:^|\.)youtube\.com$/.test(new URL(url).hostname) ? channelId.exec(page)?.[1] : undefined;
  if (channel) addAll(declared, knownFeeds(new URL(`https://www.youtube.com/channel/${channel}`)));
  return { declared: [...declared], likely: [...likely].filter((href) => !declared.has(href)) };
}

function attributesOf(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of written.matchAll(attribute)) {
    attributes[name.toLowerCase()] ??= decodeHTMLAttribute(double ?? single ?? bare ?? '');
  }
  return attributes;
}

function declaredBy(rel: string, type: string, address: URL): string[] {
  const relations = rel.split(/\s+/);
  if (relations.includes('canonical')) return knownFeeds(address);
  if (relations.includes('feed')) return [address.href];
  if (!relations.includes('alternate')) return [];
  const isFeed = feedType.test(type) || (jsonType.test(type) && /feed/i.test(address.pathname));
  return isFeed ? [address.href] : [];
}

function looksLikeFeed(address: URL, page: string): boolean {
  if (otherFile.test(address.pathname) || address.href === page) return false;
  const isNear = siteOf(address.hostname) === siteOf(new URL(page).hostname) || feedHost.test(address.hostname);
  return isNear && (feedPath.test(`${address.pathname}${address.search}`) || feedHost.test(address.hostname));
}

/** `bbc.co.uk` of `feeds.bbc.co.uk`: near enough to tell a site's own links from others. */
function siteOf(hostname: string): string {
  const labels = hostname.split('.');
  const isSecondLevel = labels.length > 2 && /^(?:com?|org|net|ac|gov|go|or|ne)$/.test(labels.at(-2) ?? '');
  return labels.slice(isSecondLevel ? -3 : -2).join('.');
}

function addAll(links: Set<string>, addresses: readonly string[]): void {
  for (const address of addresses) if (links.size < mostLinks) links.add(address);
}
