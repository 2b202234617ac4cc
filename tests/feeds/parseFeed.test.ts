import { describe, expect, test } from 'vitest';
import { FeedError } from '../../src/news/outside.ts';
import { fixture, parse, parsedFixture } from './fixture.ts';

async function titlesOf(name: string): Promise<(string | null)[]> {
  return (await parsedFixture(name)).items.map(({ title }) => title);
}

describe('what is no feed', () => {
  test.each([
    ['html-page.html', 'web page', /web page/],
    ['html-page-as-xhtml.xml', 'web page', /web page/],
    ['error-text.txt', 'not a feed', /no feed/],
    ['sitemap.xml', 'not a feed', /<urlset>/],
    ['json-error.json', 'not a feed', /JSON/],
    ['cut-off-before-items.xml', 'not a feed', /damaged/],
    ['empty.xml', 'empty', /empty/],
    ['blank.xml', 'empty', /empty/],
  ])('%s is %s', async (name, reason, message) => {
    const error = await parse(fixture(name)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FeedError);
    expect(error).toMatchObject({ reason, message: expect.stringMatching(message) });
  });
});

describe('damaged documents are read as far as they go', () => {
  test('cut off: whole items are kept, the half one is named and left out, and the reader knows', async () => {
    const { feed, complete } = await parse(fixture('cut-off.xml'));
    expect(feed.items.map(({ title }) => title)).toEqual(['First, whole', 'Second, whole']);
    expect(feed.unreadable).toEqual(['the document ends in the middle of item 3']);
    expect(complete).toBe(false);
  });

  test('cut-off JSON', async () => {
    const { feed, complete } = await parse(fixture('json-feed-cut-off.json'));
    expect(feed.items.map(({ title }) => title)).toEqual(['Whole']);
    expect(complete).toBe(false);
  });

  test('a bad Atom date costs nothing but itself', async () => {
    const { items } = await parsedFixture('bad-atom-date.xml');
    expect(items.map(({ publishedAt }) => publishedAt)).toEqual([null, new Date('2026-11-03T07:30:00Z'), null]);
    expect(items[2]?.url).toBe('https://harbour.example/c');
  });

  test('bare ampersands, markup that nobody escaped, a title that never ends', async () => {
    const { items } = await parsedFixture('bare-ampersands.xml');
    expect(items[0]).toMatchObject({
      title: 'Salt & Pepper, R&D &nosuch; 3 < 4',
      url: 'https://harbour.example/?a=1&b=2&copy=3',
      summary: 'Mixed bold & brave markup, in order.',
    });
    expect(items[1]?.url).toBe('https://harbour.example/after');
  });

  test('control characters go, characters by number stay', async () => {
    const { items } = await parsedFixture('control-characters.xml');
    expect(items[0]).toMatchObject({ title: 'Bell and null', summary: '😀 ok “quoted”' });
  });

  test.each([
    ['leading-blank-lines.xml', ['Late start']],
    ['leading-php-warning.xml', ['Still here']],
    ['byte-order-mark.xml', ['Überfahrt eröffnet']],
    ['forgotten-end-tags.xml', ['One', 'Two']],
    ['no-items.xml', []],
  ])('%s', async (name, titles) => {
    expect(await titlesOf(name)).toEqual(titles);
  });

  test('an empty item is named; the others are read', async () => {
    const { items, unreadable } = await parsedFixture('empty-item.xml');
    expect(items).toHaveLength(1);
    expect(unreadable).toEqual(['item 1 is empty']);
  });
});

describe('identity', () => {
  test('no guid is null, an empty one too', async () => {
    expect((await parsedFixture('without-guids.xml')).items.map(({ guid }) => guid)).toEqual([null, null]);
  });

  test('one guid for all is passed on as it is; the domain’s ladder deals with it', async () => {
    expect((await parsedFixture('one-guid-for-all.xml')).items.map(({ guid }) => guid)).toEqual(['same', 'same']);
  });
});

