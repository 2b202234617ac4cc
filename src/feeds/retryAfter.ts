/**
 * How long a server asks to be left alone.
 *
 * @param header  seconds or an HTTP date (RFC 9110 §10.2.3)
 * @returns milliseconds from `now`, never negative; null when the header is missing or unreadable
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1_000);
  if (!/[a-z]{3}/i.test(text)) return null;
  const until = Date.parse(text);
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}
