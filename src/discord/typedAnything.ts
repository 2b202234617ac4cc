import { isWebAddress } from '../news/article.ts';
import { FeedError, type Page } from '../news/outside.ts';
import { findArticleByUrl } from '../store/articles.ts';
import { findSameStory } from '../store/related.ts';
import { type CommandContext, UserError } from './command.ts';
import { feedProblem } from './feedProblem.ts';
import { typedStory } from './typedStory.ts';

/** What somebody means: a story, and the page that led to it where that is no article of ours; or a page alone. */
export type Typed =
  | { readonly storyId: number; readonly page: Page | null }
  | { readonly storyId: null; readonly page: Page };

/**
 * The story that somebody chose, named by words, or pasted a link of. A page that no source here has published is read
 * and placed with the story that it tells; nothing of it is kept.
 *
 * @throws UserError  when no story is found for words, or the page can't be read
 */
export async function typedAnything(text: string, context: CommandContext): Promise<Typed> {
  const { db, now, guildId } = context;
  const link = text.trim();
  if (!isWebAddress(link)) return { storyId: await typedStory(text, context), page: null };
  const known = await storyOfLink(link, context);
  if (known !== null) return { storyId: known, page: null };
  const page = await readOrRefuse(link, context);
  for (const url of [page.url, page.canonicalUrl]) {
    const storyId = url && (await storyOfLink(url, context));
    if (storyId) return { storyId, page: null };
  }
  const subject = { ...page, publishedAt: page.publishedAt ?? now() };
  return { storyId: await findSameStory(db, subject, { guildId }), page };
}

async function storyOfLink(url: string, { db, guildId }: CommandContext): Promise<number | null> {
  return (await findArticleByUrl(db, url, guildId))?.storyId ?? null;
}

async function readOrRefuse(link: string, { readPage, say }: CommandContext): Promise<Page> {
  try {
    return await readPage(link);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    throw new UserError(say('errorPage', { reason: feedProblem(error.code, say) }));
  }
}
