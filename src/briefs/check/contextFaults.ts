import { sameLanguage } from '../../text/language.ts';
import { sentencesOf } from '../../text/sentences.ts';
import type { Claim, Fault } from './claim.ts';
import { type Facts, holdsName } from './factsOf.ts';
import type { NameWord } from './nameFaults.ts';
import { plainOf, type Word, wordsOf } from './wordsOf.ts';

const reach = 2;

/**
 * Names and figures whose neighbours in the claim are other words than in any sentence of a source that has them: what is
 * told of one may be true of another. For texts of the claim's language.
 */
export function contextFaults(claim: Claim, names: readonly NameWord[], cited: readonly Facts[]): Fault[] {
  const sentences = cited
    .filter((facts) => sameLanguage(facts.language, claim.language))
    .flatMap((facts) =>
      sentencesOf(facts.text, facts.language).map((sentence) => {
        const words = wordsOf(sentence, facts.language);
        const forms = new Set(words.map(({ text }) => plainOf(text)));
        return { ...facts, words, forms, plain: plainOf(sentence), keys: new Set(words.map(({ key }) => key)) };
      }),
    );
  const words = wordsOf(claim.text, claim.language).filter(({ isContent }) => isContent);
  const isAnchor = (word: Word) => /^\p{N}/u.test(word.text) || names.some(({ index }) => index === word.index);
  return words.flatMap((word, position): Fault[] => {
    if (!isAnchor(word)) return [];
    const around = [
      ...words.slice(Math.max(0, position - reach), position),
      ...words.slice(position + 1, position + 1 + reach),
    ];
    const holding = sentences.filter(
      (facts) => facts.keys.has(word.key) || holdsName(facts, word.text, claim.language),
    );
    if (holding.length === 0 || around.length === 0) return [];
    const most = Math.max(...holding.map(({ keys }) => around.filter(({ key }) => keys.has(key)).length));
    return most * 2 < around.length ? [{ kind: 'context', what: word.text }] : [];
  });
}
