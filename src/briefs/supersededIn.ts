import type { BriefMaterial } from '../news/brief.ts';
import { figureKey } from '../text/numbers.ts';
import type { Candidate } from './candidates.ts';
import { partyCountsIn } from './partyCounts.ts';
import { timeOf } from './rankArticles.ts';
import { tollsIn } from './tollsIn.ts';

type MaterialArticle = BriefMaterial['articles'][number];

/** Within this time two papers' counts stand side by side; an older one has been overtaken. */
const tollLastsMs = 8 * 60 * 60_000;

type Read = { readonly candidates: readonly Candidate<MaterialArticle>[] };

/** Sentences with a toll that the same owner, or anybody much later, counts otherwise. */
export function supersededIn(reports: readonly Read[]): Set<Candidate<MaterialArticle>> {
  const counts = reports.flatMap(({ candidates }) => {
    const own = candidates.flatMap((candidate) => tollsIn(candidate).map((figure) => ({ candidate, figure })));
    return [...own, ...partyCountsIn(candidates).flat()].map(({ candidate, figure }) => ({
      candidate,
      unit: figure.unit,
      key: figureKey(figure),
    }));
  });
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
