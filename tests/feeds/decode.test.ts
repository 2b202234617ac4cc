import { expect, test } from 'vitest';
import { decode } from '../../src/feeds/decode.ts';
import { fixture, parsedFixture } from './fixture.ts';

test.each([
  ['shift-jis.xml', null, '港の新しい船便'],
  ['euc-kr.xml', null, '항구에 새 배가 뜬다'],
  ['euc-kr-unlabelled.xml', null, '항구에 새 배가 뜬다'],
  ['windows-1251.xml', null, 'Новый паром в порту'],
  ['windows-1251.xml', 'text/xml; charset=utf-8', 'Новый паром в порту'],
  ['utf-8-labelled-latin-1.xml', 'text/xml; charset=iso-8859-1', 'Fähre über den Hafen'],
  ['latin-1-labelled-utf-8.xml', 'application/rss+xml; charset="utf-8"', 'Fähre über den Hafen'],
  ['utf-16-without-mark.xml', null, 'Fähre über den Hafen'],
  ['utf-8-one-bad-byte.xml', null, '港の新しい船便'],
  ['shift-jis.xml', 'text/xml; charset=no-such-thing', '港の新しい船便'],
])('%s (%s)', async (name, contentType, title) => {
  const { items } = await parsedFixture(name, contentType);
  expect(items[0]?.title).toBe(title);
});

test('windows-1252 quotation marks survive a wrong label', async () => {
  const { items } = await parsedFixture('latin-1-labelled-utf-8.xml');
  expect(items[0]?.summary).toBe('Größe zählt – “sagt” man.');
});

test('the byte order mark outranks header and declaration', () => {
  expect(decode(fixture('byte-order-mark.xml'), 'text/xml; charset=koi8-r')).toContain('Überfahrt');
});

test('the header outranks the declaration', () => {
  const bytes = Buffer.from([...Buffer.from('<?xml version="1.0" encoding="windows-1252"?><rss>'), 0xcf, 0xd0, 0xc9]);
  expect(decode(bytes, 'text/xml; charset=koi8-r')).toContain('опи');
});
