import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldedTyping } from '../../src/discord/foldedTyping.ts';
import { parseTimes } from '../../src/discord/parseTimes.ts';

const read = (typed: string) => parseTimes(foldedTyping(typed));

it.each([
  ['7:00', '07:00'],
  ['07:00, 18.30', '07:00 18:30'],
  ['18:30 7:00 18:30', '07:00 18:30'],
  ['0:05;23:59', '00:05 23:59'],
  ['7', '07:00'],
  ['7.', '07:00'],
  // English
  ['7am 6:30 pm', '07:00 18:30'],
  ['7 a.m. and 6 p.m.', '07:00 18:00'],
  ['12am, 12pm', '00:00 12:00'],
  ['every day at 7 o’clock', '07:00'],
  // German
  ['7 Uhr', '07:00'],
  ['7.30 Uhr', '07:30'],
  ['täglich um 07:00 und 18:00 Uhr', '07:00 18:00'],
  ['7 Uhr und 18 Uhr 30', '07:00 18:30'],
  ['7 Uhr morgens, 8 Uhr abends', '07:00 20:00'],
  // French
  ['19h', '19:00'],
  ['7h30 et 18h', '07:30 18:00'],
  ['7h 19h30', '07:00 19:30'],
  ['à 7 h et à 18 h 30', '07:00 18:30'],
  ['7 heures et demie', '07:30'],
  ['7h du matin, 8h du soir', '07:00 20:00'],
  // Spanish
  ['a las 7 y a las 18:30', '07:00 18:30'],
  ['7 y media', '07:30'],
  ['7 de la mañana, 9 de la noche y 1 de la noche', '01:00 07:00 21:00'],
  ['7 a. m. y 6 p. m.', '07:00 18:00'],
  // Portuguese
  ['às 7h e às 18h30min', '07:00 18:30'],
  ['7 da manhã e 8 da noite', '07:00 20:00'],
  // Russian
  ['в 7 утра и в 6 вечера', '07:00 18:00'],
  ['7 ч. 30 мин.', '07:30'],
  ['7 ч 30 мин, 3 ночи, 11 ночи', '03:00 07:30 23:00'],
  ['каждый день в 7 часов', '07:00'],
  // Arabic
  ['٧:٠٠ و١٨:٣٠', '07:00 18:30'],
  ['الساعة 7 صباحًا و6 مساءً', '07:00 18:00'],
  ['7 ص و 6 والنصف م', '07:00 18:30'],
  ['۷:۰۰، ۱۸:۰۰', '07:00 18:00'],
  // Japanese
  ['７：００、１８：３０', '07:00 18:30'],
  ['7時、18時30分', '07:00 18:30'],
  ['午前7時と午後6時半', '07:00 18:30'],
  ['午前0時と午後0時30分', '00:00 12:30'],
  ['朝七時、夜十時二十分、夜12時', '00:00 07:00 22:20'],
  // Korean
  ['7시, 18시30분', '07:00 18:30'],
  ['오전 7시와 오후 6시 반', '07:00 18:30'],
  ['오전 7시 및 밤 12시', '00:00 07:00'],
  // Chinese
  ['上午7点和下午6点半', '07:00 18:30'],
  ['早上七点，晚上八点', '07:00 20:00'],
  ['每天上午7點、下午6點30分', '07:00 18:30'],
  ['二十三点', '23:00'],
])('%s is read as %s', (typed, times) => {
  expect(read(typed)?.join(' ')).toBe(times);
});

it.each([
  '24:00',
  '7:60',
  '7:5',
  '7:30:00',
  '715',
  '13pm',
  '0am',
  '午後13時',
  '午前7時 pm',
  '7 am pm',
  '7:00 noon',
  '-7:00',
  '7-9',
  '7 Uhren',
  '2 hours',
  '2時間',
  '半',
  'every day',
  '',
  ' , ',
  `7${' '.repeat(300)}8`,
])('%j is no time of day', (typed) => {
  expect(read(typed)).toBeNull();
});

it('reads whatever is typed as times of day, ascending, each once, or not at all', () => {
  const piece = fc.constantFrom(
    '7',
    ':',
    '30',
    'am',
    'p.m.',
    ' ',
    ',',
    '25',
    'h',
    '時',
    '半',
    '١',
    'und',
    ' y ',
    '오후',
    'و',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
      const times = read(parts.join(''));
      if (!times) return;
      expect(times.filter((time) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))).toEqual([]);
      expect(times).toEqual([...new Set(times)].sort());
      expect(read(times.join(' '))).toEqual(times);
    }),
  );
});
