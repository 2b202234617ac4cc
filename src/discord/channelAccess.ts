import {
  ChannelFlags,
  ChannelType,
  type Client,
  type Guild,
  type GuildBasedChannel,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { NamedChannel } from '../news/serverSettings.ts';
import { type CommandContext, UserError } from './command.ts';
import type { MessageKey } from './languages/en.ts';

const threads: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];
const forums: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

/** The kinds of channel that take messages. */
export const messagePlaces = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;
/** Those that briefings can be posted in and that an option can ask for: Discord knows none for media. */
export const offeredPlaces = [...messagePlaces, ChannelType.GuildForum] as const;
const briefingPlaces: readonly ChannelType[] = [...offeredPlaces, ChannelType.GuildMedia];

const permissionNames: readonly (readonly [bigint, MessageKey])[] = [
  [PermissionFlagsBits.ViewChannel, 'permissionViewChannel'],
  [PermissionFlagsBits.SendMessages, 'permissionSendMessages'],
  [PermissionFlagsBits.SendMessagesInThreads, 'permissionSendMessagesInThreads'],
  [PermissionFlagsBits.EmbedLinks, 'permissionEmbedLinks'],
];

/** What a briefing needs in a text channel. */
export const neededPermissions = permissionNames
  .filter(([permission]) => permission !== PermissionFlagsBits.SendMessagesInThreads)
  .map(([, key]) => key);

/** What a briefing needs and these permissions lack; a forum's posts are begun like messages and go on like threads. */
export function missingIn(
  granted: Readonly<PermissionsBitField>,
  type: ChannelType = ChannelType.GuildText,
): MessageKey[] {
  const isNeeded = (permission: bigint) => {
    if (permission === PermissionFlagsBits.SendMessages) return !threads.includes(type);
    if (permission === PermissionFlagsBits.SendMessagesInThreads) return threads.includes(type) || isForum(type);
    return true;
  };
  return permissionNames
    .filter(([permission]) => isNeeded(permission) && !granted.has(permission))
    .map(([, key]) => key);
}

export function isForum(type: ChannelType): boolean {
  return forums.includes(type);
}

/** Whether nobody but moderators may write in a thread, and we are none. */
export function isLockedTo(channel: GuildBasedChannel, granted: Readonly<PermissionsBitField>): boolean {
  return channel.isThread() && channel.locked === true && !granted.has(PermissionFlagsBits.ManageThreads);
}

/**
 * Makes sure that briefings can be posted in a channel, before anything is saved.
 *
 * @param kinds  of channel that are possible
 * @throws UserError  naming the permissions that are missing, or the kind of channel that is not possible
 */
export async function requireChannelAccess(
  client: Client,
  channelId: string,
  { say }: Pick<CommandContext, 'say'>,
  kinds: readonly ChannelType[] = briefingPlaces,
): Promise<GuildBasedChannel> {
  const channel = await client.channels.fetch(channelId).catch(() => null);
  const name = `<#${channelId}>`;
  if (!channel) {
    throw new UserError(say('errorPermissions', { channel: name, missing: say('permissionViewChannel') }));
  }
  if (channel.isDMBased() || !kinds.includes(channel.type))
    throw new UserError(say('errorChannelKind', { channel: name }));
  const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe());
  const granted = channel.permissionsFor(me);
  const missing = missingIn(granted, channel.type).map((key) => say(key));
  if (missing.length > 0)
    throw new UserError(say('errorPermissions', { channel: name, missing: missing.join(say('comma')) }));
  if (isLockedTo(channel, granted)) throw new UserError(say('errorThreadLocked', { channel: name }));
  if (channel.isThreadOnly() && channel.flags.has(ChannelFlags.RequireTag)) {
    const isUsable = channel.availableTags.some(({ moderated }) => !moderated);
    if (!isUsable) throw new UserError(say('errorForumTags', { channel: name }));
  }
  return channel;
}

/**
 * Makes sure that a role can be mentioned in a channel.
 *
 * @throws UserError  saying what to change
 */
export async function requireMentionable(
  channel: GuildBasedChannel,
  roleId: string,
  { say }: Pick<CommandContext, 'say'>,
): Promise<void> {
  const role = await channel.guild.roles.fetch(roleId).catch(() => null);
  const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe());
  const mayMention = channel.permissionsFor(me).has(PermissionFlagsBits.MentionEveryone);
  if (role && (role.mentionable || mayMention)) return;
  throw new UserError(say('errorRoleMention', { role: `<@&${roleId}>`, permission: say('permissionMentionEveryone') }));
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
