import type { BriefMaterial } from '../news/brief.ts';
import { newsSince } from '../news/newsSince.ts';
import type { Db } from '../store/openStore.ts';
import { findMaterial } from '../store/stories.ts';
import { featuresOf } from '../text/features.ts';
import { languagesReadBy } from '../text/language.ts';

/**
 * The latest article with which a story moved on, in the readers' language if there is one; null when it did not.
 *
 * @param lastArticleId  the newest article that the readers knew of
 */
export async function latestNews(
  db: Db,
  { language, guildId }: { language: string; guildId: string },
  storyId: number,
  lastArticleId: number,
): Promise<BriefMaterial['articles'][number] | null> {
  const material = await findMaterial(db, storyId, { language, guildId });
  const told = (material?.articles ?? []).map((article) => ({
    articleId: article.id,
    owner: article.source.owner,
    copyOf: article.copyOf,
    features: featuresOf(article),
    article,
  }));
  const news = newsSince(told, lastArticleId).flatMap(({ article }) => (article.arrival === 'news' ? [article] : []));
  const readable = languagesReadBy(language);
  return news.findLast((article) => readable.includes(article.language)) ?? news.at(-1) ?? null;
}
