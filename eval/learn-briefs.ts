import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { termEvidenceNames } from '../src/briefs/termChances.ts';
import { learnWorth } from './briefs/learnWorth.ts';
import { readAll, summarySets } from './briefs/rouge.ts';
import type { Figure } from './main.ts';

export const needs = summarySets;

const file = join(import.meta.dirname, '../data/brief-weights.json');

/** Learns which words of a story a brief should hold from every set with summaries, for `data/brief-weights.json`. */
export async function evaluate(folders: readonly string[]): Promise<Figure[]> {
  const [first] = folders;
  const stories = first ? readAll(dirname(resolve(first))) : [];
  if (stories.length === 0) return [];
  const provenance = {
    learnedBy: 'node eval/main.ts learn-briefs',
    from: [...new Set(stories.map(({ set }) => set))],
    evidence: termEvidenceNames,
  };
  const weights = JSON.parse(
    JSON.stringify(learnWorth(stories), (_, value) => (typeof value === 'number' ? Number(value.toFixed(3)) : value)),
  );
  writeFileSync(file, `${JSON.stringify({ provenance, ...weights }, null, 1)}\n`);
  return [];
}
