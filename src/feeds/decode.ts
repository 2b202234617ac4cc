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

function encodingByMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // No mark, but every other byte of `<?` or `<r` is zero.
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be';
  return null;
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
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
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
  return new TextDecoder(encoding).decode(bytes);
}
