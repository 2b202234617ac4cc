import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexText, searchQuery, tokensOf } from '../../src/text/tokens.ts';

test.each([
  ['The Ferry, again!', ['the', 'ferry', 'again']],
  ['Straße CAFÉ', ['straße', 'café']],
  ['l’accord de Lauen', ['l', 'accord', 'de', 'lauen']],
  ["Holm's plan, Holm’s vote", ['holm', 'plan', 'holm', 'vote']],
  ['東京都', ['東京', '京都']],
  ['東京、大阪', ['東京', '大阪']],
  ['「海」と・山', ['海', 'と', '山']],
  ['ﾄﾖﾀとＥＶ', ['トヨ', 'ヨタ', 'タと', 'ev']],
  ['データ', ['デー', 'ータ']],
  ['인천항, 배', ['인천', '천항', '배']],
  ['渡輪週六復航。', ['渡輪', '輪週', '週六', '六復', '復航']],
  ['𠮷野家', ['𠮷野', '野家']],
  ['5G通信', ['5g', '通信']],
  ['паром идёт', ['паром', 'идёт']],
  ['العبارة تعود', ['العبارة', 'تعود']],
  ['हिन्दी', ['हिन्दी']],
  ['… — 🚢 !?', []],
  ['', []],
])('%j has the words %j', (text, expected) => {
  expect(tokensOf(text)).toEqual(expected);
});

test('the index also holds the last character of each run, after everything else', () => {
  expect(indexText('東京都とEV、大阪')).toBe('東京 京都 都と ev 大阪 と 阪');
  expect(indexText('ferry 海')).toBe('ferry 海');
});

test.each([
  ['ferry dock', '"ferry"* AND "dock"*'],
  ['“leaves dock” ferry', '"leaves dock"* AND "ferry"*'],
  ['"AI"', '"ai"'],
  ['AI', '"ai"*'],
  ["Holm's", '"holm"*'],
  ['covid-19', '"covid"* AND "19"*'],
  ['東京都', '"東京 京都"'],
  ['「東京 大阪」', '"東京 大阪"'],
  ['海', '"海"*'],
  ['𠮷', '"𠮷"*'],
  ['トヨタEV', '"トヨ ヨタ" AND "ev"*'],
  ['책 항구', '"책"* AND "항구"'],
  ['渡輪', '"渡輪"'],
])('%s is looked for as %s', (typed, query) => {
  expect(searchQuery(typed)).toBe(query);
});

test.each(['', '   ', '"', '"" \'\'', '*', '-', '(((', '🚢', '\u0000', '。、'])('%j can’t be looked for', (typed) => {
  expect(searchQuery(typed)).toBeNull();
});

test.each([
  ['a OR b', '"a"* AND "or"* AND "b"*'],
  ['NOT a', '"not"* AND "a"*'],
  ['NEAR(a b, 3)', '"near"* AND "a"* AND "b"* AND "3"*'],
  ['title:a', '"title"* AND "a"*'],
  ['-a ^b c*', '"a"* AND "b"* AND "c"*'],
  ['a" OR title:b', '"a"* AND "or"* AND "title"* AND "b"*'],
  ['{a b}: c', '"a"* AND "b"* AND "c"*'],
  ["a'; DROP TABLE articles; --", '"a"* AND "drop"* AND "table"* AND "articles"*'],
])('%s is words only, no syntax', (typed, query) => {
  expect(searchQuery(typed)).toBe(query);
});

test('a query is nothing but quoted words joined by AND, whatever is typed, and stays short', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('"', '“', '」', "'", '*', ':', '(', ')', ' ', 'AND', 'ferry', '海', '\0', '\u0301'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const query = searchQuery(text);
      if (query === null) return;
      expect(query).toMatch(/^"[\p{L}\p{M}\p{N} ]+"\*?(?: AND "[\p{L}\p{M}\p{N} ]+"\*?)*$/u);
      expect(query.length).toBeLessThan(3_000);
    }),
  );
});
