import { ChannelType, type Client, type Guild, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { NamedChannel } from '../news/serverSettings.ts';
import { type CommandContext, UserError } from './command.ts';
import type { MessageKey } from './languages/en.ts';

const needed: readonly (readonly [bigint, MessageKey])[] = [
  [PermissionFlagsBits.ViewChannel, 'permissionViewChannel'],
  [PermissionFlagsBits.SendMessages, 'permissionSendMessages'],
  [PermissionFlagsBits.EmbedLinks, 'permissionEmbedLinks'],
];

/** What a briefing needs in a channel. */
export const neededPermissions = needed.map(([, key]) => key);

/** What a briefing needs and these permissions lack. */
export function missingIn(granted: Readonly<PermissionsBitField>): MessageKey[] {
  return needed.filter(([permission]) => !granted.has(permission)).map(([, key]) => key);
}

/**
 * Makes sure that briefings can be posted in a channel, before anything is saved.
 *
 * @throws UserError  naming the permissions that are missing, or the kind of channel that is not possible
 */
export async function requireChannelAccess(
  client: Client,
  channelId: string,
  { say }: Pick<CommandContext, 'say'>,
): Promise<void> {
  const channel = await client.channels.fetch(channelId).catch(() => null);
  const name = `<#${channelId}>`;
  if (!channel) {
    throw new UserError(say('errorPermissions', { channel: name, missing: say('permissionViewChannel') }));
  }
  const isPossible = channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
  if (!isPossible) throw new UserError(say('errorChannelKind', { channel: name }));
  const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe());
  const missing = missingIn(channel.permissionsFor(me)).map((key) => say(key));
  if (missing.length > 0)
    throw new UserError(say('errorPermissions', { channel: name, missing: missing.join(say('comma')) }));
}

/** The channel of a server that a name from elsewhere means and that briefings can be posted in: by id, else by name. */
export function findPostable(guild: Guild, { id, name }: NamedChannel): string | null {
  const { me } = guild.members;
  const postable = [...guild.channels.cache.values()].filter(
    (channel) =>
      (channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement) &&
      me !== null &&
      missingIn(channel.permissionsFor(me)).length === 0,
  );
  return (
    (postable.find((channel) => channel.id === id) ?? postable.find((channel) => channel.name === name))?.id ?? null
  );
}
