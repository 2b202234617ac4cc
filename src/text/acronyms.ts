const mostWords = 8;

/** `WHO`, `F.D.A.`, `DoJ`, `ВОЗ`, `T-MEC`: no party with a state (`D-N.Y.`), no figure (`R1`). */
export function isAcronym(word: string): boolean {
  if (/^(?:\p{Lu}\.){2,6}$/u.test(word)) return true;
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  return (
    /^\p{Lu}[\p{L}&-]{1,9}(?:-?\d{1,2})?$/u.test(word) &&
    !/^[DRI]-|-$|\d{3}/u.test(word) &&
    capitals >= 2 &&
    capitals * 2 > letters - (word.endsWith('s') ? 1 : 0)
  );
}

/**
 * The shortest end of a text that an acronym stands for; null when there is none.
 *
 * @see Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text (2003), of
 *   which this is a stricter kind
 */
export function longFormBefore(lead: string, acronym: string, language: string): string | null {
  for (const { index } of wordsIn(lead).slice(-mostWords).reverse()) {
    const long = lead.slice(index);
    if (spells(long, acronym, language)) return long;
  }
  return null;
}

type Word = { readonly text: string; readonly index: number };

function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: word, index }) => ({ text: word, index }));
}

/** Its capitals as {@link spells} compares them. */
export function lettersOf(acronym: string): string[] {
  const capitals = acronym.replace(/s$/u, '').match(/\p{Lu}/gu) ?? [];
  return capitals.map(plain);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** A compound hides some of its letters inside: `Weltgesundheitsorganisation`. One word alone must be longer still. */
const compound = 9;
const loneCompound = 12;
const compounding = /^(?:de|nl|sv|da|nb|nn|no|is|fi|hu)\b/u;
const halfCompounding = /^(?:ru|uk|be|bg)\b/u;
/** Articles and the like lend no letters. */
const small = 3;

/**
 * Whether an acronym is made of the letters of words: of all words but short ones and one more, beginning with the first.
 *
 * @param language  BCP 47: in some, one word hides several letters
 */
export function spells(long: string, acronym: string, language: string): boolean {
  const letters = lettersOf(acronym);
  const parts = wordsIn(long).map(({ text }) => plain(text));
  const [first = ''] = parts;
  if (parts.length === 1 && (first.length < loneCompound || !compounding.test(language))) return false;
  if (letters.length < 2 || first[0] !== letters[0] || parts.length > mostWords) return false;
  const hidesLetters = compounding.test(language) || halfCompounding.test(language);
  const fits = (letter: number, part: number, spare: number): boolean => {
    const word = parts[part];
    if (word === undefined) return letter === letters.length;
    if (word[0] === letters[letter]) {
      if (fits(letter + 1, part + 1, spare)) return true;
      if (word.length >= compound && hidesLetters) {
        for (let next = letter + 1, at = 1; next < letters.length; next++) {
          at = word.indexOf(letters[next] as string, at + 1);
          if (at < 0) break;
          if (fits(next + 1, part + 1, spare)) return true;
        }
      }
    }
    if (part === 0) return false;
    const cost = word.length <= small ? 0 : 1;
    return cost <= spare && fits(letter, part + 1, spare - cost);
  };
  return fits(0, 0, letters.length > 2 ? 1 : 0);
}
