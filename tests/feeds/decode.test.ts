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

const words = [
  ['windows-1250', '8e6c759d6f75e86bfd206bf9f2', 'Žluťoučký kůň'],
  ['windows-1251', 'cdeee2fbe920efe0f0eeec', 'Новый паром'],
  ['windows-1252', '4772f6df65209620936a6194', 'Größe – “ja”'],
  ['windows-1253', 'cdddef20f0ebefdfef', 'Νέο πλοίο'],
  ['windows-1254', '59656e6920dd736b656c6520fe696d6469', 'Yeni İskele şimdi'],
  ['windows-1255', 'eef2e1e5f8fa20e7e3f9e4', 'מעבורת חדשה'],
  ['windows-1256', 'dac8c7d1c920cccfedcfc9', 'عبارة جديدة'],
  ['windows-1257', 'd069616e6469656e206e61756a6173206b656c74617320fb6b6173', 'Šiandien naujas keltas ūkas'],
  ['windows-1258', 'd0fe', 'Đ₫'],
  ['windows-874', 'e0c3d7cda2e9d2c1bfd2a1', 'เรือข้ามฟาก'],
  ['iso-8859-1', '4772f6df65', 'Größe'],
  ['iso-8859-2', 'ae6c75bb6f75e86bfd206bf9f2', 'Žluťoučký kůň'],
  ['iso-8859-3', 'a66f726f20e66520686176656e6f', 'Ĥoro ĉe haveno'],
  ['iso-8859-4', 'de6b617320697220b9616c6e61', 'Ūkas ir šalna'],
  ['iso-8859-5', 'bdded2ebd920dfd0e0dedc', 'Новый паром'],
  ['iso-8859-6', 'd9c8c7d1c920cccfeacfc9', 'عبارة جديدة'],
  ['iso-8859-7', 'cdddef20f0ebefdfef', 'Νέο πλοίο'],
  ['iso-8859-8', 'eef2e1e5f8fa20e7e3f9e4', 'מעבורת חדשה'],
  ['iso-8859-9', '59656e6920dd736b656c65', 'Yeni İskele'],
  ['iso-8859-10', 'cd736c656e736b757220fe6f72736b757220bf', 'Íslenskur þorskur ŋ'],
  ['iso-8859-13', 'd069616e6469656e206e61756a6173206b656c746173', 'Šiandien naujas keltas'],
  ['iso-8859-14', 'd0796c20792064f072', 'Ŵyl y dŵr'],
  ['iso-8859-15', '46fc6e6620a42066fc7220bc75767265', 'Fünf € für Œuvre'],
  ['iso-8859-16', 'aa7469726920ba6920fee37269', 'Știri și țări'],
  ['koi8-r', 'eecfd7d9ca20d0c1d2cfcd', 'Новый паром'],
  ['koi8-u', 'eecfd7c9ca20d0cfd2cfcd20a7', 'Новий пором ї'],
  ['ibm866', '8daea2eba920afa0e0aeac', 'Новый паром'],
  ['macintosh', '47729aa76520d26a61d3', 'Größe “ja”'],
  ['x-mac-cyrillic', '8deee2fbe920efe0f0eeec', 'Новый паром'],
  ['gbk', 'd0c2b6c9c2d6bfaababd', '新渡轮开航'],
  ['gb2312', 'd0c2b6c9c2d6bfaababd', '新渡轮开航'],
  ['gb18030', 'd0c2b6c9c2d6bfaababd', '新渡轮开航'],
  ['big5', 'b773b4e7bdfcb1d2afe8', '新渡輪啟航'],
  ['euc-jp', 'bfb7a4b7a4a4c1a5cad8', '新しい船便'],
  ['shift_jis', '905682b582a2914495d6', '新しい船便'],
  ['iso-2022-jp', '1b24423f372437242441254a581b2842', '新しい船便'],
  ['euc-kr', 'bbf520b9e8b0a120b6e1b4d9', '새 배가 뜬다'],
  ['x-user-defined', '41', 'A'],
  // What programs call some of them.
  ['cp1251', 'cdeee2fbe920efe0f0eeec', 'Новый паром'],
  ['win-1251', 'cdeee2fbe920efe0f0eeec', 'Новый паром'],
  ['iso8859_2', 'ae6c75bb6f75e86bfd206bf9f2', 'Žluťoučký kůň'],
  ['cp936', 'd0c2b6c9c2d6bfaababd', '新渡轮开航'],
  ['MS932', '905682b582a2914495d6', '新しい船便'],
  ['utf_8', 'e6b8af', '港'],
  ['UTF8MB4', 'e6b8af', '港'],
] as const;

test.each(words)('%s, named by the declaration or by the header', (label, hex, text) => {
  const word = Buffer.from(hex, 'hex');
  const document = (start: string) =>
    Buffer.concat([Buffer.from(`${start}<rss><title>`), word, Buffer.from('</title>')]);
  expect(decode(document(`<?xml version="1.0" encoding="${label}"?>`), null)).toContain(`<title>${text}</title>`);
  expect(decode(document(''), `text/xml; charset=${label}`)).toContain(`<title>${text}</title>`);
});

const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const utf32 = (text: string) =>
  Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer);
const xml = '<?xml version="1.0"?><rss>港 🦭</rss>';

test.each([
  ['UTF-16LE', Buffer.from(xml, 'utf16le')],
  ['UTF-16LE with a mark', Buffer.from(`\ufeff${xml}`, 'utf16le')],
  ['UTF-16LE after a line break', Buffer.from(`\n${xml}`, 'utf16le')],
  ['UTF-16BE', swapped(Buffer.from(xml, 'utf16le'))],
  ['UTF-16BE with a mark', swapped(Buffer.from(`\ufeff${xml}`, 'utf16le'))],
  ['UTF-16BE after a line break', swapped(Buffer.from(`\n${xml}`, 'utf16le'))],
  ['UTF-32LE', utf32(xml)],
  ['UTF-32LE with a mark', utf32(`\ufeff${xml}`)],
  ['UTF-32BE', utf32(xml).swap32()],
  ['UTF-32BE with a mark', utf32(`\ufeff${xml}`).swap32()],
])('%s by its bytes, whatever the header says', (_, bytes) => {
  expect(decode(bytes, 'text/xml; charset=utf-8').trim()).toBe(xml);
});
