import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip } from '../../src/text/clip.ts';

const family = '👨‍👩‍👧‍👦';
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemesOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

test.each([
  ['short', 5, 'short'],
  ['the ferry sails', 12, 'the ferry…'],
  ['the ferry, it sails', 12, 'the ferry…'],
  ['the ferry sails', 10, 'the ferry…'],
  ['unbreakableword', 8, 'unbreak…'],
  ['a unbreakableword', 8, 'a unbre…'],
  ['連絡船が土曜日に再開する', 6, '連絡船が土…'],
  ['連絡船が、再開する', 6, '連絡船が…'],
  [`a${family}b`, 12, 'a…'],
  [`${family}${family}`, 12, `${family}…`],
  ['🇩🇪🇫🇷🇯🇵', 7, '🇩🇪…'],
  ['👍🏽👍🏽', 6, '👍🏽…'],
  ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
  [`e${'\u0301'.repeat(300)}`, 50, '…'],
  ['नमस्ते दुनिया', 7, 'नमस्ते…'],
  ['ab', 1, '…'],
  ['ab', 0, ''],
  ['ab', -3, ''],
  ['', 0, ''],
])('%j in %i is %j', (text, max, expected) => {
  expect(clip(text, max)).toBe(expected);
});

test('any text keeps to its room, and every character that a person sees stays whole', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom(family, '🇩🇪', '👍🏽', 'e\u0301', '한', '각', '\r\n', ' ', ', ', 'x'.repeat(30), 'க்ஷ', '❤️'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: -1, max: 60 }), (pieces, max) => {
      const text = pieces.join('');
      const clipped = clip(text, max);
      expect(clipped.length).toBeLessThanOrEqual(Math.max(0, max));
      if (clipped === text || clipped === '') return;
      const kept = graphemesOf(clipped.slice(0, -1));
      expect(clipped.endsWith('…')).toBe(true);
      expect(kept).toEqual(graphemesOf(text).slice(0, kept.length));
    }),
  );
});
