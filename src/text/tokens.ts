/** Scripts written without spaces, and Korean, whose particles stick to the words: cut into pairs of characters. */
const paired = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}`;
/** Script_Extensions hold punctuation too (`、`, `「`, `・`), which is no part of a word. */
const wordCharacter = String.raw`[\p{L}\p{M}\p{N}]`;
const runs = new RegExp(`[[${paired}]&&${wordCharacter}]+|[${wordCharacter}--[${paired}]]+`, 'gv');
const isPaired = new RegExp(`^[${paired}]`, 'u');
/** A quick and generous test: text without any of these holds no script that is cut into pairs. */
const mayBePaired = /[\u0e00-\u0eff\u1100-\u11ff\u1780-\u17ff\u2e80-\uffff]/;

/**
 * The words of a text for comparing and finding, one path for all scripts: lower case, NFKC; where a script has no
 * spaces, every two neighbouring characters (`東京都` → `東京`, `京都`).
 */
export function tokensOf(text: string): string[] {
  return tokenRuns(text).flatMap(({ text, isPaired }) => (isPaired ? pairsOf(text) : [text]));
}

/**
 * What the search index holds of a text: its tokens, and the last character of each run, so that one can be found. Those
 * stand at the end, where they part no neighbours.
 */
export function indexText(text: string): string {
  const words = folded(text);
  // The index itself parts these into the same words.
  if (!mayBePaired.test(words)) return words;
  const lasts = tokenRuns(text).flatMap(({ text, isPaired }) => (isPaired ? lastOf(text) : []));
  return [...tokensOf(text), ...lasts].join(' ');
}

/**
 * An FTS5 query for what a person typed: every word must occur, the words inside quotation marks next to each other,
 * and the beginning of a word is enough; not so inside quotation marks for three letters or fewer (`"AI"` is not `air`).
 *
 * @returns null when nothing in it can be looked for
 * @see https://sqlite.org/fts5.html#full_text_query_syntax
 */
export function searchQuery(typed: string): string | null {
  const parts = typed.slice(0, 200).match(/["“„«「][^"”“»」]+["”“»」]|[^\s"“”„«»「」]+/gu) ?? [];
  const phrases = parts.slice(0, 12).flatMap((part) => {
    const isQuoted = /^["“„«「]/u.test(part);
    return isQuoted ? phraseOf(tokensOf(part), 4) : tokenRuns(part).flatMap(({ text }) => phraseOf(tokensOf(text), 1));
  });
  return phrases.length > 0 ? phrases.join(' AND ') : null;
}

/** @param fewestForPrefix  how long the last word must be for its beginning to be enough */
function phraseOf(tokens: readonly string[], fewestForPrefix: number): string[] {
  const last = tokens.at(-1);
  if (!last) return [];
  const length = [...last].length;
  const isPrefix = isPaired.test(last) ? length === 1 : length >= fewestForPrefix;
  return [`"${tokens.join(' ')}"${isPrefix ? '*' : ''}`];
}

function tokenRuns(text: string): { text: string; isPaired: boolean }[] {
  return Array.from(folded(text).matchAll(runs), ([run]) => ({ text: run, isPaired: isPaired.test(run) }));
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s\b/g, '');
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
