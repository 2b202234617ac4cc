import type { APIReaction } from 'discord-api-types/v10';
import type { MessageRecord, ReactionRecord } from './records.ts';
import type { World } from './World.ts';

type Emoji = ReactionRecord['emoji'];

/** Someone reacts to a message; twice is once. */
export function react(world: World, message: MessageRecord, emoji: Emoji, userId: string): void {
  const all = world.reactions.get(message.id) ?? [];
  const known = all.find((each) => same(each.emoji, emoji)) ?? { emoji, user_ids: [] };
  if (known.user_ids.includes(userId)) return;
  const added = { emoji, user_ids: [...known.user_ids, userId] };
  keep(world, message, all.includes(known) ? all.map((each) => (each === known ? added : each)) : [...all, added]);
  const guildId = world.channels.get(message.channel_id)?.guild_id;
  const member = guildId && world.member(guildId, userId);
  tell(world, message, 'MESSAGE_REACTION_ADD', {
    ...{ user_id: userId, emoji, message_author_id: message.author.id, burst: false, type: 0 },
    ...(member && { member }),
  });
}

/** Takes one person's reaction away; false when there is none. */
export function unreact(world: World, message: MessageRecord, emoji: Emoji, userId: string): boolean {
  const all = world.reactions.get(message.id) ?? [];
  const known = all.find((each) => same(each.emoji, emoji));
  if (!known?.user_ids.includes(userId)) return false;
  const user_ids = known.user_ids.filter((id) => id !== userId);
  keep(
    world,
    message,
    all.flatMap((each) => (each !== known ? each : user_ids.length > 0 ? { emoji, user_ids } : [])),
  );
  tell(world, message, 'MESSAGE_REACTION_REMOVE', { user_id: userId, emoji, burst: false, type: 0 });
  return true;
}

/** Takes all reactions away, or all with one emoji. */
export function clearReactions(world: World, message: MessageRecord, emoji?: Emoji): void {
  const all = world.reactions.get(message.id) ?? [];
  keep(world, message, emoji ? all.filter((each) => !same(each.emoji, emoji)) : []);
  if (emoji) tell(world, message, 'MESSAGE_REACTION_REMOVE_EMOJI', { emoji });
  else tell(world, message, 'MESSAGE_REACTION_REMOVE_ALL', {});
}

function keep(world: World, message: MessageRecord, reactions: ReactionRecord[]): void {
  const { reactions: _, ...rest } = message;
  world.reactions.set(message.id, reactions);
  world.keepMessage({
    ...rest,
    ...(reactions.length > 0 && { reactions: reactions.map((each) => shown(each, world.bot.id)) }),
  });
}

/** A reaction as the bot sees it (resources/message, "Reaction Object"). */
function shown({ emoji, user_ids }: ReactionRecord, botId: string): APIReaction {
  const count = user_ids.length;
  return {
    ...{ emoji, count, count_details: { burst: 0, normal: count }, burst_colors: [] },
    ...{ me: user_ids.includes(botId), me_burst: false },
  };
}

function same(a: Emoji, b: Emoji): boolean {
  return a.id === b.id && (a.id !== null || a.name === b.name);
}

function tell(world: World, { id, channel_id }: MessageRecord, t: string, more: object): void {
  const guildId = world.channels.get(channel_id)?.guild_id;
  const d = { message_id: id, channel_id, ...(guildId && { guild_id: guildId }), ...more };
  world.events.publish({ t, d, guildId, channelId: channel_id });
}
