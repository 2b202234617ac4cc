import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parseFeed.ts';
import type { ParsedItem } from '../../src/news/article.ts';
import { formats } from '../../src/newsroom/formats/index.ts';
import { Newsroom, type PublishedArticle, type Publisher } from '../../src/newsroom/Newsroom.ts';

const opening = new Date('2026-11-23T06:00:00Z');
const newsroom = new Newsroom(new URL('../../data/newsroom/', import.meta.url), null, opening);
const names = Object.keys(formats) as Publisher['format'][];

const awkward: PublishedArticle = {
  id: 'awkward-1',
  publisher: 'harbour-times',
  title: 'Crew & cook: “5 < 7” ]]> 橋',
  summary: 'One & the other said "no" to <b>bold</b> claims.',
  body: ['First & foremost, ]]> ends nothing.', 'Second paragraph: 1 < 2 & 3 > 2.'],
  author: 'A & B <desk>',
  categories: ['Sea & Sky', 'Local'],
  publishedAt: new Date('2026-11-23T05:00:00Z'),
  updatedAt: new Date('2026-11-23T05:30:00Z'),
};

async function read(format: Publisher['format'], publisher: Publisher, articles: readonly PublishedArticle[]) {
  const site = `https://newsroom.example/${publisher.key}/`;
  const { render, contentType } = formats[format];
  const page = { publisher, articles, feedUrl: `${site}feed`, siteUrl: site, articleUrl: (id: string) => site + id };
  const bytes = new TextEncoder().encode(render(page));
  return (await parseFeed({ bytes, contentType, url: page.feedUrl })).feed;
}

/** Text as reading feeds leaves it: every space the same. */
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** What every format can say. */
const common = ({ url, title, summary, text, authors, categories, publishedAt }: ParsedItem) => ({
  url,
  title,
  summary,
  text,
  authors,
  categories,
  publishedAt,
});

describe.each(names)('the %s format', (format) => {
  it.each(newsroom.publishers)('gives every article of $name as it was written', async (publisher) => {
    const articles = newsroom.articlesOf(publisher.key);
    const feed = await read(format, publisher, articles);
    expect([feed.title, feed.unreadable]).toEqual([publisher.name, []]);
    expect(feed.items.map(common)).toEqual(
      articles.map(({ id, title, summary, body, author, categories, publishedAt }) => ({
        url: `https://newsroom.example/${publisher.key}/${id}`,
        title: spaced(title),
        summary: spaced(summary),
        text: spaced(body.join('\n\n')),
        authors: author ? [author] : [],
        categories,
        publishedAt: new Date(Math.floor(publishedAt.getTime() / 1_000) * 1_000),
      })),
    );
  });

  it('keeps marks that mean something to XML, HTML and JSON', async () => {
    const publisher = newsroom.publishers.find(({ key }) => key === 'harbour-times')!;
    const [item] = (await read(format, publisher, [awkward])).items;
    expect(item).toMatchObject({
      title: awkward.title,
      text: awkward.body.join('\n\n'),
      authors: [awkward.author],
      categories: awkward.categories,
    });
    expect(item?.summary).toContain('One & the other said "no"');
  });

  it('gives each article an identity that an update leaves alone', async () => {
    const publisher = newsroom.publishers[0]!;
    const guids = async (article: PublishedArticle) =>
      (await read(format, publisher, [article])).items.map(({ guid, url }) => guid ?? url);
    const [guid] = await guids(awkward);
    expect(guid).toContain('awkward-1');
    expect(await guids({ ...awkward, title: 'Another', updatedAt: opening })).toEqual([guid]);
  });
});
