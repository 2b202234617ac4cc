import { type Figure, figureKey } from '../text/numbers.ts';
import type { Candidate, Readable } from './candidates.ts';
import { figuresIn } from './figuresIn.ts';

export type ChosenFigure<A extends Readable> = { readonly figure: string; readonly candidate: Candidate<A> };

const mostFigures = 4;
/** Figures of these kinds say little apart from their sentence. */
const passing: ReadonlySet<Figure['kind']> = new Set(['date', 'time', 'ordinal', 'duration', 'times']);
/** A bare count below this needs a second article that tells it: it may be an age, or a time of day. */
const smallCount = 1_000;
const smallest = 100;

/**
 * The figures that a story turns on, the weightiest first, one of a sentence: those that more of the articles tell, people
 * before money before the rest.
 *
 * @param candidates  the best sentences first
 */
export function keyFiguresOf<A extends Readable>(candidates: readonly Candidate<A>[]): ChosenFigure<A>[] {
  const told = candidates.flatMap((candidate, rank) =>
    candidate.isLeaning
      ? []
      : figuresIn(candidate)
          .filter(isTelling)
          .map((figure) => ({ figure, candidate, rank })),
  );
  const groups = [...Map.groupBy(told, ({ figure }) => `${figureKey(figure)} ${figure.unit}`).values()]
    .map((mentions) => {
      const articles = new Set(mentions.map(({ candidate }) => candidate.article)).size;
      const best = mentions[0]!;
      return { ...best, articles, weight: articles + kindWeight(best.figure) + 1 / (1 + best.rank / 4) };
    })
    .filter(({ figure, articles }) => figure.kind !== 'count' || figure.value >= smallCount || articles > 1)
    .sort((a, b) => b.weight - a.weight);
  const used = new Set<Candidate<A>>();
  return groups
    .filter(({ candidate }) => !used.has(candidate) && used.add(candidate))
    .slice(0, mostFigures)
    .map(({ figure, candidate }) => ({ figure: figure.text.trim(), candidate }));
}

function isTelling({ kind, value }: Figure): boolean {
  if (passing.has(kind)) return false;
  return kind !== 'count' || value >= smallest;
}

function kindWeight({ kind, unit }: Figure): number {
  if (kind === 'people') return unit === 'person' ? 0.6 : 1;
  return kind === 'money' || kind === 'percent' ? 0.5 : 0;
}
