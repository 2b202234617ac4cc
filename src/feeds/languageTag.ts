/** @returns the BCP 47 tag that a feed's language name stands for (`en_us` → `en-US`), or null */
export function languageTag(written: string | null | undefined): string | null {
  const text = written?.trim().replaceAll('_', '-');
  if (!text || text.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}
