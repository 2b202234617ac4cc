import { dirname, join, resolve } from 'node:path';
import { logOddsOf } from '../src/news/storyIndex.ts';
import type { Weights } from '../src/news/weights.ts';
import { tokensOf } from '../src/text/tokens.ts';
import type { Figure } from './main.ts';
import { evidenceOfPairs, learnWeights, linkCandidates } from './stories/learn.ts';
import { areaUnderCurve, bCubed, pairwise, pearson } from './stories/metrics.ts';
import { type Document, halfOf, type Pair, readNewsroom, readSets, type SetFile } from './stories/readSets.ts';
import { findStories, streamsOf } from './stories/streams.ts';
import { evaluateTopics } from './stories/topics.ts';

export const needs = ['clustering', 'topics'];

const newsroomFolder = join(import.meta.dirname, '../data/newsroom');

/** What plain TF-IDF or naive Bayes reaches on the same set, and what is to be reached, by set and metric. */
const aims: Readonly<Record<string, { readonly baseline?: number; readonly reach?: number }>> = {
  'neus-allsides b3_f1': { baseline: 0.8, reach: 0.86 },
  'google-news-fr-clusters b3_f1': { baseline: 0.81, reach: 0.88 },
  'ecbplus-stories b3_f1': { baseline: 0.82, reach: 0.86 },
  'newsroom b3_f1': { reach: 0.95 },
  'semeval2022-task8-pairs auc': { baseline: 0.87, reach: 0.92 },
  'semeval2022-task8-pairs pearson': { baseline: 0.65 },
  'semeval2022-task8-pairs pearson de-en': { baseline: 0.44 },
  'tgcontest-gold-pairs auc': { baseline: 0.9, reach: 0.93 },
  'ntrex-crosslingual ja': { baseline: 0.85, reach: 0.92 },
  'ntrex-crosslingual ko': { baseline: 0.87, reach: 0.92 },
  'ntrex-crosslingual zh-Hans': { baseline: 0.88, reach: 0.92 },
  'ntrex-crosslingual zh-Hant': { baseline: 0.99, reach: 0.92 },
  'ntrex-crosslingual ar': { baseline: 0.82, reach: 0.92 },
  'ag-news accuracy': { baseline: 0.88, reach: 0.91 },
  'thucnews-titles accuracy': { baseline: 0.82, reach: 0.85 },
  '10kgnad accuracy': { baseline: 0.66, reach: 0.69 },
  'sib-200 en': { baseline: 0.67, reach: 0.7 },
  'sib-200 ja': { baseline: 0.72, reach: 0.75 },
  'sib-200 ko': { baseline: 0.76, reach: 0.79 },
  'sib-200 zh-Hans': { baseline: 0.76, reach: 0.79 },
  'sib-200 ar': { baseline: 0.61, reach: 0.64 },
  'sib-200 de': { baseline: 0.59, reach: 0.62 },
};

/** Words of two titles that are alike to this share make one a duplicate of the other. */
const alikeTitles = 0.8;

type Measure = { readonly set: string; readonly metric: string; readonly value: number; readonly n: number };

/**
 * The joining of articles to stories, measured through the index that the pipeline uses, and the topics.
 *
 * The weights are learned here, from `EVAL_TRAIN` (the data itself when it isn't named), never from what is measured: when
 * both are one, every set is halved by a hash of its stories and every stream by time, each half is measured with what was
 * learned from the other, and the figures are their means. The newsroom is never learned from. How topics are parted, `evaluateTopics` says.
 *
 * `b3_f1`, `pairwise_f1`: gold stories found again. `auc`, `pearson`: pairs that people judged. A language's code: articles
 * of that language whose English version ranks first. `duplicates`: stories with nearly the title of an earlier one, of all
 * stories of a real stream. `unrelated`: articles whose title shares no word with any other of their story, likewise.
 */
