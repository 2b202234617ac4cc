import Parser from 'rss-parser';
import type { TidyXml } from '../tidyXml.ts';
import type { Markup } from './item.ts';

type RawNode = string | { readonly _?: string; readonly $?: Record<string, string>; readonly [child: string]: unknown };

/** An element as the formats see it: children by normalised name (`dc:date`), attributes in lower case. */
export class XmlElement {
  readonly #node: RawNode;

  constructor(node: RawNode) {
    this.#node = node;
  }

  all(name: string): XmlElement[] {
    const children = typeof this.#node === 'string' ? undefined : this.#node[hidden(name)];
    return Array.isArray(children) ? children.slice(0, maxChildren).map((child: RawNode) => new XmlElement(child)) : [];
  }

  /** Every child of the given names, in the order of the names. */
  each(...names: readonly string[]): XmlElement[] {
    return names.flatMap((name) => this.all(name));
  }

  /** Text of every child of the given names, in the order of the names; blank ones left out. */
  texts(...names: readonly string[]): string[] {
    return this.each(...names)
      .map((child) => child.text)
      .filter((text) => text.trim() !== '');
  }

  get text(): string {
    return typeof this.#node === 'string' ? this.#node : (this.#node._ ?? '');
  }

  attribute(name: string): string | undefined {
    return typeof this.#node === 'string' ? undefined : this.#node.$?.[name];
  }

  /** The child's text as HTML. */
  html(name: string): Markup | null {
    const value = this.texts(name)[0];
    return value === undefined ? null : { value, type: 'html' };
  }
}

/** Of one name in one element; no honest feed comes near it. */
const maxChildren = 200;
const structure = new Set(['rss', 'channel', 'item', 'rdf:RDF', 'feed', 'entry']);
const feedFields = ['title', 'link', 'atom:link', 'language', 'dc:language', 'dc:title'];
const itemFields = [
  'title', 'link', 'guid', 'id', 'description', 'summary', 'subtitle', 'content', 'content:encoded', 'body',
  'xhtml:body', 'xhtml:div', 'fullitem', 'author', 'contributor', 'category', 'enclosure', 'image', 'pubdate', 'date',
  'published', 'issued', 'created', 'updated', 'modified', 'lastmod', 'language', 'source', 'rights',
  'dc:title', 'dc:description', 'dc:creator', 'dc:author', 'dc:contributor', 'dc:date', 'dc:subject', 'dc:language',
  'dc:identifier', 'dcterms:issued', 'dcterms:created', 'dcterms:modified', 'dcterms:available', 'dcterms:valid',
  'prism:publicationdate', 'prism:modificationdate',
  'media:content', 'media:thumbnail', 'media:group', 'media:title', 'media:description', 'media:keywords',
  'media:credit', 'itunes:title', 'itunes:author', 'itunes:summary', 'itunes:subtitle', 'itunes:image',
  'atom:link', 'atom:author', 'atom:published', 'atom:updated', 'atom:summary', 'atom:content', 'atom:id',
  'feedburner:origlink',
]; // biome-ignore format: a list

/**
 * A feed's XML through rss-parser.
 *
 * rss-parser finds feed and items in every dialect, but its reading of single fields throws away a whole feed for one
 * bad Atom date or a link without attributes, and its text snippets cost quadratic time on hostile input. So all but
 * the structure is kept from it under other names, and the formats read those.
 *
 * @throws Error when rss-parser finds no feed
 */
export async function parseXmlFeed({ xml }: TidyXml): Promise<{ feed: XmlElement; items: XmlElement[] }> {
  const parser = new Parser<Record<string, unknown>, Record<string, unknown>>({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [(name: string) => (structure.has(name) ? name : hidden(name))] },
    customFields: { feed: keptWhole(feedFields) as never, item: keptWhole(itemFields) as never },
  });
  const { items, ...feed } = await parser.parseString(xml);
  return { feed: asElement(feed), items: items.map(asElement) };
}

function hidden(name: string): string {
  return `~${name}`;
}

function keptWhole(names: readonly string[]): [string, string, { keepArray: true }][] {
  return ['$', ...names.map(hidden)].map((name) => [name, name, { keepArray: true }]);
}

function asElement(fields: Record<string, unknown>): XmlElement {
  return new XmlElement(fields as RawNode);
}
