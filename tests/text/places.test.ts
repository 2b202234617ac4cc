import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBePlace, placeKey, placesOf } from '../../src/text/places.ts';

function keys(text: string, language: string): string {
  return placesOf(text, language).map(placeKey).join(' ');
}

test.each([
  ['en', 'The U.S. and South Korea spoke in Moscow.', 'US KR RU:moscow'],
  ['en', 'Chad fell, Chad Smith did not. Michael Jordan flew to Jordan.', 'TD JO'],
  ['en', 'Turkey ate no turkey; tell us.', 'TR'],
  ['en', 'Guinea-Bissau, Papua New Guinea, New Mexico, Mexico City', 'GW PG MX:mexico-city'],
  ['en', 'South America, the Gulf of Mexico and the US-led talks', 'US'],
  ['en', 'Voters in Atlanta, Georgia', ''],
  ['en', 'Police in Tbilisi, Georgia', 'GE'],
  ['en', 'RUSSIA AND CHINA', 'RU CN'],
  ['en', 'Northern Ireland’s border with Ireland', 'GB IE'],
  ['en-GB', 'French wine for the Japanese', ''],
  ['de', 'Deutschlands Kanzler in der Türkei, USA-Reise', 'DE TR US'],
  ['fr', 'L’Allemagne et d’Israël; Maurice en réunion', 'DE IL'],
  ['es', 'EE. UU. y Corea del Sur, no Granada', 'US KR'],
  ['pt', 'Estados Unidos e Costa do Marfim', 'US CI'],
  ['it', 'Stati Uniti e Germania', 'US DE'],
  ['ru', 'В России, с Германией, из Соединенных Штатов, в Нигерии, в Южной Корее, Кубок', 'RU DE US NG KR'],
  ['uk', 'В Україні та Києві', 'UA'],
  ['pl', 'w Rosji i do Polski', 'RU PL'],
  ['ar', 'وفي السعودية وبريطانيا وللولايات المتحدة بمصر', 'SA GB US EG'],
  ['ja', '米国とインドネシア、ネクタイ、タイ、東京都、中国地方', 'US ID TH JP:tokyo'],
  ['ko', '미국과 인도네시아, 인도적 지원, 이란은 서울에서', 'US ID IR KR:seoul'],
  ['zh-Hans', '美国和印度尼西亚，马里兰州，内蒙古，蒙古', 'US ID MN'],
  ['zh-Hant', '美國、南韓首爾、烏克蘭', 'US KR KR:seoul UA'],
  ['hi', 'भारत और चीन', 'IN CN'],
  ['th', 'ไทยและจีน', 'TH CN'],
  ['xx', 'nowhere at all', ''],
])('%s: %s', (language, text, expected) => {
  expect(keys(text, language)).toBe(expected);
});

test('a country has one key in every language', () => {
  const names = {
    en: 'Ukraine',
    de: 'Ukraine',
    fr: 'Ukraine',
    es: 'Ucrania',
    pt: 'Ucrânia',
    ru: 'Украина',
    ar: 'أوكرانيا',
    ja: 'ウクライナ',
    ko: '우크라이나',
    zh: '乌克兰',
    tr: 'Ukrayna',
    sv: 'Ukraina',
  };
  for (const [language, name] of Object.entries(names))
    expect([language, keys(name, language)]).toEqual([language, 'UA']);
});

test('whatever the text, places stand in it, in order', () => {
  const part = fc.constantFrom(
    'Chad',
    'New ',
    'U.S.',
    ' ',
    '-',
    'South Korea',
    '米国',
    '인도',
    'وللصين ',
    'России',
    '\n',
    ',',
    'x',
  );
  fc.assert(
    fc.property(fc.array(part), fc.constantFrom('en', 'ar', 'ja', 'ko', 'ru', 'zh', 'tr'), (parts, language) => {
      const text = parts.join('');
      let last = -1;
      for (const place of placesOf(text, language)) {
        expect(text.startsWith(place.text, place.index)).toBe(true);
        expect(place.index).toBeGreaterThan(last);
        expect(place.code).toMatch(/^[A-Z]{2}$/);
        expect(mayBePlace(place.text, language)).toBe(true);
        last = place.index;
      }
    }),
  );
});

test('most names of people are no places at a glance', () => {
  const names = ['Anna Holm', 'Weiß', 'Jean-Luc Moreau', 'Иван Петров'];
  expect(names.filter((name) => ['en', 'de', 'fr', 'ru'].some((language) => mayBePlace(name, language)))).toEqual([]);
});
