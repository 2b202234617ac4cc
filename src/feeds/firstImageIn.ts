import { decodeHTMLAttribute } from 'entities';
import { absoluteUrl } from './absoluteUrl.ts';

const maxImages = 20;
const counter =
  /(?:feedburner|feedsportal|doubleclick|scorecardresearch|google-analytics|pixel\.wp|stats\.wordpress)\.|[/_.-](?:pixel|tracker|beacon|spacer|blank|1x1)(?:[/_.?-]|$)|smilies|emoji|gravatar/i;

/**
 * The first picture in HTML that is meant to be seen.
 *
 * @param base  absolute address that relative ones are resolved against
 * @returns an absolute http(s) address, or null; counting pixels, smileys and `data:` images are passed over
 */
export function firstImageIn(html: string, base: string): string | null {
  let at = 0;
  for (let seen = 0; seen < maxImages; seen++) {
    at = html.indexOf('<img', at);
    if (at === -1) return null;
    const close = html.indexOf('>', at);
    const tag = html.slice(at, close === -1 ? at + 4_000 : Math.min(close, at + 4_000));
    const url = isTiny(tag) ? null : absoluteUrl(sourceOf(tag), base);
    if (url && !counter.test(url)) return url;
    at += 4;
  }
  return null;
}

function sourceOf(tag: string): string | null {
  const source = attribute(tag, 'src');
  const isLazy = !source || source.startsWith('data:');
  return isLazy ? (attribute(tag, 'data-src') ?? attribute(tag, 'data-lazy-src')) : source;
}

function isTiny(tag: string): boolean {
  return ['width', 'height'].some((name) => /^[0-3](?:px)?$/.test(attribute(tag, name) ?? ''));
}

const attributes = Object.fromEntries(
  ['src', 'data-src', 'data-lazy-src', 'width', 'height'].map((name) => [
    name,
    new RegExp(`\\s${name}\\s{0,4}=\\s{0,4}(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i'),
  ]),
);

function attribute(tag: string, name: string): string | null {
  const match = attributes[name]?.exec(tag);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? null : decodeHTMLAttribute(value);
}
