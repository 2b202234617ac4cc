import { isUtf8 } from 'node:buffer';
import { absoluteUrl, innerBase } from '../absoluteUrl.ts';
import { languageTag } from '../languageTag.ts';
import type { XmlElement } from '../xmlElement.ts';
import type { DocumentFormat, FeedDocument, ParsedDocument } from './format.ts';
import { imagesOf } from './images.ts';
import { assembleItem, html, type ItemParts, lineOf, type Markup, readEach } from './item.ts';
import { pollingWishOf } from './pollingWish.ts';
import { reservesText } from './reservedText.ts';
import { subjectsOf } from './subjects.ts';
import { parseXmlFeed } from './xmlFeed.ts';

/** Atom 1.0 (RFC 4287) and 0.3. */
export const atom: DocumentFormat = {
  name: 'Atom',
  recognises: ({ xml }) => xml?.root === 'feed',
  read: readAtom,
};

async function readAtom(document: FeedDocument): Promise<ParsedDocument> {
  const { xml } = document;
  if (!xml) throw new Error('the document is no XML');
  const { feed, items } = await parseXmlFeed(xml.tree);
  const xmlBase = xml.tree.attribute('xml:base');
  const site = alternatesOf(feed, innerBase(document.url, xmlBase))[0] ?? null;
  const base = innerBase(xmlBase ? document.url : (site ?? document.url), xmlBase);
  const language = xml.tree.attribute('xml:lang');
  const read = readEach(items, (entry) =>
    assembleItem({ ...partsOf(entry, base, Boolean(xmlBase)), isReserved: reservesText(entry, feed) }),
  );
  if (xml.unfinishedItem) read.unreadable.push(`the document ends in the middle of entry ${xml.unfinishedItem}`);
  return {
    feed: {
      format: 'Atom',
      title:
        feed
          .all('title')
          .map((title) => lineOf(markupOf(title)))
          .find(Boolean) ?? null,
      site,
      language: [language, ...feed.texts('dc:language', 'language')].map(languageTag).find(Boolean) ?? null,
      wish: pollingWishOf(feed),
      ...read,
    },
    complete: xml.complete,
  };
}

/** @param hasBase  whether `outer` is what the document says, or only what is likely */
function partsOf(entry: XmlElement, outer: string, hasBase: boolean): Omit<ItemParts, 'isReserved'> {
  const ownBase = entry.attribute('xml:base');
  const base = innerBase(outer, ownBase);
  const markupIn = (name: string) =>
    entry.all(name).map((element) => ({ ...markupOf(element), base: baseOf(element, base, hasBase || !!ownBase) }));
  return {
    base,
    guids: entry.texts('id', 'guid'),
    links: [
      ...entry.texts('feedburner:origlink'),
      ...alternatesOf(entry, base),
      ...linksOf(entry, base),
      ...permalinks(entry),
    ],
    titles: [...markupIn('title'), ...entry.texts('dc:title', 'media:title').map(html)],
    summaries: [...markupIn('summary'), ...descriptions(entry)],
    contents: markupIn('content'),
    authors: [...entry.each('author', 'atom:author').map(nameOf), ...entry.texts('dc:creator')],
    categories: [
      ...entry
        .all('category')
        .map((category) => category.attribute('label') || category.attribute('term') || category.text),
      ...subjectsOf(entry),
    ],
    languages: [entry.attribute('xml:lang'), ...entry.texts('dc:language')],
    published: entry.texts('published', 'issued', 'created', 'pubdate', 'dc:date', 'dcterms:issued'),
    updated: entry.texts('updated', 'modified', 'dcterms:modified'),
    images: [...imagesOf(entry), ...enclosedImages(entry, base)],
  };
}

/** RFC 4287 §3.1 and §4.1.3; Atom 0.3 says `mode="escaped"` and a media type. */
function markupOf(element: XmlElement): Markup {
  const type = element.attribute('type')?.trim().toLowerCase() ?? 'text';
  const mode = element.attribute('mode')?.trim().toLowerCase();
  const isBase64 = mode === 'base64' || (type.includes('/') && !/^text\/|xml$|html/.test(type));
  const hidden = isBase64 ? textInBase64(element.text) : null;
  if (hidden !== null) return { value: hidden, type: 'html' };
  const isHtml =
    type === 'html' || type === 'xhtml' || type.endsWith('html') || type.endsWith('+xml') || mode === 'escaped';
  return { value: element.text, type: isHtml && type !== 'text/plain' ? 'html' : 'text' };
}

/** What is neither text nor XML stands in base64 (RFC 4287 §4.1.3.3), or should: null for what does not. */
function textInBase64(written: string): string | null {
  const base64 = written.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  const bytes = Buffer.from(base64, 'base64');
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}

function baseOf(element: XmlElement, outer: string, hasBase: boolean): string | undefined {
  const own = element.attribute('xml:base');
  return own || hasBase ? innerBase(outer, own) : undefined;
}

function alternatesOf(element: XmlElement, base: string): string[] {
  const alternates = element.all('link').filter((link) => (link.attribute('rel') ?? 'alternate') === 'alternate');
  const pages = alternates.filter((link) => !link.attribute('type') || /html/i.test(link.attribute('type') ?? ''));
  return [...pages, ...alternates].flatMap((link) => hrefOf(link, base));
}

function linksOf(entry: XmlElement, base: string): string[] {
  return ['self', 'related', 'via'].flatMap((relation) =>
    entry
      .all('link')
      .filter((link) => link.attribute('rel') === relation)
      .flatMap((link) => hrefOf(link, base)),
  );
}

function hrefOf(link: XmlElement, base: string): string[] {
  const url = absoluteUrl(link.attribute('href') ?? link.text, innerBase(base, link.attribute('xml:base')));
  return url ? [url] : [];
}

function permalinks(entry: XmlElement): string[] {
  return entry.texts('id').filter((id) => /^https?:\/\//i.test(id.trim()));
}

function enclosedImages(entry: XmlElement, base: string): string[] {
  return entry
    .all('link')
    .filter((link) => link.attribute('rel') === 'enclosure' && link.attribute('type')?.startsWith('image/'))
    .flatMap((link) => hrefOf(link, base));
}

function descriptions(entry: XmlElement): (Markup | null)[] {
  const inGroups = entry.all('media:group').flatMap((group) => group.texts('media:description'));
  return [...entry.texts('media:description', 'dc:description', 'itunes:summary'), ...inGroups].map(html);
}

function nameOf(author: XmlElement): string {
  return author.texts('name', 'atom:name')[0] ?? author.texts('email')[0] ?? author.text;
}
