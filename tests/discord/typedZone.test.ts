import { describe, expect, it } from 'vitest';
import { cityOf, likelyZone, offerZones, typedZone } from '../../src/discord/typedZone.ts';
import { aContext } from '../support/aContext.ts';

const context = aContext();
const offered = (text: string) => offerZones(text).map(({ value }) => value);

describe('a time zone that was typed', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['UTC', 'UTC'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
  ])('%s is %s', (typed, zone) => {
    expect(typedZone(typed, context)).toBe(zone);
  });

  it.each([
    ['Asia/Soul', '“Asia/Soul” is no time zone I know. Did you mean Asia/Seoul?'],
    ['Tokio', '“Tokio” is no time zone I know. Did you mean Asia/Tokyo?'],
    ['the moon', '“the moon” is no time zone I know. Type one like Europe/Berlin or Asia/Seoul.'],
    ['+09:00', '“\\+09:00” is no time zone I know. Type one like Europe/Berlin or Asia/Seoul.'],
    ['[x](y)', '“\\[x\\]\\(y\\)” is no time zone I know.'],
  ])('%s is told what to type', (typed, answer) => {
    expect(() => typedZone(typed, context)).toThrow(answer);
  });
});

describe('offered zones', () => {
  it('are found by the city’s beginning first', () => {
    expect(offered('ber').slice(0, 2)).toEqual(['Atlantic/Bermuda', 'Europe/Berlin']);
    expect(offered('new y')[0]).toBe('America/New_York');
    expect(offered('kyiv')).toEqual(['Europe/Kyiv']);
  });

  it('are at most 25, and each is accepted', () => {
    expect(offered('').length).toBe(25);
    for (const zone of [...offered(''), ...offered('america')]) expect(typedZone(zone, context)).toBe(zone);
  });
});

describe('the likely zone of a server', () => {
  it.each([
    ['ja', 'Asia/Tokyo'],
    ['pt-BR', 'America/Sao_Paulo'],
    ['en-GB', 'Europe/London'],
    ['en-US', 'UTC'],
    ['zh-TW', 'Asia/Taipei'],
    ['zh-CN', 'Asia/Shanghai'],
    ['sv-SE', 'Europe/Stockholm'],
    [null, 'UTC'],
  ])('%s: %s', (locale, zone) => {
    expect(likelyZone(locale)).toBe(zone);
  });

  it('is always one that can be typed', () => {
    for (const locale of ['uk', 'hi', 'vi', 'id', 'th', 'tr', 'nl', 'pl', 'it', 'fr', 'es-ES', 'ru', 'ko', 'de']) {
      expect(typedZone(likelyZone(locale), context)).toBe(likelyZone(locale));
    }
  });
});

it('names the city of a zone', () => {
  expect([cityOf('America/Argentina/Buenos_Aires'), cityOf('UTC')]).toEqual(['Buenos Aires', 'UTC']);
});
