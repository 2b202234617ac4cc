import { parseHTML } from 'linkedom';
import { FeedError } from '../news/outside.ts';

/** The DOM, as far as pages are read with it: TypeScript's description of it comes with browsers only. */
export type PageNode = {
  /** 1: element, 3: text. */
  readonly nodeType: number;
  /** Of text, what it says. */
  readonly data?: string;
  readonly textContent: string;
};
export type PageElement = PageNode & {
  /** Lower case. */
  readonly localName: string;
  readonly childNodes: Iterable<PageNode | PageElement>;
  getAttribute(name: string): string | null;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
  contains(other: PageElement): boolean;
  remove(): void;
};
export type PageDocument = PageElement & { readonly documentElement: PageElement; readonly body: PageElement };

/** Of newspapers' pages, the largest have 15,000. */
const mostTags = 200_000;
const deepest = 500;

/** Elements that hold no text for people, and most of a page's bytes. */
const unseen = /<!--|<(script|style|svg|noscript|template|iframe|object|canvas|math|select)(?=[\s/>])/gi;
const closedByOthers =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|td|th|tr|track|wbr)$/i;

/**
 * A page without what nobody sees: scripts, styles, comments, drawings.
 *
 * @throws FeedError  'too large' for a page of more elements, or more deeply nested ones, than anybody writes
 */
export function parsePage(html: string): PageDocument {
  const seen = withoutUnseen(html);
  refuseExcess(seen);
  const { document } = parseHTML(framed(seen)) as unknown as { document: PageDocument };
  return document;
}

export function isElement(node: PageNode | PageElement): node is PageElement {
  return node.nodeType === 1;
}

/** What is not closed ends with the page. */
function withoutUnseen(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const match of html.matchAll(unseen)) {
    if (match.index < from) continue;
    kept.push(html.slice(from, match.index));
    const closing = new RegExp(match[1] ? `</${match[1]}[^>]*>` : '--!?>', 'gi');
    closing.lastIndex = match.index + match[0].length;
    from = closing.test(html) ? closing.lastIndex : html.length;
  }
  kept.push(html.slice(from));
  return kept.join(' ');
}

function refuseExcess(html: string): void {
  let tags = 0;
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    tags += 1;
    if (!closedByOthers.test(name)) depth = Math.max(0, depth + (slash ? -1 : 1));
    if (tags > mostTags || depth > deepest) throw new FeedError('too large', 'a page of more elements than we read');
  }
}

/**
 * The parser takes a page as it stands, and what reads it expects a body. What stands before the page is its head, when
 * it has no other.
 */
function framed(html: string): string {
  const start = Math.max(0, html.search(/<(?:html|head|body)[\s>]/i));
  const before = html.slice(0, start).replace(/<!doctype[^>]*>/i, '');
  const page = html.slice(start);
  const [opening = '', root = '<html>', head = ''] = /^(<html[^>]*>)?\s*(<head[\s>].*?<\/head\s*>)?/is.exec(page) ?? [];
  const rest = page.slice(opening.length);
  const body = /<body[\s>]/i.test(rest) ? rest : `<body>${rest}</body>`;
  return `${root}${head || `<head>${before}</head>`}${body}${/<\/html\s*>/i.test(rest) ? '' : '</html>'}`;
}
