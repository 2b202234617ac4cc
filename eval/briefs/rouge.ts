import { join, resolve } from 'node:path';
import { rankArticles } from '../../src/briefs/rankArticles.ts';
import { Worth, type WorthWeights } from '../../src/briefs/worth.ts';
import type { Figure } from '../main.ts';
import { halfOf } from '../stories/readSets.ts';
import { learnWorth } from './learnWorth.ts';
import { readSummaries, type Summarised } from './readSummaries.ts';
import { type Rouge, rougeOf, rougeWords } from './rougeOf.ts';

const metrics = ['rouge1', 'rouge2', 'rougeL'] as const;
/** By how much the lead is to be surpassed. */
const above: Readonly<Partial<Record<keyof Rouge, number>>> = { rouge1: 0.02, rouge2: 0.02 };

/** Sets of stories or articles that people summed up. */
export const summarySets = ['summarisation', 'clustering'] as const;

/**
 * The sentences that a brief would choose, against summaries by people; beside each figure that of the lead: the beginning
 * of the article, or of the story's most central article.
 *
 * Both are cut to the same number of words: those of the summary, or of the article where that is shorter. The weights are
 * learned here from `EVAL_TRAIN`; when that is the data itself, each half of a set (by a hash of its stories) is measured
 * with what was learned from the other.
 *
 * @param folder  of all data
 */
export async function evaluateRouge(folder: string): Promise<Figure[]> {
  const measured = readAll(folder);
  if (measured.length === 0) return [];
  const train = resolve(process.env.EVAL_TRAIN || folder);
  const results = train === resolve(folder) ? measureHalves(measured) : measureApart(measured, readAll(train));
  return [...Map.groupBy(results, ({ set }) => set)].flatMap(([set, own]) =>
    metrics.map((metric): Figure => {
      const baseline = mean(own.map(({ lead }) => lead[metric]));
      const reach = above[metric] === undefined ? null : rounded(baseline + above[metric]);
      const value = mean(own.map(({ chosen }) => chosen[metric]));
      return { set, metric, value, n: own.length, baseline: rounded(baseline), reach, misses: [] };
    }),
  );
}

export function readAll(folder: string): Summarised[] {
  return summarySets.flatMap((name) => readSummaries(join(folder, name)));
}

type Result = { readonly set: string; readonly lead: Rouge; readonly chosen: Rouge };

function measureHalves(stories: readonly Summarised[]): Result[] {
  const inHalf = (half: 0 | 1) => stories.filter(({ id }) => halfOf(id) === half);
  return ([0, 1] as const).flatMap((half) => {
    const weights = learnWorth(inHalf(half === 0 ? 1 : 0));
    return inHalf(half).map((story) => measure(story, weights));
  });
}

/** Nothing is learned from a story that is measured, should it stand in both. */
function measureApart(stories: readonly Summarised[], train: readonly Summarised[]): Result[] {
  const known = new Set(stories.map(({ summary }) => summary));
  const weights = learnWorth(train.filter(({ summary }) => !known.has(summary)));
  return stories.map((story) => measure(story, weights));
}

function measure({ set, articles, summary }: Summarised, weights: WorthWeights): Result {
  const ranked = rankArticles(articles);
  const reference = rougeWords(summary);
  const central = rougeWords(ranked[0]!.article.text);
  const chosen = chooseWords(ranked, weights, Math.min(reference.length, central.length));
  return {
    set,
    lead: rougeOf(central.slice(0, chosen.length), reference),
    chosen: rougeOf(chosen, reference),
  };
}

/** Sentence by sentence, each for what of it there is room for. */
function chooseWords(ranked: ReturnType<typeof rankArticles>, weights: WorthWeights, most: number): string[] {
  const worth = new Worth(ranked, weights);
  const open = new Set(ranked.flatMap(({ candidates }) => candidates));
  const chosen: string[] = [];
  while (chosen.length < most && open.size > 0) {
    const [best] = Array.from(open, (candidate) => ({
      candidate,
      value: worth.of(candidate, most - chosen.length),
    })).sort((a, b) => b.value - a.value);
    worth.say(best!.candidate);
    chosen.push(...rougeWords(best!.candidate.text));
    open.delete(best!.candidate);
  }
  return chosen.slice(0, most);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
