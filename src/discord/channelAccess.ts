import {
  ChannelFlags,
  ChannelType,
  type Client,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
  type PermissionsBitField,
  type Role,
} from 'discord.js';
import type { Named } from '../news/serverSettings.ts';
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
/** Those that notices go to. */
export const noticePlaces = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;
/** Those that briefings can be posted in. */
export const briefingPlaces = [...messagePlaces, ChannelType.GuildForum, ChannelType.GuildMedia] as const;

const permissionNames: readonly (readonly [bigint, MessageKey])[] = [
  [PermissionFlagsBits.ViewChannel, 'permissionViewChannel'],
  [PermissionFlagsBits.SendMessages, 'permissionSendMessages'],
  [PermissionFlagsBits.SendMessagesInThreads, 'permissionSendMessagesInThreads'],
  [PermissionFlagsBits.EmbedLinks, 'permissionEmbedLinks'],
];

/** What a thread of a message needs besides. */
const threadPermissions: typeof permissionNames = [
  [PermissionFlagsBits.CreatePublicThreads, 'permissionCreatePublicThreads'],
  [PermissionFlagsBits.SendMessagesInThreads, 'permissionSendMessagesInThreads'],
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
 * @param otherwise  what is said of another kind
 * @throws UserError  naming the permissions that are missing, or the kind of channel that is not possible
 */
export async function requireChannelAccess(
  client: Client,
  channelId: string,
  { say }: Pick<CommandContext, 'say'>,
  kinds: readonly ChannelType[] = briefingPlaces,
  otherwise: MessageKey = 'errorChannelKind',
): Promise<GuildBasedChannel> {
  const channel = await client.channels.fetch(channelId).catch(() => null);
  const name = `<#${channelId}>`;
  if (!channel) {
    throw new UserError(say('errorPermissions', { channel: name, missing: say('permissionViewChannel') }));
  }
  if (channel.isDMBased() || !kinds.includes(channel.type)) throw new UserError(say(otherwise, { channel: name }));
  const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe());
  const granted = channel.permissionsFor(me);
  const missing = missingIn(granted, channel.type).map((key) => say(key));
  if (missing.length > 0)
    throw new UserError(say('errorPermissions', { channel: name, missing: missing.join(say('comma')) }));
  if (isLockedTo(channel, granted)) throw new UserError(say('errorThreadLocked', { channel: name }));
  if (lacksTags(channel)) throw new UserError(say('errorForumTags', { channel: name }));
  return channel;
}

/** Whether a forum asks for a tag on every post and has none that we may use. */
function lacksTags(channel: GuildBasedChannel): boolean {
  if (!channel.isThreadOnly() || !channel.flags.has(ChannelFlags.RequireTag)) return false;
  return channel.availableTags.every(({ moderated }) => moderated);
}

/** Makes sure that threads can be begun from messages of a channel. @throws UserError  saying what to change */
export async function requireThreads(channel: GuildBasedChannel, { say }: Pick<CommandContext, 'say'>): Promise<void> {
  const name = `<#${channel.id}>`;
  if (channel.isThread()) throw new UserError(say('errorTurnsThread', { channel: name }));
  const granted = channel.permissionsFor(channel.guild.members.me ?? (await channel.guild.members.fetchMe()));
  const missing = threadPermissions.filter(([permission]) => !granted.has(permission)).map(([, key]) => say(key));
  if (missing.length > 0)
    throw new UserError(say('errorPermissions', { channel: name, missing: missing.join(say('comma')) }));
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
  if (role && isMentionable(role, channel, me)) return;
  throw new UserError(say('errorRoleMention', { role: `<@&${roleId}>`, permission: say('permissionMentionEveryone') }));
}

function isMentionable(role: Role, channel: GuildBasedChannel, me: GuildMember): boolean {
  return role.mentionable || channel.permissionsFor(me).has(PermissionFlagsBits.MentionEveryone);
}

/**
 * The channel of a server that a name from elsewhere means and that can be posted in: by id, else by name. Of one name, a
 * channel comes before threads.
 *
 * @param kinds  of channel that are possible
 */
export function findPostable(guild: Guild, wanted: Named, kinds: readonly ChannelType[]): GuildBasedChannel | null {
  const channels = [...guild.channels.cache.values()].sort((a, b) => Number(a.isThread()) - Number(b.isThread()));
  return meant(channels, wanted).find((channel) => isPostable(channel, kinds)) ?? null;
}

/** Whether a channel is of one of these kinds and everything can be posted in it. */
export function isPostable(channel: GuildBasedChannel, kinds: readonly ChannelType[]): boolean {
  const { me } = channel.guild.members;
  if (me === null || !kinds.includes(channel.type)) return false;
  const granted = channel.permissionsFor(me);
  return missingIn(granted, channel.type).length === 0 && !isLockedTo(channel, granted) && !lacksTags(channel);
}

/** The role of a server that a name from elsewhere means and that can be mentioned in a channel: by id, else by name. */
export function findMentionable(channel: GuildBasedChannel, wanted: Named): Role | null {
  const { guild } = channel;
  const { me } = guild.members;
  // The role of everybody has the id of the server.
  const isPossible = (role: Role) => role.id !== guild.id && me !== null && isMentionable(role, channel, me);
  return meant([...guild.roles.cache.values()], wanted).find(isPossible) ?? null;
}

/** Those that may be meant: the one with the id, then those with the name. */
function meant<Item extends Named>(items: readonly Item[], { id, name }: Named): Item[] {
  const named = items.filter((item) => item.name === name && item.id !== id);
  return [...items.filter((item) => item.id === id), ...named];
}
