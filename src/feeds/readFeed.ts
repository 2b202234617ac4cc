import { hash } from 'node:crypto';
import type { FeedAnswer, FeedRequest, ReadFeed } from '../news/outside.ts';
import { createFetchDocument, type DocumentAnswer, type FetchDocument, type FetchOptions } from './fetchDocument.ts';
import { freshnessOf } from './freshness.ts';
import { createReadingPool, type ReadDocument } from './readingPool.ts';
import { statusError } from './statusError.ts';

export type FeedReader = {
  readonly readFeed: ReadFeed;
  /** Its two halves, over the same guarded connections and the same threads, for what else there is to fetch. */
  readonly fetchDocument: FetchDocument;
  readonly readDocument: ReadDocument;
  /** Ends connections and threads, cutting off what is under way. */
  close(): Promise<void>;
};

const accept =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1';

/** Makes the function that reads feeds over HTTP: exchanges in this thread, documents in others. */
export function createReadFeed(options: FetchOptions): FeedReader {
  const { fetchDocument, close } = createFetchDocument(options);
  const pool = createReadingPool();
  return {
    fetchDocument,
    readDocument: pool.readDocument,
    readFeed: async (request) => answerFrom(await fetchDocument({ ...request, accept }), request, pool.readDocument),
    close: async () => {
      await close();
      await pool.close();
    },
  };
}

async function answerFrom(
  answer: DocumentAnswer,
  request: FeedRequest,
  readDocument: ReadDocument,
): Promise<FeedAnswer> {
  const { status, header, bytes, url, movedTo, tookMs } = answer;
  const now = new Date();
  const { freshMs, keepsValidators } = freshnessOf(header, now);
  const exchange = { freshMs, movedTo, tookMs };
  const validator = (name: string) => (keepsValidators ? header(name) : null);
  if (status === 304 && (request.etag || request.lastModified)) {
    const etag = validator('etag') ?? request.etag;
    const lastModified = validator('last-modified') ?? request.lastModified;
    return { kind: 'unchanged', etag, lastModified, bodyHash: request.bodyHash, ...exchange };
  }
  const refusal = statusError(status, header, now);
  if (refusal) throw refusal;
  const validators = { etag: validator('etag'), lastModified: validator('last-modified') };
  const bodyHash = hash('sha256', bytes, 'base64url');
  if (bodyHash === request.bodyHash) return { kind: 'unchanged', bodyHash, ...validators, ...exchange };
  const document = { bytes, contentType: header('content-type'), url, language: request.language };
  const { feed, complete } = await readDocument(document);
  // With the validators of half a document, the server would never send us the other half.
  const marks = complete ? { bodyHash, ...validators } : { bodyHash: null, etag: null, lastModified: null };
  return { kind: 'read', feed, ...marks, ...exchange };
}
