import { FeedError } from '../news/outside.ts';
import { decode } from './decode.ts';
import { type FeedDocument, maxItems, type ParsedDocument } from './formats/format.ts';
import { formats } from './formats/index.ts';
import { PositionFinder } from './positionFinder.ts';
import { type TidyLimits, tidyXml } from './tidyXml.ts';
import { withoutControls } from './xmlText.ts';

/** A fetched document: its bytes after decompression, and what HTTP said of them. */
export type FetchedDocument = {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Where it came from, after redirects. */
  readonly url: string;
};

const limits: TidyLimits = { maxItems, maxAlike: 50, maxDepth: 100, maxTags: 100_000, maxText: 400_000 };
const feedRoot = /<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)[\s>]/i;
const webPage = /^(?:html|head|body|title|meta|script|style|div|p|h1|h2|center|table)$/i;

/**
 * Reads a document in whichever format it is. Pure but for the time it takes: it can run in a worker thread, and what it
 * returns can be cloned.
 *
 * @throws FeedError  'empty', 'web page' or 'not a feed', and nothing else
 */
export async function parseFeed({ bytes, contentType, url }: FetchedDocument): Promise<ParsedDocument> {
  const text = withoutControls(decode(bytes, contentType)).trimStart();
  if (!text) throw new FeedError('empty', 'answered with an empty document');
  const document = documentFrom(text, url);
  let withoutItems: ParsedDocument | null = null;
  let cause: unknown = new Error('no format recognises it');
  for (const format of formats) {
    if (!format.recognises(document)) continue;
    try {
      const read = await format.read(document);
      if (!read.complete && read.feed.items.length === 0) throw new Error('it stops before the end of its first item');
      if (read.feed.items.length > 0 || !mayHoldItems(document)) return read;
      // Perhaps the items stand in odd places, where the next reader finds them.
      withoutItems ??= read;
    } catch (error) {
      cause = error;
    }
  }
  if (withoutItems) return withoutItems;
  throw new FeedError('not a feed', `answered with ${describe(document)}`, { cause });
}

function documentFrom(text: string, url: string): FeedDocument {
  if (/^[{[]/.test(text)) return { url, text, xml: null };
  const root = rootIn(text);
  if (webPage.test(root.name)) throw new FeedError('web page', 'answered with a web page, not a feed');
  if (root.name && /^(?:.+:)?(?:rss|feed|rdf|channel)$/i.test(root.name)) return withXml(text, url, root.at);
  const start = text.search(feedRoot);
  if (start === -1)
    throw notAFeed(root.name ? `a <${root.name.slice(0, 40)}> document, not a feed` : 'text that is no feed');
  return withXml(text, url, start);
}

function notAFeed(what: string): FeedError {
  return new FeedError('not a feed', `answered with ${what}`);
}

function withXml(text: string, url: string, start: number): FeedDocument {
  return { url, text, xml: tidyXml(text, start, limits) };
}

/** The first element after declarations, comments and a DOCTYPE; an empty name when something else comes first. */
function rootIn(text: string): { name: string; at: number } {
  const finder = new PositionFinder(text);
  let at = 0;
  for (;;) {
    while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
    const end = endOfProlog(text, at, finder);
    if (end === -1) return { name: '', at: 0 };
    if (end === at) break;
    at = end;
  }
  const name = /^<([\p{L}_][\w.:-]{0,80})/u.exec(text.slice(at, at + 100))?.[1] ?? '';
  return { name, at };
}

/** @returns where the construct at `at` ends; `at` itself when it is none of the prolog's; -1 when it never ends */
function endOfProlog(text: string, at: number, finder: PositionFinder): number {
  if (text.startsWith('<!--', at)) return after(finder, '-->', at + 4);
  if (text.startsWith('<?', at)) return after(finder, '>', at);
  if (!text.startsWith('<!', at)) return at;
  const subset = finder.find('[', at);
  const end = finder.find('>', at);
  if (subset === -1 || end < subset) return end === -1 ? -1 : end + 1;
  const close = /\]\s{0,100}>/g;
  close.lastIndex = subset;
  const match = close.exec(text);
  return match ? match.index + match[0].length : after(finder, '>', at);
}

function after(finder: PositionFinder, needle: string, from: number): number {
  const found = finder.find(needle, from);
  return found === -1 ? -1 : found + needle.length;
}

function mayHoldItems({ xml }: FeedDocument): boolean {
  return xml !== null && xml.items > 0;
}

function describe({ xml, text }: FeedDocument): string {
  if (xml) return `a damaged <${xml.root}> document in which no feed could be read`;
  return /^[{[]/.test(text) ? 'JSON that is no JSON Feed' : 'something that is no feed';
}
