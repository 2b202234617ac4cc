import type { SourceKind } from './source.ts';
import { type Coverage, ownReporting } from './story.ts';

/** What the sources of a story say of how bad or how large it is; what none of them says is null. */
export type Severity = {
  readonly killed: number | null;
  readonly hurt: number | null;
  /** About, in US dollars: it only ranks. */
  readonly dollars: number | null;
  /** Of an earthquake. */
  readonly magnitude: number | null;
};

export const noSeverity: Severity = { killed: null, hurt: null, dollars: null, magnitude: null };

/** A part of a story's importance, with what it was counted from. */
export type ImportanceTerm = {
  readonly name: 'origins' | 'countries' | 'kinds' | 'growth' | keyof Severity;
  /** Origins, countries, origins of a kind that weighs more, origins of the last hours, people, dollars, magnitude. */
  readonly amount: number;
  readonly points: number;
};

export type Importance = {
  /** Those that count for something, the origins first. */
  readonly terms: readonly ImportanceTerm[];
  readonly newestAt: Date;
  /** 1 when it is new, half of it a day later, and so on. */
  readonly freshness: number;
  /** The points together, times the freshness: for ranking only. */
  readonly value: number;
};

const kindWeight: Record<SourceKind, number> = {
  wire: 1.2,
  'public broadcaster': 1.15,
  official: 1,
  press: 1,
  specialist: 0.85,
};

const hourMs = 60 * 60_000;
const halfLifeMs = 24 * hourMs;
const growthMs = 6 * hourMs;

/**
 * How much a story matters now, in parts that can be told: origins (by owner, each further one counts less), their
 * countries and kinds, how many came in the last hours, what the sources say of people killed and hurt, of money and of
 * magnitude; all of it halved by every day since the newest own reporting. The number of copies never counts.
 *
 * @param coverage  at least one article
 */
export function importanceOf(coverage: readonly Coverage[], now: Date, severity: Severity = noSeverity): Importance {
  const own = ownReporting(coverage);
  const owners = Map.groupBy(own, ({ owner }) => owner);
  const kinds = [...owners.values()].map((articles) => Math.max(...articles.map(({ kind }) => kindWeight[kind])));
  const began = [...owners.values()].map((articles) => Math.min(...articles.map(timeOf)));
  const countries = new Set(own.flatMap(({ country }) => country ?? [])).size;
  const late = began.filter((time) => now.getTime() - time <= growthMs).length;
  const grown = Math.min(late, owners.size - 1);
  const terms: ImportanceTerm[] = [
    { name: 'origins', amount: owners.size, points: falling(kinds.map(() => 1)) },
    { name: 'countries', amount: countries, points: 0.25 * Math.max(0, countries - 1) },
    {
      name: 'kinds',
      amount: kinds.filter((weight) => weight > 1).length,
      points: falling(kinds.toSorted((a, b) => b - a).map((weight) => weight - 1)),
    },
    { name: 'growth', amount: grown, points: 0.1 * Math.min(5, grown) },
    ...severityTerms(severity),
  ];
  const newest = Math.max(...own.map(timeOf));
  const freshness = 0.5 ** (Math.max(0, now.getTime() - newest) / halfLifeMs);
  return {
    terms: terms.filter(({ name, points }) => name === 'origins' || points !== 0),
    newestAt: new Date(newest),
    freshness,
    value: terms.reduce((sum, { points }) => sum + points, 0) * freshness,
  };
}

/** A hundred dead count as much as some three further origins: figures of one bad event must not bury all others. */
function severityTerms({ killed, hurt, dollars, magnitude }: Severity): ImportanceTerm[] {
  const term = (name: keyof Severity, amount: number | null, points: (amount: number) => number): ImportanceTerm[] =>
    amount === null ? [] : [{ name, amount, points: Math.min(2.5, Math.max(0, points(amount))) }];
  return [
    ...term('killed', killed, (people) => 0.8 * Math.log10(1 + people)),
    ...term('hurt', hurt, (people) => 0.3 * Math.log10(1 + people)),
    ...term('dollars', dollars, (money) => 0.25 * Math.log10(Math.max(1, money / 1e7))),
    ...term('magnitude', magnitude, (strength) => 0.5 * (strength - 4)),
  ];
}

/** The sum of weights of which each further one counts less. */
function falling(weights: readonly number[]): number {
  return weights.reduce((sum, weight, rank) => sum + weight / (1 + rank * 0.3), 0);
}

function timeOf({ publishedAt }: Coverage): number {
  return publishedAt.getTime();
}
