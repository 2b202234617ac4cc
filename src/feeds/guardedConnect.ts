import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { FeedError } from '../news/outside.ts';
import { isPrivateName, isPublicAddress } from './publicAddress.ts';

/** What the connection itself is given; tests give another `lookup`. */
export type Lookup = typeof systemLookup;

/**
 * A connector for undici that opens connections to public addresses only. The address that is checked is the very one
 * that is connected to, so a name that changes between look-up and connect gains nothing.
 *
 * @param allowPrivate  `host:port` pairs that may be anywhere, as in FEED_ALLOW_PRIVATE
 */
export function guardedConnect(
  allowPrivate: readonly string[],
  timeoutMs: number,
  lookup: Lookup = systemLookup,
): buildConnector.connector {
  const allowed = new Set(allowPrivate.map(normalisedPair));
  const connector = (how: LookupFunction) =>
    buildConnector({ allowH2: false, timeout: timeoutMs, lookup: how } as buildConnector.BuildOptions);
  const open = connector(lookup as LookupFunction);
  const guarded = connector(publicOnly(lookup));
  return (options, callback) => {
    const hostname = withoutBrackets(options.hostname);
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    if (allowed.has(normalisedPair(`${options.hostname}:${port}`))) return open(options, callback);
    // The system connects to literal addresses without a look-up.
    const isRefused = isIP(hostname) ? !isPublicAddress(hostname) : isPrivateName(hostname);
    if (isRefused) return callback(refusal(hostname), null);
    return guarded(options, callback);
  };
}

/** A look-up that finds public addresses only; fails when a name has none, whatever else it has. */
export function publicOnly(lookup: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const [first, ...others] = addresses.filter(({ address }) => isPublicAddress(address));
      if (!first) return callback(refusal(hostname), []);
      return options.all ? callback(null, [first, ...others]) : callback(null, first.address, first.family);
    });
  };
}

function refusal(hostname: string): FeedError {
  return new FeedError('refused address', `${hostname} is not a public address, so it is not asked`);
}

function normalisedPair(pair: string): string {
  return pair
    .trim()
    .toLowerCase()
    .replace(/[[\]]/g, '')
    .replace(/\.(?=:\d+$)/, '');
}

function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
