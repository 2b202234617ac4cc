import { contentOf, type FeedContent, type ParsedItem } from '../news/article.ts';
import { articleLanguage } from '../text/language.ts';
import { languageOf } from '../text/languageOf.ts';
import { languagesOf } from '../text/languagesOf.ts';
import { type FetchedDocument, parseFeed } from './parseFeed.ts';

export type DocumentToRead = FetchedDocument & {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The source's language (BCP 47), or `und`: what its items are taken for until they show otherwise. */
  readonly language: string;
};

export type ReadDocument = {
  readonly feed: FeedContent;
  /** False when the document was cut off: what was read is good, but there was more. */
  readonly complete: boolean;
};

/**
 * Reads a document, decides what each of its items is written in, of a source whose language nobody named also what the
 * feed is, and makes them articles. Pure and heavy (the tables of languages take 85 MB): made for the threads of `readingPool.ts`.
 *
 * @throws FeedError  as parseFeed
 */
export async function readDocument(document: DocumentToRead): Promise<ReadDocument> {
  const { feed, complete } = await parseFeed(document);
  const isKnown = document.language !== 'und';
  const prior = isKnown ? document.language : (feed.language ?? 'und');
  const languages = languagesOf(feed.items.map((item) => sampleOf(item, prior)));
  const language = isKnown ? feed.language : (mostFrequent(languages) ?? languageOfAll(feed.items, prior));
  return { feed: contentOf({ ...feed, language }, (index) => languages[index] ?? prior), complete };
}

function sampleOf(item: ParsedItem, prior: string): { text: string; prior: string } {
  return { text: `${item.title ?? ''}. ${item.summary || item.text}`, prior: articleLanguage(item.language ?? prior) };
}

function mostFrequent(languages: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const language of languages) {
    if (language !== 'und') counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Where every item alone is too short to tell. */
function languageOfAll(items: readonly ParsedItem[], prior: string): string {
  const sample = items.slice(0, 20).map(({ title, summary }) => `${title ?? ''}. ${summary}`);
  return languageOf(sample.join('\n'), articleLanguage(prior));
}
