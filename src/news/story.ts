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

const kindWeight: Record<SourceKind, number> = {
  wire: 1.2,
  'public broadcaster': 1.15,
  official: 1,
  press: 1,
  specialist: 0.85,
};

const halfLifeMs = 24 * 60 * 60_000;

/**
 * How much a story matters now, for ranking only: independent origins and countries (with falling returns), the kind
 * of source, and freshness. The number of copies never counts.
 */
export function weightOf(coverage: readonly Coverage[], now: Date): number {
  const own = ownReporting(coverage);
  const bestByOwner = new Map<string, number>();
  for (const { owner, kind } of own) {
    bestByOwner.set(owner, Math.max(bestByOwner.get(owner) ?? 0, kindWeight[kind]));
  }
  const reporting = [...bestByOwner.values()].sort((a, b) => b - a);
  const breadth = reporting.reduce((sum, weight, rank) => sum + weight / (1 + rank * 0.3), 0);
  const countries = new Set(own.flatMap((article) => article.country ?? [])).size;
  const newest = Math.max(...own.map((article) => article.publishedAt.getTime()));
  const ageMs = Math.max(0, now.getTime() - newest);
  return breadth * (1 + 0.15 * Math.max(0, countries - 1)) * 0.5 ** (ageMs / halfLifeMs);
}