describe('text', () => {
  test('entities are decoded exactly once', async () => {
    const { items } = await parsedFixture('cdata-entities.xml');
    expect(items[0]).toMatchObject({
      title: 'Fish & chips <cheap>',
      url: 'https://harbour.example/fish?a=1&b=2',
      summary: 'Five € — "a bargain", says Odo.',
    });
    expect(items[1]?.title).toBe('Quoted <b> stays readable');
  });

  test('markup that nobody escaped stays with its text, even when the text never ends', async () => {
    const { feed } = await parse(
      `<rss version="2.0"><channel><item><title>A <b>bold</b> step</headline>
      <author><p>Mara Quill</p></author><link>https://harbour.example/a</link></item></channel></rss>`,
    );
    expect(feed.items[0]).toMatchObject({
      title: 'A bold step',
      authors: ['Mara Quill'],
      url: 'https://harbour.example/a',
    });
  });

  test('Atom content in base64, and what only claims to be', async () => {
    const entry = (type: string, content: string) =>
      `<entry><id>1</id><title>x</title><content type="${type}">${content}</content></entry>`;
    const { feed } = await parse(
      `<feed xmlns="http://www.w3.org/2005/Atom">${entry('application/octet-stream', ' RXhhbXBsZSA8Yj5B\ndG9tPC9iPg== ')}
      ${entry('application/json', '{"a":1}')}${entry('custom/type', 'test')}</feed>`,
    );
    expect(feed.items.map(({ text }) => text)).toEqual(['Example Atom', '{"a":1}', 'test']);
  });

  test('keywords of other vocabularies are categories where there are no own ones', async () => {
    const { feed } = await parse(
      `<rss version="2.0"><channel><item><title>x</title><itunes:keywords>tide, moon</itunes:keywords>
      <media:category label="Sea">7</media:category></item><item><title>y</title><category>Port</category>
      <itunes:keywords>tide</itunes:keywords><dc:subject>City</dc:subject></item></channel></rss>`,
    );
    expect(feed.items.map(({ categories }) => categories)).toEqual([
      ['Sea', 'tide', 'moon'],
      ['Port', 'City'],
    ]);
  });

  test('Atom text is no HTML', async () => {
    const { feed } = await parse(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="text">The &lt;b&gt; tag &amp;amp; more</title></entry></feed>',
    );
    expect(feed.items[0]?.title).toBe('The <b> tag &amp; more');
  });
});

