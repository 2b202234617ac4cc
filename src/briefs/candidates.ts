import type { Article } from '../news/article.ts';
import { sentencesIn } from '../text/sentences.ts';
import { tokensOf } from '../text/tokens.ts';
import { isBoilerplate } from './boilerplate.ts';
import { withoutDateline } from './dateline.ts';
import { needsAntecedent } from './leaning.ts';
import { stemOf } from './termWeight.ts';

/** What choosing sentences needs of an article. */
export type Readable = Pick<Article, 'title' | 'summary' | 'text' | 'language' | 'publishedAt' | 'editedAt'>;

/** A sentence that a brief might quote. */
export type Candidate<A extends Readable = Readable> = {
  readonly text: string;
  readonly article: A;
  /** From 0, among the sentences of its article. */
  readonly position: number;
  /** Its words in order, cut to their beginnings; pairs of characters where a script has no spaces. */
  readonly terms: readonly string[];
  /** Can't be understood without the sentence before it. */
  readonly isLeaning: boolean;
};

/** Beyond this a sentence is a list, or a page that lost its full stops. */
const longestSentence = 420;
/** News tells what counts in the beginning: what stands further on is not read. */
const longestText = 3_000;
const mostSentences = 16;

/** The sentences of an article that a brief could quote, in order: summary, then text, each once. */
export function candidatesOf<A extends Readable>(article: A): Candidate<A>[] {
  return quotable(article).map((text, position) => ({
    text,
    article,
    position,
    terms: termsOf(text),
    isLeaning: needsAntecedent(text, article.language),
  }));
}

function quotable(article: Readable): string[] {
  const seen = new Set([article.title]);
  const found: string[] = [];
  for (const part of [article.summary, article.text]) {
    for (const paragraph of part.slice(0, longestText).split('\n')) {
      for (const sentence of sentencesIn(paragraph, article.language)) {
        const text = withoutDateline(sentence);
        if (seen.has(text)) continue;
        seen.add(text);
        if (text.length <= longestSentence && !isBoilerplate(text, article)) found.push(text);
        if (found.length === mostSentences) return found;
      }
    }
  }
  return found;
}

export function termsOf(text: string): string[] {
  return tokensOf(text).map(stemOf);
}
