import { ChannelType, OverwriteType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { WorldSeed } from './WorldSeed.ts';

export const APPLICATION_ID = '1290000000000000001';
/** A bot's user has the id of its application. */
export const BOT_ID = '1290000000000000001';
/** The owner and administrator. */
export const ADA_ID = '1290000000000000002';
/** A plain member. */
export const MILO_ID = '1290000000000000003';
export const GUILD_ID = '1290000000000000100';
export const BOT_ROLE_ID = '1290000000000000101';
export const NEWS_CHANNEL_ID = '1290000000000000201';
export const WORLD_CHANNEL_ID = '1290000000000000202';
export const JAPANESE_CHANNEL_ID = '1290000000000000203';
export const GERMAN_CHANNEL_ID = '1290000000000000204';
export const SPANISH_CHANNEL_ID = '1290000000000000205';
export const HEADLINES_CHANNEL_ID = '1290000000000000206';
/** A channel that the bot cannot see. */
export const PRIVATE_CHANNEL_ID = '1290000000000000207';

const everyone =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.ReadMessageHistory |
  Permission.AddReactions |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.UseExternalEmojis |
  Permission.UseApplicationCommands |
  Permission.UseExternalApps |
  Permission.ChangeNickname |
  Permission.CreatePublicThreads;

const bot =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.CreatePublicThreads |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.ReadMessageHistory;

/** One server with an administrator, a member and the bot: what a newcomer sees. */
export const defaultWorld: WorldSeed = {
  application: { id: APPLICATION_ID, name: 'Tidings', owner_id: ADA_ID },
  bot: { id: BOT_ID, username: 'Tidings' },
  users: [
    { id: ADA_ID, username: 'ada', global_name: 'Ada' },
    { id: MILO_ID, username: 'milo', global_name: 'Milo' },
  ],
  guilds: [
    {
      id: GUILD_ID,
      name: 'Tidings Playground',
      owner_id: ADA_ID,
      roles: [
        { id: GUILD_ID, name: '@everyone', permissions: everyone.toString() },
        { id: BOT_ROLE_ID, name: 'Tidings', permissions: bot.toString(), bot_id: BOT_ID },
      ],
      members: [{ user_id: ADA_ID }, { user_id: MILO_ID }, { user_id: BOT_ID, roles: [BOT_ROLE_ID] }],
      channels: [
        { id: NEWS_CHANNEL_ID, name: 'news', topic: 'Briefings, morning and evening' },
        { id: WORLD_CHANNEL_ID, name: 'world' },
        { id: JAPANESE_CHANNEL_ID, name: 'ニュース' },
        { id: GERMAN_CHANNEL_ID, name: 'nachrichten' },
        { id: SPANISH_CHANNEL_ID, name: 'noticias' },
        { id: HEADLINES_CHANNEL_ID, name: 'headlines', type: ChannelType.GuildAnnouncement },
        {
          id: PRIVATE_CHANNEL_ID,
          name: 'editors-only',
          overwrites: [
            { id: GUILD_ID, type: OverwriteType.Role, allow: '0', deny: Permission.ViewChannel.toString() },
            { id: BOT_ROLE_ID, type: OverwriteType.Role, allow: '0', deny: Permission.ViewChannel.toString() },
          ],
        },
      ],
    },
  ],
};
