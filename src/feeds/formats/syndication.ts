import type { FeedFormat } from '../../news/article.ts';
import { absoluteUrl, innerBase } from '../absoluteUrl.ts';
import { languageTag } from '../languageTag.ts';
import { plainLine } from '../plainText.ts';
import type { XmlElement } from '../xmlElement.ts';
import type { FeedDocument, ParsedDocument } from './format.ts';
import { imagesOf } from './images.ts';
import { assembleItem, html, type ItemParts, readEach } from './item.ts';
import { pollingWishOf } from './pollingWish.ts';
import { reservesText } from './reservedText.ts';
import { subjectsOf } from './subjects.ts';
import { parseXmlFeed } from './xmlFeed.ts';

/**
 * What RSS 0.9x, 1.0 (RDF) and 2.0 have in common, with Dublin Core, content, Media RSS, iTunes and Atom elements.
 *
 * @see RSS 2.0 https://www.rssboard.org/rss-specification, RSS 1.0 https://web.resource.org/rss/1.0/spec
 */
export async function readSyndication(document: FeedDocument, format: FeedFormat): Promise<ParsedDocument> {
  const { xml } = document;
  if (!xml) throw new Error('the document is no XML');
  const { feed, items } = await parseXmlFeed(xml.tree);
  const outer = innerBase(innerBase(document.url, xml.tree.attribute('xml:base')), feed.attribute('xml:base'));
  const site = siteOf(feed, outer);
  const base = innerBase(site ?? document.url, xml.tree.attribute('xml:base') ?? feed.attribute('xml:base'));
  const read = readEach(items, (item) =>
    assembleItem({ ...partsOf(item, base), isReserved: reservesText(item, feed) }),
  );
  if (xml.unfinishedItem) read.unreadable.push(`the document ends in the middle of item ${xml.unfinishedItem}`);
  return {
    feed: {
      format,
      title: plainLine(feed.texts('title', 'dc:title')[0] ?? '') || null,
      site,
      language:
        [...feed.texts('language', 'dc:language'), xml.tree.attribute('xml:lang')].map(languageTag).find(Boolean) ??
        null,
      wish: pollingWishOf(feed),
      ...read,
    },
    complete: xml.complete,
  };
}

function siteOf(feed: XmlElement, base: string): string | null {
  const written = [...feed.texts('link'), ...alternates(feed)];
  return written.map((link) => absoluteUrl(link, base)).find(Boolean) ?? null;
}

function partsOf(item: XmlElement, outer: string): Omit<ItemParts, 'isReserved'> {
  const guids = item.texts('guid', 'id', 'atom:id');
  return {
    base: innerBase(outer, item.attribute('xml:base')),
    guids: [...guids, item.attribute('rdf:about'), ...item.texts('dc:identifier')],
    links: [
      ...item.texts('feedburner:origlink', 'link'),
      ...alternates(item),
      item.attribute('rdf:about'),
      ...permalinks(item),
      ...enclosed(item),
    ],
    titles: item.texts('title', 'dc:title', 'media:title', 'itunes:title').map(html),
    summaries: item
      .texts(
        'description',
        'summary',
        'dc:description',
        'atom:summary',
        'media:description',
        'itunes:summary',
        'itunes:subtitle',
      )
      .map(html),
    contents: item
      .texts('content:encoded', 'fullitem', 'xhtml:body', 'body', 'xhtml:div', 'content', 'atom:content')
      .map(html),
    authors: [
      ...item.each('author', 'atom:author').map(nameOf),
      ...item.texts('dc:creator', 'dc:author', 'itunes:author'),
    ],
    categories: [...item.texts('category'), ...subjectsOf(item)],
    languages: [...item.texts('dc:language', 'language'), item.attribute('xml:lang')],
    published: item.texts(
      'pubdate',
      'dc:date',
      'dcterms:issued',
      'dcterms:created',
      'atom:published',
      'published',
      'issued',
      'prism:publicationdate',
      'created',
      'date',
    ),
    updated: item.texts('atom:updated', 'updated', 'dcterms:modified', 'modified', 'lastmod', 'prism:modificationdate'),
    images: imagesOf(item),
  };
}

function alternates(element: XmlElement): string[] {
  return element
    .each('atom:link', 'link')
    .filter((link) => (link.attribute('rel') ?? 'alternate') === 'alternate')
    .flatMap((link) => link.attribute('href') ?? []);
}

function permalinks(item: XmlElement): string[] {
  return item
    .all('guid')
    .filter((guid) => {
      const claim = guid.attribute('ispermalink')?.toLowerCase();
      return claim === 'true' || (claim !== 'false' && /^https?:\/\//i.test(guid.text.trim()));
    })
    .map((guid) => guid.text);
}

function enclosed(item: XmlElement): string[] {
  return item.all('enclosure').flatMap((enclosure) => enclosure.attribute('url') ?? []);
}

function nameOf(author: XmlElement): string {
  return author.texts('name', 'atom:name')[0] ?? author.text;
}
