import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { strainOf } from '../../src/briefs/check/strainOf.ts';
import { checkSentence, mostStrain } from '../../src/briefs/check.ts';
import type { Figure } from '../main.ts';
import { halfOf } from '../stories/readSets.ts';

/** A sentence of a summary, and what people said of it: whether its article supports it. */
const judgement = z.object({
  lang: z.string(),
  article: z.string(),
  sentence: z.string(),
  votes: z.array(z.enum(['yes', 'no'])).min(1),
});
/** `half`: by its article as the set has it. */
type Judgement = z.infer<typeof judgement> & { readonly half: 0 | 1 };

const goal = 0.8;
const noDay = new Date(0);

/**
 * Whether what fails the check is what most people called unsupported, for every set of `summary-faithfulness`: over all
 * of it, and over the half from whose articles nothing was learned.
 *
 * `precision`: of the sentences that fail, those that people called unsupported. `recall`: of those, the ones that fail.
 *
 * @param folder  of all data
 * @see Wang, Cho & Lewis, Asking and Answering Questions to Evaluate the Factual Consistency of Summaries (2020)
 */
export async function evaluateCheck(folder: string): Promise<Figure[]> {
  const files = globSync('summary-faithfulness/*/*.jsonl', { cwd: folder });
  return files.sort().flatMap((file) => {
    const rows = readJudgements(join(folder, file));
    const set = basename(file, '.jsonl');
    const learned = learnMostStrain(rows.filter(({ half }) => half === 0));
    console.error(
      `${set}: half of it says ${learned?.toFixed(2) ?? 'nothing'} for the most strain; the check has ${mostStrain}.`,
    );
    const unseen = rows.filter(({ half }) => half === 1);
    return [...measured(`${set}, unseen half`, unseen, goal), ...measured(set, rows, null)];
  });
}

function measured(set: string, rows: readonly Judgement[], reach: number | null): Figure[] {
  const judged = rows.map((row) => ({
    isUnsupported: isUnsupported(row),
    isFailing: checkSentence(claimOf(row), [citedOf(row)]).length > 0,
  }));
  const failing = judged.filter(({ isFailing }) => isFailing);
  const unsupported = judged.filter((each) => each.isUnsupported);
  const right = failing.filter((each) => each.isUnsupported).length;
  const common = { set, baseline: null, misses: [] };
  return [
    { ...common, metric: 'precision', value: right / Math.max(1, failing.length), n: failing.length, reach },
    { ...common, metric: 'recall', value: right / Math.max(1, unsupported.length), n: unsupported.length, reach: null },
  ];
}

/** The strain beyond which a set's share of unsupported sentences is highest, as long as it finds a quarter of them. */
function learnMostStrain(rows: readonly Judgement[]): number | null {
  const strained = rows
    .map((row) => ({ strain: strainOf(claimOf(row), [citedOf(row)]), isUnsupported: isUnsupported(row) }))
    .sort((a, b) => b.strain - a.strain);
  const all = strained.filter((each) => each.isUnsupported).length;
  let right = 0;
  let best = { share: 0, strain: null as number | null };
  for (const [index, { strain, isUnsupported }] of strained.entries()) {
    right += isUnsupported ? 1 : 0;
    const share = right / (index + 1);
    if (right * 4 >= all && share > best.share) best = { share, strain };
  }
  return best.strain;
}

function readJudgements(file: string): Judgement[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => judgement.parse(JSON.parse(line)))
    .map((row) => ({
      ...row,
      half: halfOf(row.article),
      article: joined(row.article),
      sentence: joined(row.sentence),
    }));
}

/** Without what cutting the set into words has left: `$ 36, 000`, `98. 7`, `p. m.`, `year - old`. */
function joined(text: string): string {
  return text.replace(
    /(?<=\w) - (?=[a-z])|(?<=\d), (?=\d{3}(?!\d))|(?<=\d)\. (?=\d)|(?<=\b[a-z]\.) (?=[a-z]\.)/g,
    (gap) => gap.trim(),
  );
}

function isUnsupported({ votes }: Judgement): boolean {
  return votes.filter((vote) => vote === 'no').length * 2 > votes.length;
}

const claimOf = ({ sentence, lang }: Judgement) => ({ text: sentence, language: lang });
const citedOf = ({ article, lang }: Judgement) => ({ text: article, language: lang, publishedAt: noDay });
