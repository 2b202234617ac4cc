import type { Rarity, Telling } from './related.ts';

/** What the articles of a story have in common, each kind with what most of them hold first. */
export type Bonds = {
  readonly names: readonly string[];
  /** Codes: `region:JP`. */
  readonly places: readonly string[];
  /** Keys of figures. */
  readonly figures: readonly string[];
  readonly words: readonly string[];
};

export type BoundArticle = { readonly telling: Telling; readonly figures: ReadonlySet<string> };

const mostOfKind = 6;
/** Words that stand in so many other articles that they bind nothing. */
const leastRarity = 0.4;

/** Why articles belong together: the names, countries, figures and rarer words that at least two of them hold. */
export function bondsOf(articles: readonly BoundArticle[], rarity: Rarity): Bonds {
  const wordRarity = (word: string) => Math.max(...articles.map(({ telling }) => rarity.word(word, telling.language)));
  const places = articles.map(({ telling }) => telling.signs).map((signs) => [...signs].filter(isPlace));
  const names = shared(
    articles.map(({ telling }) => telling.names),
    rarity.name,
  );
  return {
    names: names
      .filter((name) => !names.some((longer) => longer !== name && ` ${longer} `.includes(` ${name} `)))
      .slice(0, mostOfKind),
    places: shared(places, rarity.sign).slice(0, mostOfKind),
    figures: shared(
      articles.map(({ figures }) => figures),
      () => 1,
    ).slice(0, mostOfKind),
    words: shared(
      articles.map(({ telling }) => telling.words),
      wordRarity,
    ).slice(0, mostOfKind),
  };
}

/** What one of the articles shares with the others, of what binds them all. */
export function bondsWith({ telling, figures }: BoundArticle, bonds: Bonds): Bonds {
  return {
    names: bonds.names.filter((name) => telling.names.has(name)),
    places: bonds.places.filter((sign) => telling.signs.has(sign)),
    figures: bonds.figures.filter((key) => figures.has(key)),
    words: bonds.words.filter((word) => telling.words.has(word)),
  };
}

/** What two or more hold and is rare enough; by how many hold it, and how rare it is. */
function shared(all: readonly Iterable<string>[], rarity: (term: string) => number): string[] {
  const holders = new Map<string, number>();
  for (const terms of all) for (const term of new Set(terms)) holders.set(term, (holders.get(term) ?? 0) + 1);
  return [...holders]
    .map(([term, count]) => ({ term, count, rarity: rarity(term) }))
    .filter((each) => each.count > 1 && each.rarity >= leastRarity)
    .sort((a, b) => b.count * b.rarity - a.count * a.rarity)
    .map(({ term }) => term);
}

function isPlace(sign: string): boolean {
  return sign.startsWith('region:');
}
