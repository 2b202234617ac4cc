import { coverageOf } from '../news/coverageOf.ts';
import { writeQuery } from '../news/query.ts';
import { countOrigins } from '../news/story.ts';
import { importanceOf } from '../news/storyImportance.ts';
import { type OwnTopic, ownTopicId } from '../news/topic.ts';
import { findBriefs } from '../store/briefs.ts';
import { findGuildTopics } from '../store/guildTopics.ts';
import { findReportedStories, findTopicsOfStories } from '../store/reportedStories.ts';
import { findSearched, findStoriesOnOwnTopic } from '../store/search.ts';
import { findMaterial, findStoriesOnTopics } from '../store/stories.ts';
import { findSeverities } from '../store/storyUpdates.ts';
import { languagesReadBy } from '../text/language.ts';
import { createMatchQuery } from '../text/matchQuery.ts';
import type { CommandContext } from './command.ts';
import { isolated } from './direction.ts';
import { escaped, link, timestamp } from './escape.ts';
import type { FormState } from './formState.ts';
import { topicLabel } from './topicLabel.ts';
import { usualStories } from './typedWish.ts';

const weekMs = 7 * 86_400_000;
const shown = 3;
/** So many that most owners reported are weighed. */
const weighed = 12;
const mostWords = 4;

type Context = Pick<CommandContext, 'db' | 'now' | 'language' | 'say'>;

/**
 * What the last week would have brought: how many stories fit, and the weightiest with what they fit by.
 *
 * @param context  `language` and `say` of whoever reads the preview; the headlines are in the form's language
 */
export async function formPreview(
  { topics, language }: Pick<FormState, 'topics' | 'language'>,
  guildId: string,
  context: Context,
): Promise<string> {
  const { db, now, say } = context;
  const since = new Date(now().getTime() - weekMs);
  const listed = topics.filter((key) => ownTopicId(key) === null);
  const own = (await findGuildTopics(db, guildId)).filter(({ id }) => topics.some((key) => ownTopicId(key) === id));
  const among = topics.length === 0 ? null : await findStoriesOnTopics(db, listed, since);
  for (const topic of own) {
    for (const storyId of await findStoriesOnOwnTopic(db, topic, { guildId, since })) among?.add(storyId);
  }
  const languages = languagesReadBy(language);
  const { count, storyIds } = await findReportedStories(db, among, { guildId, languages, since, limit: weighed });
  const lines = await weightiest(storyIds, { language, listed, own, guildId }, context);
  return [say('formWeek', { count, most: usualStories }), ...lines].join('\n');
}

async function weightiest(
  storyIds: readonly number[],
  wish: { language: string; listed: readonly string[]; own: readonly OwnTopic[]; guildId: string },
  context: Context,
): Promise<string[]> {
  const { db } = context;
  const { language, guildId } = wish;
  const [briefs, severities, topicsOf] = [
    await findBriefs(db, storyIds, language),
    await findSeverities(db, storyIds),
    await findTopicsOfStories(db, storyIds),
  ];
  const stories = [];
  for (const storyId of storyIds) {
    const material = await findMaterial(db, storyId, { language, guildId });
    if (!material) continue;
    const coverage = coverageOf(material);
    const { value, freshness, newestAt } = importanceOf(coverage, context.now(), severities.get(storyId));
    const readable = languagesReadBy(language);
    const article = coverage.findLast((each) => readable.includes(each.language)) ?? coverage.at(-1);
    const headline = briefs.get(storyId)?.headline ?? article?.title ?? '';
    const sourceIds = material.articles.map(({ source }) => source.id);
    stories.push({
      storyId,
      coverage,
      sourceIds,
      points: value / freshness,
      newestAt,
      headline,
      url: article?.url ?? null,
    });
  }
  stories.sort((a, b) => b.points - a.points);
  return Promise.all(
    stories.slice(0, shown).map(async ({ storyId, coverage, sourceIds, newestAt, headline, url }) => {
      const articles = { ids: coverage.map(({ articleId }) => articleId), sourceIds };
      const isTop = wish.listed.length + wish.own.length === 0;
      const topics = (topicsOf.get(storyId) ?? []).filter((key) => isTop || wish.listed.includes(key));
      const facts = [
        context.say('storyOrigins', { count: countOrigins(coverage) }),
        timestamp(newestAt),
        ...topics.slice(0, 2).map((key) => topicLabel(key, context.language)),
        ...(await wordsMatched(wish.own, articles, context)),
      ];
      const title = isolated(link(escaped(headline, 110), url), language, context.language);
      return `**${title}**\n-# ${facts.join(' · ')}`;
    }),
  );
}

/** `Tram: *tram*, *harbour tunnel*` for each of the server's own topics that takes one of the articles. */
async function wordsMatched(
  own: readonly OwnTopic[],
  articles: { ids: readonly number[]; sourceIds: readonly number[] },
  { db, say }: Context,
): Promise<string[]> {
  if (own.length === 0) return [];
  const texts = [...(await findSearched(db, articles.ids)).values()];
  return own.flatMap(({ name, query, sources }) => {
    const match = query ? createMatchQuery(query) : () => null;
    const taken = texts.map((text) => match(text)).filter((terms) => terms !== null);
    if (taken.length === 0 && !sources.some((id) => articles.sourceIds.includes(id))) return [];
    const words = [...new Set(taken.flat().map(writeQuery))]
      .slice(0, mostWords)
      .map((word) => `*${escaped(word, 40)}*`);
    return [[escaped(name, 40), ...(words.length > 0 ? [words.join(say('comma'))] : [])].join(': ')];
  });
}
