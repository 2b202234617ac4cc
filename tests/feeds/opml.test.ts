import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOpml, writeOpml } from '../../src/feeds/opml.ts';
import { feedKey, type ListedFeed, SourceListError } from '../../src/news/sourceList.ts';

const read = (text: string) => readOpml(new TextEncoder().encode(text));
const list = (outlines: string) =>
  read(`<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines}</body></opml>`);
const problemOf = (text: string) => {
  try {
    return read(text).feeds.length;
  } catch (error) {
    return error instanceof SourceListError ? error.problem : error;
  }
};
const harbour =
  '<outline type="rss" text="Harbour" xmlUrl="https://harbour.example/feed" htmlUrl="https://harbour.example/"/>';

describe('a list of sources', () => {
  it('is read with titles, sites and folders in folders', () => {
    expect(
      list(`${harbour}<outline text="Tech"><outline title=" Chips
      and things "><outline xmlUrl="http://chips.example/rss" title="Chips"/></outline></outline>`),
    ).toEqual({
      feeds: [
        { url: 'https://harbour.example/feed', title: 'Harbour', site: 'https://harbour.example/', folders: [] },
        { url: 'http://chips.example/rss', title: 'Chips', site: null, folders: [['Tech', 'Chips and things']] },
      ],
      unusable: 0,
    });
  });

  it.each([
    ['attributes in any case', '<OUTLINE XMLURL="https://a.example/feed" TEXT="A"/>'],
    ['a type of its own, or none', '<outline type="pie" text="A" xmlUrl="https://a.example/feed"/>'],
    ['an empty text', '<outline text=" " title="A" xmlUrl=" https://a.example/feed "/>'],
    ['the feed scheme', '<outline text="A" xmlUrl="feed://a.example/feed"/>'],
    ['an outline that was never closed', '<outline text="A" xmlUrl="https://a.example/feed">'],
    ['an end that closes nothing', '<outline text="A" xmlUrl="https://a.example/feed"/></bogus:end>'],
    ['single quotes', "<outline text='A' xmlUrl='https://a.example/feed'/>"],
  ])('may have %s', (_what, outline) => {
    expect(list(outline).feeds).toMatchObject([{ url: 'https://a.example/feed', title: 'A' }]);
  });

  it('has text in any encoding, entities of HTML, and a bare &', () => {
    expect(
      list('<outline text="arch&aelig;ology &amp; &#233;t&eacute; & Co" xmlUrl="https://a.example/?a=1&b=2"/>').feeds,
    ).toMatchObject([{ title: 'archæology & été & Co', url: 'https://a.example/?a=1&b=2' }]);
    const windows = Buffer.from(
      `<?xml version="1.0" encoding="windows-1252"?><opml><body><outline text="Caf\u00e9" xmlUrl="https://a.example/"/></body></opml>`,
      'latin1',
    );
    expect(readOpml(windows).feeds).toMatchObject([{ title: 'Café' }]);
  });

  it('names folders in categories too, and lists a feed once', () => {
    const { feeds } = list(`
      <outline text="One"><outline text="A" category="news, /sport/football,, / " xmlUrl="https://a.example/feed"/></outline>
      <outline text="Two"><outline text="Again" xmlUrl="http://www.a.example/feed/"/></outline>`);
    expect(feeds).toEqual([
      {
        url: 'https://a.example/feed',
        title: 'A',
        site: null,
        folders: [['One'], ['news'], ['sport', 'football'], ['Two']],
      },
    ]);
  });

  it('counts what names no web address, and leaves other lists out', () => {
    const { feeds, unusable } = list(`${harbour}
      <outline text="a program" xmlUrl="|~/fetch.py"/><outline text="a query" xmlUrl="query:all:true"/>
      <outline type="source" text="another list" xmlUrl="https://a.example/list.opml"/>
      <outline type="link" text="a page" url="https://a.example/"/>`);
    expect([feeds.length, unusable]).toEqual([1, 2]);
  });

  it('may be several documents in a row, or cut off', () => {
    const one = `<opml version="1.0" xmlns="http://opml.org/spec2"><head><title>1</title></head><body>${harbour}</body></opml>`;
    expect(
      read(`${one}\n<!-- again -->\n${one.replace('harbour.example/feed', 'meridian.example/feed')}`).feeds,
    ).toHaveLength(2);
    expect(read(one.slice(0, one.indexOf('</body>'))).feeds).toHaveLength(1);
  });
});

