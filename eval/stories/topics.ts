import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNoNewsWords } from '../../src/catalogue.ts';
import { topicFeaturesOf } from '../../src/text/topicFeatures.ts';
import { TopicModel } from '../../src/text/topicModel.ts';
import { createIsNoNews } from '../../src/text/topics.ts';
import { chanceOf, halfOf } from './readSets.ts';

/** `metric` is `accuracy`, the code of a language for the accuracy in it, `calibration_error` or `no_news_precision`. */
export type TopicFigure = { readonly set: string; readonly metric: string; readonly value: number; readonly n: number };

/** An article, title or sentence of a set, and what people said that it is about. */
type Labelled = {
  readonly file: string;
  readonly language: string;
  readonly label: string;
  readonly title: string;
  readonly lead: string;
  /** The same in every language, and in every copy of the set. */
  readonly key: string;
};

/** What sets that know it call what is no news, and where they put horoscopes and the like. */
const noNewsLabels = ['not_news', 'other'];

/** Of one folder, this many parts are measured, each with what the others taught. */
const foldCount = 5;

/**
 * How well the topic model, having read other texts of a set once, says what a text is about. What is measured was never
 * learned: of two different folders it is left out of the learning; of one, every set is parted into five by a hash of
 * what translations share, each part is measured with what the other four taught, and every text counts once. A set that
 * the second folder has not is learned from the first: its files called `train`, or else half of its texts.
 *
 * @param dataFolder  what is measured; its sets are in `topics/`
 * @param trainFolder  what is learned from
 */
export async function* evaluateTopics(dataFolder: string, trainFolder: string): AsyncIterable<TopicFigure> {
  const isOne = dataFolder === trainFolder;
  if (isOne) {
    console.error(
      `Topics: learned from what is measured: each of ${foldCount} parts of every set is measured with what the others taught.`,
    );
  }
  for (const set of setsIn(dataFolder)) {
    const measured = readSet(join(dataFolder, 'topics', set));
    const learned = isOne ? [] : readSet(join(trainFolder, 'topics', set));
    const splits = isOne ? foldsOf(measured) : [learned.length > 0 ? apart(learned, measured) : splitOf(measured)];
    const judged = splits.filter(({ train, test }) => train.length > 0 && test.length > 0).flatMap(judge);
    if (judged.length > 0) yield* figuresOf(set, judged);
    if (measured.some(({ label }) => noNewsLabels.includes(label))) yield noNewsFigure(set, measured);
  }
}

type Split = { readonly train: readonly Labelled[]; readonly test: readonly Labelled[] };

function foldsOf(all: readonly Labelled[]): Split[] {
  const isIn = (fold: number, { key }: Labelled) => Math.floor(chanceOf(`fold ${key}`) * foldCount) === fold;
  return Array.from({ length: foldCount }, (_, fold) => ({
    train: all.filter((row) => !isIn(fold, row)),
    test: all.filter((row) => isIn(fold, row)),
  }));
}

function splitOf(all: readonly Labelled[]): Split {
  const train = all.filter(({ file }) => file.includes('train'));
  if (train.length > 0)
    return apart(
      train,
      all.filter(({ file }) => !file.includes('train')),
    );
  return { train: all.filter(({ key }) => halfOf(key) === 0), test: all.filter(({ key }) => halfOf(key) === 1) };
}

function apart(learned: readonly Labelled[], measured: readonly Labelled[]): Split {
  const keys = new Set(measured.map(({ key }) => key));
  return { train: learned.filter(({ key }) => !keys.has(key)), test: measured };
}

type Judged = { readonly language: string; readonly sureness: number; readonly isRight: boolean };

function judge({ train, test }: Split): Judged[] {
  const model = new TopicModel([...new Set(train.map(({ label }) => label))].sort());
  const lessons = train
    .toSorted((a, b) => chanceOf(a.key) - chanceOf(b.key))
    .map((row) => ({ ...row, features: topicFeaturesOf(row) }));
  for (const { features } of lessons) model.observe(features);
  for (const { features, label, language } of lessons) model.learn(features, label, language);
  return test.map((row) => {
    const probabilities = model.probabilities(topicFeaturesOf(row));
    const sureness = Math.max(...probabilities);
    const isRight = model.labels[probabilities.indexOf(sureness)] === row.label;
    return { language: row.language, sureness, isRight };
  });
}

function* figuresOf(set: string, judged: readonly Judged[]): Iterable<TopicFigure> {
  yield { set, metric: 'accuracy', value: shareRight(judged), n: judged.length };
  for (const [language, rows] of Map.groupBy(judged, ({ language }) => language))
    yield { set, metric: language, value: shareRight(rows), n: rows.length };
  yield { set, metric: 'calibration_error', value: calibrationError(judged), n: judged.length };
}

/** How much of what the words call no news is none. Nothing is learned. */
function noNewsFigure(set: string, rows: readonly Labelled[]): TopicFigure {
  const isNoNews = createIsNoNews(readNoNewsWords());
  const found = rows.filter((row) => isNoNews(row, []));
  const right = found.filter(({ label }) => noNewsLabels.includes(label)).length;
  return { set, metric: 'no_news_precision', value: found.length > 0 ? right / found.length : 1, n: found.length };
}

function shareRight(rows: readonly Judged[]): number {
  return rows.filter(({ isRight }) => isRight).length / rows.length;
}

/**
 * How far, on average, what it says with some certainty is from how often that is right, in ten steps.
 *
 * @see Guo, Pleiss, Sun and Weinberger, On Calibration of Modern Neural Networks (2017), 2
 */
function calibrationError(rows: readonly Judged[]): number {
  const steps = Map.groupBy(rows, ({ sureness }) => Math.min(9, Math.floor(sureness * 10)));
  const gaps = [...steps.values()].map((step) =>
    Math.abs(step.reduce((sum, { sureness }) => sum + sureness, 0) - step.length * shareRight(step)),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / rows.length;
}

function setsIn(folder: string): string[] {
  const topics = join(folder, 'topics');
  if (!existsSync(topics)) return [];
  const folders = readdirSync(topics, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() || entry.isSymbolicLink(),
  );
  return folders.map(({ name }) => name).sort();
}

function readSet(folder: string): Labelled[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  return files.sort().flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => labelledFrom(JSON.parse(line), file)),
  );
}

/** Nothing for a line of another form. */
function labelledFrom(row: Record<string, unknown>, file: string): Labelled[] {
  const [label, language] = [row.label, row.lang];
  const title = typeof row.title === 'string' ? row.title : '';
  const lead = typeof row.text === 'string' ? row.text : '';
  if (typeof label !== 'string' || typeof language !== 'string' || !(title || lead)) return [];
  // Of translations, the id is what they share; of anything else it may only be the number of a line.
  const key = typeof row.id === 'string' ? row.id : `${title}\n${lead}`;
  return [{ file, language, label, title, lead, key }];
}
