import { type CommonWords, DocumentFrequency } from '../../src/news/documentFrequency.ts';
import { type Comparison, compare, evidenceNames, weigh } from '../../src/news/evidence.ts';
import { StoryIndex, standing } from '../../src/news/storyIndex.ts';
import type { Weights } from '../../src/news/weights.ts';
import { featuresOf } from '../../src/text/features.ts';
import { type Case, type Linear, learnLogistic } from './logistic.ts';
import { bCubed } from './metrics.ts';
import { chanceOf, type Document, halfOf, type Pair, type SetFile } from './readSets.ts';
import { comparableDocument, findCandidates, findStories, streamsOf } from './streams.ts';

type Stream = { readonly set: string; readonly stream: readonly Document[] };
type PairCase = Case & { readonly comparison: Comparison };

/** What the cases of one file weigh together, and one case at most. */
const fileWeight = 1_000;
const mostOfOneCase = 4;
const penalty = 1;
const mostCandidates = 8;
/** In per cent of the articles. */
const leastCommon = 8;
const mostCommon = 200;
/** Sets have stories of sizes that their makers chose, so what a large one takes is not learned from them. */
const shareReported = 0.25;
const sizeValue = 1;
const perDoubling = -0.1;
const shifts = [-0.6, -0.3, 0, 0.3, 0.6, 1, 1.5];
const mostStreamsOfOneSet = 3;

