import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ParsedDocument } from '../../src/feeds/formats/format.ts';
import { parseFeed } from '../../src/feeds/parseFeed.ts';
import type { ParsedItem } from '../../src/news/article.ts';
import { FeedError } from '../../src/news/outside.ts';
import { fixture } from './fixture.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 2_000);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123);
const originals = readdirSync(new URL('../fixtures/feeds/', import.meta.url)).map(fixture);

const scraps = [
  '<', '>', '</', '/>', '"', "'", '&', ';', '=', ']]>', '<![CDATA[', '<!--', '-->', '<!DOCTYPE [', ']>', '<?', '?>', '<item>', '</item>',
  '<entry>', '</entry>', '<title>', '</title>', '<channel>', '</channel>', '<p>', '<div xmlns="http://www.w3.org/1999/xhtml">', '<b', '<svg>',
  '<script>', '{', '}', '[', ']', '\\', '\\u', '\u0000', '\u001b$B', '\ufeff', '\ufffe', '\ud800', 'xml:base="::"', 'xmlns:a="http://www.w3.org/2005/Atom"',
  '<!ENTITY a "&b;&b;">', '<!ENTITY b SYSTEM "file:///etc/passwd">', '&a;', '&#0;', '&#x110000;', '&#xd800;', '&amp', '&amp;lt;', '&nosuch;',
  '9999-99-99T99:99:99Z', '-1', '1e309', 'javascript:alert(1)', 'http://[::1', '__proto__', '"__proto__":', 'constructor',
]; // biome-ignore format: a list
const prefixes = ['a:', 'atom:', 'dc:', 'media:', 'xhtml:', 'a:b:', ':', 'é:'];
const encodings = [
  'utf-8',
  'utf-16',
  'utf-32',
  'windows-1251',
  'shift_jis',
  'iso-2022-jp',
  'gb18030',
  'x-user-defined',
];

type Change = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const length = fc.nat({ max: 80 });
const piece = fc.oneof(
  fc.constantFrom(...scraps).map((scrap) => Buffer.from(scrap)),
  fc.uint8Array({ minLength: 1, maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, bits]) => flipped(at, bits)),
  fc.tuple(place, length).map(([at, size]) => replaced(at, size, Buffer.alloc(0))),
  fc
    .tuple(place, length, piece, fc.integer({ min: 1, max: 60 }))
    .map(([at, size, insert, times]) => replaced(at, size, Buffer.concat(Array<Buffer>(times).fill(insert)))),
  place.map((at) => (bytes: Buffer) => bytes.subarray(0, position(at, bytes))),
  fc.tuple(place, place, fc.integer({ min: 1, max: 30 })).map(([from, to, times]) => duplicated(from, to, times)),
  fc.tuple(place, place, length).map(([one, other, size]) => swapped(one, other, size)),
  fc.tuple(place, fc.constantFrom(...originals)).map(([at, other]) => replaced(at, 0, other)),
  fc
    .constantFrom(...encodings)
    .map((name) => asText((text) => text.replace(/encoding=["'][^"']*/, `encoding="${name}`))),
  fc.constantFrom<BufferEncoding>('utf16le', 'latin1').map((encoding) => recoded(encoding)),
  fc.constantFrom(...prefixes).map((prefix) => asText((text) => text.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}`))),
  fc
    .integer({ min: 1, max: 300 })
    .map((depth) =>
      asText((text) =>
        text
          .replace('<item>', `<item>${'<x y="1">'.repeat(depth)}`)
          .replace('<title>', '<title><div>'.repeat(depth % 9)),
      ),
    ),
);

function position(at: number, bytes: Buffer): number {
  return Math.floor(at * bytes.length);
}

function flipped(at: number, bits: number): Change {
  return (bytes) => {
    const copy = Buffer.from(bytes);
    const where = position(at, copy);
    if (where < copy.length) copy[where] = (copy[where] ?? 0) ^ bits;
    return copy;
  };
}

function replaced(at: number, size: number, insert: Buffer): Change {
  return (bytes) => {
    const start = position(at, bytes);
    return Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + size)]);
  };
}

function duplicated(from: number, to: number, times: number): Change {
  return (bytes) => {
    const [start = 0, end = 0] = [position(from, bytes), position(to, bytes)].sort((a, b) => a - b);
    const part = bytes.subarray(start, end);
    return Buffer.concat([bytes.subarray(0, end), ...Array<Buffer>(times).fill(part), bytes.subarray(end)]);
  };
}

function swapped(one: number, other: number, size: number): Change {
  return (bytes) => {
    const [a = 0, b = 0] = [position(one, bytes), position(other, bytes)].sort((x, y) => x - y);
    const width = Math.min(size, b - a);
    const parts = [
      [0, a],
      [b, b + width],
      [a + width, b],
      [a, a + width],
      [b + width, bytes.length],
    ];
    return Buffer.concat(parts.map(([start, end]) => bytes.subarray(start, end)));
  };
}

function asText(rewrite: (text: string) => string): Change {
  return (bytes) => Buffer.from(rewrite(bytes.toString('latin1')), 'latin1');
}

function recoded(encoding: BufferEncoding): Change {
  return (bytes) => Buffer.from(bytes.toString('utf8'), encoding);
}

const contentTypes = fc.constantFrom(
  null,
  'text/xml',
  ...encodings.map((name) => `application/rss+xml; charset=${name}`),
);

function expectSound(item: ParsedItem): void {
  for (const url of [item.url, item.imageUrl]) expect(url ?? 'https://').toMatch(/^https?:\/\//);
  for (const date of [item.publishedAt, item.updatedAt]) expect(date?.getTime()).not.toBeNaN();
  const texts = [item.title ?? '', item.summary, item.text, ...item.authors, ...item.categories];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not get through
  for (const text of texts) expect(text.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\ufeff]/.test(text)).toBe(true);
}

test(`whatever happens to a feed, it is read or refused with a FeedError, within 2 s (seed ${seed})`, {
  timeout: 30 * 60_000,
}, async () => {
  const mutations = fc.tuple(
    fc.constantFrom(...originals),
    fc.array(change, { minLength: 1, maxLength: 8 }),
    contentTypes,
  );
  await fc.assert(
    fc.asyncProperty(mutations, async ([original, changes, contentType]) => {
      const bytes = changes.reduce((changed, next) => next(changed).subarray(0, 2_000_000), original);
      const started = performance.now();
      const result = await parseFeed({ bytes, contentType, url: 'https://harbour.example/feeds/all.xml' }).catch(
        (error: unknown) => error,
      );
      expect(performance.now() - started).toBeLessThan(2_000);
      if (result instanceof Error) expect(result).toBeInstanceOf(FeedError);
      else (result as ParsedDocument).feed.items.forEach(expectSound);
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
});
