const size = 10_000_000;

/** Documents of up to 10 MB, each of which makes some reader of feeds slow or large. */
export const hostileDocuments: Readonly<Record<string, () => string>> = {
  '100,000 items': () =>
    channel(
      filled('<item><title>x</title><link>http://e.example/a</link><description>some words</description></item>'),
    ),
  '100,000 JSON items': () =>
    `{"version":"https://jsonfeed.org/version/1.1","items":[${filled('{"id":"1","title":"x","content_html":"<p>some</p> words"},')}{"id":"2"}]}`,
  '10,000 levels': () => channel(`<item>${'<x>'.repeat(10_000)}a${'</x>'.repeat(10_000)}</item>`),
  'levels without end': () => channel(`<item>${filled('<x>')}`),
  'one text': () => channel(described(filled('<p>some <b>words</b></p>\n'))),
  'one text of entities': () => channel(described(filled('&amp;eacute;'))),
  '1,000 long texts': () =>
    channel(described('<p class="x">some <b>words</b> &amp; more</p>\n'.repeat(200)).repeat(980)),
  'elements of one name': () => channel(`<item><title>x</title>${filled('<category>abc</category>')}</item>`),
  'elements of many names': () =>
    channel(`<item>${Array.from({ length: 600_000 }, (_, index) => `<x${index}/>`).join('')}</item>`),
  'pictures by the hundred': () =>
    channel(
      `<item><title>x</title>${'<media:content url="http://e.example/x.jpg" width="10"/>'.repeat(200)}</item>`.repeat(
        980,
      ),
    ),
  attributes: () => channel(`<item><x ${filled('a="1" ')}/></item>`),
  'titles that never end': () => channel(`${filled('<title><![CDATA[]]>')}<item></title>`),
  'quotes that never end': () => channel(filled('<a b="')),
  'comments that never end': () => channel(filled('<!--')),
  'less-than signs': () => channel(filled('<')),
  'an entity of its own': () =>
    `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(32)}">]>${channel(`<item><title>x</title><description>${filled('&a;')}</description></item>`)}`,
  brackets: () => `{"items":${filled('[')}`,
  'cut-off JSON': () => `{"version":"https://jsonfeed.org/version/1.1","items":[${filled('{"id":"1","title":"x"},')}`,
};

function channel(content: string): string {
  return `<rss version="2.0"><channel><title>x</title>${content}</channel></rss>`;
}

function described(html: string): string {
  return `<item><title>x</title><description><![CDATA[${html}]]></description></item>`;
}

function filled(piece: string): string {
  return piece.repeat(Math.floor(size / piece.length));
}
