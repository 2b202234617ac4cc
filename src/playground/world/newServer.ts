import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { defaultWorld, GUILD_ID } from './defaultWorld.ts';
import type { World } from './World.ts';
import type { GuildSeed } from './WorldSeed.ts';

/** What a bot is usually invited with. */
const invited = Permission.ViewChannel | Permission.SendMessages | Permission.EmbedLinks;

/** Another server of somebody's, as one is when it has just been made, with everybody in it and the bot invited. */
export function newServer(world: World, ownerId: string): GuildSeed {
  const { snowflakes, bot } = world;
  const id = snowflakes.next();
  const roleId = snowflakes.next();
  const [general, news] = [snowflakes.next(), snowflakes.next()];
  const everyone = defaultWorld.guilds.flatMap(({ roles }) => roles).find((role) => role.id === GUILD_ID);
  const people = world.users.values().filter((user) => !user.bot);
  return {
    id,
    name: `Server ${world.guilds.values().length + 1}`,
    owner_id: ownerId,
    invited_by: ownerId,
    system_channel_id: general,
    roles: [
      { id, name: '@everyone', permissions: everyone?.permissions ?? '0' },
      { id: roleId, name: bot.username, permissions: invited.toString(), bot_id: bot.id },
    ],
    members: [...people.map((user) => ({ user_id: user.id })), { user_id: bot.id, roles: [roleId] }],
    channels: [
      { id: general, name: 'general' },
      { id: news, name: 'news' },
    ],
  };
}