export async function evaluate(folders: readonly string[]): Promise<Figure[]> {
  const [first] = folders;
  if (!first) return [];
  const data = dirname(resolve(first));
  const train = resolve(process.env.EVAL_TRAIN || data);
  const measures: Measure[] = [];
  const clustering = folders.find((folder) => folder.endsWith('clustering'));
  if (clustering) measures.push(...measureClustering(clustering, join(train, 'clustering')));
  if (folders.some((folder) => folder.endsWith('topics'))) {
    for await (const figure of evaluateTopics(data, train)) measures.push(figure);
  }
  return measures.map((measure) => {
    const { baseline, reach } = aims[`${measure.set} ${measure.metric}`] ?? {};
    return { ...measure, baseline: baseline ?? null, reach: reach ?? null, misses: [] };
  });
}

function measureClustering(dataFolder: string, trainFolder: string): Measure[] {
  const files = readSets(dataFolder);
  const newsroom = readNewsroom(newsroomFolder);
  if (dataFolder !== trainFolder) {
    const weights = learnWeights(apartFrom(files, readSets(trainFolder)));
    return summed([...files, newsroom].flatMap((file) => measure(file, weights)));
  }
  console.error('Learned from what is measured: each half of every set is measured with what the other half taught.');
  const halves = ([0, 1] as const).map((half) => files.map((file) => halved(file, half)));
  return summed(
    halves.flatMap((half, index) => {
      const weights = learnWeights(halves[1 - index] as SetFile[]);
      return [...half, newsroom].flatMap((file) => measure(file, weights));
    }),
  );
}

function halved(file: SetFile, half: 0 | 1): SetFile {
  if (file.kind === 'pairs') return { ...file, pairs: file.pairs.filter(({ family }) => halfOf(family) === half) };
  if (file.kind === 'stream') {
    const middle = Math.floor(file.documents.length / 2);
    return { ...file, documents: half === 0 ? file.documents.slice(0, middle) : file.documents.slice(middle) };
  }
  return { ...file, documents: file.documents.filter(({ family }) => halfOf(family) === half) };
}

/** What may be learned from: nothing that is measured, should it stand in both. */
function apartFrom(measured: readonly SetFile[], files: readonly SetFile[]): SetFile[] {
  const textsOf = (file: SetFile) =>
    file.kind === 'pairs' ? file.pairs.flatMap(({ a, b }) => [a, b]) : file.documents;
  const keyOf = ({ title, text }: Document) => `${title}\n${text}`;
  const known = new Set(measured.flatMap(textsOf).map(keyOf));
  const isApart = (document: Document) => !known.has(keyOf(document));
  return files.flatMap((file): SetFile[] => {
    if (file.kind === 'pairs') return [{ ...file, pairs: file.pairs.filter(({ a, b }) => isApart(a) && isApart(b)) }];
    return [{ ...file, documents: file.documents.filter(isApart) }];
  });
}

function measure(file: SetFile, weights: Weights): Measured[] {
  switch (file.kind) {
    case 'stories':
      return streamsOf(file.documents).flatMap((stream) => measureStories(file.set, stream, weights));
    case 'pairs':
      return measurePairs(file.set, file.pairs, weights);
    case 'translations':
      return measureLinks(file.set, file.documents, weights);
    case 'stream':
      return file.documents.length === 0 ? [] : measureStream(file.set, file.documents, weights);
  }
}

/** A figure of a part: the figure of the whole is their mean by size, unless the cases are to be ranked together. */
type Measured = Measure & { readonly cases?: readonly ScoredPair[] };
type ScoredPair = { readonly score: number; readonly isSo: boolean; readonly likeness: number };

function measureStories(set: string, documents: readonly Document[], weights: Weights): Measured[] {
  const found = findStories(documents, weights);
  const gold = documents.map(({ story }) => story);
  const n = documents.length;
  return [
    { set, metric: 'b3_f1', value: bCubed(found, gold).f1, n },
    { set, metric: 'pairwise_f1', value: pairwise(found, gold).f1, n },
  ];
}

