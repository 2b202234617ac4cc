import { type MessageComponentInteraction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { addFound, addOffered } from './addSite.ts';
import { answerHeld } from './answerHeld.ts';
import type { CommandContext, Reply } from './command.ts';
import { type Action, parseCustomId } from './customId.ts';
import { complaintReply, usefulReply, wrongQuestion } from './feedbackReplies.ts';
import { followingReply } from './followingReply.ts';
import { chosenIds, endBriefings, followStory, stopFollowing } from './followReplies.ts';
import { findFormControl } from './formReplies.ts';
import { applyImport } from './importSettings.ts';
import { undoLiveReply } from './liveReplies.ts';
import { unmute } from './muteReplies.ts';
import { forgetQuestion, forgetReply, privacyReply } from './privacyReplies.ts';
import { turnSourcesPage } from './sourcesPage.ts';
import { splitChosen } from './storyChangeReplies.ts';
import { fullBriefReply, receiptsReply, relatedReply, sourcesReply } from './storyReplies.ts';
import {
  changeReply,
  managedServer,
  previewReply,
  requireGuild,
  requireManageServer,
  undoReply,
} from './subscriptionReplies.ts';
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
  why: (interaction, [storyId = 0], context) => whyReply({ storyId }, interaction, context),
  useful: (interaction, [storyId = 0], context) => usefulReply(interaction, storyId, context),
  wrong: (_interaction, [storyId = 0], context) => wrongQuestion(storyId, context),
  complain: (interaction, [storyId = 0], context) =>
    complaintReply(interaction, storyId, chosenIn(interaction), context),
  split: (interaction, [storyId = 0], context) => splitChosen(interaction, storyId, context),
  change: (interaction, [id = 0], context) => changeReply(interaction, id, context),
  applyImport: (interaction, [offerId = 0], context) => applyImport(interaction, offerId, context),
  cancelImport: async (_interaction, _ids, { say }) => ({
    content: say('importCancelled'),
    embeds: [],
    components: [],
  }),
  forgetMe: (interaction, _ids, context) => forgetQuestion(interaction.user.id, context),
  forgetMeNow: (interaction, _ids, context) => forgetReply(interaction.user.id, context),
  keepMe: (interaction, _ids, context) => privacyReply(interaction.user.id, context),
  follow: (interaction, [storyId = 0], context) => followStory(interaction, storyId, context),
  unfollow: async (interaction, ids, context) =>
    after(interaction, await stopFollowing(interaction.user.id, chosenIds(interaction, ids), context), context),
  following: (interaction, _ids, context) => followingReply(interaction.user.id, managedServer(interaction), context),
  endBriefing: async (interaction, ids, context) =>
    after(interaction, await endBriefings(interaction.user.id, chosenIds(interaction, ids), context), context),
  unmute: async (interaction, ids, context) =>
    after(interaction, await unmute({ userId: interaction.user.id }, chosenIds(interaction, ids), context), context),
  unmuteServer: async (interaction, ids, context) => {
    requireManageServer(interaction, context);
    const owner = { guildId: requireGuild(interaction, context) };
    return after(interaction, await unmute(owner, chosenIds(interaction, ids), context), context);
  },
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
  'applyImport',
  'cancelImport',
  'forgetMeNow',
  'keepMe',
  'unfollow',
  'endBriefing',
  'unmute',
  'unmuteServer',
  'undoLive',
]);

/** What is said after something has ended: over the list that is left, where it was chosen from one. */
async function after(interaction: MessageComponentInteraction, said: string, context: CommandContext): Promise<Reply> {
  if (!interaction.isStringSelectMenu()) return { content: said, embeds: [], components: [] };
  return followingReply(interaction.user.id, managedServer(interaction), context, said);
}

/** What was chosen in a select; empty for a button. */
function chosenIn(interaction: MessageComponentInteraction): string {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
}

/** What stands for good, for whoever reads the message; the one who pressed is answered beneath. */
const lasting: ReadonlySet<Action> = new Set(['briefPage', 'unfollow']);

/**
 * A page that everybody sees is turned by nobody: the one who pressed gets the next one. A direct message stays, too, when
 * what it told of is followed no longer. Nor does a notice in a channel change for those who may not answer it, or what was
 * set up there for those who may not take it back.
 */
function changesItsMessage(action: Action, { message, memberPermissions }: MessageComponentInteraction): boolean {
  const isForAll = !message.flags.has(MessageFlags.Ephemeral);
  const isAnswer = action === 'letThrough' || action === 'keepBack' || action === 'undo';
  const mayAnswer = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? true;
  return changing.has(action) && !(lasting.has(action) && isForAll) && !(isAnswer && !mayAnswer);
}

/** The control that was used, or null for one that is not ours (or no longer). */
export function findControl(interaction: MessageComponentInteraction) {
  const parsed = parseCustomId(interaction.customId);
  if (!parsed) return findFormControl(interaction);
  return {
    modal: () => null,
    changesItsMessage: changesItsMessage(parsed.action, interaction),
    run: (context: CommandContext) => controls[parsed.action](interaction, parsed.ids, context),
  };
}
