import type { FeedPage } from './index.ts';
import { markup, paragraphs } from './markup.ts';

/** @see https://web.resource.org/rss/1.0/spec */
export function renderRdf({ publisher, articles, feedUrl, siteUrl, articleUrl }: FeedPage): string {
  const items = articles.map(
    (article) => `<item rdf:about="${markup(articleUrl(article.id))}">
<title>${markup(article.title)}</title>
<link>${markup(articleUrl(article.id))}</link>
<description>${markup(article.summary)}</description>
<content:encoded><![CDATA[${paragraphs(article.body)}]]></content:encoded>
<dc:date>${article.publishedAt.toISOString()}</dc:date>
${article.author ? `<dc:creator>${markup(article.author)}</dc:creator>` : ''}
${article.categories.map((category) => `<dc:subject>${markup(category)}</dc:subject>`).join('')}
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="${markup(feedUrl)}">
<title>${markup(publisher.name)}</title>
<link>${markup(siteUrl)}</link>
<description>${markup(publisher.name)}</description>
<dc:language>${publisher.language}</dc:language>
<items><rdf:Seq>
${articles.map((article) => `<rdf:li rdf:resource="${markup(articleUrl(article.id))}"/>`).join('\n')}
</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>
`;
}
