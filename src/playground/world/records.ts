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
  system_channel_id?: string | null;
  /** Who invited the bot. */
  invited_by?: string;
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
  /** Of a thread: who is in it. */
  thread_members?: ThreadMemberRecord[];
  last_pin_timestamp?: string | null;
  default_auto_archive_duration?: APIThreadMetadata['auto_archive_duration'];
  /** Of a DM: the people in it besides the bot. */
  recipients?: string[];
  /** Of a DM between people, in which the bot is not. */
  without_bot?: boolean;
};

export type ThreadMemberRecord = { user_id: string; join_timestamp: string };

/** An incoming webhook (resources/webhook); of a person, not of the application, when `application_id` is null. */
export type WebhookRecord = {
  id: string;
  channel_id: string;
  guild_id: string;
  name: string;
  avatar: string | null;
  application_id: string | null;
  user_id: string;
  token: string;
};

export type PinRecord = { channel_id: string; pinned_at: string };

/** Who reacted to a message with one emoji, in the order they did. */
export type ReactionRecord = { emoji: { id: string | null; name: string }; user_ids: string[] };

export type MessageRecord = APIMessage;

export type CommandRecord = APIApplicationCommand;

export type UserRecord = APIUser & { flags: number; public_flags: number };

/** Which message a nonce brought about, and when. */
export type NonceRecord = { message_id: string; at: number };

export type FileRecord = { name: string; type: string; base64: string };
