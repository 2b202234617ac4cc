/** As many items as a usual feed has in 40 kB. */
const wordsInItem = 150;
const templates = 32;

/**
 * Makes feeds of about 1.3 kB an item, with words as frequent as in a language, cheaply: each is a copy of one of a few
 * templates, into which source and edition are written.
 */
export function createDocuments(items: number, now: number): (source: number, edition: number) => Buffer {
  const words = vocabulary();
  const random = createRandom(items);
  const made = Array.from({ length: templates }, () => template(items, now, () => wordFrom(words, random)));
  return (source, edition) => {
    const { bytes, holes } = made[(source + edition) % templates]!;
    const copy = Buffer.from(bytes);
    const mark = `${String(source).padStart(6, '0')}-${String(edition).padStart(3, '0')}`;
    for (const hole of holes) copy.write(mark, hole, 'latin1');
    return copy;
  };
}

const hole = '######-###';

function template(items: number, now: number, word: () => string): { bytes: Buffer; holes: number[] } {
  const text = (length: number) => Array.from({ length }, word).join(' ');
  const item = (_: unknown, index: number) => `
    <item>
      <title>${text(9)}</title>
      <link>https://publisher.example/news/${hole}/${index}?utm_source=feed</link>
      <guid isPermaLink="false">${hole}-${index}</guid>
      <pubDate>${new Date(now - index * 600_000).toUTCString()}</pubDate>
      <category>World</category>
      <description><![CDATA[<p>${text(wordsInItem / 2)}</p><p>${text(wordsInItem / 2)} &amp; more</p>]]></description>
    </item>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Publisher</title><link>https://publisher.example/</link>
<description>News</description><language>en</language>${Array.from({ length: items }, item).join('')}
</channel></rss>`;
  const bytes = Buffer.from(xml);
  const holes: number[] = [];
  for (let at = bytes.indexOf(hole); at !== -1; at = bytes.indexOf(hole, at + 1)) holes.push(at);
  return { bytes, holes };
}

/** 20,000 made-up words, and English ones among the most frequent, so that the language can be told. */
function vocabulary(): string[] {
  const frequent =
    'the of and to in a is that for was on are as with they at be this have from or had by but some what there we can out other were all your when up how said an each she which do their time if will way about many then them would like so these her long make thing see him two has look more day could go come did number sound no most people my over know water than call first who may down side been now find';
  const syllables = ['ba', 'den', 'fi', 'gor', 'hal', 'ish', 'jo', 'ken', 'lu', 'mor', 'nat', 'or', 'pel', 'rin'];
  const random = createRandom(7);
  const made = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(
      '',
    ),
  );
  return [...frequent.split(' '), ...made];
}

/** The n-th word about as often as 1/n, which is how languages are. */
function wordFrom(words: readonly string[], random: () => number): string {
  return words[Math.floor(words.length ** random()) - 1] ?? 'the';
}

/** Park and Miller's, so that every run serves the same. */
function createRandom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
