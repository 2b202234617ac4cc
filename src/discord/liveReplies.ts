import {
  ButtonStyle,
  type ChatInputCommandInteraction,
  ComponentType,
  type MessageComponentInteraction,
} from 'discord.js';
import type { LiveKind, LiveSubscription } from '../news/liveSubscription.ts';
import {
  changeLiveSubscription,
  findLiveSubscription,
  removeLiveSubscription,
  saveLiveSubscription,
} from '../store/liveSubscriptions.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { customId } from './customId.ts';
import { plain } from './escape.ts';
import { livePromise, liveWords } from './liveText.ts';
import { requireManageServer } from './subscriptionReplies.ts';
import { typedLiveWish } from './typedLiveWish.ts';

/** Keeps the wish for cards that somebody typed and says what will happen. */
export async function liveReply(
  interaction: ChatInputCommandInteraction,
  kind: LiveKind,
  context: CommandContext,
): Promise<Reply> {
  const { db, now, say } = context;
  const wish = await typedLiveWish(interaction, kind, null, context);
  const { live, replaced } = await saveLiveSubscription(db, wish, now());
  const undo = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    custom_id: customId('undoLive', [live.id]),
    label: plain(say('undo'), 80),
  };
  return {
    content: await livePromise(live, context),
    ...(!replaced && { components: [{ type: ComponentType.ActionRow as const, components: [undo] }] }),
  };
}

/** Changes a wish for cards to what somebody typed and says what will happen. */
export async function changeLiveReply(
  interaction: ChatInputCommandInteraction,
  before: LiveSubscription,
  context: CommandContext,
): Promise<Reply> {
  const wish = await typedLiveWish(interaction, before.kind, before, context);
  const live = await changeLiveSubscription(context.db, before.id, wish);
  if (!live) throw new UserError(context.say('errorSubscriptionTaken'));
  return { content: await livePromise(live, context) };
}

/** Takes back a wish for cards that was made a moment ago. */
export async function undoLiveReply(
  interaction: MessageComponentInteraction,
  id: number,
  context: CommandContext,
): Promise<Reply> {
  requireManageServer(interaction, context);
  const live = await findLiveSubscription(context.db, id);
  if (!live || live.guildId !== interaction.guildId) throw new UserError(context.say('unsubscribedAlready'));
  await removeLiveSubscription(context.db, live.id);
  return { content: context.say('liveEnded', await liveWords(live, context)), components: [] };
}
