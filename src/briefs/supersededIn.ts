import type { BriefMaterial } from '../news/brief.ts';
import { figureKey } from '../text/numbers.ts';
import type { Candidate } from './candidates.ts';
import { figuresIn } from './figuresIn.ts';
import { type Ranked, timeOf } from './rankArticles.ts';

type MaterialArticle = BriefMaterial['articles'][number];

/** Units of what is counted anew as a story goes on. */
const tolls: ReadonlySet<string> = new Set(['dead', 'injured', 'missing']);
/** Within this time two papers' counts stand side by side; an older one has been overtaken. */
export const tollLastsMs = 8 * 60 * 60_000;

/** Whether a figure's unit is one of a toll. */
export function isToll(unit: string): boolean {
  return tolls.has(unit);
}

/** Sentences with a toll that the same owner, or anybody much later, counts otherwise. */
export function supersededIn(ranked: readonly Ranked<MaterialArticle>[]): Set<Candidate<MaterialArticle>> {
  const counts = ranked.flatMap(({ candidates }) =>
    candidates.flatMap((candidate) =>
      figuresIn(candidate)
        .filter(({ unit }) => isToll(unit))
        .map((figure) => ({ candidate, unit: figure.unit, key: figureKey(figure) })),
    ),
  );
  const superseded = counts.filter((count) => {
    const { article } = count.candidate;
    return counts.some((other) => {
      const later = timeOf(other.candidate.article) - timeOf(article);
      const isSameOwner = other.candidate.article.source.owner === article.source.owner;
      return other.unit === count.unit && other.key !== count.key && later > (isSameOwner ? 0 : tollLastsMs);
    });
  });
  return new Set(superseded.map(({ candidate }) => candidate));
}
