import type { Dispatcher } from 'undici';
import { FeedError } from '../news/outside.ts';
import { type Connections, createConnections } from './connections.ts';
import { feedErrorFrom } from './feedErrorFrom.ts';
import { guardedConnect, type Lookup } from './guardedConnect.ts';
import { acceptedEncodings, receiveBody, tooLarge } from './receiveBody.ts';

export type FetchOptions = {
  /** `host:port` pairs that may lie in a private network. Nothing else private is ever connected to. */
  readonly allowPrivate: readonly string[];
  /** Who we are, with an address for complaints (RFC 9110 §10.1.5). */
  readonly userAgent: string;
  /** For the whole exchange: redirects, headers and body. Default 20,000. */
  readonly timeoutMs?: number;
  /** Of one body, after decompression, unless a request says less. Default 10,000,000. */
  readonly maxBytes?: number;
  /** Default 5. */
  readonly maxRedirects?: number;
  /** The system's name look-up, unless a test has another. */
  readonly lookup?: Lookup;
};

type DocumentRequest = {
  readonly url: string;
  /** Which kinds of documents are wanted (RFC 9110 §12.5.1). */
  readonly accept: string;
  /** Validators, sent back exactly as the server gave them. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
};

/** What a server answered in the end, whatever its status. */
export type DocumentAnswer = {
  readonly status: number;
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /** Where the permanent redirects (301, 308) led that came before any other; null when there were none. */
  readonly movedTo: string | null;
  /** The first header of that name, trimmed; null when it is missing or empty. */
  header(name: string): string | null;
  /** After decompression. Empty unless the status is 2xx. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** From asking to the last byte. */
  readonly tookMs: number;
};

/**
 * Gets one document from the public Internet. Every hop's address is checked when connecting.
 *
 * @throws FeedError  'refused address', 'unknown host', 'certificate', 'network', 'timeout', 'too large' or 'too many
 *   redirects', and nothing else: which statuses are failures is for the caller to say
 */
export type FetchDocument = (request: DocumentRequest) => Promise<DocumentAnswer>;

type Limits = Required<Pick<FetchOptions, 'timeoutMs' | 'maxBytes' | 'maxRedirects' | 'userAgent'>>;
type Response = { readonly data: Dispatcher.ResponseData; readonly url: URL; readonly movedTo: URL | null };

const redirects = new Set([301, 302, 303, 307, 308]);
const permanent = new Set([301, 308]);

/**
 * Makes the function through which everything is fetched whose address somebody else chose: feeds, pages, images.
 * Connections are kept and shared between its calls; `close` ends them, cutting off what is under way.
 */
export function createFetchDocument(options: FetchOptions): { fetchDocument: FetchDocument; close(): Promise<void> } {
  const { timeoutMs = 20_000, maxBytes = 10_000_000, maxRedirects = 5, userAgent } = options;
  const connections = createConnections(guardedConnect(options.allowPrivate, timeoutMs, options.lookup), timeoutMs);
  const limits = { timeoutMs, maxBytes, maxRedirects, userAgent };
  return { fetchDocument: (request) => fetchDocument(request, connections, limits), close: connections.close };
}

async function fetchDocument(
  request: DocumentRequest,
  connections: Connections,
  limits: Limits,
): Promise<DocumentAnswer> {
  const begun = performance.now();
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), limits.timeoutMs);
  const signal = request.signal ? AbortSignal.any([request.signal, timeout.signal]) : timeout.signal;
  try {
    const { data, url, movedTo } = await follow(request, connections, limits, signal);
    const isWanted = data.statusCode >= 200 && data.statusCode < 300;
    if (!isWanted) discard(data);
    const bytes = isWanted ? await receive(data, request.maxBytes ?? limits.maxBytes) : new Uint8Array();
    signal.throwIfAborted();
    return {
      status: data.statusCode,
      url: url.href,
      movedTo: movedTo?.href ?? null,
      header: (name) => headerOf(data, name),
      bytes,
      tookMs: Math.round(performance.now() - begun),
    };
  } catch (error) {
    throw feedErrorFrom(error, timeout.signal.aborted, limits.timeoutMs);
  } finally {
    clearTimeout(timer);
  }
}

async function follow(
  request: DocumentRequest,
  connections: Connections,
  limits: Limits,
  signal: AbortSignal,
): Promise<Response> {
  let url = checkedUrl(request.url, null);
  let movedTo: URL | null = null;
  let isPermanent = true;
  for (let hops = 0; ; hops++) {
    const data = await ask(url, request, connections, limits, signal);
    const location = headerOf(data, 'location');
    if (!redirects.has(data.statusCode) || !location) return { data, url, movedTo };
    discard(data);
    if (hops === limits.maxRedirects) {
      throw new FeedError('too many redirects', `redirects more than ${limits.maxRedirects} times`);
    }
    url = checkedUrl(location, url);
    isPermanent &&= permanent.has(data.statusCode);
    if (isPermanent) movedTo = url;
  }
}

function ask(
  url: URL,
  request: DocumentRequest,
  connections: Connections,
  limits: Limits,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  return connections.to(url.origin).request({
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    signal,
    headers: {
      'user-agent': limits.userAgent,
      accept: request.accept,
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
  url.hash = '';
  return url;
}

/** Headers arrive as Latin-1, but servers write UTF-8 into `Location`. */
function unicode(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? header : text;
}

async function receive(data: Dispatcher.ResponseData, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (Number(headerOf(data, 'content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
    return await receiveBody(data.body, headerOf(data, 'content-encoding'), maxBytes);
  } catch (error) {
    data.body.on('error', () => {});
    data.body.destroy();
    throw error;
  }
}

/** Ends an exchange whose body nobody wants: a short one is read, so that the connection can be used again. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {});
  if (body.destroyed || body.readableEnded) return;
  body.dump({ limit: 16_384 }).catch(() => {});
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() || null;
}
