import { ButtonStyle, ComponentType, type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js';
import type { Briefing, BriefingWish } from '../news/briefing.ts';
import type { Subscription } from '../news/subscription.ts';
import { findSubscription, removeSubscription } from '../store/subscriptions.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { customId } from './customId.ts';
import { divideBriefing } from './divideBriefing.ts';
import { escaped, plain, timestamp } from './escape.ts';
import { type Say, sayIn } from './languages/index.ts';
import { renderBriefing } from './renderBriefing.ts';
import { conditionsText, wordsFor } from './subscriptionText.ts';
import { topicList } from './topicLabel.ts';

/** A briefing for the one who asks, now. Nothing is remembered of it. */
export async function briefingReply(wish: BriefingWish, { mention, briefingFor }: CommandContext): Promise<Reply> {
  const content = await briefingFor(wish);
  const say = sayIn(wish.language);
  if (content.items.length > 0) return firstMessageOf(content, say);
  const topics = content.topics.length > 0 ? topicList(content.topics, wish.language) : say('topStories');
  return {
    content: `${say(content.week ? 'briefingEmptyWeek' : 'briefingEmpty', { topics: `**${escaped(topics, 200)}**` })} ${say('briefingEmptyHint', { command: mention('topics list') })}`,
  };
}

/** An answer is one message: of a briefing that takes several the first, which says how many follow. It mentions nobody. */
function firstMessageOf(content: Omit<Briefing, 'id'>, say: Say): Reply {
  const [part, ...later] = divideBriefing(content);
  const message = renderBriefing({ ...content, id: 0, mentionRoleId: null }, part);
  return later.length > 0 ? { ...message, content: `-# ${say('previewParts', { count: later.length })}` } : message;
}

/** What a subscription's next briefing would hold if it came now. */
export async function previewReply(
  interaction: MessageComponentInteraction,
  id: number,
  context: CommandContext,
): Promise<Reply> {
  return briefingReply(await ownSubscription(interaction, id, context), context);
}

/** Takes back a subscription that was made a moment ago. */
export async function undoReply(
  interaction: MessageComponentInteraction,
  id: number,
  context: CommandContext,
): Promise<Reply> {
  requireManageServer(interaction, context);
  const subscription = await ownSubscription(interaction, id, context);
  await removeSubscription(context.db, subscription.id, subscription.guildId);
  const { channel, topics } = await wordsFor(subscription, context);
  return { content: context.say('undone', { channel, topics }), components: [] };
}

/** How a briefing is set up now, and how to change it. */
export async function changeReply(
  interaction: MessageComponentInteraction,
  id: number,
  context: CommandContext,
): Promise<Reply> {
  requireManageServer(interaction, context);
  const { say, mention } = context;
  const subscription = await ownSubscription(interaction, id, context);
  const words = { ...(await wordsFor(subscription, context)), next: timestamp(subscription.nextDueAt, 'F') };
  return {
    content: [
      say('subscriptionLine', words),
      ...conditionsText(subscription, say),
      say('traceChangeHow', { command: mention('edit') }),
    ].join(' '),
  };
}

async function ownSubscription(
  interaction: MessageComponentInteraction,
  id: number,
  { db, say }: CommandContext,
): Promise<Subscription> {
  const subscription = await findSubscription(db, id);
  const isTheirs =
    subscription &&
    (subscription.userId === null
      ? subscription.guildId === interaction.guildId
      : subscription.userId === interaction.user.id);
  if (!isTheirs) throw new UserError(say('unsubscribedAlready'));
  return subscription;
}

/** What can be done with a subscription that was just made or changed. */
export function subscriptionButtons(id: number, actions: readonly ('preview' | 'undo' | 'endBriefing')[], say: Say) {
  return {
    type: ComponentType.ActionRow as const,
    components: actions.map((action) => ({
      type: ComponentType.Button as const,
      style: ButtonStyle.Secondary as const,
      custom_id: customId(action, [id]),
      label: plain(say(action === 'preview' ? 'preview' : 'undo'), 80),
    })),
  };
}

/** Discord hides commands from those who may not use them; servers can change that, so it is checked again. */
export function requireManageServer(
  interaction: Pick<MessageComponentInteraction, 'memberPermissions'>,
  { say }: CommandContext,
): void {
  if (!mayManageServer(interaction)) throw new UserError(say('errorManage'));
}

export function mayManageServer({
  memberPermissions,
}: Pick<MessageComponentInteraction, 'memberPermissions'>): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

/** The server that somebody asks in, when they manage it and Tidings is in it. */
export function managedServer(
  interaction: Pick<MessageComponentInteraction, 'memberPermissions' | 'guild'>,
): string | null {
  return mayManageServer(interaction) ? (interaction.guild?.id ?? null) : null;
}

/** The server that a command was typed in. @throws UserError  in direct messages */
export function requireGuild(interaction: { guildId: string | null }, { say }: CommandContext): string {
  if (!interaction.guildId) throw new UserError(say('errorServerOnly'));
  return interaction.guildId;
}
