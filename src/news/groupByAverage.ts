/** An article, or a story that stays whole, as it is grouped. */
export type Piece<T> = {
  /** What is compared. */
  readonly items: readonly T[];
  /** How many there are, of which the items are some. */
  readonly size: number;
  /** Two such are never put together. */
  readonly isFixed: boolean;
};

/**
 * Groups by average linkage, the best first: as long as two groups are linked on average by more than 0, the two that are
 * linked most become one. The larger they would be, the more it takes. That an article was the first to come decides nothing, and no chain through one article joins
 * two groups.
 *
 * @param perDoubling  by how much more with every doubling
 * @param link  between two items, above 0 when it speaks for one group
 * @returns for each group, the indexes of its pieces, ascending
 * @see Sokal and Michener, A Statistical Method for Evaluating Systematic Relationships (1958)
 */
export function groupByAverage<T>(
  pieces: readonly Piece<T>[],
  perDoubling: number,
  link: (a: T, b: T) => number,
): number[][] {
  const groups = pieces.map(({ isFixed, items, size }, index) => ({
    members: [index],
    items: items.length,
    size,
    isFixed,
  }));
  const sums = pieces.map((a, i) => pieces.slice(0, i).map((b) => sumOfLinks(a, b, link)));
  const sumOf = (i: number, j: number) => (i > j ? sums[i]![j]! : sums[j]![i]!);
  const left = new Set(groups.keys());
  for (;;) {
    let best = { i: 0, j: 0, over: 0 };
    for (const i of left) {
      for (const j of left) {
        if (j >= i) break;
        const [a, b] = [groups[i]!, groups[j]!];
        if (a.isFixed && b.isFixed) continue;
        const over = sumOf(i, j) / (a.items * b.items) - perDoubling * Math.log2((a.size + b.size) / 2);
        if (over > best.over) best = { i, j, over };
      }
    }
    const { i, j } = best;
    if (best.over === 0) return [...left].map((index) => groups[index]!.members.toSorted((a, b) => a - b));
    const [taken, into] = [groups[i]!, groups[j]!];
    left.delete(i);
    for (const k of left) {
      if (k === j) continue;
      if (j > k) sums[j]![k]! += sumOf(i, k);
      else sums[k]![j]! += sumOf(i, k);
    }
    groups[j] = {
      members: [...into.members, ...taken.members],
      items: into.items + taken.items,
      size: into.size + taken.size,
      isFixed: into.isFixed || taken.isFixed,
    };
  }
}

function sumOfLinks<T>(a: Piece<T>, b: Piece<T>, link: (a: T, b: T) => number): number {
  if (a.isFixed && b.isFixed) return 0;
  let sum = 0;
  for (const one of a.items) for (const other of b.items) sum += link(one, other);
  return sum;
}
