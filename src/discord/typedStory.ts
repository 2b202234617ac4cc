import { isWebAddress } from '../news/article.ts';
import { queryOfWords } from '../news/query.ts';
import { findArticleByUrl } from '../store/articles.ts';
import { type Found, searchArticles } from '../store/search.ts';
import { findLatestStories } from '../store/stories.ts';
import { languagesReadBy } from '../text/language.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { escaped, plain } from './escape.ts';

/**
 * The story that somebody chose, named by words, or pasted a link of.
 *
 * @throws UserError  when none is found
 */
export async function typedStory(text: string, context: CommandContext): Promise<number> {
  const { db, say, mention, guildId } = context;
  const chosen = /^story:(\d{1,12})$/.exec(text);
  if (chosen) return Number(chosen[1]);
  if (isWebAddress(text.trim())) {
    const article = await findArticleByUrl(db, text.trim(), guildId);
    if (!article?.storyId) throw new UserError(say('errorLink'));
    return article.storyId;
  }
  const [found] = (await searchWords(text, 5, context)).filter(({ storyId }) => storyId !== null);
  if (!found?.storyId) throw new UserError(say('errorStory', { typed: escaped(text, 80), command: mention('search') }));
  return found.storyId;
}

/** Offers the stories that fit the words so far; the latest ones before anything is typed. */
export async function offerStories(text: string, context: CommandContext): Promise<Choice[]> {
  const { db, language, guildId } = context;
  if (isWebAddress(text))
    return [{ name: plain(text, 100), value: text.slice(0, 100) }].filter(() => text.length <= 100);
  const found = text.trim()
    ? await searchWords(text, 25, context)
    : await findLatestStories(db, languagesReadBy(language), guildId, 25);
  return found.flatMap(({ storyId, title, outlet }) =>
    storyId === null ? [] : [{ name: plain(`${title} · ${outlet}`, 100), value: `story:${storyId}` }],
  );
}

async function searchWords(text: string, limit: number, { db, now, guildId }: CommandContext): Promise<Found[]> {
  const query = queryOfWords(text);
  return query ? searchArticles(db, query, { guildId, now: now(), limit }) : [];
}
