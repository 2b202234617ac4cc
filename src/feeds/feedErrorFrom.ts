import { FeedError } from '../news/outside.ts';

const networkSentences: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'the name of the server could not be looked up',
  EAI_FAIL: 'the name of the server could not be looked up',
  ECONNREFUSED: 'the server refused the connection',
  ECONNRESET: 'the server broke off the connection',
  EPIPE: 'the server broke off the connection',
  UND_ERR_SOCKET: 'the server broke off the connection',
  EHOSTUNREACH: 'the server can’t be reached',
  ENETUNREACH: 'the server can’t be reached',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the server sent less than it had announced',
  UND_ERR_HEADERS_OVERFLOW: 'the server’s answer is not understandable HTTP',
  CERT_HAS_EXPIRED: 'the server’s certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'nobody vouches for the server’s certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'nobody vouches for the server’s certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody vouches for the server’s certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'nobody vouches for the server’s certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the server’s certificate is for another name',
};
const timeouts = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);

/**
 * What went wrong while talking to a server, as the error that readers of feeds know.
 *
 * @param wasTimedOut  whether our own time for the whole exchange had run out
 */
export function feedErrorFrom(error: unknown, wasTimedOut: boolean, timeoutMs: number): FeedError {
  const known = causes(error).find((cause) => cause instanceof FeedError);
  if (known) return known;
  const codes = causes(error).map(codeOf);
  if (wasTimedOut || codes.some((code) => timeouts.has(code))) {
    return new FeedError('timeout', `did not answer in full within ${timeoutMs / 1_000} seconds`, { cause: error });
  }
  const code = codes.find((candidate) => networkSentences[candidate]) ?? codes.find(Boolean) ?? '';
  const sentence = code === 'HPE' ? 'the server’s answer is not understandable HTTP' : networkSentences[code];
  return new FeedError('network', sentence ?? `the connection failed${code ? ` (${code})` : ''}`, { cause: error });
}

function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  const waiting = [error];
  while (waiting.length > 0 && found.length < 20) {
    const next = waiting.shift();
    if (!(next instanceof Error)) continue;
    found.push(next);
    waiting.push(next.cause, ...(next instanceof AggregateError ? next.errors : []));
  }
  return found;
}

function codeOf(error: unknown): string {
  if (error instanceof Error && error.name === 'HTTPParserError') return 'HPE';
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
