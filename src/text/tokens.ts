/** Scripts written without spaces, and Korean, whose particles stick to the words: cut into pairs of characters. */
const paired = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}`;
/** Script_Extensions hold punctuation too (`、`, `「`, `・`), which is no part of a word. */
const wordCharacter = String.raw`[\p{L}\p{M}\p{N}]`;
const runs = new RegExp(`[[${paired}]&&${wordCharacter}]+|[${wordCharacter}--[${paired}]]+`, 'gv');
const isPaired = new RegExp(`^[${paired}]`, 'u');
/** A quick and generous test: text without any of these holds no script that is cut into pairs. */
const mayBePaired = /[\u0e00-\u0eff\u1100-\u11ff\u1780-\u17ff\u2e80-\uffff]/;
/** Of each character that such text may have, whether it is part of a word: 1 or 0. */
const isPartOfWord = new Uint8Array(0x2e80);
for (const { 0: run, index } of String.fromCharCode(...isPartOfWord.keys()).matchAll(/[\p{L}\p{M}\p{N}]+/gu))
  isPartOfWord.fill(1, index, index + run.length);

/**
 * The words of a text for comparing and finding, one path for all scripts: lower case, NFKC; where a script has no
 * spaces, every two neighbouring characters (`東京都` → `東京`, `京都`).
 */
export function tokensOf(text: string): string[] {
  const words = folded(text);
  if (!mayBePaired.test(words)) return spacedRuns(words);
  return runsIn(words).flatMap(({ text, isPaired }) => (isPaired ? pairsOf(text) : [text]));
}

/**
 * What the search index holds of a text: its tokens, and the last character of each run, so that one can be found. Those
 * stand at the end, where they part no neighbours.
 */
export function indexText(text: string): string {
  const words = folded(text);
  // The index itself parts these into the same words.
  return mayBePaired.test(words) ? indexedTokens(text).join(' ') : words;
}

/** The tokens that the index holds of a text, in its order. */
export function indexedTokens(text: string): string[] {
  const all = tokenRuns(text);
  const lasts = all.flatMap(({ text, isPaired }) => (isPaired ? lastOf(text) : []));
  return [...all.flatMap(({ text, isPaired }) => (isPaired ? pairsOf(text) : [text])), ...lasts];
}

/** Tokens that stand next to each other. */
export type Phrase = {
  readonly tokens: readonly string[];
  /** The beginning of the last one is enough. */
  readonly isPrefix: boolean;
};

/** The last word of a phrase must be this long for its beginning to be enough: the search index has those ready. */
export const fewestForPrefix = 4;

/**
 * What must stand in a text that holds a word, or a phrase: for a word its parts, wherever they are; for a phrase all of
 * it in a row.
 *
 * @returns none when nothing in it can be looked for
 */
export function phrasesOf(text: string, isPhrase: boolean): Phrase[] {
  const rows = isPhrase
    ? [tokensOf(text)]
    : tokenRuns(text).map((run) => (run.isPaired ? pairsOf(run.text) : [run.text]));
  return rows.flatMap((tokens) => {
    const last = tokens.at(-1);
    if (!last) return [];
    const length = [...last].length;
    return [{ tokens, isPrefix: isPaired.test(last) ? length === 1 : length >= fewestForPrefix }];
  });
}

/** The words of a text, before those of scripts without spaces are cut: lower case, NFKC. */
export function tokenRuns(text: string): { text: string; isPaired: boolean }[] {
  const words = folded(text);
  if (!mayBePaired.test(words)) return spacedRuns(words).map((run) => ({ text: run, isPaired: false }));
  return runsIn(words);
}

/** The same for what holds no script that is cut, several times as fast. */
function spacedRuns(words: string): string[] {
  const found: string[] = [];
  let start = -1;
  for (let at = 0; at < words.length; at++) {
    if (isPartOfWord[words.charCodeAt(at)] === 1) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      found.push(words.slice(start, at));
      start = -1;
    }
  }
  if (start >= 0) found.push(words.slice(start));
  return found;
}

function runsIn(words: string): { text: string; isPaired: boolean }[] {
  return Array.from(words.matchAll(runs), ([run]) => ({ text: run, isPaired: isPaired.test(run) }));
}

function folded(text: string): string {
  const plain = /[^\0-\x7f]/.test(text) ? text.normalize('NFKC') : text;
  return plain.toLowerCase().replace(/['’]s\b/g, '');
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
