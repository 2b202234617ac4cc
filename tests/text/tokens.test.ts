import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexText, phrasesOf, tokensOf } from '../../src/text/tokens.ts';

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

const written = (text: string, isPhrase: boolean) =>
  phrasesOf(text, isPhrase).map(({ tokens, isPrefix }) => `${tokens.join(' ')}${isPrefix ? '*' : ''}`);

test.each([
  ['ferry', ['ferry*']],
  ['AI', ['ai']],
  ["Holm's", ['holm*']],
  ['covid-19', ['covid*', '19']],
  ['東京都', ['東京 京都']],
  ['海', ['海*']],
  ['𠮷', ['𠮷*']],
  ['トヨタEV', ['トヨ ヨタ', 'ev']],
  ['책', ['책*']],
  ['渡輪', ['渡輪']],
  ['🚢', []],
  ['\u0000', []],
])('a text holds the word %s when it holds %j', (word, phrases) => {
  expect(written(word, false)).toEqual(phrases);
});

test.each([
  ['leaves dock', ['leaves dock*']],
  ['東京 大阪', ['東京 大阪']],
  ['covid-19', ['covid 19']],
  ['。、', []],
])('a text holds the phrase %s when it holds %j', (phrase, phrases) => {
  expect(written(phrase, true)).toEqual(phrases);
});

test('what is looked for is words only, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isPhrase) => {
      for (const { tokens } of phrasesOf(text, isPhrase)) expect(tokens.join(' ')).toMatch(/^[\p{L}\p{M}\p{N} ]+$/u);
    }),
  );
});
