import { type CommonWords, DocumentFrequency } from '../../src/news/documentFrequency.ts';
import { type Comparison, compare, evidenceNames, weigh } from '../../src/news/evidence.ts';
import { StoryIndex } from '../../src/news/storyIndex.ts';
import type { Weights } from '../../src/news/weights.ts';
import { featuresOf } from '../../src/text/features.ts';
import { type Case, type Linear, learnLogistic } from './logistic.ts';
import { bCubed } from './metrics.ts';
import { chanceOf, type Document, halfOf, type Pair, type SetFile } from './readSets.ts';
import { comparableDocument, findCandidates, findStories, streamsOf } from './streams.ts';

type Stream = { readonly set: string; readonly stream: readonly Document[] };
type PairCase = Case & { readonly comparison: Comparison };
type CasesOfFile = { readonly isJudged: boolean; readonly cases: readonly PairCase[] };

/** What the cases of one file weigh together, and one case at most. */
const fileWeight = 1_000;
const mostOfOneCase = 4;
const penalty = 1;
const mostCandidates = 8;
/** With fewer, nothing is learned. */
const fewestCases = 20;
/** In per cent of the articles. */
const leastCommon = 8;
const mostCommon = 200;
const shareReported = 0.25;
const dayMs = 86_400_000;
const widelyApart = [-5, -4, -3, -2, -1, 0, 1];
const around = [-1, -0.5, 0, 0.5, 1];
const crowdings = [0, 0.5, 1, 1.5, 2, 2.5];
/** So much worse is as good where more must be alike: what does not belong together costs more than what is told twice. */
const asGood = 0.005;
/** Streams of one set that the bars are tried on. */
const mostTried = 2;
/** Of a stream's articles, so many more. */
const shareOfOthers = 0.5;
const mostStreamsOfOneSet = 3;
/** Streams that a file would be parted into. */
const fewestInCrowd = 3;
/** Of the stories that a day brings, so many are told by one article. */
const shareToldOnce = 0.85;
/** Titles with less in common tell different events: a share of their words, and the weight of one rare word. */
const shareOfTitle = evidenceNames.indexOf('title words found in the other, more');
const weightOfTitle = evidenceNames.indexOf('weight of title words in common');
const unlike = { share: 0.5, weight: 0.4 };

