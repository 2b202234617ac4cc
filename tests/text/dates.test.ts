import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datesOf } from '../../src/text/dates.ts';
import { monday } from '../support/articles.ts';

/** Of a text published on Monday 23 November 2026: days, or `from..to`. */
function days(text: string, language: string): string {
  return datesOf(text, language, monday)
    .map(({ from, to }) => (from === to ? from : `${from}..${to}`))
    .join(' ');
}

test.each([
  ['en', 'on 3 May 2026 and May 3, 2025 and the 3rd of June', '2026-05-03 2025-05-03 2026-06-03'],
  ['en', 'Nov. 20-22, and in November 2025', '2026-11-20..2026-11-22 2025-11-01..2025-11-30'],
  ['en', 'yesterday, today, tomorrow, the day before yesterday', '2026-11-22 2026-11-23 2026-11-24 2026-11-21'],
  ['en', 'It broke on Friday. It will open on Friday.', '2026-11-20 2026-11-27'],
  ['en', 'on Monday', '2026-11-23'],
  ['en', '2026-05-03 and 2026-02-31', '2026-05-03'],
  ['en', 'The march of 5 people; he may 3 times; version 3.5.2', ''],
  ['en', 'on 2 January', '2027-01-02'],
  ['en', '31 June', ''],
  ['de', 'am 3. Mai 2026, vom 3. bis 5. Dezember, 3.5.2026', '2026-05-03 2026-12-03..2026-12-05 2026-05-03'],
  ['de', 'gestern, vorgestern, kommenden Freitag', '2026-11-22 2026-11-21 2026-11-27'],
  ['fr', 'le 1er décembre 2026, hier, vendredi, aujourd’hui', '2026-12-01 2026-11-22 2026-11-20 2026-11-23'],
  ['fr', 'du 3 au 5 décembre', '2026-12-03..2026-12-05'],
  ['es', 'el 3 de mayo de 2026, ayer, por la mañana', '2026-05-03 2026-11-22'],
  ['pt', '3 de maio de 2026, ontem, sexta-feira', '2026-05-03 2026-11-22 2026-11-20'],
  ['ru', '3 мая 2026 года, вчера, в пятницу, 20–22 ноября', '2026-05-03 2026-11-22 2026-11-20 2026-11-20..2026-11-22'],
  ['ar', '٣ مايو 2026 وأمس، يوم الجمعة المقبل', '2026-05-03 2026-11-27'],
  ['ja', '２０２６年５月３日、22日、昨日、金曜日', '2026-05-03 2026-11-22 2026-11-22 2026-11-20'],
  ['ja', '3日間、11月20〜22日、3日ぶり', '2026-11-20..2026-11-22'],
  ['ko', '2026년 5월 3일, 22일 밝혔다, 어제, 3일간', '2026-05-03 2026-11-22 2026-11-22'],
  ['ko', '2026. 5. 3. 서울', '2026-05-03'],
  ['zh-Hans', '2026年5月3日，22日，昨天，周五，3日内', '2026-05-03 2026-11-22 2026-11-22 2026-11-20'],
  ['xx', '2026-05-03', '2026-05-03'],
])('%s: %s', (language, text, expected) => {
  expect(days(text, language)).toBe(expected);
});

test('today is what it is where the paper stands', () => {
  const evening = new Date('2026-11-23T20:00:00Z');
  expect(datesOf('今日', 'ja', evening, 'Asia/Tokyo')[0]?.from).toBe('2026-11-24');
  expect(datesOf('today', 'en', evening, 'America/New_York')[0]?.from).toBe('2026-11-23');
});

test('whatever the text, dates are real, stand in it, in order, apart from each other', () => {
  const part = fc.constantFrom(
    '3',
    '31',
    ' ',
    '. ',
    'May',
    ' Mai ',
    '月',
    '日',
    '2026',
    '-',
    '/',
    'Friday',
    ' will ',
    '昨日',
    '٣',
    ',',
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 30 }),
      fc.constantFrom('en', 'de', 'ja', 'ko', 'ar', 'ru'),
      (parts, language) => {
        const text = parts.join('');
        let last = 0;
        for (const { from, to, text: found, index } of datesOf(text, language, monday)) {
          expect(index).toBeGreaterThanOrEqual(last);
          expect(text.startsWith(found, index)).toBe(true);
          expect(from <= to).toBe(true);
          expect(new Date(from).toISOString().slice(0, 10)).toBe(from);
          last = index + found.length;
        }
      },
    ),
  );
});
