import type { FeedPage } from './index.ts';
import { paragraphs } from './markup.ts';

/** @see https://www.jsonfeed.org/version/1.1/ */
export function renderJsonFeed({ publisher, articles, feedUrl, siteUrl, articleUrl }: FeedPage): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: publisher.name,
      home_page_url: siteUrl,
      feed_url: feedUrl,
      language: publisher.language,
      items: articles.map((article) => ({
        id: article.id,
        url: articleUrl(article.id),
        title: article.title,
        summary: article.summary,
        content_html: paragraphs(article.body),
        date_published: article.publishedAt.toISOString(),
        ...(article.updatedAt ? { date_modified: article.updatedAt.toISOString() } : {}),
        ...(article.author ? { authors: [{ name: article.author }] } : {}),
        tags: article.categories,
      })),
    },
    null,
    1,
  );
}
