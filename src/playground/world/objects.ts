import {
  type APIApplication,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIRole,
  type APIUser,
  ChannelType,
  WebhookType,
} from 'discord-api-types/v10';
import { isThread } from './permissions.ts';
import type {
  ChannelRecord,
  GuildRecord,
  MemberRecord,
  ThreadMemberRecord,
  UserRecord,
  WebhookRecord,
} from './records.ts';
import type { RoleSeed, UserSeed } from './WorldSeed.ts';

/** No flag set, of whatever kind: the enums of discord-api-types have no name for it. */
const NO_FLAGS = 0 as never;

/** A user (resources/user, "User Object"), with the fields that Discord's own description asks for. */
export function userObject(seed: UserSeed, bot = false): UserRecord {
  return {
    id: seed.id,
    username: seed.username,
    global_name: seed.global_name ?? null,
    discriminator: bot ? '0001' : '0',
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    collectibles: null,
    primary_guild: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    ...(bot && { bot }),
  };
}

/** The bot's own account, as it sees it itself (GET /users/@me and READY). */
export function ownUserObject(bot: UserRecord) {
  return { ...bot, mfa_enabled: false, locale: 'en-US', verified: true, email: null };
}

/** A role (topics/permissions, "Role Object"). */
export function roleObject(seed: RoleSeed, position: number): APIRole {
  return {
    id: seed.id,
    name: seed.name,
    permissions: seed.permissions,
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: seed.bot_id !== undefined,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: NO_FLAGS,
    ...(seed.bot_id && { tags: { bot_id: seed.bot_id } }),
  };
}

/** A guild member (resources/guild, "Guild Member Object"). */
export function memberObject(member: MemberRecord, user: APIUser): APIGuildMember {
  return {
    user,
    nick: member.nick,
    avatar: null,
    banner: null,
    avatar_decoration_data: null,
    collectibles: null,
    roles: member.roles,
    joined_at: member.joined_at,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: NO_FLAGS,
  };
}

/** A guild (resources/guild, "Guild Object"). */
export function guildObject(guild: GuildRecord, applicationId: string | null = null): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: ['NEWS', 'COMMUNITY'],
    banner: null,
    owner_id: guild.owner_id,
    application_id: applicationId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.system_channel_id ?? null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: guild.roles,
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.preferred_locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
    hub_type: null,
  } as unknown as APIGuild;
}

/** A channel (resources/channel, "Channel Object"): of a guild, a thread or a DM. */
export function channelObject(channel: ChannelRecord, userOf: (id: string) => APIUser): APIChannel {
  const { recipients, thread_members, without_bot: _, ...kept } = channel;
  const common = { ...kept, flags: channel.flags ?? 0, last_message_id: channel.last_message_id ?? null };
  if (channel.type === ChannelType.DM) return { ...common, recipients: (recipients ?? []).map(userOf) } as APIChannel;
  if (channel.type === ChannelType.GroupDM) {
    const group = { name: channel.name ?? null, icon: null, owner_id: recipients?.[0] };
    return { ...common, ...group, recipients: (recipients ?? []).map(userOf) } as unknown as APIChannel;
  }
  if (isThread(channel.type)) {
    return {
      ...common,
      rate_limit_per_user: channel.rate_limit_per_user ?? 0,
      message_count: channel.message_count ?? 0,
      total_message_sent: channel.total_message_sent ?? 0,
      member_count: Math.min(thread_members?.length ?? 1, 50),
    } as unknown as APIChannel;
  }
  return {
    ...common,
    position: channel.position ?? 0,
    parent_id: channel.parent_id ?? null,
    topic: channel.topic ?? null,
    nsfw: channel.nsfw ?? false,
    rate_limit_per_user: channel.rate_limit_per_user ?? 0,
    permission_overwrites: channel.permission_overwrites ?? [],
    last_pin_timestamp: channel.last_pin_timestamp ?? null,
  } as APIChannel;
}

/** What GUILD_CREATE carries of a guild (events/gateway-events, "Guild Create Extra Fields"). */
export type GuildContents = {
  members: APIGuildMember[];
  channels: APIChannel[];
  threads: APIChannel[];
};

export function guildCreateObject(guild: GuildRecord, contents: GuildContents): object {
  return {
    ...guildObject(guild),
    joined_at: guild.joined_at,
    large: false,
    unavailable: false,
    member_count: guild.members.length,
    ...contents,
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A member of a thread (resources/channel, "Thread Member Object"). */
export function threadMemberObject(threadId: string, { user_id, join_timestamp }: ThreadMemberRecord) {
  return { id: threadId, user_id, join_timestamp, flags: 0 };
}

/** An incoming webhook (resources/webhook, "Webhook Object"). Its token opens it: only its own routes tell it. */
export function webhookObject(webhook: WebhookRecord, user: APIUser, origin: string) {
  const { user_id: _, ...kept } = webhook;
  return { ...kept, type: WebhookType.Incoming, user, url: `${origin}/api/webhooks/${webhook.id}/${webhook.token}` };
}

/** The bot's application (resources/application, "Application Object"). */
export function applicationObject(
  id: string,
  name: string,
  bot: APIUser,
  owner: APIUser,
  guilds: number,
): APIApplication {
  return {
    id,
    name,
    icon: null,
    description: '',
    type: null,
    flags: 0,
    flags_new: '0',
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: { 0: {}, 1: {} },
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner,
    approximate_guild_count: guilds,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  } as unknown as APIApplication;
}
