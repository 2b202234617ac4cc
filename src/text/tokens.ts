/** Scripts written without spaces, and Korean, whose particles stick to the words: cut into pairs of characters. */
const paired = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}';
const runs = new RegExp(`[${paired}]+|(?:(?![${paired}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');
const isPaired = new RegExp(`^[${paired}]`, 'u');

/**
 * The words of a text for comparing and finding, one path for all scripts: lower case, NFKC; where a script has no
 * spaces, every two neighbouring characters (`東京都` → `東京`, `京都`).
 */
export function tokensOf(text: string): string[] {
  return tokenRuns(text).flatMap(({ text, isPaired }) => (isPaired ? pairsOf(text) : [text]));
}

/** What the search index holds of a text: its tokens, and the last character of each run, so that one can be found. */
export function indexText(text: string): string {
  return tokenRuns(text)
    .flatMap(({ text, isPaired }) => (isPaired ? [...pairsOf(text), ...lastOf(text)] : [text]))
    .join(' ');
}

/**
 * An FTS5 query for what a person typed: every word must occur, the words inside quotation marks next to each other,
 * and the beginning of a word is enough.
 *
 * @returns null when nothing in it can be looked for
 * @see https://sqlite.org/fts5.html#full_text_query_syntax
 */
export function searchQuery(typed: string): string | null {
  const parts = typed.slice(0, 200).match(/["“„«「][^"”“»」]+["”“»」]|[^\s"“”„«»「」]+/gu) ?? [];
  const phrases = parts.slice(0, 12).flatMap((part) => {
    const isQuoted = /^["“„«「]/u.test(part);
    return isQuoted ? phrasesOf([part]) : phrasesOf(part.split(/[^\p{L}\p{M}\p{N}]+/u));
  });
  return phrases.length > 0 ? phrases.join(' AND ') : null;
}

function phrasesOf(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const tokens = tokensOf(part);
    const last = tokens.at(-1);
    if (!last) return [];
    const prefix = isPaired.test(last) && last.length > 1 ? '' : '*';
    return [`"${tokens.join(' ')}"${prefix}`];
  });
}

function tokenRuns(text: string): { text: string; isPaired: boolean }[] {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s\b/g, '');
  return Array.from(folded.matchAll(runs), ([run]) => ({ text: run, isPaired: isPaired.test(run) }));
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function lastOf(run: string): string[] {
  const characters = [...run];
  return characters.length > 1 ? characters.slice(-1) : [];
}
