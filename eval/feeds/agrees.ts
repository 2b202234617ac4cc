import { decodeHTML } from 'entities';
import type { ParsedFeed, ParsedItem } from '../../src/news/article.ts';

export type Field =
  | 'title' | 'link' | 'id' | 'published' | 'updated' | 'author' | 'category' | 'categories' | 'summary' | 'content'; // biome-ignore format: a list

/** One value that a suite expects. */
export type Expectation = {
  /** Index of the item, or null for the feed itself, which has a title and a link. */
  readonly item: number | null;
  readonly field: Field;
  /** HTML or text; dates in ISO 8601. */
  readonly value: string | readonly string[];
};

/** What was read where the expectation looks. */
export function readValue({ item, field }: Expectation, feed: ParsedFeed): string | readonly string[] | null {
  if (item === null) return field === 'link' ? feed.site : feed.title;
  const read = feed.items[item];
  return read ? fieldOf(read, field) : null;
}

/**
 * Whether what was read is what a suite expects.
 *
 * Suites keep HTML and addresses as they are written; here text is plain and addresses are absolute, http(s) and without
 * credentials. So both sides are compared without tags, escapes and white space, and without the "Continue reading" and
 * "[…]" at a text's end; markup that holds no text agrees with no text. Addresses are compared after resolving them, and
 * one that is not http(s) agrees with none at all; dates to the second; categories without their order; an author with
 * any of those read. An item that has but one text may have it in either place.
 */
export function agrees(expectation: Expectation, feed: ParsedFeed, base: string): boolean {
  const { field, value } = expectation;
  const read = readValue(expectation, feed);
  if (typeof value !== 'string') return sameSet(value, Array.isArray(read) ? read : []);
  if (Array.isArray(read)) return read.some((one) => sameText(personIn(value), one) || sameText(value, one));
  if (typeof read !== 'string') return field === 'link' ? !isWeb(value, feed.site ?? base) : sameText(value, '');
  if (field === 'link') return sameAddress(value, read, [base, feed.site ?? base]);
  if (field === 'published' || field === 'updated') return sameTime(value, read);
  if (field === 'id') return sameText(value, read) || sameAddress(value, read, [base]);
  return sameText(value, read);
}

function fieldOf(item: ParsedItem, field: Field): string | readonly string[] | null {
  const { publishedAt, updatedAt } = item;
  switch (field) {
    case 'title':
      return item.title;
    case 'link':
      return item.url;
    case 'id':
      return item.guid;
    case 'published':
      return (publishedAt ?? updatedAt)?.toISOString() ?? null;
    case 'updated':
      return (updatedAt ?? publishedAt)?.toISOString() ?? null;
    case 'author':
      return item.authors;
    case 'category':
    case 'categories':
      return item.categories;
    case 'summary':
      return item.summary || item.text;
    case 'content':
      return item.text || item.summary;
  }
}

function sameSet(expected: readonly string[], read: readonly string[]): boolean {
  const wanted = new Set(expected.filter((value) => !sameText(value, '')));
  return new Set(read).size <= wanted.size && [...wanted].every((value) => read.some((one) => sameText(value, one)));
}

function sameText(expected: string, read: string): boolean {
  const text = ofInterest(read);
  const forms = [expected, withoutTags(expected), decodeHTML(expected), decodeHTML(withoutTags(expected))];
  return [...forms, decodeHTML(withoutTags(decodeHTML(expected)))].some((form) => ofInterest(form) === text);
}

/** Elements that hold nothing to read go with what is in them. */
function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|head|iframe|object|audio|video|button|svg|math|noscript|select)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<\/?[a-z!?](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, '');
}

function ofInterest(text: string): string {
  return letters(text).replace(/(?:Continuereading|Readmore|\[(?:…|\.\.\.)\]|…|\.\.\.)+$/i, '');
}

function letters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what nobody sees
  return text.normalize('NFC').replace(/[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b\ufeff]/g, '');
}

/** The name in `name (address)`, as some suites write their authors. */
function personIn(written: string): string {
  return /^\s*(.+?)\s*\(\S+@\S+\)\s*$/.exec(written)?.[1] ?? /^\s*\S+@\S+\s*\((.+)\)\s*$/.exec(written)?.[1] ?? written;
}

function isWeb(written: string, base: string): boolean {
  const url = URL.parse(written.trim(), base);
  return written.trim() !== '' && url !== null && /^https?:$/.test(url.protocol) && !url.username;
}

function sameAddress(expected: string, read: string, bases: readonly string[]): boolean {
  return bases.some((base) => URL.parse(expected.trim(), base)?.href === read);
}

function sameTime(expected: string, read: string): boolean {
  return Math.floor(Date.parse(expected) / 1_000) === Math.floor(Date.parse(read) / 1_000);
}
