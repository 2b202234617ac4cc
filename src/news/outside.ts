import type { FeedContent } from './article.ts';
import type { Brief, BriefMaterial } from './brief.ts';
import type { Briefing } from './briefing.ts';
import type { BriefingPart, MessageForm } from './briefingPart.ts';
import type { Card, CardReply } from './card.ts';
import type { DirectNews } from './follow.ts';
import type { Notice } from './notice.ts';
import type { Refusal, Suspension } from './subscription.ts';

/**
 * What reaches outside this process, as the functions that the pipeline is given. Tests fake these and nothing else.
 */

export type FeedRequest = {
  readonly url: string;
  /** The source's language (BCP 47), or `und`: what its items are taken for until they show otherwise. */
  readonly language: string;
  /** Validators, sent back exactly as the server gave them. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Of the document that was last read; for servers that send the same one again. */
  readonly bodyHash: string | null;
};

export type FeedAnswer = FeedExchange &
  (
    | { readonly kind: 'unchanged' } // 304, or the same bytes again: the document is the one that we have
    | { readonly kind: 'read'; readonly feed: FeedContent }
  );

/** What there is to learn from the answer besides the document. */
export type FeedExchange = {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
  /** How long the server calls its answer fresh (`Cache-Control: max-age`, `Expires`); null when it doesn't say. */
  readonly freshMs: number | null;
  /** Where 301 and 308 alone led, when that is not the address that was asked. */
  readonly movedTo: string | null;
  /** From asking to the last byte. */
  readonly tookMs: number;
};

/**
 * Asks a source's server whether the feed changed, and reads it if so.
 *
 * @throws FeedError  and nothing else; never for one bad item
 * @see RFC 9110 §13.1 conditional requests, §10.2.3 Retry-After
 */
export type ReadFeed = (request: FeedRequest) => Promise<FeedAnswer>;

/** A feed that was found and read once. */
export type FoundFeed = {
  readonly url: string;
  readonly title: string | null;
  readonly site: string | null;
  /** BCP 47, or `und`. */
  readonly language: string;
  /** How many items it holds now, and the title of one. */
  readonly items: number;
  readonly example: string | null;
};

/**
 * Finds the feeds of a site: the address itself may be one, else what its page declares and links to, and the places
 * where sites usually have theirs.
 *
 * @param address  http(s)
 * @returns at most ten, each read once; those that the site itself puts first, first. Empty when it has none that can be
 *   found
 * @throws FeedError  when the site can't be asked
 */
export type FindFeeds = (address: string) => Promise<readonly FoundFeed[]>;

/** A page that somebody pasted a link of, as far as it says what it is about. Text is plain. */
export type Page = {
  /** Where it came from, after redirects. */
  readonly url: string;
  /** What the page itself calls its address, or null. */
  readonly canonicalUrl: string | null;
  readonly title: string;
  readonly summary: string;
  /** Its first paragraphs. */
  readonly text: string;
  /** BCP 47, or `und`. */
  readonly language: string;
  readonly publishedAt: Date | null;
};

/**
 * Reads one page for a person who asks about it.
 *
 * @param address  http(s)
 * @throws FeedError  and nothing else; 'empty' when there is nothing to read on it
 */
export type ReadPage = (address: string) => Promise<Page>;

/** What came of asking for the text of an article's page of our own accord. */
export type FullText =
  | { readonly kind: 'text'; readonly paragraphs: readonly string[]; readonly license: string | null }
  | { readonly kind: 'paywalled' } // one has to pay to read it: nothing of it is kept
  | { readonly kind: 'reserved' } // robots.txt, `noarchive` or reserved rights: the publisher does not want us to
  | { readonly kind: 'empty' }; // nothing that reads like an article

/**
 * Reads the page of an article where its publisher lets us.
 *
 * @param address  http(s)
 * @returns paragraphs as plain text, 20,000 characters at most
 * @throws FeedError  and nothing else
 */