/** What says the same as something else, or nothing in one language, is left out: less is learned better. */
const inOneLanguage = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
const betweenLanguages = new Set([6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);

/** What a first pass finds candidates by, before anything is learned. */
const plain = [...evidenceNames.map((name) => (/cosine|found|common/.test(name) ? 1 : 0)), -3];
const asNear = [1, 0, 0];
const unlearned: Omit<Weights, 'common'> = {
  pair: { titles: plain, texts: plain, languages: plain },
  story: { titles: asNear, texts: asNear, languages: asNear },
  join: { titles: [1, 0, 0], texts: [1, 0, 0], languages: [1, 0, 0] },
};

/**
 * Learns the weights of the story index: of pairs from every file with gold, of stories and the decision to join from
 * streams in which every article was put where it belongs, the threshold from streams that run by themselves.
 */
export function learnWeights(files: readonly SetFile[]): Weights {
  const common = commonWordsOf(files);
  const first = { ...unlearned, common };
  const streams = [...Map.groupBy(files, ({ set }) => set)].flatMap(([set, own]) =>
    own
      .flatMap((file) =>
        file.kind === 'stories'
          ? streamsToLearn(file.documents)
          : file.kind === 'translations'
            ? [streamOfTranslations(file.documents)]
            : [],
      )
      .slice(0, mostStreamsOfOneSet)
      .map((stream) => ({ set, stream })),
  );
  const cases = [
    ...streams.map(({ stream }) => pairsOfStream(stream, first)),
    ...files.flatMap((file) => (file.kind === 'pairs' ? [pairsOfPairs(file.pairs, common)] : [])),
    ...files.flatMap((file) => (file.kind === 'translations' ? [pairsOfTranslations(file.documents, first)] : [])),
  ].flatMap(balanced);
  const learnPair = (comparison: Comparison): Linear => {
    const own = cases.filter((each) => each.comparison === comparison);
    return own.length < 20
      ? plain
      : learnLogistic(own, penalty, comparison === 'languages' ? betweenLanguages : inOneLanguage);
  };
  const pair = { titles: learnPair('titles'), texts: learnPair('texts'), languages: learnPair('languages') };
  const story = learnStory(streams, { ...first, pair });
  return { pair, story, join: learnJoin(streams, files, { ...first, pair, story }), common };
}

/**
 * What is common in each language, counted in the same articles in all of them: words in a twelfth of the articles or
 * more.
 */
function commonWordsOf(files: readonly SetFile[]): CommonWords {
  const common: Record<string, Record<string, number>> = {};
  const documents = files.flatMap((file) => (file.kind === 'translations' ? file.documents : []));
  for (const [language, own] of Map.groupBy(documents, (document) => document.language)) {
    const counts = new Map<string, number>();
    for (const document of own) {
      const { words } = featuresOf({ ...document, summary: '' });
      for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const shares = [...counts].map(([word, count]) => [word, Math.round((100 * count) / own.length)] as const);
    common[language] = Object.fromEntries(
      shares
        .filter(([, share]) => share >= leastCommon)
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, mostCommon),
    );
  }
  return common;
}

/** The articles as they are, and their titles alone, as feeds without texts give them. */
function streamsToLearn(documents: readonly Document[]): Document[][] {
  const streams = streamsOf(documents);
  const hasTexts = documents.filter(({ text }) => text.length > 200).length > documents.length / 2;
  if (!hasTexts) return streams;
  return streams.flatMap((stream) => [stream, stream.map((document) => ({ ...document, text: '' }))]);
}

function balanced(cases: readonly PairCase[]): PairCase[] {
  const weight = Math.min(mostOfOneCase, fileWeight / cases.length);
  return cases.map((each) => ({ ...each, weight }));
}

function pairsOfStream(stream: readonly Document[], weights: Weights): PairCase[] {
  return findCandidates(stream, weights).flatMap(({ storyId, candidates }) =>
    candidates
      .slice(0, mostCandidates)
      .flatMap((candidate) =>
        candidate.evidence.slice(0, 2).map(({ evidence }) => caseOf(evidence, candidate.storyId === storyId)),
      ),
  );
}

function pairsOfPairs(pairs: readonly Pair[], common: CommonWords): PairCase[] {
  return evidenceOfPairs(pairs, common).map((evidence, index) => caseOf(evidence, (pairs[index] as Pair).isSame));
}

/** Compares pairs, with what is rare judged from all of their articles. */
export function evidenceOfPairs(pairs: readonly Pair[], common: CommonWords) {
  const frequency = new DocumentFrequency(common);
  const articles = pairs.map(({ a, b }) => [comparableDocument(a), comparableDocument(b)] as const);
  for (const article of articles.flat()) frequency.add(article.terms, article.language);
  return articles.map(([a, b]) => compare(weigh(a, frequency), weigh(b, frequency)));
}

/** Reports in some languages of each event, not in all. */
function streamOfTranslations(documents: readonly Document[]): Document[] {
  return documents
    .filter(({ family, language }) => chanceOf(`reported ${family} ${language}`) < shareReported)
    .toSorted((a, b) => chanceOf(`order ${a.family} ${a.language}`) - chanceOf(`order ${b.family} ${b.language}`))
    .map(halved);
}

/** Translations say the same; two reports do not. So every version keeps every other sentence, and chance says which. */
function halved(document: Document): Document {
  const own = halfOf(`sentences ${document.family} ${document.language}`);
  const sentences = document.text.split('\n').filter((_, index) => index % 2 === own);
  return { ...document, text: sentences.join('\n') };
}

/** Each version of a story against the English ones, which is how they are to be linked. */
function pairsOfTranslations(documents: readonly Document[], weights: Weights): PairCase[] {
  return linkCandidates(documents.map(halved), weights).flatMap(({ document, candidates, storyOf }) =>
    candidates.flatMap((candidate) =>
      candidate.evidence.map(({ evidence }) => caseOf(evidence, storyOf.get(candidate.storyId) === document.story)),
    ),
  );
}

/** For each version that is not English, the English stories that it may belong to. */
export function linkCandidates(documents: readonly Document[], weights: Weights) {
  const index = new StoryIndex(weights);
  const storyOf = new Map<number, string | null>();
  for (const [id, document] of documents.entries()) {
    if (document.language !== 'en') continue;
    index.add(id, id, comparableDocument(document));
    storyOf.set(id, document.story);
  }
  return documents
    .filter(({ language }) => language !== 'en')
    .map((document) => ({ document, storyOf, candidates: index.rank(comparableDocument(document)) }));
}

function caseOf(evidence: { comparison: Comparison; values: ArrayLike<number> }, isSo: boolean): PairCase {
  return { comparison: evidence.comparison, values: Array.from(evidence.values), isSo, weight: 1 };
}

function learnStory(streams: readonly Stream[], weights: Weights): Weights['story'] {
  const cases = streams.flatMap(({ stream }) => {
    const found = findCandidates(stream, weights).flatMap(({ storyId, candidates }) =>
      candidates.map(({ values, comparison, storyId: id }) => ({
        values,
        comparison,
        isSo: id === storyId,
        weight: 1,
      })),
    );
    const weight = Math.min(mostOfOneCase, fileWeight / found.length);
    return found.map((each) => ({ ...each, weight }));
  });
  const learn = (comparison: Comparison): Linear => {
    const own = cases.filter((each) => each.comparison === comparison);
    if (own.length < 20) return asNear;
    const learned = learnLogistic(own, penalty, new Set([0]));
    return learned.map((weight, index) => (index === sizeValue ? perDoubling : weight));
  };
  return { titles: learn('titles'), texts: learn('texts'), languages: learn('languages') };
}

/** The decision to join the likeliest story, and what must be added to it for the best B³ of streams that run alone. */
function learnJoin(streams: readonly Stream[], files: readonly SetFile[], weights: Weights): Weights['join'] {
  const cases = streams.flatMap(({ stream }) => {
    const found = findCandidates(stream, weights).flatMap(({ storyId, candidates }) =>
      candidates
        .slice(0, 1)
        .map((best) => ({ values: standing(candidates), comparison: best.comparison, isSo: best.storyId === storyId })),
    );
    const weight = Math.min(mostOfOneCase, fileWeight / found.length);
    return found.map((each) => ({ ...each, weight }));
  });
  for (const file of files) if (file.kind === 'translations') cases.push(...linksToLearn(file.documents, weights));
  const learn = (comparison: Comparison): Linear => {
    const own = cases.filter((each) => each.comparison === comparison);
    return own.length < 20 ? [1, 0, 0] : learnLogistic(own, penalty);
  };
  let join: Weights['join'] = { titles: learn('titles'), texts: learn('texts'), languages: learn('languages') };
  for (const comparison of ['texts', 'titles', 'languages'] as const) {
    const [odds, standsOut, bias] = join[comparison] as [number, number, number];
    const tries = shifts.map((shift) => {
      const tried = { ...join, [comparison]: [odds, standsOut, bias + shift] };
      return { tried, score: meanFigure(streams, { ...weights, join: tried }) };
    });
    join = tries.reduce((best, each) => (each.score > best.score ? each : best)).tried;
  }
  return join;
}

/** Half of the English versions are kept away, so that there are articles that belong nowhere. */
function linksToLearn(documents: readonly Document[], weights: Weights) {
  const some = documents
    .map(halved)
    .filter(({ language, family }) => language !== 'en' || halfOf(`kept ${family}`) === 0);
  return linkCandidates(some, weights).flatMap(({ document, candidates, storyOf }) => {
    const [best] = candidates;
    if (!best) return [];
    const isSo = storyOf.get(best.storyId) === document.story;
    return [{ values: standing(candidates), comparison: best.comparison, isSo, weight: 1 }];
  });
}

/** B³ of streams, every set counting alike. */
function meanFigure(streams: readonly Stream[], weights: Weights): number {
  const figures = streams.map(({ set, stream }) => {
    const gold = stream.map(({ story }) => story);
    return { set, f1: bCubed(findStories(stream, weights), gold).f1 };
  });
  return mean([...Map.groupBy(figures, ({ set }) => set).values()].map((own) => mean(own.map(({ f1 }) => f1))));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
