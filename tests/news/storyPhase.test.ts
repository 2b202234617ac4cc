import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phaseOf } from '../../src/news/storyPhase.ts';
import { aCoverage, hours, monday } from '../support/articles.ts';

/** Own reporting at these hours before now, each of another owner. */
const reported = (...hoursAgo: number[]) =>
  hoursAgo.map((ago, index) => aCoverage({ articleId: index + 1, owner: `Owner ${index}`, publishedAt: hours(-ago) }));

test.each([
  ['two origins within its first hours', [1, 0.5], 'breaking'],
  ['one origin within its first hours', [1], 'developing'],
  ['two origins, the first of them hours before', [5, 3, 1], 'developing'],
  ['reports through its second day', [30, 20, 10, 2], 'developing'],
  ['a day of silence', [30, 26], 'fading'],
  ['reports into its fourth day', [80, 60, 40, 30, 20, 3], 'sustained'],
  ['one report a day after many', [60, 59, 58, 57, 56, 3], 'fading'],
  ['three days of silence', [90, 73], 'closed'],
  ['a date ahead of the clock', [1, -5], 'breaking'],
] as const)('%s', (_what, hoursAgo, phase) => {
  expect(phaseOf(reported(...hoursAgo), monday)).toBe(phase);
});

test('two papers of one owner do not make it breaking', () => {
  const sisters = reported(1, 0.5).map((article) => ({ ...article, owner: 'Harbour Trust' }));
  expect(phaseOf(sisters, monday)).toBe('developing');
});

test('copies change no phase', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 12 }),
      (own, copied) => {
        const copies = reported(...copied).map((copy, index) => ({ ...copy, articleId: 100 + index, copyOf: 1 }));
        expect(phaseOf([...reported(...own), ...copies], monday)).toBe(phaseOf(reported(...own), monday));
      },
    ),
  );
});

test('without anything new, a story only goes towards its end', () => {
  const order = ['breaking', 'developing', 'sustained', 'fading', 'closed'];
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 90, noNaN: true }), { minLength: 1, maxLength: 9 }), (hoursAgo) => {
      const later = [0, 6, 12, 24, 30, 48, 73].map((hour) => phaseOf(reported(...hoursAgo), hours(hour)));
      const last = later.indexOf('fading');
      if (last !== -1) expect(later.slice(last).every((phase) => order.indexOf(phase) >= 3)).toBe(true);
      expect(later.at(-1)).toBe('closed');
    }),
  );
});
