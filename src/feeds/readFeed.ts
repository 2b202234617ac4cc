import { Agent, type Dispatcher } from 'undici';
import { type FeedAnswer, FeedError, type FeedRequest, type ReadFeed } from '../news/outside.ts';
import { feedErrorFrom } from './feedErrorFrom.ts';
import { guardedConnect, type Lookup } from './guardedConnect.ts';
import { parseFeed } from './parseFeed.ts';
import { acceptedEncodings, receiveBody } from './receiveBody.ts';
import { statusError } from './statusError.ts';

export type ReadFeedOptions = {
  /** `host:port` pairs that may lie in a private network. Nothing else private is ever connected to. */
  readonly allowPrivate: readonly string[];
  /** Who we are, with an address for complaints (RFC 9110 §10.1.5). */
  readonly userAgent: string;
  /** For the whole exchange: redirects, headers and body. Default 20,000. */
  readonly timeoutMs?: number;
  /** Of one body, after decompression. Default 10,000,000. */
  readonly maxBytes?: number;
  /** Default 5. */
  readonly maxRedirects?: number;
  /** The system's name look-up, unless a test has another. */
  readonly lookup?: Lookup;
};

type Exchange = Required<Omit<ReadFeedOptions, 'allowPrivate' | 'lookup'>> & { readonly agent: Agent };
type Response = Dispatcher.ResponseData & { readonly url: URL };

const accept =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1';
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Makes the function that reads feeds over HTTP. Connections are kept and shared between its calls; `close` ends them,
 * cutting off what is under way.
 */
export function createReadFeed(options: ReadFeedOptions): { readFeed: ReadFeed; close(): Promise<void> } {
  const { timeoutMs = 20_000, maxBytes = 10_000_000, maxRedirects = 5, userAgent } = options;
  const agent = new Agent({
    allowH2: false,
    connect: guardedConnect(options.allowPrivate, timeoutMs, options.lookup),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connections: 16,
    maxHeaderSize: 64 * 1_024,
  });
  const exchange = { agent, timeoutMs, maxBytes, maxRedirects, userAgent };
  return { readFeed: (request) => readFeed(request, exchange), close: () => agent.destroy() };
}

async function readFeed(request: FeedRequest, exchange: Exchange): Promise<FeedAnswer> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), exchange.timeoutMs);
  try {
    const response = await follow(request, exchange, timeout.signal);
    return await answerFrom(response, request, exchange, timeout.signal);
  } catch (error) {
    throw feedErrorFrom(error, timeout.signal.aborted, exchange.timeoutMs);
  } finally {
    clearTimeout(timer);
  }
}

async function follow(request: FeedRequest, exchange: Exchange, signal: AbortSignal): Promise<Response> {
  let url = checkedUrl(request.url, null);
  for (let hops = 0; ; hops++) {
    const response = await ask(url, request, exchange, signal);
    const location = header(response, 'location');
    if (!redirects.has(response.statusCode) || !location) return { ...response, url };
    discard(response);
    if (hops === exchange.maxRedirects) {
      throw new FeedError('too many redirects', `redirects more than ${exchange.maxRedirects} times`);
    }
    url = checkedUrl(location, url);
  }
}

function ask(
  url: URL,
  request: FeedRequest,
  exchange: Exchange,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  return exchange.agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    signal,
    headers: {
      'user-agent': exchange.userAgent,
      accept,
      'accept-encoding': acceptedEncodings,
      // Some servers answer an empty validator with the whole document.
      ...(request.etag ? { 'if-none-match': request.etag } : {}),
      ...(request.lastModified ? { 'if-modified-since': request.lastModified } : {}),
    },
  });
}

/** Addresses are checked when connecting; what can be told from the text alone is told here. */
function checkedUrl(written: string, base: URL | null): URL {
  const url = base ? URL.parse(unicode(written), base.href) : URL.parse(written);
  if (!url) throw new FeedError('refused address', `${base ? 'redirects to' : 'has'} an address that is none`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FeedError('refused address', `${url.protocol.slice(0, 20)} addresses are not asked, only http and https`);
  }
  if (url.username || url.password) {
    throw new FeedError('refused address', 'an address with a user name or password in it is not asked');
  }
  return url;
}

/** Headers arrive as Latin-1, but servers write UTF-8 into `Location`. */
function unicode(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? header : text;
}

async function answerFrom(
  response: Response,
  request: FeedRequest,
  exchange: Exchange,
  signal: AbortSignal,
): Promise<FeedAnswer> {
  const { statusCode: status, url } = response;
  const etag = header(response, 'etag');
  const lastModified = header(response, 'last-modified');
  if (status === 304 && (request.etag || request.lastModified)) {
    discard(response);
    return { kind: 'unchanged', etag: etag ?? request.etag, lastModified: lastModified ?? request.lastModified };
  }
  if (status < 200 || status >= 300) {
    discard(response);
    throw statusError(status, (name) => header(response, name), new Date());
  }
  const bytes = await receive(response, exchange.maxBytes);
  signal.throwIfAborted();
  const { feed, complete } = await parseFeed({ bytes, contentType: header(response, 'content-type'), url: url.href });
  // With the validators of half a document, the server would never send us the other half.
  return { kind: 'read', feed, etag: complete ? etag : null, lastModified: complete ? lastModified : null };
}

async function receive(response: Response, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(header(response, 'content-length') ?? 0);
  const encoding = header(response, 'content-encoding');
  try {
    if (announced > maxBytes) {
      throw new FeedError('too large', `is larger than ${Math.round(maxBytes / 1_000_000)} MB, so it was not read`);
    }
    return await receiveBody(response.body, encoding, maxBytes);
  } catch (error) {
    cutOff(response);
    throw error;
  }
}

/** Ends an exchange whose body nobody wants: a short one is read, so that the connection can be used again. */
function discard({ body }: Pick<Response, 'body'>): void {
  body.on('error', () => {});
  if (body.destroyed || body.readableEnded) return;
  body.dump({ limit: 16_384 }).catch(() => {});
}

function cutOff({ body }: Pick<Response, 'body'>): void {
  body.on('error', () => {});
  body.destroy();
}

function header({ headers }: Pick<Response, 'headers'>, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() || null;
}
