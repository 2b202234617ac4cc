import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SourceFacts } from '../news/source.ts';
import { formats } from './formats/index.ts';
import { markup, paragraphs } from './formats/markup.ts';
import type { Newsroom, PublishedArticle, Publisher } from './Newsroom.ts';

export const newsroomPath = '/newsroom/';

/** The newsroom's publishers as sources to poll. */
export function newsroomSources(newsroom: Newsroom, origin: string): SourceFacts[] {
  return newsroom.publishers.map(({ key, name, owner, country, language, kind, topics }) => ({
    key: `newsroom-${key}`,
    publisher: name,
    title: name,
    url: `${siteUrl(origin, key)}feed`,
    site: siteUrl(origin, key),
    owner,
    country,
    language,
    topics,
    kind,
  }));
}

/**
 * Answers requests for feeds, front pages and articles of the newsroom, and for `gold.json`: the event of every
 * article. Feeds carry an ETag and answer 304.
 *
 * @param origin  under which the newsroom is reached, such as `http://127.0.0.1:4280`
 */
export function createNewsroomHandler(newsroom: Newsroom, origin: () => string) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(request.url ?? '/').slice(newsroomPath.length);
    if (path === 'gold.json') {
      send(request, response, 'application/json', JSON.stringify(Object.fromEntries(newsroom.eventOf), null, 1));
      return;
    }
    const [key, page] = path.split('/', 2);
    const publisher = newsroom.publishers.find((candidate) => candidate.key === key);
    const article = page ? newsroom.findArticle(page) : undefined;
    if (publisher && page === 'feed') sendFeed(newsroom, publisher, origin(), request, response);
    else if (publisher && article) send(request, response, html, articlePage(publisher, article));
    else if (publisher && !page) send(request, response, html, frontPage(newsroom, publisher, origin()));
    else send(request, response, html, '<!doctype html><title>404</title><p>Not here.</p>', 404);
  };
}

/** Decoded where it can be; what is broken finds nothing. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const html = 'text/html; charset=utf-8';

function sendFeed(
  newsroom: Newsroom,
  publisher: Publisher,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const format = formats[publisher.format];
  const site = siteUrl(origin, publisher.key);
  const document = format.render({
    publisher,
    articles: newsroom.articlesOf(publisher.key),
    feedUrl: `${site}feed`,
    siteUrl: site,
    articleUrl: (id) => `${site}${encodeURIComponent(id)}`,
  });
  send(request, response, format.contentType, document);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  contentType: string,
  body: string,
  status = 200,
): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(status, { 'content-type': contentType, etag }).end(body);
}

function siteUrl(origin: string, key: string): string {
  return `${origin}${newsroomPath}${key}/`;
}

function frontPage(newsroom: Newsroom, publisher: Publisher, origin: string): string {
  const site = siteUrl(origin, publisher.key);
  const items = newsroom
    .articlesOf(publisher.key)
    .map(({ id, title }) => `<li><a href="${markup(`${site}${encodeURIComponent(id)}`)}">${markup(title)}</a></li>`);
  return page(publisher, publisher.name, `<ul>${items.join('\n')}</ul>`);
}

function articlePage(publisher: Publisher, article: PublishedArticle): string {
  const byline = [article.author, article.publishedAt.toISOString()].filter(Boolean).join(' · ');
  return page(publisher, article.title, `<p><small>${markup(byline)}</small></p>${paragraphs(article.body)}`);
}

function page(publisher: Publisher, title: string, body: string): string {
  return `<!doctype html>
<html lang="${publisher.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${markup(title)}</title>
<link rel="alternate" type="${formats[publisher.format].contentType}" href="feed">
<style>body{font:18px/1.6 Georgia,serif;max-width:40rem;margin:3rem auto;padding:0 1rem}small{color:#666}</style></head>
<body><p><small>${markup(publisher.name)}</small></p><h1>${markup(title)}</h1>${body}</body></html>
`;
}
