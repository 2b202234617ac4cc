import { queryOfWords } from '../news/query.ts';
import { plain } from './escape.ts';

const longest = 60;

/** The word or phrase that somebody typed to mute it, without quotation marks; null when it has no letters. */
export function mutedWord(typed: string): string | null {
  const word = plain(typed.replace(/["“”„«»「」『』]/g, ' '), longest);
  return queryOfWords(word) ? word : null;
}
