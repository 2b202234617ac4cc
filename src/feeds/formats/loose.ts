import { type AtomFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { type FeedFormat, noWish, type ParsedFeed } from '../../news/article.ts';
import { absoluteUrl } from '../absoluteUrl.ts';
import { languageTag } from '../languageTag.ts';
import { plainLine } from '../plainText.ts';
import type { TidyXml } from '../tidyXml.ts';
import { type DocumentFormat, type FeedDocument, maxItems, type ParsedDocument } from './format.ts';
import { assembleItem, html, type ItemParts, readEach } from './item.ts';
import { reservesText } from './reservedText.ts';

type Item = RssFeed.Item<string> & RdfFeed.Item<string>;
type Entry = AtomFeed.Entry<string>;

const roots: Readonly<Record<string, FeedFormat>> = { rss: 'RSS', rdf: 'RDF', feed: 'Atom' };

const emptyFeed: Omit<ParsedFeed, 'format'> = {
  title: null,
  site: null,
  language: null,
  wish: noWish,
  items: [],
  unreadable: [],
};

/** What rss-parser refuses (no channel, items outside it, other roots), by feedsmith, which asks for less. */
export const loose: DocumentFormat = {
  name: 'loose XML',
  recognises: ({ xml }) => xml !== null,
  read: async (document) => readLoose(document),
};

function readLoose(document: FeedDocument): ParsedDocument {
  const { xml } = document;
  if (!xml) throw new Error('the document is no XML');
  const format = roots[xml.root] ?? 'RSS';
  if (xml.complete && xml.items === 0) return { feed: { ...emptyFeed, format }, complete: true };
  const parsed = parseFeed(withChannel(xml), { maxItems });
  if (parsed.format === 'json') throw new Error('the document is no XML');
  const isAtom = parsed.format === 'atom';
  const link = isAtom ? alternate(parsed.feed.links) : parsed.feed.link;
  const site = absoluteUrl(link, document.url);
  const base = site ?? document.url;
  const isReserved = reservesText(null, xml.tree.all('channel')[0] ?? xml.tree);
  const read = isAtom
    ? readEach(parsed.feed.entries ?? [], (entry) => assembleItem({ ...partsOfEntry(entry, base), isReserved }))
    : readEach((parsed.feed.items ?? []) as Item[], (item) => assembleItem({ ...partsOfItem(item, base), isReserved }));
  const { title } = parsed.feed;
  const language = parsed.format === 'rss' ? parsed.feed.language : parsed.feed.dc?.languages?.[0];
  return {
    feed: {
      format,
      title: plainLine((typeof title === 'string' ? title : title?.value) ?? '') || null,
      site,
      language: languageTag(language),
      wish: noWish,
      ...read,
    },
    complete: xml.complete,
  };
}

/** The document with the elements around its items that feedsmith asks for. */
function withChannel(xml: TidyXml): string {
  const restored = xml.tree.toXml();
  if (xml.root === 'channel') return `<rss version="2.0">${restored}</rss>`;
  if (xml.root !== 'rss' || xml.tree.all('channel').length > 0) return restored;
  return restored.replace(/^<rss[^>]*>/, '$&<channel>').replace(/<\/rss>$/, '</channel></rss>');
}

function alternate(links: Entry['links']): string | undefined {
  return (links ?? []).find(({ rel }) => !rel || rel === 'alternate')?.href;
}

function partsOfItem(item: Item, base: string): Omit<ItemParts, 'isReserved'> {
  return {
    base,
    guids: [item.guid?.value],
    links: [item.link, item.guid?.value],
    titles: [html(item.title)],
    summaries: [html(item.description)],
    contents: [html(item.content?.encoded)],
    authors: [...(item.authors ?? []).map(({ name }) => name), ...(item.dc?.creators ?? [])],
    categories: [...(item.categories ?? []).map(({ name }) => name), ...(item.dc?.subjects ?? [])],
    languages: item.dc?.languages ?? [],
    published: [item.pubDate, ...(item.dc?.dates ?? [])],
    updated: [],
    images: (item.enclosures ?? []).filter(({ type }) => type?.startsWith('image/')).map(({ url }) => url),
  };
}

function partsOfEntry(entry: Entry, base: string): Omit<ItemParts, 'isReserved'> {
  return {
    base,
    guids: [entry.id],
    links: [alternate(entry.links), entry.id],
    titles: [html(entry.title?.value)],
    summaries: [html(entry.summary?.value)],
    contents: [html(entry.content?.value)],
    authors: (entry.authors ?? []).map(({ name }) => name),
    categories: (entry.categories ?? []).map(({ label, term }) => label ?? term),
    languages: [],
    published: [entry.published],
    updated: [entry.updated],
    images: [],
  };
}
