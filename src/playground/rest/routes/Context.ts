import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { problem } from '../../DiscordError.ts';
import type { SessionStarts } from '../../gateway/SessionStarts.ts';
import type { Interactions } from '../../interactions/Interactions.ts';
import type { Budgets } from '../../limits/Budgets.ts';
import type { Messages } from '../../messages/Messages.ts';
import type { ChannelRecord, GuildRecord, MessageRecord } from '../../world/records.ts';
import type { World } from '../../world/World.ts';

/** What the endpoints work on. */
export type Context = {
  world: World;
  messages: Messages;
  interactions: Interactions;
  starts: SessionStarts;
  budgets: Budgets;
  /** The privileged intents that the application was granted. */
  privilegedIntents: number;
  /** `http://127.0.0.1:PORT` */
  origin: () => string;
  /** Where the gateway listens: `ws://127.0.0.1:PORT/gateway`. */
  gatewayUrl: () => string;
};

/** The guild, if the bot is in it and has these permissions; else 10004 or 50013. */
export function guildForBot(world: World, id: string, needed = 0n): GuildRecord {
  const guild = world.guilds.get(id);
  if (!guild || !world.guilds.has(id, world.bot.id)) throw problem('unknownGuild');
  if ((world.permissionsInGuild(id, world.bot.id) & needed) !== needed) throw problem('missingPermissions');
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

/** A message of this channel; else 10008. */
export function messageIn(world: World, channel: ChannelRecord, id: string): MessageRecord {
  const message = world.messages.get(id);
  if (message?.channel_id !== channel.id) throw problem('unknownMessage');
  return message;
}

/** A number of the query, within its bounds; what is no number counts as the default. */
export function bounded(query: URLSearchParams, name: string, byDefault: number, min: number, max: number): number {
  const value = Number.parseInt(query.get(name) ?? '', 10);
  return Math.min(Math.max(Number.isNaN(value) ? byDefault : value, min), max);
}
