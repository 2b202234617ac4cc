import {
  type APIApplicationCommand,
  ApplicationIntegrationType as Install,
  InteractionContextType,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/World.ts';

type Installed = Pick<APIApplicationCommand, 'integration_types' | 'guild_id'>;
type Owners = Partial<Record<Install, string>>;

/** What an application may always do where only its user brought it ("app_permissions"). */
const BROUGHT_BY_USER =
  Permission.AttachFiles | Permission.EmbedLinks | Permission.MentionEveryone | Permission.UseExternalEmojis;

/** Where an interaction happens (interactions/application-commands, "Interaction Contexts"). */
export function contextOf({ guild_id, without_bot }: ChannelRecord): InteractionContextType {
  if (guild_id !== undefined) return InteractionContextType.Guild;
  return without_bot ? InteractionContextType.PrivateChannel : InteractionContextType.BotDM;
}

/** Who authorised it: the server the bot is in ("0" in a DM with the bot), the user who installed it, or both. */
export function installOwners(
  world: World,
  channel: ChannelRecord,
  command: Installed | undefined,
  userId: string,
): Owners {
  const types = command?.integration_types ?? [Install.GuildInstall, Install.UserInstall];
  const inServer = channel.guild_id === undefined ? !channel.without_bot : botIsIn(world, channel.guild_id);
  return {
    ...(inServer && types.includes(Install.GuildInstall) && { [Install.GuildInstall]: channel.guild_id ?? '0' }),
    ...(world.installs.get(userId) && types.includes(Install.UserInstall) && { [Install.UserInstall]: userId }),
  };
}

/** Whether a command is offered there at all: the server has it, or the user brings it. */
export function mayUse(world: World, channel: ChannelRecord, command: Installed, userId: string): boolean {
  return Object.keys(installOwners(world, channel, command, userId)).length > 0;
}

/** What the application may do there. */
export function appPermissions(world: World, channel: ChannelRecord): bigint {
  const isThere = channel.guild_id === undefined ? !channel.without_bot : botIsIn(world, channel.guild_id);
  return isThere ? world.permissionsIn(channel.id, world.bot.id) : BROUGHT_BY_USER;
}

function botIsIn(world: World, guildId: string): boolean {
  return world.guilds.has(guildId, world.bot.id);
}
