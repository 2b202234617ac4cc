import { ComponentType, type MessageComponentInteraction } from 'discord.js';
import type { Brief } from '../news/brief.ts';
import { type Complaint, complaints, type FeedbackVerdict } from '../news/feedback.ts';
import { saveFeedback } from '../store/feedback.ts';
import { sentencesOf } from './briefBlocks.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { customId } from './customId.ts';
import { escaped } from './escape.ts';
import type { MessageKey } from './languages/en.ts';
import { optionLabel } from './renderBriefing.ts';
import { splitQuestion } from './storyChangeReplies.ts';
import { storyBriefs } from './storyReplies.ts';
import { mayManageServer } from './subscriptionReplies.ts';

const complaintKeys: Readonly<Record<Complaint, MessageKey>> = {
  'wrong fact': 'feedbackFact',
  'mixed up': 'feedbackMixedUp',
  'old news': 'feedbackOld',
  unwanted: 'feedbackUnwanted',
};

/** Keeps that a brief was useful, and thanks. */
export async function usefulReply(
  interaction: MessageComponentInteraction,
  storyId: number,
  context: CommandContext,
): Promise<Reply> {
  await keep(interaction, storyId, 'useful', context);
  return { content: context.say('feedbackThanks') };
}

/** Asks what is wrong with a brief. */
export async function wrongQuestion(storyId: number, context: CommandContext): Promise<Reply> {
  const { say } = context;
  const [brief] = await storyBriefs([storyId], context);
  const options = complaints.map((complaint, index) => ({
    label: optionLabel(say(complaintKeys[complaint])),
    value: String(index),
  }));
  return {
    content: say('feedbackAsk', { headline: escaped(brief.headline, 200) }),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [{ type: ComponentType.StringSelect, custom_id: customId('complain', [brief.storyId]), options }],
      },
    ],
  };
}

/** Keeps what is wrong with a brief; who may part what is mixed up is asked which articles have to go. */
export async function complaintReply(
  interaction: MessageComponentInteraction,
  storyId: number,
  chosen: string,
  context: CommandContext,
): Promise<Reply> {
  const complaint = complaints[Number(chosen)];
  if (!complaint) throw new Error(`No complaint is called ${chosen}`);
  const current = await keep(interaction, storyId, complaint, context);
  const noted = context.say('feedbackNoted');
  // Somebody may manage a server that Tidings is not in: it has no say about stories.
  const mayPart = complaint === 'mixed up' && interaction.inCachedGuild() && mayManageServer(interaction);
  const question = mayPart ? await splitOffer(current, context) : null;
  return question ? { ...question, content: `${noted}\n${question.content}` } : { content: noted, components: [] };
}

/** @returns the story as it is called now */
async function keep(
  { guildId, user }: MessageComponentInteraction,
  asked: number,
  verdict: FeedbackVerdict,
  context: CommandContext,
): Promise<number> {
  const [brief] = await storyBriefs([asked], context);
  const { storyId } = brief;
  const feedback = { storyId, guildId, userId: user.id, verdict, articleIds: articlesUnder(brief) };
  await saveFeedback(context.db, feedback, context.now());
  return storyId;
}

/** The articles that a brief rests on: those that it cites; all that it lists where it says no more than a headline. */
function articlesUnder(brief: Brief): number[] {
  const cited = new Set([
    ...sentencesOf(brief).flatMap(({ sources }) => sources),
    ...brief.quotations.map(({ source }) => source),
  ]);
  const under = brief.sources.filter(({ number }) => cited.size === 0 || cited.has(number));
  return under.map(({ articleId }) => articleId);
}

/** Null for a story of a single report: there is nothing to part. */
async function splitOffer(storyId: number, context: CommandContext): Promise<Reply | null> {
  try {
    return await splitQuestion(storyId, context);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
