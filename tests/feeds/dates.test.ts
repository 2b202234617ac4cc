import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate } from '../../src/feeds/dates.ts';

test.each([
  ['2026-11-03T07:30:00Z', '2026-11-03T07:30:00.000Z'],
  ['2026-11-03T07:30:00.123456+01:00', '2026-11-03T06:30:00.123Z'],
  ['2026-11-03T07:30+0900', '2026-11-02T22:30:00.000Z'],
  ['2026-11-03 07:30:00', '2026-11-03T07:30:00.000Z'],
  ['2026-11-03 07:30:00 -0500', '2026-11-03T12:30:00.000Z'],
  ['20261103T073000Z', '2026-11-03T07:30:00.000Z'],
  ['2026-11-03', '2026-11-03T00:00:00.000Z'],
  ['2026-11', '2026-11-01T00:00:00.000Z'],
  ['2026', '2026-01-01T00:00:00.000Z'],
  ['2026-11-03T24:00:00Z', '2026-11-04T00:00:00.000Z'],
  ['Tue, 03 Nov 2026 07:30:00 GMT', '2026-11-03T07:30:00.000Z'],
  ['Tue, 3 Nov 2026 07:30 EST', '2026-11-03T12:30:00.000Z'],
  ['03 Nov 26 07:30:00 PDT', '2026-11-03T14:30:00.000Z'],
  ['Tuesday, 03-Nov-26 07:30:00 UT', '2026-11-03T07:30:00.000Z'],
  ['Tue Nov  3 07:30:00 2026', '2026-11-03T07:30:00.000Z'],
  ['Tue Nov 03 07:30:00 +0100 2026', '2026-11-03T06:30:00.000Z'],
  ['Tue,03 Nov 2026 07:30:00 +01:00', '2026-11-03T06:30:00.000Z'],
  ['Tue, 03 Nov 2026 07:30:00 GMT+0900', '2026-11-02T22:30:00.000Z'],
  ['Tue, 03 Nov 2026 7:30 PM', '2026-11-03T19:30:00.000Z'],
  ['Nov 3, 2026 12:05 am', '2026-11-03T00:05:00.000Z'],
  ['November 3, 2026', '2026-11-03T00:00:00.000Z'],
  ['3rd November 2026', '2026-11-03T00:00:00.000Z'],
  ['Tue, 03 Nov 2026 07:30:00 JST', '2026-11-02T22:30:00.000Z'],
  ['Tue, 03 Nov 2026 07:30:00 XYZ', '2026-11-03T07:30:00.000Z'],
  ['Di, 03 März 2026 07:30:00 +0100', '2026-03-03T06:30:00.000Z'],
  ['3. Dezember 2026', '2026-12-03T00:00:00.000Z'],
  ['3 de noviembre de 2026', '2026-11-03T00:00:00.000Z'],
  ['mar., 3 févr. 2026 07:30:00 +0100', '2026-02-03T06:30:00.000Z'],
  ['3 ноября 2026 г., 07:30', '2026-11-03T07:30:00.000Z'],
  ['2026年11月3日 7時30分', '2026-11-02T22:30:00.000Z'],
  ['２０２６年１１月３日', '2026-11-03T00:00:00.000Z'],
  ['2026년 11월 3일 오후 7시 30분', '2026-11-03T10:30:00.000Z'],
  ['31.12.2026 18:00', '2026-12-31T18:00:00.000Z'],
  ['12/31/2026', '2026-12-31T00:00:00.000Z'],
  ['2026/11/03 07:30', '2026-11-03T07:30:00.000Z'],
  ['1793691000', '2026-11-03T07:30:00.000Z'],
])('%s', (written, expected) => {
  expect(parseDate(written)?.toISOString()).toBe(expected);
});

test.each([
  '', ' ', 'yesterday', 'n/a', '0000-00-00 00:00:00', '2026-13-01', '2026-02-30', '03/04/2026', '31 Feb 2026',
  'Tue, 03 Nov 2026 25:00:00 GMT', '1 2 3', 'x'.repeat(10_000),
])('unreadable or ambiguous: %j', (written) => {
  expect(parseDate(written)).toBeNull();
}); // biome-ignore format: a list

test('whatever JavaScript writes is read back', () => {
  const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (date) => {
      expect(parseDate(date.toISOString())).toEqual(date);
      expect(parseDate(date.toUTCString())?.getTime()).toBe(Math.floor(date.getTime() / 1_000) * 1_000);
    }),
  );
});

test('never throws, never invalid', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (written) => {
      const date = parseDate(written);
      expect(date === null || !Number.isNaN(date.getTime())).toBe(true);
    }),
  );
});
