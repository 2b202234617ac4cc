import type { APIOverwrite, ChannelType, Locale } from 'discord-api-types/v10';

/** What a new world starts with. Ids are the seed's own, so that tests can name them. */
export type WorldSeed = {
  application: { id: string; name: string; owner_id: string };
  bot: UserSeed;
  users: UserSeed[];
  guilds: GuildSeed[];
};

export type UserSeed = { id: string; username: string; global_name?: string };

export type GuildSeed = {
  id: string;
  name: string;
  owner_id: string;
  preferred_locale?: `${Locale}`;
  /** Where Discord itself says who has joined. */
  system_channel_id?: string;
  /** Who invited the bot, for the audit log. */
  invited_by?: string;
  /** The role with the guild's id is @everyone. `permissions` are bits as a decimal string. */
  roles: RoleSeed[];
  members: { user_id: string; roles?: string[]; nick?: string }[];
  channels: ChannelSeed[];
};

export type RoleSeed = { id: string; name: string; permissions: string; bot_id?: string };

export type ChannelSeed = {
  id: string;
  name: string;
  type?: ChannelType;
  topic?: string;
  overwrites?: APIOverwrite[];
  tags?: string[];
};
