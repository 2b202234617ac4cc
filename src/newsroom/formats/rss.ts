import type { FeedPage } from './index.ts';
import { markup, paragraphs } from './markup.ts';

/** @see https://www.rssboard.org/rss-specification */
export function renderRss({ publisher, articles, feedUrl, siteUrl, articleUrl }: FeedPage): string {
  const items = articles.map(
    (article) => `<item>
<title>${markup(article.title)}</title>
<link>${markup(articleUrl(article.id))}</link>
<guid isPermaLink="false">${markup(article.id)}</guid>
<pubDate>${article.publishedAt.toUTCString()}</pubDate>
${article.author ? `<dc:creator>${markup(article.author)}</dc:creator>` : ''}
${article.categories.map((category) => `<category>${markup(category)}</category>`).join('')}
<description>${markup(article.summary)}</description>
<content:encoded><![CDATA[${paragraphs(article.body)}]]></content:encoded>
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${markup(publisher.name)}</title>
<link>${markup(siteUrl)}</link>
<description>${markup(publisher.name)}</description>
<language>${publisher.language}</language>
<atom:link href="${markup(feedUrl)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel>
</rss>
`;
}
