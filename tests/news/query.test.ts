import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isLanguageNamed, queryOfWords, readQuery, wantedTerms, writeQuery } from '../../src/news/query.ts';
import { aQuery } from '../support/aQuery.ts';

describe('a query', () => {
  it.each([
    ['tram', 'tram'],
    ['tram bridge', 'tram bridge'],
    ['tram AND bridge & toll', 'tram bridge toll'],
    ['tram OR harbour tunnel', 'tram OR harbour tunnel'],
    ['tram|toll', 'tram OR toll'],
    ['(tram OR toll) bridge', '(tram OR toll) bridge'],
    ['((tram))', 'tram'],
    ['tram NOT (bridge toll)', 'tram NOT (bridge toll)'],
    ['tram -bridge !toll', 'tram NOT bridge NOT toll'],
    ['tram, harbour tunnel、toll;', 'tram OR harbour tunnel OR toll'],
    ['1,000 dead, fire', '1,000 dead OR fire'],
    ['“harbour tunnel”', '"harbour tunnel"'],
    ['「海の声」（東京｜大阪）', '"海の声" (東京 OR 大阪)'],
    ['source:"The Harbour Times" tram', 'source:"The Harbour Times" tram'],
    ['LANG：zh-Hant country:uk', 'lang:zh-hant country:GB'],
    ['topic:スポーツ', 'topic:sport'],
    ['e-mail and or not', 'e-mail and or not'],
    ['Fire: 12:30 https://harbour.example/a', 'Fire 12:30 https://harbour.example/a'],
    ['"OR"', '"OR"'],
    ['!!! tram … "—"', 'tram'],
  ])('%s means %s', (typed, written) => {
    expect(writeQuery(aQuery(typed))).toBe(written);
  });

  it.each([
    ['', 'empty', 0],
    [' … "!" ', 'empty', 0],
    ['()', 'empty', 0],
    ['x'.repeat(1_001), 'tooMuch', 1_000],
    [Array.from({ length: 61 }, () => 'x').join(' '), 'tooMuch', 0],
    [`${'('.repeat(9)}x${')'.repeat(9)}`, 'tooMuch', 8],
    ['-tram', 'onlyNot', 0],
    ['tram OR NOT toll', 'onlyNot', 0],
    ['tram "toll', 'partner', 5],
    ['tram (toll', 'partner', 5],
    ['tram) toll', 'partner', 4],
    ['tram AND', 'operator', 5],
    ['OR tram', 'operator', 0],
    ['tram NOT NOT toll', 'operator', 5],
    ['tram, OR toll', 'operator', 6],
    ['tram author:ada', 'field', 5],
    ['tram source:', 'value', 5],
    ['tram topic:zzz', 'topic', 5],
    ['lang:japanese', 'lang', 0],
    ['country:japan', 'country', 0],
  ])('%s can’t be read: %s at %i', (typed, fault, at) => {
    expect(readQuery(typed)).toMatchObject({ problem: { fault, at } });
  });

  it('means the same when it is written out and read again', () => {
    const word = fc.constantFrom(
      'tram',
      '海の声',
      '"harbour tunnel"',
      'lang:ja',
      'source:bbc',
      'AT&T',
      '"or"',
      'паром',
    );
    const typed = fc.letrec<{ any: string }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        word,
        fc.tuple(tie('any'), fc.constantFrom(' ', ' OR ', ' AND ', ' NOT '), word).map((parts) => parts.join('')),
        fc.tuple(word, tie('any')).map(([one, other]) => `${one} (${other})`),
      ),
    })).any;
    fc.assert(
      fc.property(typed, (text) => {
        const read = readQuery(text);
        if ('query' in read) expect(aQuery(writeQuery(read.query))).toEqual(read.query);
      }),
    );
  });

  it('is read or refused, whatever is typed', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '"',
      '「',
      ' OR ',
      ' NOT ',
      '-',
      ',',
      ':',
      'lang:',
      'a',
      ' ',
      '|',
      '\u0301',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          const read = readQuery(text);
          if ('query' in read) expect(wantedTerms(read.query).length).toBeGreaterThan(0);
          else expect(read.problem.at).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});

test('a pasted headline is its words', () => {
  expect(writeQuery(queryOfWords('Ferry (Alba Queen): 3 dead, NOT 4 - “sea lane”')!)).toBe(
    'Ferry "(Alba" "Queen):" 3 "dead," "NOT" 4 "sea lane"',
  );
  expect(queryOfWords(' … ')).toBeNull();
});

test.each([
  ['zh-Hant', 'zh', true],
  ['zh-Hant', 'zh-hant', true],
  ['zh', 'zh-hant', false],
  ['en', 'e', false],
])('an article in %s is of lang:%s: %s', (language, value, expected) => {
  expect(isLanguageNamed(language, value)).toBe(expected);
});
