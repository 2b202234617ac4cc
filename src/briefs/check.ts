import { sameLanguage } from '../text/language.ts';
import type { Cited, Claim, Fault } from './check/claim.ts';
import { contextFaults } from './check/contextFaults.ts';
import { checkDates } from './check/dateFaults.ts';
import { type Facts, factsOf, holdsName, placeKeysOf } from './check/factsOf.ts';
import { figureFaults, heldFigures } from './check/figureFaults.ts';
import { languageFaults } from './check/languageFaults.ts';
import { type NameWord, nameFaults, nameWordsIn } from './check/nameFaults.ts';
import { newWords } from './check/newWords.ts';
import { polarityFaults } from './check/polarityFaults.ts';
import { quotationFaults } from './check/quotationFaults.ts';
import { strainOf } from './check/strainOf.ts';
import { plainOf } from './check/wordsOf.ts';

export type { Cited, Claim, Fault, FaultKind } from './check/claim.ts';

/** Learned on one half of QAGS, see `eval/briefs/check.ts`: beyond it people call most sentences unsupported. */
export const mostStrain = 0.45;
/** What a translation must share with its source, of names, places, figures and dates. */
const fewestAnchors = 2;
const link =
  /https?:|www\.|\]\(|<[@#:/a-z]|@(?:everyone|here)\b|(?<![\p{L}\p{N}@.])[a-z0-9-]{2,}\.[a-z]{2,10}(?![\p{L}\p{N}])/u;

/**
 * Why a sentence does not follow from what it cites; none when nothing speaks against it. Whatever it names, counts, dates
 * or quotes must stand there, figures with their units and quotations by their speaker; what rises must not fall; and
 * its words must be those of the source, in an order that the source has. A sentence that stands there word for word has no
 * faults. Of a translation, names are found as they sound, and at least two of names, places, figures and dates must be shared.
 *
 * It errs on the side of no: a good sentence may fail.
 */
export function checkSentence(claim: Claim, cited: readonly Cited[]): Fault[] {
  if (cited.length === 0) return [{ kind: 'no source', what: claim.text.slice(0, 40) }];
  const address = link.exec(claim.text)?.[0];
  if (address) return [{ kind: 'link', what: address }];
  if (cited.some((each) => isVerbatim(claim, each))) return [];
  const foreign = languageFaults(claim);
  if (foreign.length > 0) return foreign;
  const facts = cited.map(factsOf);
  const dates = checkDates(claim, facts);
  const names = nameWordsIn(claim, facts);
  const faults = [
    ...nameFaults(claim, names, facts),
    ...figureFaults(claim, facts, dates.isDate),
    ...dates.faults,
    ...quotationFaults(claim, facts),
    ...polarityFaults(claim, facts),
  ];
  const own = facts.filter((each) => sameLanguage(each.language, claim.language));
  if (own.length > 0) return [...faults, ...contextFaults(claim, names, own), ...supportFaults(claim, own)];
  const anchors = countAnchors(claim, names, facts) + dates.held;
  return anchors < fewestAnchors ? [...faults, { kind: 'support', what: claim.text.slice(0, 40) }] : faults;
}

function isVerbatim(claim: Claim, cited: Cited): boolean {
  const [text, source] = [claim.text, cited.text].map((each) => plainOf(each).replace(/\s+/gu, ' ').trim());
  return sameLanguage(claim.language, cited.language) && text === source;
}

function supportFaults(claim: Claim, own: readonly Facts[]): Fault[] {
  const fresh = newWords(claim, own);
  if (fresh.length > 0) return fresh.map((what) => ({ kind: 'support', what }));
  return strainOf(claim, own) > mostStrain ? [{ kind: 'support', what: claim.text.slice(0, 40) }] : [];
}

/** How many different things a claim has in common with a text of another language. */
function countAnchors(claim: Claim, names: readonly NameWord[], facts: readonly Facts[]): number {
  const held = new Set(
    names
      .filter(({ text }) => facts.some((each) => holdsName(each, text, claim.language)))
      .map(({ text }) => plainOf(text)),
  );
  const places = placeKeysOf(claim.text, claim.language);
  const shared = Math.max(...facts.map((each) => places.intersection(each.places).size));
  return Math.max(held.size, shared) + heldFigures(claim, facts);
}
