import { termsOf } from '../../src/briefs/candidates.ts';
import { rankArticles } from '../../src/briefs/rankArticles.ts';
import { type GramEvidence, termEvidenceNames, termEvidenceOf } from '../../src/briefs/termChances.ts';
import type { WorthWeights } from '../../src/briefs/worth.ts';
import { type Case, type Linear, learnLogistic } from '../stories/logistic.ts';
import type { Summarised } from './readSummaries.ts';

const penalty = 0.1;
/** What the cases of one story weigh together, however long it is. */
const storyWeight = 10;

/** Learns which words of a story people repeat: apart for stories of one article and of several. */
export function learnWorth(stories: readonly Summarised[]): WorthWeights {
  const { alone = [], together = [] } = Object.groupBy(stories, ({ articles }) =>
    articles.length > 1 ? 'together' : 'alone',
  );
  return { alone: learnKind(alone), together: learnKind(together) };
}

function learnKind(stories: readonly Summarised[]): { terms: Linear; pairs: Linear } {
  const cases = stories.map(({ articles, summary }) => {
    const { words, terms, pairs } = termEvidenceOf(rankArticles(articles));
    const said = termsOf(summary);
    const saidPairs = said.slice(1).map((term, index) => `${said[index]} ${term}`);
    return { terms: casesOf(terms, words, new Set(said)), pairs: casesOf(pairs, words, new Set(saidPairs)) };
  });
  return {
    terms: learnLogistic(
      cases.flatMap(({ terms }) => terms),
      penalty,
    ),
    pairs: learnLogistic(
      cases.flatMap(({ pairs }) => pairs),
      penalty,
    ),
  };
}

function casesOf({ grams, values }: GramEvidence, words: readonly string[], said: ReadonlySet<string>): Case[] {
  const weight = storyWeight / Math.max(1, grams.length);
  const width = termEvidenceNames.length;
  return grams.map((parts, gram) => ({
    values: Array.from(values.subarray(gram * width, (gram + 1) * width)),
    isSo: said.has(parts.map((word) => words[word]).join(' ')),
    weight,
  }));
}
