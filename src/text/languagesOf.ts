import { languageOf } from './languageOf.ts';

const asked = 4;
const mostLetters = 5;
const enough = 2;

/**
 * The languages of a feed's items. Where the first few are in the language of the source, what follows is taken to be,
 * too, as long as it holds the same little words: of, the, de, la, и … Whatever does not is looked at by itself.
 *
 * @param prior  what the source declares (BCP 47), or `und`
 */
export function languagesOf(items: readonly { readonly text: string; readonly prior: string }[]): string[] {
  const first = items.slice(0, asked).map(({ text, prior }) => languageOf(text, prior));
  const rest = items.slice(asked);
  const [prior] = first;
  const isKnown = prior !== undefined && prior !== 'und';
  const isAgreed = isKnown && items.every((item) => item.prior === prior) && first.every((one) => one === prior);
  if (!isAgreed) return [...first, ...rest.map((item) => languageOf(item.text, item.prior))];
  const little = wordsOfMost(items.slice(0, asked).map(({ text }) => littleWords(text)));
  const sounds = (text: string) => littleWords(text).intersection(little).size >= enough;
  return [...first, ...rest.map(({ text }) => (sounds(text) ? prior : languageOf(text, prior)))];
}

function littleWords(text: string): Set<string> {
  const words = text
    .slice(0, 300)
    .toLowerCase()
    .split(/[^\p{L}\p{M}']+/u);
  return new Set(words.filter((word) => word.length > 0 && word.length <= mostLetters));
}

function wordsOfMost(texts: readonly ReadonlySet<string>[]): Set<string> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= texts.length - 1).map(([word]) => word));
}
