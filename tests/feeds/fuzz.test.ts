import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FeedError } from '../../src/news/outside.ts';
import { fixture, parse } from './fixture.ts';

const names = readdirSync(new URL('../fixtures/feeds/', import.meta.url));
const scraps = ['<', '>', '</', '"', "'", '&', ';', ']]>', '<![CDATA[', '<!--', '-->', '<!DOCTYPE [', '<?', '<item>', '</item>', '<entry>', '<title>', '</channel>', '{', '}', '[', ']', '\\', '\u0000', '&#x110000;', '&amp', 'xml:base="::"', '\ud800']; // biome-ignore format: a list

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 60 }),
  insert: fc.oneof(
    fc.constantFrom(...scraps).map((scrap) => Buffer.from(scrap)),
    fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
  ),
  repeat: fc.integer({ min: 1, max: 50 }),
});

function mutated(
  original: Buffer,
  changes: readonly { at: number; remove: number; insert: Buffer; repeat: number }[],
): Buffer {
  return changes.reduce((bytes, { at, remove, insert, repeat }) => {
    const start = Math.floor(at * bytes.length);
    const inserted = Array.from({ length: repeat }, () => insert);
    return Buffer.concat([bytes.subarray(0, start), ...inserted, bytes.subarray(start + remove)]);
  }, original);
}

test('whatever happens to a feed, it is read or refused with a FeedError, within 2 s', {
  timeout: 120_000,
}, async () => {
  const mutations = fc.tuple(fc.constantFrom(...names), fc.array(change, { minLength: 1, maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(mutations, async ([name, changes]) => {
      const started = performance.now();
      const result = await parse(mutated(fixture(name), changes)).catch((error: unknown) => error);
      expect(performance.now() - started).toBeLessThan(2_000);
      if (result instanceof Error) expect(result).toBeInstanceOf(FeedError);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
  );
});
