import { sameLanguage } from '../../text/language.ts';
import { type Figure, figureKey, figuresOf } from '../../text/numbers.ts';
import type { Claim, Fault } from './claim.ts';
import type { Facts } from './factsOf.ts';
import { numberWordsIn } from './numberWordsIn.ts';

/** Figures that no cited text holds in this size and of this unit, digits in names, and numbers in words. */
export function figureFaults(claim: Claim, cited: readonly Facts[], isDate: (index: number) => boolean): Fault[] {
  const figures = figuresOf(claim.text, claim.language);
  const known = cited.map((facts) => ({ facts, figures: figuresOf(facts.text, facts.language) }));
  const all = known.flatMap((each) => each.figures);
  const unknown = figures.filter(
    (figure) => !isDate(figure.index) && !all.some((other) => isSameFigure(figure, other)),
  );
  const isWithin = (index: number) =>
    isDate(index) || figures.some((figure) => figure.index <= index && index < figure.index + figure.text.length);
  const digits = Array.from(claim.text.matchAll(/\p{N}+/gu)).filter(
    ({ 0: run, index }) =>
      !isWithin(index) && !cited.some(({ text }) => new RegExp(`(?<!\\p{N})${run}(?!\\p{N})`, 'u').test(text)),
  );
  const values = new Set([
    ...all.map(({ value }) => value),
    ...cited.flatMap(({ text, language }) => numberWordsIn(text, language).map(({ value }) => value)),
  ]);
  const holdsWord = (word: string) =>
    cited.some(({ language, text }) => sameLanguage(language, claim.language) && text.toLowerCase().includes(word));
  const words = numberWordsIn(claim.text, claim.language).filter(
    ({ text, value, index }) => !isWithin(index) && !values.has(value) && !holdsWord(text.toLowerCase()),
  );
  return [...unknown.map(({ text }) => text), ...digits.map(([run]) => run), ...words.map(({ text }) => text)].map(
    (what) => ({ kind: 'figure', what }),
  );
}

/** The same value of the same unit; what is only counted fits whatever is counted, the dead are not the hurt. */
function isSameFigure(a: Figure, b: Figure): boolean {
  if (figureKey(a) !== figureKey(b)) return false;
  if (a.unit === b.unit) return a.kind === b.kind || a.unit !== '' || isCount(a) || isCount(b);
  return (isCount(a) && isLoose(b)) || (isCount(b) && isLoose(a)) || (isPerson(a) && isPerson(b));
}

function isCount({ kind }: Figure): boolean {
  return kind === 'count';
}

/** `27-year-old` beside *aged 27*. */
function isAge({ kind, text }: Figure): boolean {
  return kind === 'duration' && /old$|歳$|[岁歲]$|살$/u.test(text);
}

/** Kinds that a language may leave for what surrounds the figure to tell. */
function isLoose(figure: Figure): boolean {
  const { kind, unit } = figure;
  return (
    isAge(figure) || kind === 'count' || kind === 'people' || kind === 'ordinal' || kind === 'date' || unit === 'clock'
  );
}

function isPerson({ kind, unit }: Figure): boolean {
  return kind === 'people' && unit === 'person';
}

/** How many figures of a claim a cited text holds, equal ones once. */
export function heldFigures(claim: Claim, cited: readonly Facts[]): number {
  const others = cited.flatMap(({ text, language }) => figuresOf(text, language));
  const held = figuresOf(claim.text, claim.language).filter((figure) =>
    others.some((other) => isSameFigure(figure, other)),
  );
  return new Set(held.map(figureKey)).size;
}