describe('what is no list', () => {
  it.each([
    ['nothing', '', 'no list'],
    ['text', 'a list of my feeds', 'no list'],
    ['a web page', '<!doctype html><html><body><p>Hello</body></html>', 'no list'],
    ['a feed', '<rss version="2.0"><channel><title>A</title></channel></rss>', 'no list'],
    ['JSON', '{"feeds":[]}', 'no list'],
    ['no body', '<opml><head><title>A</title></head></opml>', 'empty'],
    ['no feeds', '<opml><body><outline text="A"><outline text="B"/></outline></body></opml>', 'empty'],
    ['unclosed tags', `<opml><body>${'<outline '.repeat(1_000)}`, 'no list'],
    ['folders without end', `<opml><body>${'<outline text="a">'.repeat(1_999)}`, 'no list'],
    ['too much', `<opml><body>${harbour.repeat(2_001)}</body></opml>`, 'too many'],
  ])('%s is refused', (_what, text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('never reads another file, nor multiplies', () => {
    const within = (entities: string) =>
      `<!DOCTYPE opml [${entities}]><opml><body><outline text="&a;" xmlUrl="https://a.example/"/></body></opml>`;
    expect(read(within('<!ENTITY a SYSTEM "file:///etc/passwd">')).feeds).toMatchObject([{ title: '&a;' }]);
    expect(
      read(within(`<!ENTITY b "${'x'.repeat(500)}"><!ENTITY a "${'&b;'.repeat(500)}">`)).feeds[0]?.title?.length,
    ).toBeLessThan(101);
  });

  it('whatever is in a file, only a SourceListError comes of it', () => {
    const piece = fc.constantFrom(
      '<opml>',
      '</opml>',
      '<body>',
      '</body>',
      '<outline ',
      'xmlUrl="https://a.example/"',
      'text="a"',
      '>',
      '/>',
      '</outline>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<!DOCTYPE x [',
      ']>',
      '&amp;',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string()), { maxLength: 40 }), (pieces) => {
        expect(problemOf(pieces.join(''))).toSatisfy(
          (problem) => typeof problem === 'number' || ['no list', 'empty'].includes(problem),
        );
      }),
    );
  });
});

describe('writing', () => {
  const name = fc
    .stringMatching(/^[\p{L}\d&<>"'. ]{1,20}$/u)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const feeds: fc.Arbitrary<ListedFeed[]> = fc.uniqueArray(
    fc.record({
      url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
      title: name,
      site: fc.constantFrom(null, 'https://harbour.example/'),
      folders: fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 3 }), {
        maxLength: 3,
        selector: (path) => path.join('\n'),
      }),
    }),
    { minLength: 1, maxLength: 8, selector: ({ url }) => feedKey(url) },
  );

  it('and reading again gives the same sources in the same folders', () => {
    fc.assert(
      fc.property(feeds, (written) => {
        const text = writeOpml('Sources', written, new Date('2026-11-23T06:00:00Z'));
        const byUrl = (all: readonly ListedFeed[]) =>
          Object.fromEntries(
            all.map((feed) => [feed.url, { ...feed, folders: feed.folders.map((path) => path.join('\n')).sort() }]),
          );
        expect(byUrl(read(text).feeds)).toEqual(byUrl(written));
      }),
    );
  });

  it('gives other readers OPML 2.0', () => {
    const feed = {
      url: 'https://harbour.example/feed',
      title: 'Harbour & sea',
      site: 'https://harbour.example/',
      folders: [['Shipping']],
    };
    expect(writeOpml('Sources', [feed], new Date('2026-11-23T06:00:00Z'))).toBe(`<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>Sources</title>
    <dateCreated>Mon, 23 Nov 2026 06:00:00 GMT</dateCreated>
  </head>
  <body>
    <outline text="Shipping" title="Shipping">
      <outline text="Harbour &amp; sea" type="rss" xmlUrl="https://harbour.example/feed" htmlUrl="https://harbour.example/" title="Harbour &amp; sea"/>
    </outline>
  </body>
</opml>
`);
  });
});
