import { decodeHTMLAttribute } from 'entities';
import { isWebAddress } from '../news/article.ts';
import { FeedError, type Page, type ReadPage } from '../news/outside.ts';
import { articleLanguage } from '../text/language.ts';
import { parseDate } from './dates.ts';
import { decode } from './decode.ts';
import type { FetchDocument } from './fetchDocument.ts';
import { plainLine, plainText } from './plainText.ts';
import { statusError } from './statusError.ts';

const accept = 'text/html, application/xhtml+xml, */*;q=0.1';
const largestPage = 3_000_000;
const keepMs = 5 * 60_000;
const mostKept = 50;
const mostAtOnce = 4;
const longestTitle = 300;
const longestSummary = 1_000;
const longestText = 3_000;
/** Shorter ones are captions, bylines and buttons. */
const shortestParagraph = 60;
const mostPieces = 400;

/**
 * Makes the function that reads a page that a person asks about: one request for one page, so that robots.txt (RFC 9309),
 * which speaks to those who visit pages of their own accord, is not asked. A page is kept for five minutes; four are read
 * at a time, others wait.
 */
export function createReadPage(tools: { readonly fetchDocument: FetchDocument }): ReadPage {
  const kept = new Map<string, { readonly page: Promise<Page>; readonly until: number }>();
  const lanes = Array.from({ length: mostAtOnce }, (): Promise<unknown> => Promise.resolve());

  async function read(address: string): Promise<Page> {
    const { status, url, header, bytes } = await tools.fetchDocument({ url: address, accept, maxBytes: largestPage });
    if (status < 200 || status >= 300) throw statusError(status, header, new Date());
    return pageFrom(decode(bytes, header('content-type')), url, header('content-language'));
  }

  function inTurn(address: string): Promise<Page> {
    const page = (lanes.shift() ?? Promise.resolve()).then(() => read(address));
    lanes.push(page.catch(() => undefined));
    return page;
  }

  return (address) => {
    const now = Date.now();
    for (const [key, { until }] of kept) if (until <= now || kept.size > mostKept) kept.delete(key);
    const known = kept.get(address);
    if (known) return known.page;
    const page = inTurn(address);
    kept.set(address, { page, until: now + keepMs });
    page.catch(() => kept.delete(address));
    return page;
  };
}

/**
 * What a page says that it is about: its own description of itself for others, else its title and paragraphs.
 *
 * @throws FeedError  'empty'
 * @see https://ogp.me/
 */
export function pageFrom(html: string, url: string, contentLanguage: string | null): Page {
  const head = tagsIn(html);
  const title = head.meta('og:title') || plainLine(between(html, 'title'));
  const summary = head.meta('og:description') || head.meta('description');
  const text = paragraphsIn(html);
  if (!title || (!summary && !text && !head.meta('og:type'))) throw new FeedError('empty', 'a page with no text');
  const named = head.canonical || head.meta('og:url');
  const canonical = named ? (URL.parse(named, url)?.href ?? '') : '';
  const language = head.language || head.meta('og:locale') || contentLanguage || '';
  return {
    url,
    canonicalUrl: isWebAddress(canonical) ? canonical : null,
    title: title.slice(0, longestTitle),
    summary: summary.slice(0, longestSummary),
    text,
    language: language ? articleLanguage(language.replace('_', '-')) : 'und',
    publishedAt: parseDate(head.meta('article:published_time') || head.meta('datepublished') || head.meta('date')),
  };
}

const tag = /<(html|link|meta)\s([^<>]{1,3000})>/gi;
const attribute = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g;

function tagsIn(html: string) {
  const metas = new Map<string, string>();
  let canonical = '';
  let language = '';
  for (const [, name = '', written = ''] of html.matchAll(tag)) {
    const attributes = new Map<string, string>();
    for (const [, key = '', double, single, bare] of written.matchAll(attribute)) {
      attributes.set(key.toLowerCase(), decodeHTMLAttribute(double ?? single ?? bare ?? ''));
    }
    const of = (key: string) => attributes.get(key)?.trim() ?? '';
    if (/^html$/i.test(name)) language ||= of('lang') || of('xml:lang');
    else if (/^link$/i.test(name)) canonical ||= /(?:^|\s)canonical(?:\s|$)/i.test(of('rel')) ? of('href') : '';
    else {
      const key = (of('property') || of('name') || of('itemprop')).toLowerCase();
      if (key && of('content') && !metas.has(key)) metas.set(key, plainLine(of('content')));
    }
  }
  return { canonical, language, meta: (key: string) => metas.get(key) ?? '' };
}

function between(html: string, element: string): string {
  const start = html.search(new RegExp(`<${element}[\\s>]`, 'i'));
  if (start === -1) return '';
  const rest = html.slice(start, start + 2_000);
  return rest.slice(rest.indexOf('>') + 1).split(/<\//, 1)[0] ?? '';
}

/** The paragraphs of the article, or of the whole page where it marks none. */
function paragraphsIn(html: string): string {
  const start = html.search(/<article[\s>]/i);
  const pieces = html
    .slice(Math.max(0, start))
    .split(/<p(?=[\s>])/i, mostPieces)
    .slice(1);
  const paragraphs = pieces
    .map((piece) => plainText(`<p${piece.slice(0, 8_000).split(/<\/p/i, 1)[0]}</p>`))
    .filter((text) => text.length >= shortestParagraph);
  return paragraphs.join('\n\n').slice(0, longestText);
}
