import { type JsonFeed, parseJsonFeed } from 'feedsmith';
import { noWish } from '../../news/article.ts';
import { absoluteUrl } from '../absoluteUrl.ts';
import { completeJson } from '../completeJson.ts';
import { languageTag } from '../languageTag.ts';
import { foldedLine } from '../plainText.ts';
import { type DocumentFormat, type FeedDocument, maxItems, type ParsedDocument } from './format.ts';
import { assembleItem, html, type ItemParts, readEach, text } from './item.ts';

type JsonItem = JsonFeed.Item<string>;

/** JSON Feed 1.0 and 1.1, https://www.jsonfeed.org/version/1.1/. */
export const jsonFeed: DocumentFormat = {
  name: 'JSON Feed',
  recognises: (document) => document.xml === null && document.text.startsWith('{'),
  read: async (document) => readJson(document),
};

function readJson(document: FeedDocument): ParsedDocument {
  const { value, complete } = completeJson(document.text);
  if (!isFeed(value)) throw new Error('the document is JSON, but no JSON Feed');
  const feed = parseJsonFeed({
    ...value,
    version: 'https://jsonfeed.org/version/1.1',
    items: value.items.slice(0, maxItems),
  });
  const site = absoluteUrl(feed.home_page_url, document.url);
  const read = readEach(feed.items ?? [], (item) => assembleItem(partsOf(item, site ?? document.url)));
  if (!complete) read.unreadable.push(`the document ends after ${read.items.length} items`);
  return {
    feed: {
      format: 'JSON Feed',
      title: foldedLine(feed.title ?? '') || null,
      site,
      language: languageTag(feed.language),
      wish: noWish,
      ...read,
    },
    complete,
  };
}

function isFeed(value: unknown): value is Record<string, unknown> & { items: unknown[] } {
  if (typeof value !== 'object' || value === null || !('items' in value) || !Array.isArray(value.items)) return false;
  const names = 'version' in value && typeof value.version === 'string' && value.version.includes('jsonfeed');
  return (
    names || 'home_page_url' in value || 'feed_url' in value || ('title' in value && value.items.some(looksLikeItem))
  );
}

function looksLikeItem(item: unknown): boolean {
  return typeof item === 'object' && item !== null && ('content_html' in item || 'content_text' in item);
}

function partsOf(item: JsonItem, base: string): ItemParts {
  return {
    base,
    guids: [written(item?.id)],
    links: [item.url, item.external_url, /^https?:/.test(written(item.id) ?? '') ? written(item.id) : null],
    titles: [text(item.title)],
    summaries: [text(item.summary)],
    contents: [html(item.content_html), text(item.content_text)],
    authors: (item.authors ?? []).map(({ name }) => written(name)),
    categories: (item.tags ?? []).map(written),
    languages: [item.language],
    published: [item.date_published],
    updated: [item.date_modified],
    isReserved: false,
    images: [item.image, item.banner_image, ...imageAttachments(item)],
  };
}

function imageAttachments(item: JsonItem): (string | undefined)[] {
  return (item.attachments ?? []).filter(({ mime_type: type }) => type?.startsWith('image/')).map(({ url }) => url);
}

/** Ids that are numbers in the document: version 1.1 §items asks to take them as strings. */
function written(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
