import { canonicalUrl } from './article.ts';
import type { SourceKind } from './source.ts';

/** The articles about one event, over outlets. Its id never changes. */
export type Story = {
  readonly id: number;
  readonly createdAt: Date;
  /** When an article last joined or was edited. */
  readonly changedAt: Date;
  /** Counts the changes: a brief is up to date when it was written from this version. */
  readonly version: number;
  readonly headline: string;
  readonly language: string;
};

/** What is known of one article of a story when it is weighed, listed or written about. */
export type Coverage = {
  readonly articleId: number;
  readonly outlet: string;
  readonly owner: string;
  readonly country: string | null;
  readonly kind: SourceKind;
  readonly language: string;
  readonly title: string;
  readonly url: string;
  readonly publishedAt: Date;
  /** The article whose text this one repeats, or null: it is its own reporting. */
  readonly copyOf: number | null;
};

/** Independent pieces of reporting: a copy adds none, and two papers of one owner are one. */
export function countOrigins(coverage: readonly Coverage[]): number {
  return new Set(ownReporting(coverage).map((article) => article.owner)).size;
}

/** The same without further articles of one page: publishers list it in several feeds. The first stays. */
export function onePerPage<T extends { readonly url: string }>(articles: readonly T[]): T[] {
  const pages = new Set<string>();
  return articles.filter(({ url }) => {
    const page = canonicalUrl(url);
    return !pages.has(page) && pages.add(page);
  });
}

/** What repeats nothing; of the copies of a report that is not among the articles itself, one stands for it. */
export function ownReporting<T extends Pick<Coverage, 'articleId' | 'copyOf'>>(articles: readonly T[]): T[] {
  const known = new Set(articles.map((article) => article.articleId));
  return articles.filter(({ copyOf }) => {
    if (copyOf === null) return true;
    if (known.has(copyOf)) return false;
    known.add(copyOf);
    return true;
  });
}