function measurePairs(set: string, pairs: readonly Pair[], weights: Weights): Measured[] {
  const evidence = evidenceOfPairs(pairs, weights.common);
  const scored = pairs.map((pair, index) => ({
    pair,
    score: 1 / (1 + Math.exp(-logOddsOf(evidence[index]!, weights))),
    isSo: pair.isSame,
    likeness: pair.grade === null ? Number.NaN : -pair.grade,
  }));
  const measured: Measured[] = [{ set, metric: 'auc', value: 0, n: scored.length, cases: scored }];
  const graded = scored.filter(({ likeness }) => !Number.isNaN(likeness));
  if (graded.length === 0) return measured;
  measured.push({ set, metric: 'pearson', value: 0, n: graded.length, cases: graded });
  const byLanguages = Map.groupBy(graded, ({ pair }) => `${pair.a.language}-${pair.b.language}`);
  for (const [languages, cases] of byLanguages) {
    measured.push({ set, metric: `pearson ${languages}`, value: 0, n: cases.length, cases });
  }
  return measured;
}

function measureLinks(set: string, documents: readonly Document[], weights: Weights): Measured[] {
  const links = linkCandidates(documents, weights);
  return [...Map.groupBy(links, ({ document }) => document.language)].map(([language, own]) => {
    const right = own.filter(({ document, candidates: [best], storyOf }) => {
      return best !== undefined && storyOf.get(best.storyId) === document.story;
    });
    return { set, metric: language, value: right.length / own.length, n: own.length };
  });
}

function measureStream(set: string, documents: readonly Document[], weights: Weights): Measured[] {
  const found = findStories(documents, weights);
  const titles = documents.map(({ title }) => new Set(tokensOf(title)));
  const byStory = Map.groupBy(titles.keys(), (index) => found[index] as number);
  const seen: { story: number; title: ReadonlySet<string> }[] = [];
  let duplicates = 0;
  for (const [story, [founder]] of byStory) {
    const title = titles[founder as number] as Set<string>;
    if (seen.some((other) => likeness(other.title, title) >= alikeTitles)) duplicates += 1;
    seen.push({ story, title });
  }
  const unrelated = [...byStory.values()].flatMap((members) =>
    members.length < 2 ? [] : members.filter((member) => isAlone(member, members, titles)),
  );
  const n = byStory.size;
  return [
    { set, metric: 'duplicates', value: duplicates / n, n },
    { set, metric: 'unrelated', value: unrelated.length / n, n },
  ];
}

/** Whether none of the longer words of a title stands in another title of its story. */
function isAlone(member: number, members: readonly number[], titles: readonly ReadonlySet<string>[]): boolean {
  const stems = stemsOf(titles[member] as ReadonlySet<string>);
  return members.every((other) => other === member || stems.isDisjointFrom(stemsOf(titles[other]!)));
}

function stemsOf(title: ReadonlySet<string>): Set<string> {
  return new Set(Array.from(title, (word) => word.slice(0, 5)).filter((stem) => stem.length >= 4));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.intersection(b).size / Math.max(1, a.union(b).size);
}

/** One figure for each set and metric. */
function summed(measured: readonly Measured[]): Measure[] {
  const groups = Map.groupBy(measured, ({ set, metric }) => `${set} ${metric}`);
  return [...groups.values()].map((parts) => {
    const { set, metric } = parts[0] as Measured;
    const n = parts.reduce((sum, part) => sum + part.n, 0);
    const cases = parts.flatMap((part) => part.cases ?? []);
    if (cases.length === 0)
      return { set, metric, value: parts.reduce((sum, part) => sum + part.value * part.n, 0) / n, n };
    const scores = cases.map(({ score }) => score);
    const value =
      metric === 'auc'
        ? areaUnderCurve(cases)
        : pearson(
            scores,
            cases.map((each) => each.likeness),
          );
    return { set, metric, value, n };
  });
}
