import type { PublishedArticle, Publisher } from '../Newsroom.ts';
import { renderAtom } from './atom.ts';
import { renderJsonFeed } from './jsonFeed.ts';
import { renderRdf } from './rdf.ts';
import { renderRss } from './rss.ts';

export type FeedPage = {
  readonly publisher: Publisher;
  /** Newest first. */
  readonly articles: readonly PublishedArticle[];
  readonly feedUrl: string;
  readonly siteUrl: string;
  readonly articleUrl: (id: string) => string;
};

type FeedFormat = { readonly contentType: string; readonly render: (page: FeedPage) => string };

export const formats: Readonly<Record<Publisher['format'], FeedFormat>> = {
  rss: { contentType: 'application/rss+xml; charset=utf-8', render: renderRss },
  rdf: { contentType: 'application/rdf+xml; charset=utf-8', render: renderRdf },
  atom: { contentType: 'application/atom+xml; charset=utf-8', render: renderAtom },
  json: { contentType: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
};
