import { createHash } from 'node:crypto';

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

/** A feed document as read. */
export type ParsedFeed = {
  readonly format: FeedFormat;
  readonly title: string | null;
  readonly site: string | null;
  readonly language: string | null;
  readonly items: readonly ParsedItem[];
  /** One reason for each item that could not be read. The others were. */
  readonly unreadable: readonly string[];
};

/** One published piece with an identity, ready to be stored. */
export type NewArticle = {
  /** Unique within its source, stable over edits. */
  readonly identity: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly language: string;
  readonly publishedAt: Date;
  readonly imageUrl: string | null;
  /** Changes when title, summary or text change; nothing else about an edit matters to readers. */
  readonly contentHash: string;
};

export type Article = NewArticle & {
  readonly id: number;
  readonly sourceId: number;
  readonly storyId: number | null;
  readonly firstSeenAt: Date;
  /** When an edit was last seen, or null. */
  readonly editedAt: Date | null;
  /** Arrived with the source's first poll: counts for briefings, but is announced nowhere as new. */
  readonly seeded: boolean;
};

const maxTitle = 300;
const maxSummary = 2_000;
const maxText = 20_000;
const hourMs = 60 * 60_000;

/**
 * Turns a read item into an article, or says why it can't be one.
 *
 * A date that is missing, before 1990 or more than an hour ahead becomes the time at which the item was first seen.
 *
 * @param repeated  what this feed prints on several items, see {@link repeatedIdentitiesIn}: it identifies nothing
 * @param language  what the caller decided the item is written in (BCP 47)
 */
export function articleFrom(
  item: ParsedItem,
  repeated: ReadonlySet<string>,
  language: string,
  now: Date,
): NewArticle | { readonly unusable: string } {
  const title = clip(item.title?.trim() || firstLine(item.summary || item.text), maxTitle);
  if (!title) return { unusable: 'an item with neither a title nor text' };
  const url = linkOf(item);
  const identity = identitiesOf(item).find((candidate) => !repeated.has(candidate));
  if (!identity || !url) return { unusable: `no link: “${clip(title, 80)}”` };
  const summary = clip(item.summary, maxSummary);
  const text = clip(item.text, maxText);
  return {
    identity,
    url,
    title,
    summary,
    text,
    authors: item.authors.slice(0, 10),
    categories: item.categories.slice(0, 20),
    language,
    publishedAt: plausibleDate(item.publishedAt ?? item.updatedAt, now),
    imageUrl: item.imageUrl,
    contentHash: hash([title, summary, text].join('\u0000')),
  };
}

/** Identities that several items of a document share although their links or titles differ. They identify none of them. */
export function repeatedIdentitiesIn(items: readonly ParsedItem[]): Set<string> {
  const pieces = new Map<string, Set<string>>();
  for (const item of items) {
    const rungs = identitiesOf(item);
    const piece = rungs.pop() ?? '';
    for (const identity of rungs) pieces.set(identity, (pieces.get(identity) ?? new Set()).add(piece));
  }
  return new Set([...pieces].filter(([, sharing]) => sharing.size > 1).map(([identity]) => identity));
}

/** The ladder, best first: guid, canonical address, link and title. Never a date: feeds bump those. */
function identitiesOf(item: ParsedItem): string[] {
  const { guid, title } = item;
  const link = canonicalUrl(linkOf(item) ?? '');
  const byGuid = guid ? [`guid:${clipHard(isWebAddress(guid) ? canonicalUrl(guid) : guid)}`] : [];
  return link ? [...byGuid, `url:${clipHard(link)}`, `title:${hash(`${link}\u0000${title ?? ''}`)}`] : byGuid;
}

function linkOf({ url, guid }: ParsedItem): string | null {
  return url ?? (guid && isWebAddress(guid) ? guid : null);
}

const trackingParameter = /^(utm_\w+|at_\w+|fbclid|gclid|mc_[ce]id|cmpid?|ns_\w+|igshid|smid|partner|xtor|ref|src)$/i;

/**
 * The address by which two links to one page are recognised: no tracking parameters, fragment, `www.`, trailing slash
 * or scheme. For comparing, never for opening.
 */
export function canonicalUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  for (const name of [...parsed.searchParams.keys()]) {
    if (trackingParameter.test(name)) parsed.searchParams.delete(name);
  }
  parsed.searchParams.sort();
  const host = parsed.host.replace(/^(www|m|amp)\./, '');
  const path = parsed.pathname.replace(/\/(amp\/?)?$/, '');
  return `${host}${path}${parsed.search}`;
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function plausibleDate(date: Date | null, now: Date): Date {
  if (!date || Number.isNaN(date.getTime())) return now;
  const isPlausible = date.getUTCFullYear() >= 1990 && date.getTime() <= now.getTime() + hourMs;
  return isPlausible ? date : now;
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}

function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

function clipHard(text: string): string {
  return text.length <= 500 ? text : `${text.slice(0, 400)}#${hash(text)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
