import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceNames } from '../src/news/evidence.ts';
import type { Weights } from '../src/news/weights.ts';
import type { Figure } from './main.ts';
import { learnWeights } from './stories/learn.ts';
import { readSets } from './stories/readSets.ts';

export const needs = ['clustering'];

const file = join(import.meta.dirname, '../data/story-weights.json');

/** Learns the weights of the story index from every set with gold, and writes them to `data/story-weights.json`. */
export async function evaluate(folders: readonly string[]): Promise<Figure[]> {
  const files = folders.flatMap(readSets);
  if (files.length === 0) return [];
  const weights = learnWeights(files);
  const provenance = {
    learnedBy: 'node eval/main.ts learn-stories',
    from: files.map(({ set, file }) => `${set}/${file}`),
    evidence: evidenceNames,
  };
  writeFileSync(file, `${JSON.stringify({ provenance, ...rounded(weights) }, null, 1)}\n`);
  return [];
}

function rounded(weights: Weights): Weights {
  return JSON.parse(
    JSON.stringify(weights, (_, value) => (typeof value === 'number' ? Number(value.toFixed(3)) : value)),
  );
}
