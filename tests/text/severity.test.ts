import { expect, test } from 'vitest';
import { jointSeverity, severityOf } from '../../src/text/severity.ts';

test.each([
  ['en', 'Six people have died and 21 have been injured after part of the bridge fell.', 6, 21],
  ['en', 'The storm killed at least four people, injuring 17, police said.', 4, 17],
  ['en', 'The death toll rose to 1,204 on Tuesday.', 1204, null],
  ['en', 'A man of 67 who died overnight had lived there.', null, null],
  ['en', 'When he died last winter at 84, he left a library.', null, null],
  ['en', 'Nobody was hurt. 350 people were aboard.', null, null],
  ['de', 'Die Polizei sprach von neun Toten und 23 Verletzten.', 9, 23],
  ['fr', 'Le séisme a fait 12 morts et 40 blessés.', 12, 40],
  ['es', 'Al menos once muertos y 26 heridos por el derrumbe.', 11, 26],
  ['pt', 'Pelo menos 14 mortos e 30 feridos na enchente.', 14, 30],
  ['ru', 'Погибли 5 человек, пострадали 18.', 5, 18],
  ['ja', '少なくとも7人が死亡、24人がけがをした。', 7, 24],
  ['ko', '이 사고로 3명이 숨지고 11명이 다쳤다.', 3, 11],
  ['zh-Hans', '事故造成8人死亡，15人受伤。', 8, 15],
  ['ar', 'أسفر الهجوم عن مقتل 12 شخصا وإصابة 30 آخرين.', 12, 30],
])('%s: %s', (language, text, killed, hurt) => {
  expect(severityOf(text, language)).toMatchObject({ killed, hurt });
});

test.each([
  ['en', 'Garam bets $3 billion on chips', 3e9],
  ['de', 'Der Bau kostet 3,5 Milliarden Euro', 3.85e9],
  ['ja', '4500億円を投資する', 3.15e9],
  ['ko', '4조원 규모의 투자', 2.8e9],
])('money in %s: %s', (language, text, dollars) => {
  expect(severityOf(text, language).dollars).toBeCloseTo(dollars, -3);
});

test.each([
  ['en', 'A 6.4-magnitude earthquake struck', 6.4],
  ['en', 'An earthquake of magnitude 7 struck', 7],
  ['de', 'Ein Beben der Stärke 5,8', 5.8],
  ['ja', 'マグニチュード6.1の地震', 6.1],
  ['en', 'An order of magnitude 100 times larger', null],
])('magnitude in %s: %s', (language, text, expected) => {
  expect(severityOf(text, language).magnitude).toBe(expected);
});

test('of several reports, the largest figure that a second one reaches counts', () => {
  const report = (killed: number | null) => ({ killed, hurt: null, dollars: null, magnitude: null });
  expect(jointSeverity([report(4), report(13), report(900), report(null)]).killed).toBe(13);
  expect(jointSeverity([report(4)]).killed).toBe(4);
  expect(jointSeverity([]).killed).toBeNull();
});
