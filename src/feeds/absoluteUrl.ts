/**
 * A feed's link as an absolute address that is safe to show and to open.
 *
 * @param written  as the feed has it: relative, padded, without a scheme …
 * @param base  absolute address that relative links are resolved against
 * @returns an http(s) address without credentials, of at most 2,048 characters, or null
 */
export function absoluteUrl(written: string | null | undefined, base: string): string | null {
  const trimmed = written?.trim();
  if (!trimmed) return null;
  const text = /^www\.[^/]+\./i.test(trimmed) ? `https://${trimmed}` : trimmed;
  const url = URL.parse(text, base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  if (url.username || url.password || url.href.length > 2_048) return null;
  return url.href;
}

/** The base that holds inside an element: its own `xml:base`, resolved against the one around it (XML Base §4). */
export function innerBase(outer: string, xmlBase: string | undefined): string {
  return absoluteUrl(xmlBase, outer) ?? outer;
}
