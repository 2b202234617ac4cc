import type { Article } from './article.ts';
import type { BriefingItem } from './briefing.ts';

/** What a message said and its source no longer does. */
export type Correction = {
  readonly at: Date;
  readonly outlet: string;
  readonly language: string;
  /** Word for word, as it stood in the source; null: the whole report was withdrawn. */
  readonly text: string | null;
};

type Read = Pick<Article, 'id' | 'title' | 'summary' | 'text' | 'withdrawnAt'>;

/**
 * What a story as a message shows it rests on and no longer stands in the article that it names. Of spelling, only what
 * can change the meaning counts: letters, figures and signs, not punctuation, case or space.
 *
 * @param articles  those that were edited, as they read now; each in as many readings as there are of it. What rests on
 *   any other article stands; of a withdrawn one nothing does, its headline included
 */
export function lostFrom(
  { headline, sentences, cited }: Pick<BriefingItem, 'headline' | 'sentences' | 'cited'>,
  articles: readonly Read[],
  at: Date,
): Correction[] {
  const readings = Map.groupBy(articles, ({ id }) => id);
  const isWithdrawn = (id: number) => readings.get(id)?.some(({ withdrawnAt }) => withdrawnAt !== null) ?? false;
  const heading = cited
    .filter(
      ({ articleId }) => isWithdrawn(articleId) && readings.get(articleId)!.some(({ title }) => title === headline),
    )
    .map(({ outlet }): Correction => ({ at, outlet, language: 'und', text: null }));
  const lost = sentences.flatMap(({ receipts, language }) =>
    receipts.flatMap(({ source, text }): Correction[] => {
      const named = cited.find(({ number }) => number === source);
      const read = readings.get(named?.articleId ?? 0);
      if (!named || !read) return [];
      if (isWithdrawn(named.articleId)) return [{ at, outlet: named.outlet, language, text: null }];
      if (read.some((article) => tells(article, text))) return [];
      return [{ at, outlet: named.outlet, language, text }];
    }),
  );
  const byWords = new Map([...heading, ...lost].map((each) => [`${each.outlet}\n${each.text}`, each]));
  return [...byWords.values()];
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
