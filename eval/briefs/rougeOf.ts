export type Rouge = { readonly rouge1: number; readonly rouge2: number; readonly rougeL: number };

/**
 * ROUGE-1, -2 and -L of a summary against one reference, as F1: shared words, shared pairs of neighbouring words (each as
 * often as both have it), and the longest common subsequence of the whole texts. Words are runs of letters and digits in
 * lower case, not stemmed, with no word left out.
 *
 * @see Lin, ROUGE: A Package for Automatic Evaluation of Summaries (2004)
 */
export function rougeOf(summary: readonly string[], reference: readonly string[]): Rouge {
  return {
    rouge1: f1(shared(countOf(summary), countOf(reference)), summary.length, reference.length),
    rouge2: f1(
      shared(countOf(pairsOf(summary)), countOf(pairsOf(reference))),
      Math.max(0, summary.length - 1),
      Math.max(0, reference.length - 1),
    ),
    rougeL: f1(longestCommon(summary, reference), summary.length, reference.length),
  };
}

/** The words that ROUGE counts. */
export function rougeWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

function countOf(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [gram, count] of a) sum += Math.min(count, b.get(gram) ?? 0);
  return sum;
}

function f1(common: number, summary: number, reference: number): number {
  return common === 0 ? 0 : (2 * common) / (summary + reference);
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let index = 0; index < b.length; index++) {
      next[index + 1] = b[index] === word ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!);
    }
    row = next;
  }
  return row[b.length]!;
}
