import { type Figure, figuresOf } from '../text/numbers.ts';
import type { Candidate } from './candidates.ts';

const read = new WeakMap<Candidate, readonly Figure[]>();

/** The figures of a sentence, read once: several parts of a brief ask for them. */
export function figuresIn(candidate: Candidate): readonly Figure[] {
  const known = read.get(candidate);
  if (known) return known;
  const figures = figuresOf(candidate.text, candidate.article.language);
  read.set(candidate, figures);
  return figures;
}
