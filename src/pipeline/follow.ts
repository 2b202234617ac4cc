import type { BriefMaterial } from '../news/brief.ts';
import type { Report } from '../news/outside.ts';
import { ownReporting } from '../news/story.ts';
import { updatesOf } from '../news/storyUpdates.ts';
import type { Db } from '../store/openStore.ts';
import { findMaterial } from '../store/stories.ts';
import { findStoriesToFollow, recordFollowed } from '../store/storyUpdates.ts';
import { featuresOf, leadOf } from '../text/features.ts';
import { jointSeverity, severityOf } from '../text/severity.ts';
import { spelledIn } from '../text/spelledIn.ts';
import { tellingOf } from '../text/telling.ts';
import type { Stage } from './stage.ts';

const storiesPerRun = 300;
/** By what a story is found in other languages: the signs that most of its articles show. */
const mostSigns = 20;

/**
 * Follows stories as they grow: what each further article brought, what their sources say of how bad or large they are,
 * and by which signs readers of other languages find them. Of all sources: who may see what is decided when it is shown.
 *
 * @param windowMs  how long ago a story may have changed and still be worth following
 */
export function createFollow(options: { db: Db; now: () => Date; report: Report; windowMs?: number }): Stage {
  const { db, now, report, windowMs = 7 * 24 * 60 * 60_000 } = options;
  return async () => {
    const stories = await findStoriesToFollow(db, new Date(now().getTime() - windowMs), storiesPerRun);
    for (const { storyId, version, followedArticle } of stories) {
      try {
        const { articles = [] } = (await findMaterial(db, storyId, { language: 'und' })) ?? {};
        const newest = Math.max(followedArticle, ...articles.map(({ id }) => id));
        const read = { storyId, version, followedArticle: newest, before: followedArticle };
        await recordFollowed(db, read, whatIsToldBy(articles, followedArticle));
      } catch (error) {
        report('A story could not be followed', { storyId, error });
      }
    }
    return stories.length;
  };
}

function whatIsToldBy(articles: BriefMaterial['articles'], followedArticle: number) {
  const texts = new Map(articles.map((article) => [article.id, `${article.title}.\n${leadOf(article)}`]));
  const followed = articles.map((article) => ({
    articleId: article.id,
    owner: article.source.owner,
    outlet: article.source.publisher,
    copyOf: article.copyOf,
    publishedAt: article.publishedAt,
    features: featuresOf(article),
  }));
  const updates = updatesOf(followed, followedArticle).map((update) => {
    if (update.kind !== 'names') return update;
    const text = texts.get(update.articleId ?? 0) ?? '';
    return { ...update, names: update.names.map((name) => spelledIn(text, name)) };
  });
  const ownIds = new Set(ownReporting(followed).map(({ articleId }) => articleId));
  const own = articles.filter(({ id }) => ownIds.has(id));
  return {
    updates,
    severity: jointSeverity(own.map(({ id, language }) => severityOf(texts.get(id) ?? '', language))),
    signs: commonest(own.flatMap((article) => [...tellingOf(article).signs])),
  };
}

function commonest(signs: readonly string[]): string[] {
  const counts = [...Map.groupBy(signs, (sign) => sign)].map(([sign, all]) => ({ sign, count: all.length }));
  return counts
    .sort((a, b) => b.count - a.count)
    .slice(0, mostSigns)
    .map(({ sign }) => sign);
}
