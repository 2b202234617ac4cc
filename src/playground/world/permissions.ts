import { ChannelType, OverwriteType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { ChannelRecord, GuildRecord } from './records.ts';

const ALL = Object.values(Permission).reduce((all, bit) => all | bit, 0n);
const WITHOUT_SENDING =
  Permission.MentionEveryone | Permission.SendTTSMessages | Permission.AttachFiles | Permission.EmbedLinks;

/** What a member may do in a guild as a whole (topics/permissions, "Permission Hierarchy"). */
export function guildPermissions(guild: GuildRecord, userId: string): bigint {
  const member = guild.members.find((each) => each.user_id === userId);
  if (!member) return 0n;
  if (guild.owner_id === userId) return ALL;
  const bits = guild.roles
    .filter((role) => role.id === guild.id || member.roles.includes(role.id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  return bits & Permission.Administrator ? ALL : bits;
}

/** What a member may do in one channel (topics/permissions, "Permission Overwrites"). A thread goes by its parent. */
export function channelPermissions(guild: GuildRecord, channel: ChannelRecord, userId: string): bigint {
  const base = guildPermissions(guild, userId);
  if (base === ALL) return ALL;
  const roles = guild.members.find((each) => each.user_id === userId)?.roles ?? [];
  const overwrites = channel.permission_overwrites ?? [];
  const layers = [
    overwrites.filter((each) => each.id === guild.id),
    overwrites.filter((each) => each.type === OverwriteType.Role && roles.includes(each.id)),
    overwrites.filter((each) => each.type === OverwriteType.Member && each.id === userId),
  ];
  const bits = layers.reduce((sum, layer) => {
    const deny = layer.reduce((all, each) => all | BigInt(each.deny), 0n);
    const allow = layer.reduce((all, each) => all | BigInt(each.allow), 0n);
    return (sum & ~deny) | allow;
  }, base);
  if (!(bits & Permission.ViewChannel)) return 0n;
  return bits & Permission.SendMessages ? bits : bits & ~WITHOUT_SENDING;
}

/** The permission one needs to write in a channel of this type. */
export function sendingPermission(type: ChannelType): bigint {
  return isThread(type) ? Permission.SendMessagesInThreads : Permission.SendMessages;
}

export function isThread(type: ChannelType): boolean {
  return (
    type === ChannelType.AnnouncementThread || type === ChannelType.PublicThread || type === ChannelType.PrivateThread
  );
}

/** The names of the permissions in `bits`, for people: "Manage Guild". */
export function permissionNames(bits: bigint): string[] {
  return Object.entries(Permission)
    .filter(([, bit]) => bits & bit)
    .map(([name]) => name.replace(/([a-z])([A-Z])/g, '$1 $2'));
}
