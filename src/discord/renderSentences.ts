import type { Sentence } from '../news/brief.ts';
import { isolated, lineStart } from './direction.ts';
import { escaped } from './escape.ts';
import { foreignMark } from './languageName.ts';

/**
 * Sentences with the numbers of their sources, as many as fit; the first is cut if even that is too long.
 *
 * A sentence in another language than the reader's is marked with that language. Sentences in a row with the same
 * language and numbers carry them once.
 */
export function renderSentences(sentences: readonly Sentence[], language: string, max: number): string {
  const kept: { text: string; receipt: string }[] = [];
  const start = lineStart(language, sentences[0]?.language);
  let length = start.length;
  for (const sentence of sentences) {
    const receipt = `${foreignMark(sentence.language, language)} ${numbersOf(sentence.sources)}`;
    const whole = isolated(escaped(sentence.text), sentence.language, language);
    const room = max - length - receipt.length - 1;
    const isTooLong = whole.length > room;
    if (room < 30 || (isTooLong && kept.length > 0)) break;
    const text = isTooLong ? isolated(escaped(sentence.text, room - 2), sentence.language, language) : whole;
    kept.push({ text, receipt });
    length += text.length + receipt.length + 1;
  }
  if (kept.length === 0) return '';
  const parts = kept.map(({ text, receipt }, index) => (kept[index + 1]?.receipt === receipt ? text : text + receipt));
  return start + parts.join(' ');
}

/** `[1][4]`, with brackets that make no link. */
export function numbersOf(sources: readonly number[]): string {
  return sources
    .slice(0, 4)
    .map((number) => `\\[${number}\\]`)
    .join('');
}
