import type { BriefMaterial } from './brief.ts';
import type { Coverage } from './story.ts';

/** The articles of a brief's material as a story is weighed by them. */
export function coverageOf({ articles }: Pick<BriefMaterial, 'articles'>): Coverage[] {
  return articles.map(({ id, language, title, url, publishedAt, copyOf, source }) => ({
    articleId: id,
    outlet: source.publisher,
    owner: source.owner,
    country: source.country,
    kind: source.kind,
    language,
    title,
    url,
    publishedAt,
    copyOf,
  }));
}
