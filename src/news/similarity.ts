import type { DocumentFrequency, Features } from './features.ts';

/** Over languages, one name or figure in common is chance. */
const fewestShared = 3;

/**
 * How likely two articles, or an article and a story's centroid, are about one event: 0 to about 1.
 *
 * In one language, a weighted sum of the IDF cosine of title and lead, the overlap of title words, of names and of
 * figures; over languages, of names and figures alone. Days between reduce it. The weights are first estimates.
 *
 * @see Allan et al., Topic Detection and Tracking Pilot Study (1998), clustering in one pass
 * @see Miranda et al., Multilingual Clustering of Streaming News (2018), several views of one article
 */
export function similarity(a: Features, b: Features, frequency: DocumentFrequency): number {
  const names = overlap(a.names, b.names, (name) => frequency.nameIdf(name));
  const figures = overlap(a.figures, b.figures, () => 1);
  const days = Math.abs(a.publishedAt.getTime() - b.publishedAt.getTime()) / 86_400_000;
  const decay = 0.93 ** days;
  if (a.language !== b.language) {
    const shared = a.names.intersection(b.names).size + a.figures.intersection(b.figures).size;
    return shared < fewestShared ? 0 : (0.7 * names + 0.3 * figures) * decay;
  }
  const wordIdf = (word: string) => frequency.wordIdf(word, a.language);
  const words = cosine(a.words, b.words, wordIdf);
  const title = overlap(a.titleWords, b.titleWords, wordIdf);
  return (0.55 * words + 0.15 * title + 0.22 * names + 0.08 * figures) * decay;
}

/**
 * Cosine of two TF-IDF vectors: 0 (no word in common) to 1 (the same words in the same proportions). An empty map is
 * similar to nothing.
 */
export function cosine(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  idf: (term: string) => number,
): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, count] of small) {
    const other = large.get(term);
    if (other) dot += damped(count) * damped(other) * idf(term) ** 2;
  }
  return dot === 0 ? 0 : dot / (lengthOf(a, idf) * lengthOf(b, idf));
}

function lengthOf(vector: ReadonlyMap<string, number>, idf: (term: string) => number): number {
  let sum = 0;
  for (const [term, count] of vector) sum += (damped(count) * idf(term)) ** 2;
  return Math.sqrt(sum);
}

/** The second mention of a word says less than the first. */
function damped(count: number): number {
  return 1 + Math.log(count);
}

/** Weight of what both hold, out of the weight of the one that holds less: 0 to 1; 0 when either holds nothing. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (term: string) => number): number {
  const weightOf = (terms: ReadonlySet<string>) => Array.from(terms).reduce((sum, term) => sum + weight(term), 0);
  const least = Math.min(weightOf(a), weightOf(b));
  if (least <= 0) return 0;
  return Math.min(1, weightOf(a.intersection(b)) / least);
}
