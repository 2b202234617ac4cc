/** Encodings that people of a language used before UTF-8, for documents that name none. */
const usualEncodings: Readonly<Record<string, readonly string[]>> = {
  ja: ['euc-jp', 'shift_jis'],
  ko: ['euc-kr'],
  zh: ['gb18030', 'big5'],
  ru: ['windows-1251'],
  uk: ['windows-1251'],
  bg: ['windows-1251'],
  el: ['windows-1253'],
  tr: ['windows-1254'],
  he: ['windows-1255'],
  ar: ['windows-1256'],
  pl: ['windows-1250'],
  cs: ['windows-1250'],
  hu: ['windows-1250'],
};
const codePages: Readonly<Record<string, string>> = {
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
};
const headLength = 1_024;

/**
 * A feed's bytes as text. In order: byte order mark, the HTTP header's charset, the XML declaration, UTF-8 if the bytes
 * are valid, the usual encoding of the language that the feed names, windows-1252. A label that the bytes contradict is
 * passed over: UTF-8 labelled Latin-1, or Latin-1 labelled UTF-8.
 *
 * @param contentType  the HTTP header's value, or null
 * @returns text without a byte order mark
 * @see https://encoding.spec.whatwg.org, RFC 7303 §3
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const marked = encodingByMark(bytes);
  if (marked) return lenient(bytes, marked);
  const head = lenient(bytes.subarray(0, headLength), 'windows-1252');
  const labels = [charsetOf(contentType), declaredIn(head)].flatMap((label) => known(label) ?? []);
  const utf8 = strict(bytes, 'utf-8');
  for (const label of labels) {
    if (label === 'utf-8' && utf8 === null && !isMostlyUtf8(bytes)) continue;
    if (label === 'utf-8') return utf8 ?? lenient(bytes, 'utf-8');
    if (utf8 !== null && contradicts(bytes, label)) return utf8;
    return lenient(bytes, label);
  }
  if (utf8 !== null) return utf8;
  return isMostlyUtf8(bytes) ? lenient(bytes, 'utf-8') : byLanguage(bytes);
}

/** By the mark, or else by where the zeros lie around the first `<` (XML 1.0 appendix F). */
function encodingByMark(bytes: Uint8Array): string | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length > 4 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  const first = bytes.subarray(0, headLength).indexOf(0x3c);
  if (first === -1) return null;
  const zeros = [-3, -2, -1, 1, 2, 3].filter((offset) => bytes[first + offset] === 0).join();
  if (first % 4 === 3 && zeros.startsWith('-3,-2,-1')) return 'utf-32be';
  if (first % 4 === 0 && zeros.endsWith('1,2,3')) return 'utf-32le';
  if (first % 2 === 1) return bytes[first - 1] === 0 && bytes[first + 1] === 0 ? 'utf-16be' : null;
  return bytes[first + 1] === 0 && bytes[first + 3] === 0 ? 'utf-16le' : null;
}

function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function declaredIn(head: string): string | null {
  return /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1] ?? null;
}

/** @returns the WHATWG name. A label of UTF-16 on bytes that are not is a mistake for UTF-8. */
function known(label: string | null): string | null {
  if (!label) return null;
  const encoding = whatwgName(label) ?? whatwgName(usualName(label));
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

function whatwgName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** What programs call encodings that the standard knows under another name: `utf_8`, `win-1251`, `cp936`. */
function usualName(label: string): string {
  const name = label.toLowerCase().replaceAll('_', '-');
  const page = /^(?:cp|ms|win|windows|x-cp)-?(\d{3,5})$/.exec(name)?.[1];
  if (page) return codePages[page] ?? `windows-${page}`;
  return name
    .replace(/^utf-?8.*/, 'utf-8')
    .replace(/^iso-?(8859)-?/, 'iso-$1-')
    .replace(/^latin-(\d)/, 'latin$1');
}

/** Whether bytes that are valid UTF-8 can't well be what a label of another encoding says. */
function contradicts(bytes: Uint8Array, label: string): boolean {
  const { multibyte } = countUtf8(bytes);
  if (multibyte === 0) return false;
  const isSingleByte = /^(?:windows|iso-8859|koi8|macintosh|x-mac|ibm)/.test(label);
  return isSingleByte || multibyte >= 8 || strict(bytes, label) === null;
}

/** A stray byte or a cut in the middle of a character leaves a UTF-8 document a UTF-8 document. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const { multibyte, invalid } = countUtf8(bytes);
  return multibyte > invalid;
}

function countUtf8(bytes: Uint8Array): { multibyte: number; invalid: number } {
  let multibyte = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length =
      lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    let end = at + 1;
    while (end < at + length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end += 1;
    if (length > 0 && end === at + length) multibyte += 1;
    else invalid += 1;
    at = end;
  }
  return { multibyte, invalid };
}

function byLanguage(bytes: Uint8Array): string {
  const head = lenient(bytes.subarray(0, 4 * headLength), 'windows-1252');
  const language = /<(?:dc:)?language>\s*([a-z]{2})|xml:lang\s*=\s*["']([a-z]{2})/i.exec(head);
  const candidates = usualEncodings[(language?.[1] ?? language?.[2] ?? '').toLowerCase()] ?? [];
  for (const encoding of candidates) {
    const text = strict(bytes, encoding);
    if (text !== null) return text;
  }
  return lenient(bytes, candidates[0] ?? 'windows-1252');
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lenient(bytes: Uint8Array, encoding: string): string {
  if (encoding.startsWith('utf-32')) return utf32(bytes, encoding === 'utf-32le');
  return new TextDecoder(encoding).decode(bytes);
}

/** No WHATWG encoding, but XML's readers are free to know it. */
function utf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    parts.push(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));
  }
  return parts
    .join('')
    .replace(/^\ufeff/, '')
    .toWellFormed();
}
