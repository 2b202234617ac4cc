import { expect, it } from 'vitest';
import { cityOf, zoneName } from '../../src/discord/zoneName.ts';

it('names the city of a zone', () => {
  expect([cityOf('America/Argentina/Buenos_Aires'), cityOf('UTC')]).toEqual(['Buenos Aires', 'UTC']);
});

it.each([
  ['en', 'Europe/Berlin', 'Berlin'],
  ['fr', 'America/New_York', 'New York'],
  ['ja', 'Europe/Berlin', 'ドイツ時間'],
  ['ja', 'Asia/Tokyo', '日本標準時'],
  ['ko', 'Asia/Seoul', '대한민국 시간'],
  ['zh-Hant', 'Asia/Taipei', '台灣時間'],
  ['ru', 'America/New_York', 'Нью-Йорк'],
  ['ar', 'Europe/Berlin', 'توقيت ألمانيا'],
  ['ar', 'UTC', 'UTC'],
])('a reader of %s calls %s %s', (language, zone, name) => {
  expect(zoneName(zone, language)).toBe(name);
});
