const capitalised = /\p{Lu}[\p{L}\p{M}\p{N}'’-]*/gu;
const katakana = /\p{Script=Katakana}[\p{Script=Katakana}ー・]+[\p{Script=Katakana}ー]/gu;
const latinInside = /[A-Za-z][A-Za-z0-9&-]+(?:\s[A-Z][A-Za-z0-9&-]+)*/g;
const withoutCase = /^(?:ja|zh|ko)\b/;

/**
 * What looks like a name: runs of capitalised words where the script has capitals, katakana and Latin words where it
 * has none. Lower case, in the order of their first appearance. A lone capitalised word that begins a sentence counts
 * only if it is capitalised elsewhere too.
 *
 * @param language  BCP 47
 */
export function namesOf(text: string, language: string): string[] {
  if (withoutCase.test(language)) return unique([...found(text, katakana), ...found(text, latinInside)]);
  const inside = new Set<string>();
  const atStart: string[] = [];
  const runs: string[] = [];
  for (const sentence of text.split(/(?<=[.!?:»”"“]\s)|\n+/u)) {
    let run: string[] = [];
    let end = -1;
    for (const match of sentence.matchAll(capitalised)) {
      const word = match[0].replace(/['’]s?$/u, '');
      const isStart = /^[\s"“„«'’(–—-]*$/u.test(sentence.slice(0, match.index));
      const isNext = end >= 0 && sentence.slice(end, match.index) === ' ';
      if (isNext) run.push(word);
      else {
        if (run.length > 1) runs.push(run.join(' '));
        run = [word];
      }
      if (isStart) atStart.push(word);
      else inside.add(word);
      end = match.index + match[0].length;
    }
    if (run.length > 1) runs.push(run.join(' '));
  }
  const words = [...inside, ...atStart.filter((word) => inside.has(word))].filter((word) => word.length > 1);
  return unique([...runs, ...words]);
}

function found(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([name]) => name);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))];
}
