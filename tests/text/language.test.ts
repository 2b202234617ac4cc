import { expect, test } from 'vitest';
import { articleLanguage, languagesReadBy, sameLanguage } from '../../src/text/language.ts';
import { languageOf } from '../../src/text/languageOf.ts';

const german =
  'Die Fähre nach Stanewick fährt am Samstag wieder, nachdem sie elf Wochen lang in der Werft gelegen hat.';
const english =
  'The ferry to Stanewick sails again on Saturday after it had spent eleven weeks in the dock for repairs.';

test.each([
  ['says it is English but is German', german, 'en', 'de'],
  ['says it is German but is English', english, 'de', 'en'],
  ['says what it is', english, 'en-GB', 'en-GB'],
  ['says nothing', english, 'und', 'en'],
  ['says nothing, too short to tell', 'Hello', 'und', 'und'],
  ['too short to doubt what the source says', 'Wetter am Morgen', 'en', 'en'],
  ['figures only', '3 : 2 (1 : 0)', 'fr', 'fr'],
  ['nothing', '', 'ko', 'ko'],
  ['Japanese in an English feed', '連絡船が土曜日に再開する', 'en', 'ja'],
  ['a Japanese headline without kana', '東京証券取引所', 'ja', 'ja'],
  ['a headline in traditional characters when nobody knows', '這個國家的總統辭職', 'und', 'zh-Hant'],
  [
    'a long Chinese text in a Japanese feed',
    '这艘渡轮在船坞里停了十一个星期之后将于星期六重新开航'.repeat(3),
    'ja',
    'zh-Hans',
  ],
  ['Chinese, simplified', '这个问题现在还没有答案', 'zh-Hant', 'zh-Hans'],
  ['Chinese, traditional', '這個問題現在還沒有答案', 'zh-Hans', 'zh-Hant'],
  ['Chinese that could be either', '北京市中心', 'zh-Hant', 'zh-Hant'],
  ['Korean', '여객선이 토요일에 다시 뜬다', 'en', 'ko'],
  ['Greek', 'Το πλοίο φεύγει ξανά', 'en', 'el'],
  ['Thai', 'เรือข้ามฟากกลับมาแล้ว', 'und', 'th'],
  [
    'Indonesian',
    'Kapal feri itu bisa berlayar lagi pada hari Sabtu karena perusahaan sudah memperbaikinya.',
    'und',
    'id',
  ],
  ['Malay', 'Feri itu boleh belayar semula pada hari Sabtu kerana syarikat telah membaikinya.', 'und', 'ms'],
  [
    'Indonesian from an Indonesian source',
    'Kapal feri itu berlayar lagi pada hari Sabtu dari pelabuhan di kota ini.',
    'id',
    'id',
  ],
  ['a Japanese name inside English', `${english} Its new name is 海.`, 'en', 'en'],
])('%s', (_what, text, prior, expected) => {
  expect(languageOf(text, prior)).toBe(expected);
});

test.each([
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['pt-BR', 'pt'],
  ['en_US', 'en'],
  ['JA', 'ja'],
  ['', 'und'],
  ['english', 'und'],
])('articles in %j are in %s', (tag, expected) => {
  expect(articleLanguage(tag)).toBe(expected);
});

test('both ways of writing Chinese are one for reading, dialects too', () => {
  expect(languagesReadBy('zh-TW')).toEqual(['zh-Hans', 'zh-Hant']);
  expect(languagesReadBy('pt-BR')).toEqual(['pt']);
  expect(sameLanguage('zh-Hans', 'zh-Hant')).toBe(true);
  expect(sameLanguage('en', 'es')).toBe(false);
});
