import { type MessageComponentInteraction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { addFound, addOffered } from './addSite.ts';
import { answerHeld } from './answerHeld.ts';
import type { CommandContext, Reply } from './command.ts';
import { type Action, parseCustomId } from './customId.ts';
import { complaintReply, usefulReply, wrongQuestion } from './feedbackReplies.ts';
import { undoLiveReply } from './liveReplies.ts';
import { forgetReply } from './privacyReplies.ts';
import { turnSourcesPage } from './sourcesPage.ts';
import { splitChosen } from './storyChangeReplies.ts';
import { fullBriefReply, receiptsReply, relatedReply, sourcesReply } from './storyReplies.ts';
import { previewReply, undoReply } from './subscriptionReplies.ts';
import { whyReply } from './whyReply.ts';

type Control = (
  interaction: MessageComponentInteraction,
  ids: readonly number[],
  context: CommandContext,
) => Promise<Reply>;

/** What each button and select does, by the action in its custom id. The one who pressed gets the answer. */
const controls: Readonly<Record<Action, Control>> = {
  brief: (interaction, _ids, context) => {
    const chosen = Number(chosenIn(interaction));
    return fullBriefReply(Number.isSafeInteger(chosen) ? chosen : 0, context);
  },
  briefPage: (_interaction, [storyId = 0, page = 0], context) => fullBriefReply(storyId, context, page),
  receipts: (interaction, [storyId = 0], context) => receiptsReply(storyId, chosenIn(interaction), context),
  related: (_interaction, ids, context) => relatedReply(ids, context),
  sources: (_interaction, ids, context) => sourcesReply(ids, context),
  preview: (interaction, [id = 0], context) => previewReply(interaction, id, context),
  undo: (interaction, [id = 0], context) => undoReply(interaction, id, context),
  sourcePage: (interaction, [page = 0], context) => turnSourcesPage(interaction, page, context),
  addFound: (interaction, [offerId = 0], context) => addFound(interaction, offerId, context),
  addOffered: (interaction, [offerId = 0], context) => addOffered(interaction, offerId, context),
  letThrough: (interaction, ids, context) => answerHeld(interaction, ids, true, context),
  keepBack: (interaction, ids, context) => answerHeld(interaction, ids, false, context),
  why: (_interaction, [storyId = 0], context) => whyReply(storyId, context),
  useful: (interaction, [storyId = 0], context) => usefulReply(interaction, storyId, context),
  wrong: (_interaction, [storyId = 0], context) => wrongQuestion(storyId, context),
  complain: (interaction, [storyId = 0], context) =>
    complaintReply(interaction, storyId, chosenIn(interaction), context),
  split: (interaction, [storyId = 0], context) => splitChosen(interaction, storyId, context),
  forgetMe: (interaction, _ids, context) => forgetReply(interaction.user.id, context),
  fullBrief: (_interaction, [storyId = 0], context) => fullBriefReply(storyId, context),
  undoLive: (interaction, [id = 0], context) => undoLiveReply(interaction, id, context),
};

/** Controls that change the message they stand in; the others answer beneath it. */
const changing: ReadonlySet<Action> = new Set([
  'undo',
  'sourcePage',
  'addFound',
  'addOffered',
  'letThrough',
  'keepBack',
  'split',
  'briefPage',
  'complain',
  'forgetMe',
  'undoLive',
]);

/** What was chosen in a select; empty for a button. */
function chosenIn(interaction: MessageComponentInteraction): string {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
}

/**
 * A page that everybody sees is turned by nobody: the one who pressed gets the next one. Nor does a notice in a channel
 * change for those who may not answer it.
 */
function changesItsMessage(action: Action, { message, memberPermissions }: MessageComponentInteraction): boolean {
  const isForAll = !message.flags.has(MessageFlags.Ephemeral);
  const isAnswer = action === 'letThrough' || action === 'keepBack';
  const mayAnswer = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? true;
  return changing.has(action) && !(action === 'briefPage' && isForAll) && !(isAnswer && !mayAnswer);
}

/** The control that was used, or null for one that is not ours (or no longer). */
export function findControl(interaction: MessageComponentInteraction) {
  const parsed = parseCustomId(interaction.customId);
  if (!parsed) return null;
  return {
    changesItsMessage: changesItsMessage(parsed.action, interaction),
    run: (context: CommandContext) => controls[parsed.action](interaction, parsed.ids, context),
  };
}
