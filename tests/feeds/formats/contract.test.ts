import { expect, test } from 'vitest';
import { parsedFixture } from '../fixture.ts';

const full = [
  ['rss-2.0.xml', 'RSS'],
  ['rdf-dc-date.xml', 'RDF'],
  ['atom-1.0-xhtml.xml', 'Atom'],
  ['atom-0.3-prefixed.xml', 'Atom'],
  ['json-feed-1.1.json', 'JSON Feed'],
] as const;

for (const [name, format] of full) {
  test(`${name} says the same as every other format`, async () => {
    const feed = await parsedFixture(name);
    expect(feed).toMatchObject({
      format,
      title: 'Harbour Gazette',
      site: 'https://harbour.example/news',
      language: 'en-GB',
      unreadable: [],
    });
    const [ferry, lighthouse, ...others] = feed.items;
    expect(others).toEqual([]);
    expect(ferry).toMatchObject({
      guid: 'hg-101',
      url: 'https://harbour.example/news/ferry',
      title: 'Ferry & tram share one ticket',
      summary: 'From May one ticket is enough.',
      text: 'From May one ticket is enough.\n\nThe council voted 31 to 4.',
      authors: ['Mara Quill'],
      publishedAt: new Date('2026-11-03T06:30:00Z'),
      imageUrl: 'https://harbour.example/img/ferry.jpg',
    });
    if (name !== 'atom-0.3-prefixed.xml') expect(ferry?.categories).toEqual(['Transport', 'City']);
    if (format === 'Atom') expect(ferry?.updatedAt).toEqual(new Date('2026-11-03T08:00:00Z'));
    expect(lighthouse).toEqual({
      guid: 'https://harbour.example/news/lighthouse',
      url: 'https://harbour.example/news/lighthouse',
      title: 'Lighthouse to open at night',
      summary: '',
      text: '',
      authors: [],
      categories: [],
      language: null,
      publishedAt: new Date('2026-11-02T20:00:00Z'),
      updatedAt: name === 'atom-1.0-xhtml.xml' ? new Date('2026-11-02T20:00:00Z') : null,
      imageUrl: null,
    });
  });
}

test('RSS 0.91 with its DOCTYPE and HTML’s named characters', async () => {
  const { format, items } = await parsedFixture('rss-0.91-doctype.xml');
  expect(format).toBe('RSS');
  expect(items[0]).toMatchObject({ title: 'Café on the quay', summary: 'Open until nine.' });
});

test('JSON Feed 1.0 with numbers for ids, one author, plain text', async () => {
  const { items } = await parsedFixture('json-feed-1.0-numeric-ids.json');
  expect(items[0]).toMatchObject({
    guid: '7',
    title: null,
    url: 'https://harbour.example/tides',
    text: 'The tide tables changed.\n\nLook them up before you sail.',
  });
  expect(items[1]).toMatchObject({ guid: '8', authors: ['Odo Finch'] });
});

test.each(['bare-channel.xml', 'items-outside-channel.xml', 'items-without-channel.xml'])(
  '%s, which rss-parser refuses, is read by feedsmith',
  async (name) => {
    const { title, items } = await parsedFixture(name);
    expect(title).toBe('Harbour Gazette');
    expect(items).toHaveLength(1);
    expect(items[0]?.url).toMatch(/^https:\/\/harbour\.example\/news\//);
  },
);
