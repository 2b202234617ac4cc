import { decodeHTMLStrict } from 'entities';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));/g;
const ownToXml = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Entities that the document's own DOCTYPE declares: plain short values only. */
export type DeclaredEntities = ReadonlyMap<string, string>;

/** Text without the characters that XML 1.0 forbids (§2.2). */
export function withoutControls(text: string): string {
  return text.replace(forbidden, '');
}

/** Text as an attribute's value, or as character data. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/**
 * Character data as a loose document has it → the characters that it stands for: XML's own references, HTML's named
 * ones and the document's own short ones are resolved once; a bare `&` is itself; what XML forbids is dropped.
 */
export function resolveReferences(text: string, declared: DeclaredEntities): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, decimal, hex, name) => {
    if (decimal) return character(Number(decimal), whole);
    if (hex) return character(Number.parseInt(hex, 16), whole);
    return ownToXml.get(name) ?? declared.get(name) ?? decodeHTMLStrict(whole);
  });
}

function character(code: number, whole: string): string {
  // Numbers of windows-1252 characters are common, and HTML says what they mean.
  if (code >= 0x80 && code <= 0x9f) return decodeHTMLStrict(whole);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '';
  return withoutControls(String.fromCodePoint(code));
}

/**
 * The entities that a DOCTYPE's internal subset declares, of those that can do no harm: at most 100, short, and made of
 * characters only. External ones and ones that mention others are left undeclared, so nothing is fetched or multiplied.
 */
export function declaredEntities(doctype: string): DeclaredEntities {
  const declared = new Map<string, string>();
  for (const [, name, double, single] of doctype.matchAll(
    /<!ENTITY\s+([\w.-]{1,32})\s+(?:"([^"]{0,32})"|'([^']{0,32})')\s*>/g,
  )) {
    const value = withoutControls(double ?? single ?? '').replace(/&#(\d{1,7});/g, (whole) => decodeHTMLStrict(whole));
    if (name && !/[&%<]/.test(value) && declared.size < 100) declared.set(name, value);
  }
  return declared;
}
