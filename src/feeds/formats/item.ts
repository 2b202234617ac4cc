import type { ParsedItem } from '../../news/article.ts';
import { absoluteUrl } from '../absoluteUrl.ts';
import { firstDate } from '../dates.ts';
import { firstImageIn } from '../firstImageIn.ts';
import { languageTag } from '../languageTag.ts';
import { foldedLine, foldedText, plainLine, plainText } from '../plainText.ts';

/** Text as a format has it, after the format's own escaping is undone. */
export type Markup = {
  readonly value: string;
  readonly type: 'html' | 'text';
  /** What its relative addresses are resolved against, where the document says so (`xml:base`). */
  readonly base?: string | undefined;
};

type Written = string | null | undefined;

/** What a format found for one item. Lists are in order of preference: the first that is good is taken. */
export type ItemParts = {
  /** What relative links are resolved against. */
  readonly base: string;
  readonly guids: readonly Written[];
  readonly links: readonly Written[];
  readonly titles: readonly (Markup | null)[];
  readonly summaries: readonly (Markup | null)[];
  readonly contents: readonly (Markup | null)[];
  readonly authors: readonly Written[];
  readonly categories: readonly Written[];
  readonly languages: readonly Written[];
  readonly published: readonly Written[];
  readonly updated: readonly Written[];
  readonly images: readonly Written[];
  /** Its licence forbids showing its text elsewhere: only titles and summaries are read. */
  readonly isReserved: boolean;
};

const maxNames = 100;

/** @returns the item, or null when nothing at all could be read of it */
export function assembleItem(parts: ItemParts): ParsedItem | null {
  const url = firstUrl(parts.links, parts.base);
  const item: ParsedItem = {
    guid: parts.guids.map((guid) => guid?.trim()).find(Boolean) ?? null,
    url,
    title: firstText(parts.titles, lineOf) || null,
    summary: firstText(parts.summaries, textOf),
    text: parts.isReserved ? '' : firstText(parts.contents, textOf),
    authors: distinct(parts.authors.map(personName)),
    categories: distinct(parts.categories.map((name) => plainLine(name ?? ''))),
    language: parts.languages.map(languageTag).find(Boolean) ?? null,
    publishedAt: firstDate(parts.published),
    updatedAt: firstDate(parts.updated),
    imageUrl: firstUrl(parts.images, parts.base) ?? imageIn([...parts.contents, ...parts.summaries], url ?? parts.base),
  };
  return Object.values(item).some((value) => (Array.isArray(value) ? value.length > 0 : value)) ? item : null;
}

/**
 * Reads every item of a list; one that fails costs only itself.
 *
 * @param read  one item's reader: null or an exception makes it unreadable
 */
export function readEach<Item>(
  items: readonly Item[],
  read: (item: Item) => ParsedItem | null,
): { items: ParsedItem[]; unreadable: string[] } {
  const result = { items: [] as ParsedItem[], unreadable: [] as string[] };
  items.forEach((raw, index) => {
    try {
      const item = read(raw);
      if (item) result.items.push(item);
      else result.unreadable.push(`item ${index + 1} is empty`);
    } catch (error) {
      result.unreadable.push(`item ${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  return result;
}

export function html(value: Written): Markup | null {
  return value ? { value, type: 'html' } : null;
}

export function text(value: Written): Markup | null {
  return value ? { value, type: 'text' } : null;
}

/** A title on one line, or null. */
export function lineOf(markup: Markup | null): string {
  if (!markup) return '';
  return markup.type === 'html' ? plainLine(markup.value) : foldedLine(markup.value);
}

function textOf(markup: Markup | null): string {
  if (!markup) return '';
  return markup.type === 'html' ? plainText(markup.value) : foldedText(markup.value);
}

function firstText(candidates: readonly (Markup | null)[], read: (markup: Markup | null) => string): string {
  for (const candidate of candidates) {
    const text = read(candidate);
    if (text) return text;
  }
  return '';
}

function firstUrl(written: readonly Written[], base: string): string | null {
  for (const candidate of written) {
    const url = absoluteUrl(candidate, base);
    if (url) return url;
  }
  return null;
}

function imageIn(texts: readonly (Markup | null)[], base: string): string | null {
  for (const markup of texts) {
    const image = markup?.type === 'html' ? firstImageIn(markup.value, markup.base ?? base) : null;
    if (image) return image;
  }
  return null;
}

/** RSS's own form is `mail@example.org (Name)`; others write `Name <mail@example.org>`. */
function personName(written: Written): string {
  const line = plainLine(written ?? '').slice(0, 300);
  const named = /^\S+@\S+ \(([^()]+)\)$/.exec(line) ?? /^([^<>()]+) [<(]\S+@\S+[>)]$/.exec(line);
  return (named?.[1] ?? line).replace(/^by\s+(?=\p{Lu})/iu, '').trim();
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.filter(Boolean))].slice(0, maxNames);
}
