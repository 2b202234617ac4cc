import type { ZodMiniType } from 'zod/mini';

/** The bodies that Discord's description spells out at their endpoints, without a name of their own. */
export async function inlineSchemas() {
  const z = await import('zod/mini');
  const snowflake = z.string().check(z.regex(/^(0|[1-9]\d*)$/));
  const optional = <T extends ZodMiniType>(type: T) => z.optional(z.nullable(type));
  const name = z.string().check(z.minLength(1), z.maxLength(80));
  const avatar = optional(z.string());
  const nick = optional(z.string().check(z.maxLength(32)));
  const position = optional(z.int32().check(z.minimum(0)));
  const bits = optional(z.int());
  return {
    CreateWebhookRequest: z.object({ name, avatar }),
    UpdateWebhookRequest: z.object({ name: z.optional(name), avatar, channel_id: optional(snowflake) }),
    UpdateWebhookWithTokenRequest: z.object({ name: z.optional(name), avatar }),
    FollowChannelRequest: z.object({ webhook_channel_id: snowflake }),
    SetOverwriteRequest: z.object({ type: optional(z.literal([0, 1])), allow: bits, deny: bits }),
    MoveChannelRequest: z.object({ id: snowflake, position, parent_id: optional(snowflake) }),
    UpdateMyMemberRequest: z.object({ nick, avatar, bio: optional(z.string().check(z.maxLength(400))) }),
    UpdateMemberRequest: z.object({ nick, roles: optional(z.array(snowflake)) }),
  };
}
