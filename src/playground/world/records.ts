import type {
  APIApplicationCommand,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIThreadMetadata,
  APIUser,
  ChannelType,
  Locale,
} from 'discord-api-types/v10';

export type MemberRecord = { user_id: string; nick: string | null; roles: string[]; joined_at: string };

export type GuildRecord = {
  id: string;
  name: string;
  owner_id: string;
  preferred_locale: `${Locale}`;
  joined_at: string;
  roles: APIRole[];
  members: MemberRecord[];
};

/** A channel, thread or DM as it is kept; `channelObject` shows it as Discord does. */
export type ChannelRecord = {
  id: string;
  type: ChannelType;
  guild_id?: string;
  name?: string;
  position?: number;
  topic?: string | null;
  nsfw?: boolean;
  rate_limit_per_user?: number;
  parent_id?: string | null;
  permission_overwrites?: APIOverwrite[];
  last_message_id?: string | null;
  available_tags?: {
    id: string;
    name: string;
    moderated: boolean;
    emoji_id: string | null;
    emoji_name: string | null;
  }[];
  flags?: number;
  owner_id?: string;
  message_count?: number;
  total_message_sent?: number;
  applied_tags?: string[];
  thread_metadata?: APIThreadMetadata;
  /** Of a DM: the people in it besides the bot. */
  recipients?: string[];
};

export type MessageRecord = APIMessage;

export type CommandRecord = APIApplicationCommand;

export type UserRecord = APIUser & { flags: number; public_flags: number };

/** Which message a nonce brought about, and when. */
export type NonceRecord = { message_id: string; at: number };

export type FileRecord = { name: string; type: string; base64: string };
