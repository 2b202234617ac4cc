import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, link, plain, safeUrl, timestamp } from '../../src/discord/escape.ts';
import { hostilePieces, hostileText } from '../support/hostileText.ts';

const often = { numRuns: 500 };

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const charactersOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment);

/** What Discord shows of escaped text: a backslash vanishes before a mark, the guard behind an @ can't be seen. */
const shown = (text: string) => text.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll('@\u200b', '@');

/** What of a text would still mean something to Discord. */
function meaningIn(text: string): string[] {
  const live = text.replace(/\\[^0-9A-Za-z\s]/g, 'x');
  return [
    ...(live.match(/[*_~`|[\]()<>#]/g) ?? []),
    ...(live.match(/\\/g) ?? []),
    ...(live.match(/(?:https?|ftp|mailto|steam|discord):/gi) ?? []),
    ...(text.match(/@(?!\u200b)/g) ?? []),
    ...(live.match(/^(?:[-+]|\d+\.)/g) ?? []),
    ...(text.match(/\s{2,}|[\n\r\t]/g) ?? []),
    ...(text.replaceAll('@\u200b', '@').match(/[\p{Cc}\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu) ??
      []),
  ];
}

describe('escaped text', () => {
  it.each(hostilePieces)('%j means nothing to Discord', (piece) => {
    expect(meaningIn(escaped(piece))).toEqual([]);
    expect(meaningIn(escaped(`A ${piece} B`))).toEqual([]);
  });

  it('means nothing to Discord, whatever it is made of', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 300 }), (text, max) => {
        expect(meaningIn(escaped(text, max))).toEqual([]);
      }),
      often,
    );
  });

  it('is shown letter for letter', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shown(escaped(text))).toBe(plain(text, Number.POSITIVE_INFINITY));
      }),
      often,
    );
    expect(escaped('Rates: 5 > 4 *and* "so" on, a_b & c')).toBe('Rates: 5 \\> 4 \\*and\\* "so" on, a\\_b & c');
  });

  it('never gets longer than it may, not even when it may not be at all', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 0, max: 120 }), (text, max) => {
        expect(escaped(text, max).length).toBeLessThanOrEqual(max);
        expect(plain(text, max).length).toBeLessThanOrEqual(max);
      }),
      often,
    );
    expect(escaped('A headline', -3)).toBe('');
  });

  it('is cut between what people see as characters', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const whole = charactersOf(plain(text, Number.POSITIVE_INFINITY));
        const cut = charactersOf(shown(escaped(text, max)).replace(/…$/, ''));
        expect(whole.slice(0, cut.length)).toEqual(cut);
      }),
      often,
    );
  });

  it.each([
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 13, '👩‍👩‍👧‍👦…'],
    ['🇯🇵🇰🇷🇩🇪', 9, '🇯🇵🇰🇷…'],
    ['👍🏽👍🏽', 6, '👍🏽…'],
    ['cafe\u0301s', 5, 'caf…'],
    ['One two three four', 12, 'One two…'],
  ])('%s in %d units is %s', (text, max, cut) => {
    expect(escaped(text, max)).toBe(cut);
  });

  it('keeps what scripts need: joiners of Persian and of emoji', () => {
    expect(escaped('می\u200cخواهم 👩‍🚀')).toBe('می\u200cخواهم 👩‍🚀');
  });

  it('begins no list, but says the same', () => {
    expect(escaped('2026. What a year')).toBe('2026\\. What a year');
    expect(escaped('-5 °C in Oslo')).toBe('\\-5 °C in Oslo');
    expect(escaped('3.5 million')).toBe('3\\.5 million');
    expect(escaped('3 of 5')).toBe('3 of 5');
  });
});

describe('a web address', () => {
  it.each([
    ['https://paper.example/a(b)?c=<d>', 'https://paper.example/a%28b%29?c=%3Cd%3E'],
    ['https://paper.example/x?q=\\', 'https://paper.example/x?q=%5C'],
    ['https://paper.example/**a**|`b`', 'https://paper.example/%2A%2Aa%2A%2A%7C%60b%60'],
    ['https://zeitung.example/größe', 'https://zeitung.example/gr%C3%B6%C3%9Fe'],
  ])('%s ends no link', (url, safe) => {
    expect(safeUrl(url)).toBe(safe);
  });

  it.each([null, '', 'paper', 'javascript:alert(1)', 'ftp://x.example/', 'https://a:b@x.example/'])(
    '%s is not used',
    (url) => {
      expect(safeUrl(url)).toBeNull();
      expect(link('Text', url)).toBe('Text');
    },
  );

  it('that is endless is not used', () => {
    expect(safeUrl(`https://x.example/${'a'.repeat(2_000)}`)).toBeNull();
  });

  it('of any kind leaves a masked link whole', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), hostileText, (url, text) => {
        const written = link('Text', `${url}${text}`);
        expect(written).toMatch(/^(?:Text|\[Text\]\([^\s()<>\\*`|]+\))$/);
      }),
      often,
    );
  });
});

it('writes a moment as each reader sees it', () => {
  expect(timestamp(new Date('2026-11-23T06:00:00.900Z'))).toBe('<t:1795413600:R>');
  expect(timestamp(new Date('2026-11-23T06:00:00Z'), 'F')).toBe('<t:1795413600:F>');
});