export type ReadFullText = (address: string) => Promise<FullText>;

export type FeedErrorReason =
  | 'refused address' // private, loopback …: not asked at all
  | 'unknown host'
  | 'certificate'
  | 'network'
  | 'timeout'
  | 'too large'
  | 'too many redirects'
  | 'status'
  | 'web page'
  | 'not a feed'
  | 'empty';

/** Why a feed could not be read. `message` is one line for an administrator; people are told the `code` in words. */
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

  /** The reason as it is kept, with the HTTP status where there is one: `timeout`, `status 503`. */
  get code(): string {
    return this.status === null ? this.reason : `${this.reason} ${this.status}`;
  }
}

/**
 * What texts mean, as vectors of one length, in their order.
 *
 * @throws when the service can't be used, whatever the reason; `message` is one line for an administrator
 */
export type Embed = (texts: readonly string[], signal: AbortSignal) => Promise<readonly Float32Array[]>;

/** Writes a brief of one story from its articles. Every sentence names the article that it comes from. */
export type WriteBrief = (material: BriefMaterial) => Promise<Brief>;

/** One message that must reach one channel, once. */
export type Outgoing = {
  readonly channelId: string;
  /** At most 25 characters; the same for every attempt, so that Discord recognises a repetition. */
  readonly nonce: string;
  readonly briefing: Briefing;
  /** Which of its messages; without: all of it in one. */
  readonly part?: BriefingPart;
  readonly form?: MessageForm;
  /** Of a forum: the post that it goes into; one without a thread is to be begun. */
  readonly post?: { readonly threadId: string | null } | null;
};

/** Where a message stands. `threadId`: the forum's post that it is in. */
export type Posted = { readonly messageId: string; readonly threadId?: string };

/**
 * Posts a message of a briefing to its channel, or to a post of its forum; where that post is gone or locked, another one
 * is begun. Beginning one knows no nonce: it is never repeated here.
 *
 * @returns where it stands, also when an earlier attempt with this nonce had already posted it
 * @throws PostError  and nothing else; 'no message' when an earlier attempt had posted it and it has been deleted since
 */
export type Post = (outgoing: Outgoing) => Promise<Posted>;

/**
 * Looks in the channel for the message that an earlier attempt may have posted, however long ago: Discord knows a nonce
 * for a few minutes only.
 *
 * @param since  when the briefing was made, by our clock
 * @returns null when it does not stand there, or the channel's history may not be read
 * @throws PostError  and nothing else
 */
export type FindPosted = (outgoing: Outgoing, since: Date) => Promise<Posted | null>;

/** A message for one person. Its id and time make the mark by which it is found again. */
export type OutgoingDirect = {
  readonly id: number;
  /** Of the person's direct messages. */
  readonly channelId: string;
  readonly language: string;
  readonly nonce: string;
  readonly createdAt: Date;
  readonly news: DirectNews;
};

/**
 * Sends a direct message.
 *
 * @returns as {@link Post} does
 * @throws PostError  and nothing else; 'no access' when the person takes no direct messages
 */
export type SendDirect = (outgoing: OutgoingDirect) => Promise<{ readonly messageId: string }>;

/** Looks among the direct messages for the one that an earlier attempt may have sent, as {@link FindPosted} does. */
export type FindDirect = (outgoing: OutgoingDirect) => Promise<{ readonly messageId: string } | null>;

/** A notice for those who manage a server. */
export type OutgoingNotice = {
  readonly id: number;
  readonly guildId: string;
  /** BCP 47; null: the server's own. */
  readonly language: string | null;
  /** The channel that the server has set for notices. Null, or not to be written to: a direct message. */
  readonly channelId: string | null;
  /** Ids of people, of whom the first gets it who manages the server and can be written to; at last its owner. */
  readonly recipients: readonly string[];
  readonly nonce: string;
  readonly notice: Notice;
};

