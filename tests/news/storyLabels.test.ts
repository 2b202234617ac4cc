import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldLabels, type Label, pairKey, pairsOf, partedFrom, verdictOn } from '../../src/news/storyLabels.ts';

const said = (guildId: string, verdict: Label['verdict'], articleA = 1, articleB = 2): Label => ({
  articleA,
  articleB,
  verdict,
  guildId,
});

test.each([
  ['one server, which is the only one', [said('a', 'same')], 1, 'same'],
  ['one server, while none gets briefings yet', [said('a', 'different')], 0, 'different'],
  ['one server of several', [said('a', 'same')], 5, undefined],
  ['two servers of several', [said('a', 'same'), said('b', 'same')], 5, 'same'],
  [
    'two against two',
    [said('a', 'same'), said('b', 'same'), said('c', 'different'), said('d', 'different')],
    9,
    undefined,
  ],
  ['two against one', [said('a', 'different'), said('b', 'different'), said('c', 'same')], 9, 'different'],
] as const)('what %s says', (_who, labels, servers, expected) => {
  expect(heldLabels(labels, servers).get(pairKey(2, 1))).toBe(expected);
});

test('a pair that is different keeps two groups apart, whatever others say', () => {
  const held = heldLabels([said('a', 'same', 1, 10), said('a', 'different', 2, 11)], 1);
  expect(verdictOn([1, 2], [10, 11], held)).toBe('different');
  expect(verdictOn([1, 2], [10], held)).toBe('same');
  expect(verdictOn([3], [10, 11], held)).toBeNull();
});

test('what is taken out of a story by one server is parted from what stays; others need a second word', () => {
  const pairs = pairsOf([3, 4], [1, 2]);
  const words = (guildId: string) => pairs.map((pair) => ({ ...pair, verdict: 'different' as const, guildId }));
  expect(partedFrom([3, 4], [1, 2], heldLabels(words('a'), 1))).toEqual([3, 4]);
  expect(partedFrom([3, 4], [1, 2], heldLabels(words('a'), 2))).toEqual([]);
  const both = [
    ...words('a'),
    ...pairsOf([3], [1, 2]).map((pair) => ({ ...pair, verdict: 'different' as const, guildId: 'b' })),
  ];
  expect(partedFrom([3, 4], [1, 2], heldLabels(both, 2))).toEqual([3]);
});

test('pairs are ordered, each once, and bounded', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(500), { maxLength: 60 }), (ids) => {
      const [one, other] = [ids.filter((id) => id % 2), ids.filter((id) => id % 2 === 0)];
      const pairs = pairsOf(one, other);
      expect(pairs.every(({ articleA, articleB }) => articleA < articleB)).toBe(true);
      expect(new Set(pairs.map(({ articleA, articleB }) => pairKey(articleA, articleB))).size).toBe(pairs.length);
      expect(pairs.length).toBeLessThanOrEqual(25 * 25);
    }),
  );
});
