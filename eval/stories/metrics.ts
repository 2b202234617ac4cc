/** How well clusters agree with gold clusters. Both name the cluster of every document, in the same order. */
export type Agreement = { readonly precision: number; readonly recall: number; readonly f1: number };

/**
 * B³: the share of right ones in each document's cluster, and of found ones of its gold cluster, on average. Documents whose
 * gold cluster is null (nobody said) are wrong wherever they stand with others, and no average is taken over them.
 *
 * @see Bagga and Baldwin, Entity-Based Cross-Document Coreferencing Using the Vector Space Model (1998)
 */
export function bCubed(found: readonly unknown[], gold: readonly unknown[]): Agreement {
  const sizes = sizesOf(found, gold);
  let precision = 0;
  let recall = 0;
  const said = gold.filter((cluster) => cluster !== null).length;
  for (let index = 0; index < gold.length; index++) {
    if (gold[index] === null) continue;
    const both = sizes.both.get(keyOf(found[index], gold[index])) as number;
    precision += both / (sizes.found.get(found[index]) as number);
    recall += both / (sizes.gold.get(gold[index]) as number);
  }
  return agreement(precision / said, recall / said);
}

/** The same over pairs of documents: how many that stand together belong together, and the reverse. */
export function pairwise(found: readonly unknown[], gold: readonly unknown[]): Agreement {
  const sizes = sizesOf(found, gold);
  const [both, inFound, inGold] = [sizes.both, sizes.found, sizes.gold].map((counts) =>
    [...counts.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
  ) as [number, number, number];
  return agreement(inFound === 0 ? 1 : both / inFound, inGold === 0 ? 1 : both / inGold);
}

/** The chance that a case that is so scores higher than one that is not; equal scores count half. */
export function areaUnderCurve(cases: readonly { readonly score: number; readonly isSo: boolean }[]): number {
  const sorted = cases.toSorted((a, b) => a.score - b.score);
  const so = cases.filter(({ isSo }) => isSo).length;
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end += 1;
    const rank = (start + 1 + end) / 2;
    rankSum += rank * sorted.slice(start, end).filter(({ isSo }) => isSo).length;
    start = end;
  }
  const notSo = cases.length - so;
  return so === 0 || notSo === 0 ? Number.NaN : (rankSum - (so * (so + 1)) / 2) / (so * notSo);
}

export function pearson(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [index, x] of xs.entries()) {
    const [dx, dy] = [x - meanX, (ys[index] as number) - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function agreement(precision: number, recall: number): Agreement {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function sizesOf(found: readonly unknown[], gold: readonly unknown[]) {
  const sizes = {
    found: new Map<unknown, number>(),
    gold: new Map<unknown, number>(),
    both: new Map<string, number>(),
  };
  const count = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let index = 0; index < gold.length; index++) {
    count(sizes.found, found[index]);
    count(sizes.gold, gold[index]);
    count(sizes.both, keyOf(found[index], gold[index]));
  }
  return sizes;
}

function keyOf(found: unknown, gold: unknown): string {
  return `${String(found)}\u0000${String(gold)}`;
}