/** What says the same as something else, or nothing in one language, is left out: less is learned better. */
const inTexts = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
const inTitles = new Set([...inTexts, weightOfTitle]);
const betweenLanguages = new Set([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);

/** What a first pass finds candidates by, before anything is learned. */
const plain = [...evidenceNames.map((name) => (/cosine|found|common/.test(name) ? 1 : 0)), -3];
const unlearned: Omit<Weights, 'common'> = {
  pair: { titles: plain, texts: plain, languages: plain },
  bar: { titles: 0, texts: 0, languages: 0 },
  crowding: { titles: 0.5, texts: 0.5 },
};

/**
 * Learns the weights of the story index: of pairs from every file with gold, what it takes to be one story from streams
 * that run by themselves.
 */
export function learnWeights(files: readonly SetFile[]): Weights {
  const common = commonWordsOf(files);
  const first = { ...unlearned, common };
  const streams = [...Map.groupBy(files, ({ set }) => set)].flatMap(([set, own]): Stream[] =>
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
  const cases: CasesOfFile[] = [
    ...files.flatMap((file) =>
      file.kind === 'pairs' ? [{ isJudged: true, cases: balanced(pairsOfPairs(file.pairs, common)) }] : [],
    ),
    ...streams.map(({ set, stream }) => ({
      isJudged: false,
      cases: balanced(
        pairsOfStream(
          comparisonIn(stream) === 'titles' ? amongStrangers(stream, files) : amongOthers(stream, set, files),
          first,
        ),
      ),
    })),
    ...pairsOfStrangers(files, first).map((pairs) => ({ isJudged: false, cases: balanced(pairs) })),
    ...files.flatMap((file) =>
      file.kind === 'translations'
        ? [{ isJudged: false, cases: balanced(pairsOfTranslations(file.documents, first)) }]
        : [],
    ),
  ];
  const learnPair = (comparison: Comparison): Linear => {
    const own = cases.map((file) => ({ ...file, cases: file.cases.filter((each) => each.comparison === comparison) }));
    const all = own.flatMap((file) => file.cases);
    if (all.length < fewestCases) return plain;
    return comparison === 'languages'
      ? learnByFile(own, betweenLanguages)
      : learnLogistic(all, penalty, comparison === 'titles' ? inTitles : inTexts);
  };
  const pair = { titles: learnPair('titles'), texts: learnPair('texts'), languages: learnPair('languages') };
  const firsts = Map.groupBy(streams, ({ set, stream }) => `${set} ${comparisonIn(stream)}`);
  const published = [...firsts.values()].flatMap(([each]) => asPublished(each as Stream, files) ?? []);
  const rough = learnBars(streams, { ...first, pair }, () => widelyApart);
  const learned = learnCrowding([...streams, ...published, ...files.flatMap(crowdsOf)], rough);
  return learnBars(streams, learned, (bar) => around.map((step) => bar + step));
}

/**
 * Pairs over languages come from translations, without dates, and from pairs that people judged, with them. How many of
 * them are so was chosen by the makers of each file, and would pass for evidence: so each has a bias of its own. The one
 * that stays is that of the files that were judged, where they have enough.
 */
function learnByFile(files: readonly CasesOfFile[], used: ReadonlySet<number>): Linear {
  const size = evidenceNames.length;
  const cases = files.flatMap((file) =>
    file.cases.map((each) => ({
      ...each,
      values: [...each.values, ...files.map((other) => (other === file ? 1 : 0))],
    })),
  );
  const learned = learnLogistic(cases, penalty, new Set([...used, ...files.map((_, index) => size + index)]));
  const judged = files.filter(({ isJudged }) => isJudged);
  const counted = judged.flatMap((file) => file.cases).length < fewestCases ? files : judged;
  const weights = counted.map((file) => file.cases.reduce((sum, { weight }) => sum + weight, 0));
  const bias = counted.reduce((sum, file, index) => {
    return sum + (weights[index] as number) * (learned[size + files.indexOf(file)] as number);
  }, 0);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return [...learned.slice(0, size), (learned.at(-1) as number) + bias / whole];
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

/** All that a long file tells in one stream, where it was parted otherwise. */
function crowdsOf(file: SetFile): Stream[] {
  if (file.kind !== 'stories' || streamsOf(file.documents).length < fewestInCrowd) return [];
  const { set, documents } = file;
  return [documents, documents.map((document) => ({ ...document, text: '' }))].map((stream) => ({ set, stream }));
}

/**
 * A stream with articles of other sets among its own, each a story by itself: sets hold stories that many tell, and most
 * of what is published is told once.
 */
function amongOthers(stream: readonly Document[], set: string, files: readonly SetFile[]): Document[] {
  const languages = new Set(stream.map(({ language }) => language));
  const hasTexts = stream.some(({ text }) => text !== '');
  const [first, last] = [stream[0]!, stream.at(-1)!].map(({ publishedAt }) => publishedAt.getTime()) as [
    number,
    number,
  ];
  const seen = new Set<string>();
  const others = files
    .filter((file) => file.set !== set && file.kind !== 'stream')
    .flatMap((file) => (file.kind === 'pairs' ? file.pairs.flatMap(({ a, b }) => [a, b]) : file.documents))
    .filter(({ language, story, title }) => {
      const key = story ?? title;
      if (!languages.has(language) || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .toSorted((a, b) => chanceOf(`among ${a.title}`) - chanceOf(`among ${b.title}`))
    .slice(0, stream.length * shareOfOthers)
    .map((document) => ({
      ...document,
      text: hasTexts ? document.text : '',
      publishedAt: new Date(first + chanceOf(`when ${document.title}`) * (last - first)),
      story: `alone ${document.title}`,
    }));
  return [...stream, ...others].sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
}

/** Titles among those that real streams print in their language: nobody said what these belong to. */
function amongStrangers(stream: readonly Document[], files: readonly SetFile[]): Document[] {
  const { language } = stream[0] as Document;
  const strangers = files
    .flatMap((file) => (file.kind === 'stream' ? file.documents : []))
    .filter((document) => document.language === language)
    .map(titleOf);
  const among = strangers.length === 0 ? stream : stream.map((document) => besideOne(document, strangers));
  return [...among, ...strangers].sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
}

const titles = new WeakMap<Document, Document>();

/** Without its text; the same each time, for its features are made once. */
function titleOf(document: Document): Document {
  const made = titles.get(document) ?? { ...document, text: '' };
  titles.set(document, made);
  return made;
}

/** An article of a story that begins with a stranger and lasts a day. */
function besideOne(document: Document, strangers: readonly Document[]): Document {
  const { story, title } = document;
  const stranger = strangers[Math.floor(chanceOf(`begun ${story}`) * strangers.length)] as Document;
  const begun = stranger.publishedAt.getTime();
  return { ...document, publishedAt: new Date(begun + chanceOf(`when ${title}`) * dayMs) };
}

/**
 * Titles as a day brings them: most stories are told once, among strangers. Null when there are none in its language.
 * Texts say enough to be told apart from strangers, whatever is learned.
 */
function asPublished({ set, stream }: Stream, files: readonly SetFile[]): Stream | null {
  if (comparisonIn(stream) !== 'titles') return null;
  const first = new Map(stream.toReversed().map((document) => [document.story, document]));
  const told = stream.filter((document) => {
    return first.get(document.story) === document || chanceOf(`told ${document.story}`) > shareToldOnce;
  });
  const published = amongStrangers(told, files);
  return published.length > told.length ? { set: `${set} as published`, stream: published } : null;
}

function balanced(cases: readonly PairCase[]): PairCase[] {
  const weight = Math.min(mostOfOneCase, fileWeight / cases.length);
  return cases.map((each) => ({ ...each, weight }));
}

function pairsOfStream(stream: readonly Document[], weights: Weights): PairCase[] {
  return findCandidates(stream, weights).flatMap((candidates) =>
    candidates
      .slice(0, mostCandidates)
      .flatMap(({ candidate, isSo }) =>
        isSo === null ? [] : candidate.evidence.slice(0, 2).map(({ evidence }) => caseOf(evidence, isSo)),
      ),
  );
}

/**
 * Titles of real streams that stand near one another and have little in common: nobody said that they tell different
 * events, and nearly all do. Sets with gold hold few such.
 *
 * @see Liu et al., Building Text Classifiers Using Positive and Unlabeled Examples (2003)
 */
function pairsOfStrangers(files: readonly SetFile[], weights: Weights): PairCase[][] {
  const strangers = files
    .flatMap((file) => (file.kind === 'stream' ? file.documents : []))
    .map(titleOf)
    .sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
  return [...Map.groupBy(strangers, ({ language }) => language).values()].map((own) =>
    findCandidates(own, weights)
      .flatMap((candidates) => candidates.slice(0, mostCandidates))
      .flatMap(({ candidate: { evidence } }) => evidence.slice(0, 1))
      .filter(
        ({ evidence: { values } }) => values[shareOfTitle]! < unlike.share && values[weightOfTitle]! < unlike.weight,
      )
      .map(({ evidence }) => caseOf(evidence, false)),
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

/**
 * What it takes to be one story: what gives the best B³ of streams that run alone. Each kind of comparison is tried on the
 * streams that depend on it.
 *
 * @param barsFrom  what is tried in place of the bar that there is
 */
function learnBars(
  streams: readonly Stream[],
  weights: Weights,
  barsFrom: (bar: number) => readonly number[],
): Weights {
  const learned: Record<Comparison, number> = { ...weights.bar };
  for (const comparison of ['texts', 'titles', 'languages'] as const) {
    const tried = someOfEach(streams.filter(({ stream }) => comparisonIn(stream) === comparison));
    if (tried.length === 0) continue;
    const withBar = (bar: number) => ({ ...weights, bar: { ...learned, [comparison]: bar } });
    learned[comparison] = bestOf(barsFrom(learned[comparison]), (bar) => meanFigure(tried, withBar(bar)));
  }
  return { ...weights, bar: learned };
}

/** By how much more must be alike among more: what gives the best B³ of streams that are small and large. */
function learnCrowding(streams: readonly Stream[], weights: Weights): Weights {
  const crowding: Record<'titles' | 'texts', number> = { ...weights.crowding };
  for (const comparison of ['texts', 'titles'] as const) {
    const tried = streams.filter(({ stream }) => comparisonIn(stream) === comparison);
    if (tried.length === 0) continue;
    const withCrowding = (value: number) => ({ ...weights, crowding: { ...crowding, [comparison]: value } });
    crowding[comparison] = bestOf(crowdings, (value) => meanFigure(tried, withCrowding(value)));
  }
  return { ...weights, crowding };
}

/**
 * Of values in even steps, the highest whose figure is as good as the best, with its neighbours': one figure of a few
 * hundred articles is mostly chance.
 */
function bestOf(values: readonly number[], figureOf: (value: number) => number): number {
  const figures = values.map(figureOf);
  const smooth = figures.map((figure, index) => {
    const [before, after] = [index - 1, index + 1].map((at) => figures[at] ?? figure) as [number, number];
    return (before + 2 * figure + after) / 4;
  });
  const least = Math.max(...smooth) - asGood;
  return Math.max(...values.filter((_, index) => (smooth[index] as number) >= least));
}

function someOfEach(streams: readonly Stream[]): Stream[] {
  return [...Map.groupBy(streams, ({ set }) => set).values()].flatMap((some) => some.slice(0, mostTried));
}

function comparisonIn(stream: readonly Document[]): Comparison {
  if (new Set(stream.map(({ language }) => language)).size > 1) return 'languages';
  return stream.some(({ text }) => text !== '') ? 'texts' : 'titles';
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
