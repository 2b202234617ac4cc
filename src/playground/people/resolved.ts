import type { APIGuildMember } from 'discord-api-types/v10';
import type { World } from '../world/World.ts';

/** The things that ids stand for, as an interaction carries them ("Resolved Data Structure"). Throws for unknown ids. */
export function resolved(world: World, ids: readonly string[], guildId: string | undefined, userId: string): object {
  const users: Record<string, object> = {};
  const members: Record<string, object> = {};
  const roles: Record<string, object> = {};
  const channels: Record<string, object> = {};
  for (const id of ids) {
    const role = world.guilds.get(guildId ?? '')?.roles.find((each) => each.id === id);
    const channel = world.channels.get(id);
    if (world.users.get(id)) {
      users[id] = world.user(id);
      const member = guildId === undefined ? undefined : interactionMember(world, guildId, id);
      if (member) members[id] = member;
    } else if (role) roles[id] = role;
    else if (channel) {
      const { name, type, parent_id = null, flags = 0, topic = null, position = 0, nsfw = false } = channel;
      const permissions = world.permissionsIn(id, userId).toString();
      const app_permissions = world.permissionsIn(id, world.bot.id).toString();
      const { thread_metadata } = channel;
      channels[id] = {
        ...{ id, name, type, parent_id, flags, topic, position, nsfw, permissions, app_permissions },
        ...(guildId && { guild_id: guildId }),
        last_message_id: channel.last_message_id ?? null,
        ...(thread_metadata && { thread_metadata }),
      };
    } else throw new Error(`there is no user, role or channel ${id}`);
  }
  const parts = { users, members, roles, channels };
  return Object.fromEntries(Object.entries(parts).filter(([, found]) => Object.keys(found).length > 0));
}

/** A member as an interaction's resolved data shows it: without the user, with permissions. */
function interactionMember(world: World, guildId: string, userId: string): object | undefined {
  const member = world.member(guildId, userId);
  if (!member) return undefined;
  const { user: _, deaf: __, mute: ___, ...shown } = member as APIGuildMember;
  return { ...shown, permissions: world.permissionsInGuild(guildId, userId).toString() };
}
