import type { Article } from './article.ts';
import type { BriefingItem } from './briefing.ts';

/** What a message said and its source no longer does. */
export type Correction = {
  readonly at: Date;
  readonly outlet: string;
  readonly language: string;
  /** Word for word, as it stood in the source. */
  readonly text: string;
};

type Read = Pick<Article, 'id' | 'title' | 'summary' | 'text'>;

/**
 * What a story as a message shows it rests on and no longer stands in the article that it names. Of spelling, only what
 * can change the meaning counts: letters, figures and signs, not punctuation, case or space.
 *
 * @param articles  those that were edited, as they read now; each in as many readings as there are of it. What rests on
 *   any other article stands
 */
export function lostFrom(
  { sentences, cited }: Pick<BriefingItem, 'sentences' | 'cited'>,
  articles: readonly Read[],
  at: Date,
): Correction[] {
  const readings = Map.groupBy(articles, ({ id }) => id);
  const lost = sentences.flatMap(({ receipts, language }) =>
    receipts.flatMap(({ source, text }) => {
      const named = cited.find(({ number }) => number === source);
      const read = readings.get(named?.articleId ?? 0);
      if (!named || !read || read.some((article) => tells(article, text))) return [];
      return [{ at, outlet: named.outlet, language, text }];
    }),
  );
  return [...new Map(lost.map((correction) => [`${correction.outlet}\n${correction.text}`, correction])).values()];
}

function tells({ title, summary, text }: Read, sentence: string): boolean {
  return [title, summary, text].some((part) => bare(part).includes(bare(sentence)));
}

/** Words, figures and signs alone, each parted by one space, with a space at both ends. */
function bare(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}]+|[-−+]?\p{N}+(?:[.,:]\p{N}+)*|[%\p{S}]/gu);
  return ` ${(words ?? []).join(' ')} `;
}
