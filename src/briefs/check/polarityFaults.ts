import { primaryLanguage, sameLanguage } from '../../text/language.ts';
import { sentencesOf } from '../../text/sentences.ts';
import type { Claim, Fault, FaultKind } from './claim.ts';
import type { Facts } from './factsOf.ts';
import { negations, poles } from './polarityWords.ts';
import { type Word, wordsOf } from './wordsOf.ts';

const reach = 4;

/** Negations and directions that no cited text has there, and negations of theirs that the claim has lost. */
export function polarityFaults(claim: Claim, cited: readonly Facts[]): Fault[] {
  const words = wordsOf(claim.text, claim.language);
  const own = cited.filter((facts) => sameLanguage(facts.language, claim.language));
  return [
    ...(own.length > 0 ? negationFaults(claim, words, own) : negationAcross(claim, cited)),
    ...directionFaults(claim, words, cited),
  ];
}

/** A word that turns a sentence, and the words around it that say what it turns. */
type Turn = {
  readonly text: string;
  readonly around: ReadonlySet<string>;
  /** The two that it stands between, or, where it is an ending, those that it stands after. */
  readonly beside: readonly string[];
};

function turnsIn({ text, language }: Claim, words: readonly Word[], pattern: RegExp | undefined): Turn[] {
  if (!pattern) return [];
  const content = words.filter(({ isContent }) => isContent);
  const isEnding = /^(?:ja|ko)$/.test(primaryLanguage(language));
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => {
    const before = content.filter((word) => word.index < index).map(({ key }) => key);
    const after = content.filter((word) => word.index >= index + found.length).map(({ key }) => key);
    return {
      text: found,
      around: new Set([...before.slice(-reach), ...after.slice(0, reach)]),
      beside: isEnding ? before.slice(-2) : [...before.slice(-1), ...after.slice(0, 1)],
    };
  });
}

function negationFaults(claim: Claim, words: readonly Word[], own: readonly Facts[]): Fault[] {
  const ours = turnsIn(claim, words, negations[primaryLanguage(claim.language)]);
  const theirs = own.flatMap((facts) => turnsIn(facts, facts.words, negations[primaryLanguage(facts.language)]));
  const content = words.filter(({ isContent }) => isContent).map(({ key }) => key);
  // Each of theirs stands for one of ours: of two where there was one, the second is added.
  const left = [...theirs];
  const added = ours.filter(({ around }) => {
    const at = left.findIndex((other) => isShared(around, other.around));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const lost = theirs.filter(
    ({ around, beside: [first, second] }) =>
      first !== undefined &&
      content.some(
        (key, at) => key === first && (second === undefined || content.slice(at + 1, at + 3).includes(second)),
      ) &&
      !ours.some((other) => isShared(around, other.around)),
  );
  return [...added, ...lost].map(({ text }) => ({ kind: 'negation', what: text.trim() }));
}

function isShared(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.intersection(b).size * 3 >= Math.min(a.size, b.size);
}

/** Across languages no word tells what is negated: all that is cited and the claim must say no, or none. */
function negationAcross(claim: Claim, cited: readonly Facts[]): Fault[] {
  const says = ({ text, language }: Claim) =>
    Array.from(text.matchAll(negations[primaryLanguage(language)] ?? /(?!)/gu));
  const [first] = says(claim);
  const denying = cited.flatMap((facts) => says(facts).slice(0, 1));
  if (first && denying.length === 0) return [{ kind: 'negation', what: first[0] }];
  if (!first && denying.length > 0 && denying.length === cited.length)
    return [{ kind: 'negation', what: denying[0]![0] }];
  return [];
}

/** Ways that no cited sentence goes, or that one goes with something else than the claim says. */
function directionFaults(claim: Claim, words: readonly Word[], cited: readonly Facts[]): Fault[] {
  const own = primaryLanguage(claim.language);
  const kind: FaultKind = 'direction';
  const sentences = cited.flatMap(({ text, language }) =>
    sentencesOf(text, language).map((sentence) => ({ text: sentence, language, words: wordsOf(sentence, language) })),
  );
  return poles.flatMap(({ isStrict, up, down }) => {
    const sides = [
      { pole: up, contrary: down },
      { pole: down, contrary: up },
    ];
    return sides.flatMap(({ pole, contrary }) => {
      const ours = turnsIn(claim, words, pole[own]);
      if (ours.length === 0) return [];
      const theirs = sentences.map((sentence) => ({
        isOwn: sameLanguage(sentence.language, claim.language),
        same: turnsIn(sentence, sentence.words, pole[primaryLanguage(sentence.language)]),
        isOpposed: turnsIn(sentence, sentence.words, contrary[primaryLanguage(sentence.language)]).length > 0,
      }));
      const isHeld = ({ beside }: Turn) =>
        theirs.some(
          ({ isOwn, same, isOpposed }) =>
            same.length > 0 &&
            (!isOwn || !isOpposed || same.some((turn) => turn.beside.some((key, side) => key === beside[side]))),
        );
      const isContrary = isStrict || theirs.some(({ isOpposed }) => isOpposed);
      return ours.filter((turn) => isContrary && !isHeld(turn)).map(({ text }): Fault => ({ kind, what: text }));
    });
  });
}
