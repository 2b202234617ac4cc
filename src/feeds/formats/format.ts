import type { ParsedFeed } from '../../news/article.ts';
import type { TidyXml } from '../tidyXml.ts';

/** A fetched document, decoded, that may be a feed. */
export type FeedDocument = {
  /** The address that it came from after redirects: the base of relative links. */
  readonly url: string;
  /** Without byte order mark and leading white space. */
  readonly text: string;
  /** The document as XML, or null when it isn't XML. */
  readonly xml: TidyXml | null;
};

export type ParsedDocument = {
  readonly feed: ParsedFeed;
  /** False when the document was cut off: what was read is good, but there was more. */
  readonly complete: boolean;
};

/** One way of writing feeds. */
export type DocumentFormat = {
  readonly name: string;
  recognises(document: FeedDocument): boolean;
  /** @throws Error of any kind when the document can't be read at all; never for one bad item */
  read(document: FeedDocument): Promise<ParsedDocument>;
};

/** Items read from one document, at most. */
export const maxItems = 1_000;