describe('links and images', () => {
  test('Atom resolves against xml:base on every level', async () => {
    const { site, items } = await parsedFixture('relative-links.xml');
    expect(site).toBe('https://harbour.example/deep/');
    expect(items.map(({ url }) => url)).toEqual([
      'https://harbour.example/deep/2026/one.html',
      'https://harbour.example/two',
    ]);
    expect(items[0]?.imageUrl).toBe('https://harbour.example/deep/one.png');
  });

  test('pictures in Atom content resolve against its xml:base, and else against the entry’s link', async () => {
    const content = (base: string) =>
      `<content type="html"${base}>&lt;img src="tide.png"&gt;</content><link href="https://harbour.example/2026/tide"/>`;
    const { feed } = await parse(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id>${content(' xml:base="https://i.example/a/"')}</entry>
      <entry><id>2</id>${content('')}</entry></feed>`,
    );
    expect(feed.items.map(({ imageUrl }) => imageUrl)).toEqual([
      'https://i.example/a/tide.png',
      'https://harbour.example/2026/tide.png',
    ]);
  });

  test('RSS resolves against the channel’s link; what is not http(s) is no link', async () => {
    const { items } = await parsedFixture('relative-links-rss.xml');
    expect(items.map(({ url }) => url)).toEqual([
      'https://harbour.example/news/one.html',
      'https://cdn.harbour.example/two',
      'https://harbour.example/three',
    ]);
  });

  test('the best image is taken, pixels and unsafe addresses are not', async () => {
    const { items } = await parsedFixture('images.xml');
    expect(Object.fromEntries(items.map(({ title, imageUrl }) => [title, imageUrl]))).toEqual({
      media: 'https://harbour.example/thumb.jpg',
      enclosure: 'https://i.example/a%20b.png',
      content: 'https://i.example/lazy.jpg',
      unsafe: null,
      podcast: null,
    });
  });
});

describe('limits', () => {
  test('an entity bomb stays small, external entities stay closed', async () => {
    const { items } = await parsedFixture('entity-bomb.xml');
    expect(items[0]?.title).toBe('Boom &c; and &file;, but aaaaaaaaaa');
  });

  test('10,000 levels deep', async () => {
    const deep = `${'<x>'.repeat(10_000)}bottom${'</x>'.repeat(10_000)}`;
    const item = (title: string, more: string) => `<item><title>${title}</title>${more}</item>`;
    const { feed } = await parse(
      `<rss version="2.0"><channel>${item('Deep', deep)}${item('After', '')}</channel></rss>`,
    );
    expect(feed.items.map(({ title }) => title)).toEqual(['Deep', 'After']);
  });

  test('of elements of one name the first 50 are read, of long texts the beginning', async () => {
    const categories = Array.from({ length: 60 }, (_, index) => `<category>c${index}</category>`).join('');
    const { feed } = await parse(
      `<rss version="2.0"><channel><item><title>x</title>${categories}<description>${'word '.repeat(200_000)}</description>
      </item><item><title>y</title></item></channel></rss>`,
    );
    expect(feed.items[0]?.categories).toHaveLength(50);
    expect(feed.items[0]?.summary.length).toBeLessThanOrEqual(400_000);
    expect(feed.items[1]?.title).toBe('y');
  });

  test('after 100,000 tags reading stops: whole items are kept, and the reader knows', async () => {
    const { feed, complete } = await parse(
      `<rss version="2.0"><channel><item><title>x</title></item><item>${'<x><y>1</y>'.repeat(100_000)}`,
    );
    expect(feed.items.map(({ title }) => title)).toEqual(['x']);
    expect(feed.unreadable).toEqual(['the document ends in the middle of item 2']);
    expect(complete).toBe(false);
  });

  test('JSON nested too deep is no feed', async () => {
    const error = await parse(`{"items":[${'['.repeat(1_000)}`).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ reason: 'not a feed' });
  });

  test.each([
    ['XML', `<rss version="2.0"><channel>${'<item><title>x</title></item>'.repeat(100_000)}</channel></rss>`],
    [
      'JSON',
      `{"version":"https://jsonfeed.org/version/1.1","items":[${'{"id":"1","title":"x"},'.repeat(99_999)}{"id":"1"}]}`,
    ],
  ])('of 100,000 items in %s the first 1,000 are read', async (_, document) => {
    const started = performance.now();
    const { feed } = await parse(document);
    expect(feed.items).toHaveLength(1_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test.each([
    ['open tags', `<rss><channel>${'<a>'.repeat(500_000)}`],
    ['mismatched tags', `<rss><channel>${'<a></b>'.repeat(300_000)}`],
    ['quotes that never close', `<rss><channel>${'<a b="'.repeat(300_000)}`],
    ['text elements that never close', `<rss><channel>${'<title><b>'.repeat(200_000)}<item></title>`],
    ['CDATA in titles', `<rss><channel>${'<title><![CDATA[]]>'.repeat(50_000)}<item></title>`],
    ['less-than signs', `<rss><channel>${'<'.repeat(1_000_000)}`],
    ['comments', `<rss><channel>${'<!--'.repeat(300_000)}`],
    ['DOCTYPEs', '<!DOCTYPE [ '.repeat(200_000)],
    [
      'half tags in text',
      `<rss><channel><item><description><![CDATA[${'x<p'.repeat(500_000)}]]></description></item></channel></rss>`,
    ],
    ['brackets in JSON', `{"items":${'['.repeat(1_000_000)}`],
  ])('%s by the hundred thousand cost linear time', async (_, document) => {
    const started = performance.now();
    await parse(document).catch((error: unknown) => expect(error).toBeInstanceOf(FeedError));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
