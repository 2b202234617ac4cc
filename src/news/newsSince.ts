import type { Features } from './features.ts';
import { type Coverage, ownReporting } from './story.ts';

/** An article of a story, as far as telling whether the story moved on needs it. */
export type Told = Pick<Coverage, 'articleId' | 'owner' | 'copyOf'> & { readonly features: Features };

const fewestNewNames = 2;

/**
 * The articles with which a story moved on since somebody had it: own reporting that came later and either tells a fact
 * that no earlier article told, or comes from a second origin, which confirms what one alone had said. A copy moves no
 * story on, nor does an edit, nor one more paper with the known facts.
 *
 * @param lastArticleId  the newest article that they knew of
 */
export function newsSince<T extends Told>(articles: readonly T[], lastArticleId: number): T[] {
  const isKnown = ({ articleId }: T) => articleId <= lastArticleId;
  const own = ownReporting(articles);
  const knownOwners = new Set(own.filter(isKnown).map(({ owner }) => owner));
  const known = articles.filter(isKnown).map(({ features }) => features);
  const confirms = ({ owner }: T) => knownOwners.size === 1 && !knownOwners.has(owner);
  return own.filter((article) => !isKnown(article) && (tellsNewFacts(article.features, known) || confirms(article)));
}

function tellsNewFacts(article: Features, earlier: readonly Features[]): boolean {
  const { figures, names } = newFacts(article, earlier);
  return figures.length > 0 || names.length >= fewestNewNames;
}

/**
 * What an article tells and none of the earlier ones did: figures, and names. Every language spells names in its own
 * way, so they are new only beside names of the same language.
 */
export function newFacts(article: Features, earlier: readonly Features[]): { figures: string[]; names: string[] } {
  const figures = Array.from(article.figures).filter((figure) => !earlier.some((known) => known.figures.has(figure)));
  const sameLanguage = earlier.filter(({ language }) => language === article.language);
  if (sameLanguage.length === 0) return { figures, names: [] };
  const isNewName = (name: string) => !sameLanguage.some(({ names }) => names.has(name));
  const names = Array.from(article.names).filter((name) => isNewName(name) && isNewName(lastWordOf(name)));
  return { figures, names };
}

/** Who was `Petra Holm` and is `Minister Holm` is not new; nor is what only begins a sentence, as `To Stanewick`. */
function lastWordOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}
