import { describe, expect, it } from 'vitest';
import { escaped } from '../../src/discord/escape.ts';
import { likelyZone, offerZones, typedZone } from '../../src/discord/typedZone.ts';
import { aContext } from '../support/aContext.ts';

const context = aContext();
const offered = (text: string) => offerZones(text, 'en').map(({ value }) => value);

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
    ['[x](y)', '“\\[x\\]\\(y\\)” is no time zone I know.'],
  ])('%s is told what to type', (typed, answer) => {
    expect(() => typedZone(typed, context)).toThrow(answer);
  });
});

describe('a difference from UTC, which is no zone', () => {
  it.each([
    ['en', '+09:00', 'Asia/Tokyo'],
    ['ko', 'UTC+9', 'Asia/Seoul'],
    ['en', '＋５:３０', 'Asia/Kolkata'],
    ['en', 'GMT-5', 'America/New_York'],
    ['pt', '−0300', 'America/Sao_Paulo'],
    ['en', '+00:00', 'Europe/London'],
    ['en', '+5:45', 'Asia/Kathmandu'],
  ])('in %s, %s is answered with %s', (language, typed, zone) => {
    const inLanguage = aContext({ language });
    const answer = inLanguage.say('errorZoneOffset', { typed: escaped(typed), zone: escaped(zone) });
    expect(() => typedZone(typed, inLanguage)).toThrow(answer);
  });

  it('that no zone has, is answered as any other word', () => {
    expect(() => typedZone('+03:33', context)).toThrow('“\\+03:33” is no time zone I know. Type one like');
  });
});

describe('offered zones', () => {
  it('are found by the city’s beginning first', () => {
    expect(offered('ber').slice(0, 2)).toEqual(['Atlantic/Bermuda', 'Europe/Berlin']);
    expect(offered('new y')[0]).toBe('America/New_York');
    expect(offered('kyiv')).toEqual(['Europe/Kyiv']);
  });

  it('carry the reader’s own name for them where it is in another script', () => {
    const named = (language: string) => offerZones('berl', language).map(({ name }) => name);
    expect([named('de'), named('ja')]).toEqual([['Europe/Berlin'], ['Europe/Berlin · ドイツ時間']]);
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
