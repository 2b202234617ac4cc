import { parseDate } from '../feeds/dates.ts';
import { decode } from '../feeds/decode.ts';
import { plainLine, plainText } from '../feeds/plainText.ts';
import { isWebAddress } from '../news/article.ts';
import { FeedError } from '../news/outside.ts';
import { articleLanguage } from '../text/language.ts';
import { type PageDocument, parsePage } from './dom.ts';
import { findText } from './findText.ts';
import { type PageHead, readHead } from './pageHead.ts';
import { reservesText } from './reservation.ts';
import { type StructuredArticle, structuredArticle } from './structuredData.ts';

export type PageToRead = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The HTTP headers, where they were sent. */
  readonly contentType: string | null;
  readonly contentLanguage: string | null;
  /** Where it came from, after redirects. */
  readonly url: string;
};

/** A page that tells something. Text is plain; what the page doesn't say is empty or null. */
export type PageArticle = {
  readonly canonicalUrl: string | null;
  readonly title: string;
  /** The page's own description of itself. */
  readonly summary: string;
  readonly paragraphs: readonly string[];
  readonly authors: readonly string[];
  /** BCP 47, or `und`. */
  readonly language: string;
  readonly publishedAt: Date | null;
  /** Whoever wants to read it all has to pay. */
  readonly isPaywalled: boolean;
  /** The publisher asks that its text is not kept or shown elsewhere. */
  readonly isReserved: boolean;
  /** Address of the licence that it stands under. */
  readonly license: string | null;
};

const longestTitle = 300;
const longestSummary = 1_000;
const longestText = 40_000;
/** As much as papers show of what one has to pay for. */
const longestTeaser = 1_500;
const wall =
  /(?:^|[\s_-])(?:paywall|pay-wall|regwall|piano-offer|subscriber-only|subscribers-only|premium-wall|tp-modal)/i;

/**
 * Reads an article's page. Pure and heavy: made for the threads of `pageReader.ts`.
 *
 * @throws FeedError  'empty' when there is nothing to read on it, 'too large' when nobody can have written it by hand
 */
export function readArticle({ bytes, contentType, contentLanguage, url }: PageToRead): PageArticle {
  try {
    const html = decode(bytes, contentType);
    const document = parsePage(html);
    return articleIn({ html, document, head: readHead(document), said: structuredArticle(html), contentLanguage, url });
  } catch (error) {
    if (error instanceof RangeError) throw new FeedError('too large', 'a page nested too deeply', { cause: error });
    throw error;
  }
}

function articleIn(page: {
  html: string;
  document: PageDocument;
  head: PageHead;
  said: StructuredArticle | null;
  contentLanguage: string | null;
  url: string;
}): PageArticle {
  const { html, document, head, said, url } = page;
  const hasWall = [...document.querySelectorAll('[class], [id]')].some((element) =>
    wall.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500)),
  );
  const headline = plainLine(said?.headline ?? '');
  const titles = [headline, head.title, plainLine(document.querySelector('h1')?.textContent ?? '')];
  const paragraphs = findText(document, html, {
    titles: [...titles, plainLine(document.querySelector('title')?.textContent ?? '')],
    descriptions: [plainLine(said?.description ?? ''), head.description],
    body: plainText(said?.body ?? ''),
  });
  const title = head.title || headline;
  const summary = head.description || plainLine(said?.description ?? '');
  if (!title || (!summary && paragraphs.length === 0 && !head.kind))
    throw new FeedError('empty', 'a page with no text');
  const language = head.language || said?.language || page.contentLanguage || '';
  const canonical = head.canonical ? (URL.parse(head.canonical, url)?.href ?? '') : '';
  const isShort = paragraphs.join('').length < longestTeaser;
  return {
    canonicalUrl: isWebAddress(canonical) ? canonical : null,
    title: title.slice(0, longestTitle),
    summary: summary.slice(0, longestSummary),
    paragraphs: within(paragraphs, longestText),
    authors: authorsIn(said, head),
    language: language ? articleLanguage(language.replace('_', '-')) : 'und',
    publishedAt: parseDate(said?.published || head.published),
    isPaywalled: said?.isFree === false || head.tier === 'locked' || (said?.isFree !== true && hasWall && isShort),
    isReserved: reservesText(head.robots, head.reservation),
    license: said?.license ?? (isWebAddress(head.license) ? head.license : null),
  };
}

function authorsIn(said: StructuredArticle | null, head: PageHead): readonly string[] {
  if (said && said.authors.length > 0) return said.authors.map(plainLine);
  return head.author && !isWebAddress(head.author) ? [head.author.slice(0, 100)] : [];
}

/** Whole paragraphs. */
function within(paragraphs: readonly string[], most: number): string[] {
  let length = 0;
  return paragraphs.filter((paragraph) => {
    length += paragraph.length;
    return length <= most;
  });
}
