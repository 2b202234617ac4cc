import type { Brief } from '../news/brief.ts';
import { findMainTopics } from '../store/stories.ts';
import { type CommandContext, UserError } from './command.ts';
import { findTeasers, subjectOf } from './findTeasers.ts';
import { renderBrief, renderRelated, renderSources } from './renderBrief.ts';
import type { Message } from './renderBriefing.ts';

const relatedInBrief = 4;
const relatedAlone = 8;

/** The full brief of a story with its relatives. Shared by `/story` and the select under a briefing. */
export async function fullBriefReply(storyId: number, context: CommandContext): Promise<Message> {
  const { db, language } = context;
  const [brief] = await storyBriefs([storyId], context);
  const related = await findTeasers(subjectOf(brief), { exceptStory: storyId, limit: relatedInBrief }, context);
  const topic = (await findMainTopics(db, [storyId])).get(storyId) ?? null;
  return renderBrief(brief, related, topic, language);
}

/** What is related to one story, or to the stories of a briefing. Shared by `/related` and the buttons. */
export async function relatedReply(storyIds: readonly number[], context: CommandContext): Promise<Message> {
  const briefs = await storyBriefs(storyIds, context);
  const each = Math.max(2, Math.floor(relatedAlone / briefs.length));
  const shown = new Set(storyIds);
  const related = [];
  for (const brief of briefs) {
    const teasers = await findTeasers(subjectOf(brief), { exceptStory: brief.storyId, limit: each + 4 }, context);
    const fresh = teasers.filter((teaser) => !shown.has(teaser.storyId)).slice(0, each);
    for (const teaser of fresh) shown.add(teaser.storyId);
    related.push(...fresh);
  }
  return renderRelated(briefs.map((brief) => brief.headline).join(' · '), related.slice(0, 12), context.language);
}

/** Where stories come from. Shared by the buttons. */
export async function sourcesReply(storyIds: readonly number[], context: CommandContext): Promise<Message> {
  return renderSources(await storyBriefs(storyIds, context), context.language);
}

/** The briefs of the stories that there still are. @throws UserError  when there are none */
async function storyBriefs(
  storyIds: readonly number[],
  { briefOf, language, guildId, say, mention }: CommandContext,
): Promise<[Brief, ...Brief[]]> {
  const briefs = await Promise.all(storyIds.map((storyId) => briefOf(storyId, language, guildId)));
  const [first, ...others] = briefs.filter((brief) => brief !== null);
  if (!first) throw new UserError(say('storyGone', { command: mention('search') }));
  return [first, ...others];
}
