import type { Severity } from '../news/storyImportance.ts';
import { primaryLanguage } from './language.ts';
import { type Figure, figuresOf } from './numbers.ts';

type Cue = readonly [killed: RegExp, hurt: RegExp];

/** Words for dying and being hurt, by language. */
const cues: Readonly<Record<string, Cue>> = {
  en: [/\b(?:killed|killing|kills|dead|deaths?|died|dies|fatalities|death toll)\b/giu, /\b(?:injur(?:ed|ing|ies)|wounded|hurt)\b/giu],
  de: [/(?<!\p{L})(?:tote[nr]?|todesopfer|getötet|starben|gestorben|ums leben)(?!\p{L})/giu, /(?<!\p{L})(?:verletzte?[nr]?)(?!\p{L})/giu],
  fr: [/(?<!\p{L})(?:morte?s?|tuée?s?|décès|décédée?s?)(?!\p{L})/giu, /(?<!\p{L})blessée?s?(?!\p{L})/giu],
  es: [/(?<!\p{L})(?:muert[oa]s?|mueren|murieron|fallecid[oa]s?|fallecieron)(?!\p{L})/giu, /(?<!\p{L})(?:herid|lesionad)[oa]s?(?!\p{L})/giu],
  pt: [/(?<!\p{L})(?:mort[oa]s?|mortes|morreram|morrem)(?!\p{L})/giu, /(?<!\p{L})ferid[oa]s?(?!\p{L})/giu],
  ru: [/(?<!\p{L})(?:погиб|убит|умер|жертв)\p{L}*/giu, /(?<!\p{L})(?:ранен|пострада)\p{L}*/giu],
  ar: [/(?:قتل|قتيل|مقتل|وفاة|مصرع)/gu, /(?:جريح|جرحى|إصابة|أصيب|مصاب)/gu],
  ja: [/死亡|死者|亡くな/gu, /けが|怪我|負傷|重軽傷/gu],
  ko: [/사망|숨지|숨졌|숨진/gu, /부상|다치|다쳤|다친/gu],
  zh: [/死亡|死者|遇难|遇難|丧生|喪生|罹难|罹難|身亡/gu, /受伤|受傷|伤者|傷者/gu],
}; // biome-ignore format: a table

/** What one of them is worth in dollars, about: money is only ranked by, and only by its order of magnitude. */
const dollarsFor: Readonly<Record<string, number>> = {
  USD: 1, EUR: 1.1, GBP: 1.3, CHF: 1.1, JPY: 0.007, KRW: 0.0007, CNY: 0.14, TWD: 0.03, HKD: 0.13, INR: 0.012,
  RUB: 0.011, BRL: 0.18, CAD: 0.73, AUD: 0.66, MXN: 0.055, SAR: 0.27, AED: 0.27, TRY: 0.025, SEK: 0.1,
}; // biome-ignore format: a table
const magnitude =
  /(?:magnitude|magnitud|Stärke|магнитуд\p{L}*|マグニチュード|규모|震级|震級|里氏|قوة|(?<!\p{L})M)\s{0,2}(?:of|von|de|:|は)?\s{0,2}(\d(?:[.,]\d)?)(?![\d.,]*\d|\s?%)|(\d[.,]\d)[- ]magnitude/giu;
const reach = 34;
const newClause = /[,،、，]|(?<!\p{L})(?:and|und|et|y|e|и)(?!\p{L})|\sو/iu;
const mostPeople = 1_000_000;
/** Less is a price, not an event. */
const leastDollars = 1_000_000;

/** What one text says of people killed and hurt, of money and of an earthquake's magnitude. */
export function severityOf(text: string, language: string): Severity {
  const [killed, hurt] = cues[primaryLanguage(language)] ?? (cues.en as Cue);
  const figures = figuresOf(text, language);
  const people = figures.filter((figure) => countsPeople(figure, text));
  const counted = (unit: string) => people.filter((figure) => figure.unit === unit).map(({ value }) => value);
  const others = people.filter(({ unit }) => unit !== 'dead' && unit !== 'injured');
  const money = figures.flatMap(({ kind, unit, value }) => (kind === 'money' ? value * (dollarsFor[unit] ?? 0) : []));
  const magnitudes = Array.from(text.matchAll(magnitude), ([, after, before]) => decimal(after ?? before));
  return {
    killed: largest([...counted('dead'), ...nearestTo(killed, others, text)]),
    hurt: largest([...counted('injured'), ...nearestTo(hurt, others, text)]),
    dollars: largest(money.filter((dollars) => dollars >= leastDollars)),
    magnitude: largest(magnitudes.filter(isMagnitude)),
  };
}

/**
 * What several reports say together: of each figure the largest that a second report reaches too, so that one slip, or
 * one figure of something else, decides nothing.
 */
export function jointSeverity(reports: readonly Severity[]): Severity {
  const joint = (name: keyof Severity) => {
    const values = reports.flatMap((report) => report[name] ?? []).sort((a, b) => b - a);
    return values[1] ?? values[0] ?? null;
  };
  return { killed: joint('killed'), hurt: joint('hurt'), dollars: joint('dollars'), magnitude: joint('magnitude') };
}

function countsPeople({ kind, value, index, text: written }: Figure, text: string): boolean {
  const isCount = kind === 'people' || kind === 'count';
  const end = index + written.length;
  const before = text.slice(Math.max(0, index - 8), index);
  const isAge =
    /(?<!\p{L})(?:aged|at|of)\s$/iu.test(before) && /^(?:\s?[,.;)]|\swho\b)/u.test(text.slice(end, end + 12));
  return isCount && !isAge && Number.isInteger(value) && value >= 1 && value <= mostPeople;
}

/** Of the counts in one sentence with a cue, the nearest; one that follows it must not begin a clause of its own. */
function nearestTo(cue: RegExp, counts: readonly Figure[], text: string): number[] {
  return Array.from(text.matchAll(cue)).flatMap((match) => {
    const cueEnd = match.index + match[0].length;
    const near = counts.flatMap(({ value, index: start, text: written }) => {
      const end = start + written.length;
      const between = end <= match.index ? text.slice(end, match.index) : text.slice(cueEnd, Math.max(cueEnd, start));
      const isApart = /[.!?;。！？；\n]/u.test(between) || (start >= cueEnd && newClause.test(between));
      return between.length > reach || isApart ? [] : { value, distance: between.length };
    });
    return near.sort((a, b) => a.distance - b.distance)[0]?.value ?? [];
  });
}

function isMagnitude(value: number): boolean {
  return value >= 2 && value < 10;
}

function decimal(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}

function largest(values: readonly number[]): number | null {
  return values.length > 0 ? Math.max(...values) : null;
}