/**
 * Sends a notice to the server’s channel for notices, else as a direct message.
 *
 * @throws PostError  and nothing else; 'no access' when nobody can be written to, 'no channel' when the server is gone
 */
export type SendNotice = (outgoing: OutgoingNotice) => Promise<void>;

/** The first message in a server that Tidings has joined. */
export type OutgoingGreeting = {
  readonly guildId: string;
  /** `return`: it was there before, and what was set up still stands. */
  readonly kind: 'first' | 'return';
  readonly nonce: string;
};

/**
 * Greets a server.
 *
 * @param triedSince  when the first attempt was made, which may have come through; null: this is the first
 * @throws PostError  and nothing else; 'no access' when there is nowhere to write, 'no channel' when the server is gone
 */
export type SendGreeting = (
  greeting: OutgoingGreeting,
  triedSince: Date | null,
) => Promise<{ readonly messageId: string }>;

/**
 * Edits a message that was posted, so that it shows this briefing from now on. Saying the same twice changes nothing.
 *
 * @throws PostError  and nothing else; 'no message' when somebody has deleted it
 */
export type EditPost = (message: {
  readonly channelId: string;
  readonly messageId: string;
  readonly briefing: Briefing;
  readonly part?: BriefingPart;
  readonly form?: MessageForm;
}) => Promise<void>;

/** A card that must stand in one channel, once. */
export type OutgoingCard = Omit<Outgoing, 'briefing'> & { readonly card: Card };

/** A reply that must follow a card, once. */
export type OutgoingCardReply = Omit<Outgoing, 'briefing'> & {
  readonly reply: CardReply;
  readonly cardMessageId: string;
  /** What a thread of the card is called if it has none yet; null: none is begun. */
  readonly newThread: string | null;
};

/**
 * What is done with cards in a channel, each as {@link Post}, {@link FindPosted} and {@link EditPost} do it with
 * briefings. A reply goes into the thread of its card, where there is one or one can be begun for it; it stands alone where
 * its card has been deleted.
 */
export type CardPosts = {
  readonly post: (outgoing: OutgoingCard) => Promise<{ readonly messageId: string }>;
  readonly find: (outgoing: OutgoingCard, since: Date) => Promise<{ readonly messageId: string } | null>;
  readonly edit: (card: Omit<OutgoingCard, 'nonce'> & { readonly messageId: string }) => Promise<void>;
  readonly reply: (outgoing: OutgoingCardReply) => Promise<{ readonly messageId: string }>;
  readonly findReply: (outgoing: OutgoingCardReply, since: Date) => Promise<{ readonly messageId: string } | null>;
};
/**
 * Publishes a message of an announcement channel to those who follow it; one that was published before stays so.
 *
 * @throws PostError  and nothing else
 */
export type Publish = (message: { readonly channelId: string; readonly messageId: string }) => Promise<void>;

export type PostErrorKind =
  | 'try again' // overload, network, our own rate: the same nonce, later
  | Suspension // channel or server gone, permission missing, thread locked: suspend the subscription
  | 'no message' // it was deleted: nothing to do any more
  | 'bad form' // our mistake; `message` says where: never the same again, but less of it
  | Refusal // those who manage the server can change why: never the same before that
  | 'refused' // something is set so that it can't be: never the same again
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

/** Why a channel takes nothing for now; null when it was something else. */
export function suspensionIn({ kind }: PostError): Suspension | null {
  return kind === 'no access' || kind === 'no channel' || kind === 'locked' ? kind : null;
}

/** What has kept a message out that can be changed; null when it was something else. */
export function refusalIn({ kind }: PostError): Refusal | null {
  return kind === 'AutoMod' || kind === 'harmful link' || kind === 'tag needed' || kind === 'threads full'
    ? kind
    : null;
}

/** Tells the host what went wrong where nothing has to end for it. */
export type Report = (problem: string, details?: Readonly<Record<string, unknown>>) => void;
