import type { Brief } from '../news/brief.ts';
import { coverageOf } from '../news/coverageOf.ts';
import type { Page } from '../news/outside.ts';
import { ownReporting } from '../news/story.ts';
import { phaseOf } from '../news/storyPhase.ts';
import type { SubjectText } from '../store/related.ts';
import { findMainTopics, findMaterial } from '../store/stories.ts';
import { sameLanguage } from '../text/language.ts';
import { type CommandContext, UserError } from './command.ts';
import { escaped } from './escape.ts';
import { findTeasers } from './findTeasers.ts';
import { renderBrief } from './renderBrief.ts';
import type { Message } from './renderBriefing.ts';
import { renderReceipts } from './renderReceipts.ts';
import { renderRelated } from './renderRelated.ts';
import { renderSources } from './renderSources.ts';
import type { Typed } from './typedAnything.ts';

const relatedInBrief = 4;
const relatedAlone = 8;

/** The full brief of a story with its relatives. Shared by `/story`, the select under a briefing, and its own pages. */
export async function fullBriefReply(storyId: number, context: CommandContext, page = 0): Promise<Message> {
  const { db, now, language, guildId } = context;
  const [brief] = await storyBriefs([storyId], context);
  const material = await findMaterial(db, brief.storyId, { language, guildId });
  const texts = textsOf(material?.articles ?? [], language);
  const related = await relatedTo(brief.storyId, texts, relatedInBrief, context);
  const topic = (await findMainTopics(db, [brief.storyId])).get(brief.storyId) ?? null;
  const phase = material ? phaseOf(coverageOf(material), now()) : null;
  return renderBrief(brief, related, { topic, phase }, language, page);
}

/** The sources' own words for a sentence of a story's brief. */
export async function receiptsReply(storyId: number, key: string, context: CommandContext): Promise<Message> {
  const [brief] = await storyBriefs([storyId], context);
  return renderReceipts(brief, key, context.language);
}

/** What is related to one story, or to the stories of a briefing. Shared by `/related` and the buttons. */
export async function relatedReply(storyIds: readonly number[], context: CommandContext): Promise<Message> {
  const { db, language, guildId } = context;
  const briefs = await storyBriefs(storyIds, context);
  const each = Math.max(2, Math.floor(relatedAlone / briefs.length));
  const shown = new Set(briefs.map(({ storyId }) => storyId));
  const related = [];
  for (const { storyId } of briefs) {
    const material = await findMaterial(db, storyId, { language, guildId });
    const teasers = await relatedTo(storyId, textsOf(material?.articles ?? [], language), each + 4, context);
    const fresh = teasers.filter((teaser) => !shown.has(teaser.storyId)).slice(0, each);
    for (const teaser of fresh) shown.add(teaser.storyId);
    related.push(...fresh);
  }
  return renderRelated(briefs.map((brief) => brief.headline).join(' · '), related.slice(0, 12), language);
}

/** What helps to understand a page that no source here has reported on. */
async function pageReply(page: Page, context: CommandContext): Promise<Message> {
  const { now, language, say } = context;
  const text = { ...page, publishedAt: page.publishedAt ?? now() };
  const related = await findTeasers([text], { except: [], limit: relatedAlone }, context);
  const title = escaped(page.title, 200);
  return {
    content: say(related.length > 0 ? 'pageUnknown' : 'pageAlone', { title }),
    ...(related.length > 0 ? renderRelated(page.title, related, language) : {}),
  };
}

/** The answer about what somebody typed: of the story that it is, or of the page that it is not. */
export async function replyAbout(
  typed: Typed,
  ofStory: (storyId: number, context: CommandContext) => Promise<Message>,
  context: CommandContext,
): Promise<Message> {
  if (typed.storyId === null) return pageReply(typed.page, context);
  const reply = await ofStory(typed.storyId, context);
  return typed.page
    ? { ...reply, content: context.say('pagePlaced', { title: escaped(typed.page.title, 200) }) }
    : reply;
}

/** Where stories come from. Shared by the buttons. */
export async function sourcesReply(storyIds: readonly number[], context: CommandContext): Promise<Message> {
  return renderSources(await storyBriefs(storyIds, context), context.language);
}

async function relatedTo(storyId: number, texts: readonly SubjectText[], limit: number, context: CommandContext) {
  return texts.length > 0 ? findTeasers(texts, { except: [storyId], limit }, context) : [];
}

/** Own reporting, that in the reader's language first. */
function textsOf<T extends SubjectText & { readonly id: number; readonly copyOf: number | null }>(
  articles: readonly T[],
  language: string,
): T[] {
  const own = new Set(
    ownReporting(articles.map(({ id, copyOf }) => ({ articleId: id, copyOf }))).map((each) => each.articleId),
  );
  const isRead = (article: T) => Number(sameLanguage(article.language, language));
  return articles.filter(({ id }) => own.has(id)).sort((a, b) => isRead(b) - isRead(a));
}

/** The briefs of the stories that there still are, each once. @throws UserError  when there are none */
export async function storyBriefs(
  storyIds: readonly number[],
  { briefOf, language, guildId, say, mention }: CommandContext,
): Promise<[Brief, ...Brief[]]> {
  const briefs = await Promise.all(storyIds.map((storyId) => briefOf(storyId, language, guildId)));
  const found = briefs.filter((brief) => brief !== null);
  const [first, ...others] = [...new Map(found.map((brief) => [brief.storyId, brief])).values()];
  if (!first) throw new UserError(say('storyGone', { command: mention('search') }));
  return [first, ...others];
}
