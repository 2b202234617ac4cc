import type { ParsedFeed } from './article.ts';
import type { Brief, BriefMaterial } from './brief.ts';
import type { Briefing } from './briefing.ts';

/**
 * What reaches outside this process, as the functions that the pipeline is given. Tests fake these and nothing else.
 */

export type FeedRequest = {
  readonly url: string;
  /** Validators, sent back exactly as the server gave them. */
  readonly etag: string | null;
  readonly lastModified: string | null;
};

export type FeedAnswer =
  /** 304: the document is the one that we have. */
  | { readonly kind: 'unchanged'; readonly etag: string | null; readonly lastModified: string | null }
  | {
      readonly kind: 'read';
      readonly feed: ParsedFeed;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

/**
 * Asks a source's server whether the feed changed, and reads it if so.
 *
 * @throws FeedError  and nothing else; never for one bad item
 * @see RFC 9110 §13.1 conditional requests, §10.2.3 Retry-After
 */
export type ReadFeed = (request: FeedRequest) => Promise<FeedAnswer>;

export type FeedErrorReason =
  | 'refused address' // private, loopback …: not asked at all
  | 'network'
  | 'timeout'
  | 'too large'
  | 'too many redirects'
  | 'status'
  | 'not a feed'
  | 'empty';

/** Why a feed could not be read. `message` is one line for the person who follows the source. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly reason: FeedErrorReason;
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(
    reason: FeedErrorReason,
    message: string,
    details: { status?: number; retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.reason = reason;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

/** Writes a brief of one story from its articles. Every sentence names the article that it comes from. */
export type WriteBrief = (material: BriefMaterial) => Promise<Brief>;

/** One message that must reach one channel, once. */
export type Outgoing = {
  readonly channelId: string;
  /** At most 25 characters; the same for every attempt, so that Discord recognises a repetition. */
  readonly nonce: string;
  readonly briefing: Briefing;
};

/**
 * Posts a briefing to its channel.
 *
 * @returns the id of the message, also when an earlier attempt with this nonce had already posted it
 * @throws PostError  and nothing else
 */
export type Post = (outgoing: Outgoing) => Promise<{ readonly messageId: string }>;

export type PostErrorKind =
  | 'try again' // overload, network, our own rate: the same nonce, later
  | 'no access' // channel or server gone, permission missing: suspend the subscription
  | 'refused' // the form is wrong or the text was filtered: never the same again
  | 'token'; // Discord refuses who we are: stop

/** Why a message was not posted. `message` is one line for an administrator. */
export class PostError extends Error {
  override readonly name = 'PostError';
  readonly kind: PostErrorKind;
  readonly retryAfterMs: number | null;

  constructor(kind: PostErrorKind, message: string, details: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}
