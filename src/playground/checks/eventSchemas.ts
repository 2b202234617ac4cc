import { GatewayDispatchEvents as Event } from 'discord-api-types/v10';
import type { ZodMiniType } from 'zod/mini';
import { schemas } from './schemaFaults.ts';

type EventSchemas = Readonly<Record<string, ZodMiniType>>;

let loading: Promise<EventSchemas> | undefined;

/** What each event carries (events/gateway-events): Discord's description of its objects, in the frame of the event. */
export function eventSchemas(): Promise<EventSchemas> {
  loading ??= described();
  return loading;
}

async function described(): Promise<EventSchemas> {
  const [z, api] = await Promise.all([import('zod/mini'), schemas()]);
  const id = z.string().check(z.regex(/^\d+$/));
  const emoji = z.object({ id: z.nullable(id), name: z.nullable(z.string()) });
  const timestamp = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/));
  const member = z.object({ roles: z.array(id), joined_at: timestamp, flags: z.int() });
  const inGuild = z.object({ guild_id: id });
  const maybeInGuild = z.object({ guild_id: z.optional(id), channel_id: id });
  const unavailable = z.object({ id, unavailable: z.optional(z.literal(true)) });
  const message = z.intersection(
    api.MessageResponseSchema,
    z.object({ guild_id: z.optional(id), channel_type: z.int(), member: z.optional(member) }),
  );
  const guild = z.intersection(
    api.GuildResponseSchema,
    z.object({
      joined_at: timestamp,
      large: z.boolean(),
      unavailable: z.literal(false),
      member_count: z.int(),
      members: z.array(api.GuildMemberResponseSchema),
      channels: z.array(z.intersection(api.GuildChannelResponseSchema, inGuild)),
      threads: z.array(z.intersection(api.ThreadResponseSchema, inGuild)),
      ...{ voice_states: z.array(z.unknown()), presences: z.array(z.unknown()) },
      ...{ stage_instances: z.array(z.unknown()), guild_scheduled_events: z.array(z.unknown()) },
      soundboard_sounds: z.array(z.unknown()),
    }),
  );
  const ready = z.object({
    v: z.literal(10),
    user: api.UserPIIResponseSchema,
    guilds: z.array(unavailable),
    session_id: z.string().check(z.minLength(1)),
    resume_gateway_url: z.string().check(z.regex(/^wss?:\/\//)),
    shard: z.optional(z.tuple([z.int(), z.int()])),
    application: z.object({ id, flags: z.int() }),
  });
  const interaction = z.object({
    ...{ id, application_id: id, channel_id: id, token: z.string().check(z.minLength(1)) },
    type: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    version: z.literal(1),
    data: z.looseObject({}),
    channel: z.looseObject({ id, type: z.int() }),
    guild_id: z.optional(id),
    guild: z.optional(z.object({ id, features: z.array(z.string()), locale: z.string() })),
    member: z.optional(z.looseObject({ user: api.UserResponseSchema, permissions: z.string(), roles: z.array(id) })),
    user: z.optional(api.UserResponseSchema),
    message: z.optional(api.MessageResponseSchema),
    ...{ locale: z.string(), guild_locale: z.optional(z.string()) },
    ...{ app_permissions: z.string().check(z.regex(/^\d+$/)), entitlements: z.array(z.unknown()) },
    authorizing_integration_owners: z.record(z.string(), z.string()),
    context: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    attachment_size_limit: z.int(),
  });
  const reaction = z.extend(maybeInGuild, { message_id: id, emoji, user_id: id, burst: z.boolean(), type: z.int() });
  const membership = z.intersection(api.GuildMemberResponseSchema, inGuild);
  const role = z.extend(inGuild, { role: api.GuildRoleResponseSchema });
  const channel = z.intersection(api.GuildChannelResponseSchema, inGuild);
  const thread = z.intersection(api.ThreadResponseSchema, inGuild);
  return {
    [Event.Ready]: ready,
    [Event.Resumed]: z.object({}),
    [Event.GuildCreate]: guild,
    [Event.GuildUpdate]: api.GuildResponseSchema,
    [Event.GuildDelete]: unavailable,
    [Event.GuildMemberAdd]: membership,
    [Event.GuildMemberUpdate]: membership,
    [Event.GuildMemberRemove]: z.extend(inGuild, { user: api.UserResponseSchema }),
    [Event.GuildMembersChunk]: z.extend(inGuild, {
      members: z.array(api.GuildMemberResponseSchema),
      ...{ chunk_index: z.int(), chunk_count: z.int() },
      ...{ not_found: z.optional(z.array(z.string())), nonce: z.optional(z.string()) },
    }),
    [Event.GuildRoleCreate]: role,
    [Event.GuildRoleUpdate]: role,
    [Event.GuildRoleDelete]: z.extend(inGuild, { role_id: id }),
    [Event.ChannelCreate]: channel,
    [Event.ChannelUpdate]: channel,
    [Event.ChannelDelete]: channel,
    [Event.ChannelPinsUpdate]: z.extend(maybeInGuild, { last_pin_timestamp: z.nullable(timestamp) }),
    [Event.ThreadCreate]: z.intersection(thread, z.object({ newly_created: z.optional(z.literal(true)) })),
    [Event.ThreadUpdate]: thread,
    [Event.ThreadDelete]: z.extend(inGuild, { id, parent_id: id, type: z.int() }),
    [Event.ThreadMembersUpdate]: z.extend(inGuild, {
      ...{ id, member_count: z.int() },
      added_members: z.optional(z.array(z.looseObject({ user_id: id, join_timestamp: timestamp }))),
      removed_member_ids: z.optional(z.array(id)),
    }),
    [Event.MessageCreate]: message,
    [Event.MessageUpdate]: message,
    [Event.MessageDelete]: z.extend(maybeInGuild, { id }),
    [Event.MessageReactionAdd]: reaction,
    [Event.MessageReactionRemove]: reaction,
    [Event.MessageReactionRemoveAll]: z.extend(maybeInGuild, { message_id: id }),
    [Event.MessageReactionRemoveEmoji]: z.extend(maybeInGuild, { message_id: id, emoji }),
    [Event.WebhooksUpdate]: z.extend(inGuild, { channel_id: id }),
    [Event.TypingStart]: z.extend(maybeInGuild, { user_id: id, timestamp: z.int() }),
    [Event.InteractionCreate]: interaction,
  };
}
