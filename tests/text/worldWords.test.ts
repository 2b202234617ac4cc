import { expect, test } from 'vitest';
import { worldWordsOf } from '../../src/text/worldWords.ts';

const found = (text: string, language: string) => [...worldWordsOf(text.toLowerCase(), language)].sort();

test.each([
  ['en', 'An earthquake struck Japan on Tuesday', ['day:2', 'news:earthquake', 'region:JP']],
  ['de', 'Erdbeben in Japan am Dienstag', ['day:2', 'news:earthquake', 'region:JP']],
  ['ru', 'Во вторник в Японии произошло землетрясение', ['day:2', 'news:earthquake', 'region:JP']],
  ['ar', 'ضرب زلزال اليابان الثلاثاء', ['day:2', 'news:earthquake', 'region:JP']],
  ['ja', '日本で火曜日に地震', ['day:2', 'news:earthquake', 'region:JP']],
  ['ko', '화요일 일본에서 지진이 발생', ['day:2', 'news:earthquake', 'region:JP']],
  ['zh', '日本星期二发生地震', ['day:2', 'news:earthquake', 'region:JP']],
  ['zh-Hant', '日本星期二發生地震', ['day:2', 'news:earthquake', 'region:JP']],
])('one event has the same codes in %s', (language, text, codes) => {
  expect(found(text, language)).toEqual(codes);
});

test('a short Korean word counts where a word begins, or after another that is known', () => {
  expect(found('한국은행', 'ko')).toEqual(['news:bank', 'region:KR']);
  expect(found('불가나', 'ko')).toEqual([]);
});

test('a phrase is met as a whole', () => {
  expect(found('The central bank waits', 'en')).toEqual(['news:bank', 'news:central bank']);
  expect(found('The central station', 'en')).toEqual([]);
});

test('a word that only begins alike is another', () => {
  expect(found('Protein, protector, company, companion', 'en')).toEqual(['news:company']);
  expect(found('Eine Demonstrantin', 'de')).toEqual(['news:protest']);
});

test('a language without news words still has its places', () => {
  expect(found('Maanjäristys, Japani', 'fi')).toEqual(['language:ja', 'region:JP']);
});
