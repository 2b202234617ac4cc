import { dirname, resolve } from 'node:path';
import { evaluateAgreement } from './briefs/agreement.ts';
import { evaluateCheck } from './briefs/check.ts';
import { evaluatePages } from './briefs/pages.ts';
import { evaluateQuotations } from './briefs/quotations.ts';
import { evaluateRouge } from './briefs/rouge.ts';
import type { Figure } from './main.ts';

export const needs = ['summarisation', 'clustering', 'article-extraction', 'summary-faithfulness'];

/** Each is given the folder of all data (`EVAL_DATA`), and gives no figures of what is missing in it. */
const parts: readonly ((folder: string) => Figure[] | Promise<Figure[]>)[] = [
  evaluateRouge,
  evaluateAgreement,
  evaluatePages,
  evaluateCheck,
  evaluateQuotations,
];

/** Briefs, measured: what is chosen for them, the pages that they rest on, the check that they pass. */
export async function evaluate(folders: readonly string[]): Promise<Figure[]> {
  const [first] = folders;
  if (!first) return [];
  const figures: Figure[] = [];
  for (const part of parts) figures.push(...(await part(dirname(resolve(first)))));
  return figures;
}
