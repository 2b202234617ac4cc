import type { APIMessage } from 'discord-api-types/v10';
import type { World } from '../world/World.ts';

/** A message as an application sees it that was not granted the intent for content (events/gateway, "Message Content"). */
export function withoutContent<T extends APIMessage>(message: T, world: World): T {
  const { bot, application } = world;
  const own = message.author.id === bot.id || message.application_id === application.id;
  const addressed = message.mentions.some(({ id }) => id === bot.id);
  const inDm = world.channels.get(message.channel_id)?.guild_id === undefined;
  if (own || addressed || inDm) return message;
  const { poll: _, ...rest } = message;
  return { ...rest, content: '', embeds: [], attachments: [], components: [] } as unknown as T;
}
