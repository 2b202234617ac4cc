import { indexedTokens, type Phrase, phrasesOf } from './tokens.ts';

/** Token → where it stands in a text, in order; as the search index holds the text. */
export type WordPositions = ReadonlyMap<string, readonly number[]>;

export function positionsOf(text: string): WordPositions {
  const positions = new Map<string, number[]>();
  for (const [position, token] of indexedTokens(withoutAccents(text)).entries()) {
    const known = positions.get(token);
    if (known) known.push(position);
    else positions.set(token, [position]);
  }
  return positions;
}

/** What to count for a word or a phrase; see {@link phrasesOf}. */
export function countablePhrases(text: string, isPhrase: boolean): Phrase[] {
  return phrasesOf(withoutAccents(text), isPhrase);
}

/** How often a phrase stands in a text. */
export function countOf({ tokens, isPrefix }: Phrase, positions: WordPositions): number {
  const last = tokens.length - 1;
  const [first = '', ...others] = tokens;
  return startsOf(first, isPrefix && last === 0, positions).filter((start) =>
    others.every((token, index) =>
      startsOf(token, isPrefix && index + 1 === last, positions).includes(start + index + 1),
    ),
  ).length;
}

function startsOf(token: string, isPrefix: boolean, positions: WordPositions): readonly number[] {
  if (!isPrefix) return positions.get(token) ?? [];
  const found: number[] = [];
  for (const [known, starts] of positions) if (known.startsWith(token)) found.push(...starts);
  return found;
}

/** The search index takes `é` for `e`, in Latin script. */
function withoutAccents(text: string): string {
  if (!/[\u00c0-\u024f\u1e00-\u1eff]|\p{Mn}/u.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin}\p{Mn}*)\p{Mn}/gu, '')
    .normalize('NFC');
}
