import { type APIRole, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { checkBody, refuse } from '../../checks/checkBody.ts';
import { schemaFaults } from '../../checks/schemaFaults.ts';
import { problem } from '../../DiscordError.ts';
import { pick } from '../../pick.ts';
import { withoutNulls } from '../../withoutNulls.ts';
import type { GuildRecord } from '../../world/records.ts';
import { type Route, route } from '../Route.ts';
import { type Context, guildForBot } from './Context.ts';

type RoleWish = Partial<Omit<APIRole, 'permissions'>> & { permissions?: string | number | null };
type Move = { id?: string | null; position?: number | null };

const SETTABLE = ['name', 'color', 'colors', 'hoist', 'mentionable'] as const;
const MAX_ROLES = 250;

/** resources/guild, "Get Guild Roles" and after (topics/permissions, "Permission Hierarchy"). */
export function roleRoutes({ world }: Context): Route[] {
  const { guilds, bot } = world;

  const found = (guildId: string, roleId: string): APIRole => {
    const role = guilds.role(guildId, roleId);
    if (!role) throw problem('unknownRole');
    return role;
  };

  /** A role below the bot's own highest, if it may manage roles; else 50013. */
  const manageable = (guildId: string, roleId: string): APIRole => {
    const guild = guildForBot(world, guildId, Permission.ManageRoles);
    const role = found(guildId, roleId);
    if (!isBelow(guild, role.position, bot.id)) throw problem('missingPermissions');
    return role;
  };

  /** What is wished of a role; no permission that the bot lacks itself (50013). */
  const wished = (guildId: string, wish: RoleWish, earlier = 0n) => {
    const bits = wish.permissions === undefined || wish.permissions === null ? undefined : BigInt(wish.permissions);
    if (bits !== undefined && bits & ~earlier & ~world.permissionsInGuild(guildId, bot.id)) {
      throw problem('missingPermissions');
    }
    const { colors, ...rest } = { ...pick(withoutNulls(wish), SETTABLE), ...pick(wish, ['icon', 'unicode_emoji']) };
    const primary = colors?.primary_color ?? rest.color;
    return {
      ...rest,
      ...(bits !== undefined && { permissions: bits.toString() }),
      ...(primary !== undefined && {
        color: primary,
        colors: { primary_color: primary, secondary_color: null, tertiary_color: null, ...colors },
      }),
    };
  };

  return [
    route('GET', '/guilds/:guild/roles', ({ params }) => guildForBot(world, params.guild).roles, {
      answers: ['GuildRoleResponseSchema'],
    }),
    route(
      'GET',
      '/guilds/:guild/roles/:role',
      ({ params }) => found(guildForBot(world, params.guild).id, params.role),
      { answers: 'GuildRoleResponseSchema' },
    ),
    route(
      'POST',
      '/guilds/:guild/roles',
      ({ params, body }) => {
        const guild = guildForBot(world, params.guild, Permission.ManageRoles);
        if (guild.roles.length >= MAX_ROLES) throw problem('tooManyRoles');
        const wish = (body ?? {}) as RoleWish;
        const everyone = found(guild.id, guild.id).permissions;
        return guilds.addRole(guild.id, { permissions: everyone, ...wished(guild.id, wish) });
      },
      { check: ({ body }) => checkBody('CreateRoleRequestSchema', body ?? {}), answers: 'GuildRoleResponseSchema' },
    ),
    route(
      'PATCH',
      '/guilds/:guild/roles',
      ({ params, body }) => {
        const guild = guildForBot(world, params.guild, Permission.ManageRoles);
        const moves = (body as Move[]).flatMap(({ id, position }) =>
          id && typeof position === 'number' ? [{ role: found(guild.id, id), position }] : [],
        );
        const allowed = moves.every(
          ({ role, position }) => isBelow(guild, role.position, bot.id) && isBelow(guild, position, bot.id),
        );
        if (!allowed) throw problem('missingPermissions');
        for (const { role, position } of moves) guilds.changeRole(guild.id, role.id, { position });
        return guilds.get(guild.id)!.roles;
      },
      {
        check: ({ body }) => checkEach('UpdateRolePositionsRequestSchema', body),
        answers: ['GuildRoleResponseSchema'],
      },
    ),
    route(
      'PATCH',
      '/guilds/:guild/roles/:role',
      ({ params, body }) => {
        const role = manageable(params.guild, params.role);
        const change = wished(params.guild, body as RoleWish, BigInt(role.permissions));
        return guilds.changeRole(params.guild, role.id, change);
      },
      { check: ({ body }) => checkBody('UpdateRoleRequestPartialSchema', body), answers: 'GuildRoleResponseSchema' },
    ),
    route('DELETE', '/guilds/:guild/roles/:role', ({ params }) => {
      const role = manageable(params.guild, params.role);
      if (role.managed || role.id === params.guild) throw problem('invalidRole');
      guilds.removeRole(params.guild, role.id);
    }),
  ];
}

/** Whether a position is below the highest role of a member; the owner stands above all. */
export function isBelow(guild: GuildRecord, position: number, userId: string): boolean {
  if (guild.owner_id === userId) return true;
  const own = guild.members.find((member) => member.user_id === userId)?.roles ?? [];
  return guild.roles.some((role) => own.includes(role.id) && role.position > position);
}

/** 50035 unless the body is a list of which each fits. */
export async function checkEach(schema: Parameters<typeof schemaFaults>[0], body: unknown): Promise<void> {
  if (!Array.isArray(body)) {
    return refuse([{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }]);
  }
  const faults = await Promise.all(body.map((each) => schemaFaults(schema, each)));
  refuse(faults.flatMap((each, index) => each.map((one) => ({ ...one, path: [index, ...one.path] }))));
}
