import { newFacts, newsSince, type Told } from './newsSince.ts';
import { ownReporting } from './story.ts';

/** What came to a story after its first article. */
export type StoryUpdate = {
  readonly at: Date;
  /** The article that brought it; null for what was done to the story itself. */
  readonly articleId: number | null;
} & (
  | { readonly kind: 'origin'; readonly outlet: string } // an owner that had not reported
  | { readonly kind: 'figures'; readonly figures: readonly string[] } // keys, as `src/text/numbers.ts` spells them
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'merged'; readonly headline: string } // another story was taken in
  | { readonly kind: 'split'; readonly headline: string } // another story was taken out
);

/** An article as following its story needs it. */
export type Followed = Told & { readonly outlet: string; readonly publishedAt: Date };

/** An update is a line: more figures or names than this don't fit. */
const mostFacts = 4;

/**
 * What each later article brought: a further origin; new figures or names where the story moved on with it, as
 * {@link newsSince} tells. The first article brings the story itself.
 *
 * @param articles  of one story
 * @param afterId  only what articles with greater ids brought
 */
export function updatesOf(articles: readonly Followed[], afterId: number): StoryUpdate[] {
  const inOrder = [...articles].sort((a, b) => a.articleId - b.articleId);
  return inOrder.flatMap((article, index) => {
    if (index === 0 || article.articleId <= afterId) return [];
    return broughtBy(article, inOrder.slice(0, index));
  });
}

function broughtBy(article: Followed, earlier: readonly Followed[]): StoryUpdate[] {
  const isOwn = ownReporting([...earlier, article]).includes(article);
  if (!isOwn) return [];
  const brought = { at: article.publishedAt, articleId: article.articleId };
  const updates: StoryUpdate[] = [];
  if (!ownReporting(earlier).some(({ owner }) => owner === article.owner)) {
    updates.push({ ...brought, kind: 'origin', outlet: article.outlet });
  }
  const movedOn = newsSince([...earlier, article], earlier.at(-1)?.articleId ?? 0).length > 0;
  if (!movedOn) return updates;
  const { figures, names } = newFacts(
    article.features,
    earlier.map(({ features }) => features),
  );
  if (figures.length > 0) updates.push({ ...brought, kind: 'figures', figures: figures.slice(0, mostFacts) });
  if (names.length > 1) updates.push({ ...brought, kind: 'names', names: names.slice(0, mostFacts) });
  return updates;
}
