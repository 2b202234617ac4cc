import { FeedError, type FeedErrorReason } from '../news/outside.ts';

const failures: Readonly<Record<string, readonly [FeedErrorReason, string]>> = {
  ENOTFOUND: ['unknown host', 'there is no server of that name'],
  EAI_AGAIN: ['unknown host', 'the name of the server could not be looked up'],
  EAI_FAIL: ['unknown host', 'the name of the server could not be looked up'],
  ECONNREFUSED: ['network', 'the server refused the connection'],
  ECONNRESET: ['network', 'the server broke off the connection'],
  EPIPE: ['network', 'the server broke off the connection'],
  UND_ERR_SOCKET: ['network', 'the server broke off the connection'],
  EHOSTUNREACH: ['network', 'the server can’t be reached'],
  ENETUNREACH: ['network', 'the server can’t be reached'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['network', 'the server sent less than it had announced'],
  UND_ERR_HEADERS_OVERFLOW: ['network', 'the server’s answer is not understandable HTTP'],
  HPE: ['network', 'the server’s answer is not understandable HTTP'],
  CERT_HAS_EXPIRED: ['certificate', 'the server’s certificate has expired'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['certificate', 'nobody vouches for the server’s certificate'],
  SELF_SIGNED_CERT_IN_CHAIN: ['certificate', 'nobody vouches for the server’s certificate'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['certificate', 'nobody vouches for the server’s certificate'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['certificate', 'nobody vouches for the server’s certificate'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['certificate', 'the server’s certificate is for another name'],
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
  const code = codes.find((candidate) => failures[candidate]) ?? codes.find(Boolean) ?? '';
  const [reason, sentence] = failures[code] ?? ['network', `the connection failed${code ? ` (${code})` : ''}`];
  return new FeedError(reason, sentence, { cause: error });
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
