export const scripts = ['latin', 'han', 'arabic'] as const;
export type Script = (typeof scripts)[number];

/** Writes texts of invented words, as common as words are by Zipf's law. */
export type Writer = {
  /** The word of this rank, from 0, the most common. */
  word(rank: number): string;
  /** So many words, as the script stands them next to each other. */
  words(count: number): string;
};

const vocabulary = 120_000;
const letters: Readonly<Record<Script, readonly string[]>> = {
  latin: ['ba', 'ke', 'ti', 'ro', 'mu', 'sen', 'dal', 'gri', 'po', 'na', 'ver', 'lo', 'ish', 'tan', 'cor', 'el', 'fi'],
  arabic: ['با', 'كي', 'تو', 'را', 'مو', 'سن', 'دال', 'غر', 'بو', 'نا', 'فر', 'لو', 'شي', 'تن', 'كر', 'ال', 'في'],
  han: Array.from({ length: 1_500 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7)),
};

/** The same texts for the same seed. */
export function createWriter(script: Script, seed: number): Writer {
  const syllables = letters[script];
  let state = seed;
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const word = (rank: number) => {
    let text = '';
    // Scattered, so that neighbours in rank are no neighbours in spelling.
    for (
      let rest = ((rank + 1) * 7_919) % 1_000_003;
      rest > 0 || text === '';
      rest = Math.floor(rest / syllables.length)
    )
      text += syllables[rest % syllables.length];
    return text;
  };
  return {
    word,
    words: (count) =>
      Array.from({ length: count }, () => word(Math.floor(vocabulary ** chance()) - 1)).join(
        script === 'han' ? '' : ' ',
      ),
  };
}
