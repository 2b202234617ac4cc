/** What an answer's headers say about asking again. */
export type Freshness = {
  /** How long the server calls its answer fresh; null when it doesn't say, or wants to be asked each time. */
  readonly freshMs: number | null;
  /** Whether its validators are worth keeping. */
  readonly keepsValidators: boolean;
};

/**
 * Reads `Cache-Control` and `Expires`. `s-maxage` is for caches that many share, which we are not. Servers that write
 * `Expires: 0` hand out validators by mere habit, and answer 304 although there is news.
 *
 * @param header  the answer's headers by name
 * @see RFC 9111 §4.2.1 freshness, §4.2.3 age
 */
export function freshnessOf(header: (name: string) => string | null, now: Date): Freshness {
  const expires = header('expires');
  const keepsValidators = expires !== '0';
  const directives = (header('cache-control') ?? '').toLowerCase();
  if (/(?:^|[\s,])no-(?:cache|store)(?![\w-])/.test(directives)) return { freshMs: null, keepsValidators };
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/.exec(directives)?.[1];
  const lifetimeMs = seconds === undefined ? expiresInMs(expires, header('date'), now) : Number(seconds) * 1_000;
  const ageMs = Number(/^\d{1,10}$/.exec(header('age') ?? '')?.[0] ?? 0) * 1_000;
  const freshMs = lifetimeMs === null ? 0 : lifetimeMs - ageMs;
  return { freshMs: freshMs > 0 ? freshMs : null, keepsValidators };
}

/** Counted from the server's own clock where it tells the time: clocks differ. */
function expiresInMs(expires: string | null, date: string | null, now: Date): number | null {
  const until = dateOf(expires);
  return until === null ? null : until - (dateOf(date) ?? now.getTime());
}

function dateOf(header: string | null): number | null {
  if (!header || !/[a-z]{3}/i.test(header)) return null;
  const time = Date.parse(header);
  return Number.isNaN(time) ? null : time;
}
