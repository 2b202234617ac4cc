import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { problem } from '../../DiscordError.ts';
import type { SessionStarts } from '../../gateway/SessionStarts.ts';
import type { Interactions } from '../../interactions/Interactions.ts';
import type { Messages } from '../../messages/Messages.ts';
import type { ChannelRecord, GuildRecord } from '../../world/records.ts';
import type { World } from '../../world/World.ts';

/** What the endpoints work on. */
export type Context = {
  world: World;
  messages: Messages;
  interactions: Interactions;
  starts: SessionStarts;
  /** Where the gateway listens: `ws://127.0.0.1:PORT/gateway`. */
  gatewayUrl: () => string;
};

/** The guild, if the bot is in it; else 10004. */
export function guildForBot(world: World, id: string): GuildRecord {
  const guild = world.guilds.get(id);
  if (!guild?.members.some((member) => member.user_id === world.bot.id)) throw problem('unknownGuild');
  return guild;
}

/** The channel, if the bot sees it and has these permissions; else 10003, 50001 or 50013. */
export function channelForBot(world: World, id: string, needed = 0n): ChannelRecord {
  const channel = world.channels.get(id);
  if (!channel) throw problem('unknownChannel');
  const bits = world.permissionsIn(id, world.bot.id);
  if (!(bits & Permission.ViewChannel)) throw problem('missingAccess');
  if ((bits & needed) !== needed) throw problem('missingPermissions');
  return channel;
}
