import { clip } from '../text/clip.ts';

/**
 * Characters that Discord's markdown, mentions and link detection give a meaning. A backslash takes it from any of them.
 *
 * @see https://support.discord.com/hc/articles/210298617 (markdown) and https://discord.com/developers/docs/reference#message-formatting
 */
const meaningful = /[\\*_~`|[\]()<>#]/g;
const listStart = /^(\d*)([-+.])/;
const webAddress = /(https?|ftp|mailto|steam|discord):/gi;
/** Invisible characters that turn text around or hide it. */
const hostile = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

/** One line of text as it is, without invisible characters: for places where Discord reads no markdown. */
export function plain(text: string, max: number): string {
  return clip(oneLine(text), max);
}

/**
 * One line of foreign text that Discord shows letter for letter: it can't format, mention, or link anything.
 *
 * @param max  of the result, in UTF-16 units; it is cut between words and never inside a character
 */
export function escaped(text: string, max = Number.POSITIVE_INFINITY): string {
  const line = oneLine(text);
  let room = Math.min(max, line.length);
  for (;;) {
    const result = escapeLine(clip(line, room));
    if (result.length <= max || !result) return result;
    room -= Math.max(1, Math.ceil((result.length - max) / 2));
  }
}

function oneLine(text: string): string {
  return text.replace(/\s/g, ' ').replace(hostile, '').replace(/ +/g, ' ').trim();
}

function escapeLine(line: string): string {
  return line
    .replace(meaningful, '\\$&')
    .replace(listStart, '$1\\$2')
    .replace(webAddress, '$1\\:')
    .replace(/@/g, '@\u200b');
}

/**
 * A web address for a link or an embed: http(s) only, nothing in it that ends a masked link or what stands around one.
 *
 * @returns null when it can't be used
 */
export function safeUrl(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return null;
  const href = parsed.href.replace(
    /[()<>"\s\\*`|]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
  return href.length <= 2_000 ? href : null;
}

/** `[text](url)`, or the text alone when the address can't be used. */
export function link(text: string, url: string | null): string {
  const safe = safeUrl(url);
  return safe ? `[${text || '…'}](${safe})` : text;
}

/** A moment that Discord shows in each reader's zone and language. */
export function timestamp(date: Date, style: 'R' | 'F' | 'f' | 't' | 'D' = 'R'): string {
  return `<t:${Math.floor(date.getTime() / 1000)}:${style}>`;
}
