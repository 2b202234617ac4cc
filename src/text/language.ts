/** `pt-BR` and `pt` are one language for reading; `zh-Hans` and `zh-Hant` too. */
export function sameLanguage(a: string, b: string): boolean {
  return a === b || primaryLanguage(a) === primaryLanguage(b);
}

/** The first part of a BCP 47 tag, in lower case. */
export function primaryLanguage(tag: string): string {
  return (tag.split(/[-_]/, 1)[0] ?? '').toLowerCase();
}

/** The languages of articles that a reader of one language reads: both ways of writing Chinese are one for reading. */
export function languagesReadBy(language: string): string[] {
  return primaryLanguage(language) === 'zh' ? ['zh-Hans', 'zh-Hant'] : [primaryLanguage(language)];
}

/**
 * How articles name their language: the primary subtag, except that the two ways of writing Chinese are told apart.
 *
 * @see RFC 5646 (BCP 47)
 */
export function articleLanguage(tag: string): string {
  const primary = primaryLanguage(tag);
  if (primary === 'zh') return /hant|tw|hk|mo/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
  return /^[a-z]{2,3}$/.test(primary) ? primary : 'und';
}
