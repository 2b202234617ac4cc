import type { FeedPage } from './index.ts';
import { markup, paragraphs } from './markup.ts';

/** @see RFC 4287 */
export function renderAtom({ publisher, articles, feedUrl, siteUrl, articleUrl }: FeedPage): string {
  const entries = articles.map((article) => {
    const updatedAt = article.updatedAt ?? article.publishedAt;
    return `<entry>
<id>tag:newsroom.example,2026:${markup(article.id)}</id>
<title>${markup(article.title)}</title>
<link rel="alternate" type="text/html" href="${markup(articleUrl(article.id))}"/>
<published>${article.publishedAt.toISOString()}</published>
<updated>${updatedAt.toISOString()}</updated>
${article.author ? `<author><name>${markup(article.author)}</name></author>` : ''}
${article.categories.map((category) => `<category term="${markup(category)}"/>`).join('')}
<summary>${markup(article.summary)}</summary>
<content type="html">${markup(paragraphs(article.body))}</content>
</entry>`;
  });
  const newest = articles[0]?.updatedAt ?? articles[0]?.publishedAt ?? new Date(0);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${publisher.language}">
<id>${markup(feedUrl)}</id>
<title>${markup(publisher.name)}</title>
<updated>${newest.toISOString()}</updated>
<link rel="self" href="${markup(feedUrl)}"/>
<link rel="alternate" href="${markup(siteUrl)}"/>
<author><name>${markup(publisher.name)}</name></author>
${entries.join('\n')}
</feed>
`;
}
