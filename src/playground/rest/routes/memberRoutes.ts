import { GatewayIntentBits, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { checkBody } from '../../checks/checkBody.ts';
import { problem } from '../../DiscordError.ts';
import type { GuildRecord } from '../../world/records.ts';
import { type Route, route } from '../Route.ts';
import { bounded, type Context, guildForBot } from './Context.ts';
import { isBelow } from './roleRoutes.ts';

type MemberWish = { nick?: string | null; roles?: string[] | null };

/** resources/guild, "Get Guild Member" and after. */
export function memberRoutes({ world, privilegedIntents }: Context): Route[] {
  const { guilds, bot } = world;

  const memberOf = (guildId: string, userId: string) => {
    guildForBot(world, guildId);
    const member = world.member(guildId, userId);
    if (!member) throw problem(world.users.get(userId) ? 'unknownMember' : 'unknownUser');
    return member;
  };

  const mayGive = (guild: GuildRecord, roleId: string) => {
    const role = guilds.role(guild.id, roleId);
    if (!role) throw problem('unknownRole');
    if (role.managed || !isBelow(guild, role.position, bot.id)) throw problem('missingPermissions');
  };

  const setRoles = (guildId: string, userId: string, next: (roles: string[]) => string[]) => {
    const guild = guildForBot(world, guildId, Permission.ManageRoles);
    const { roles } = memberOf(guildId, userId);
    const wanted = next(roles);
    const changed = [...wanted.filter((id) => !roles.includes(id)), ...roles.filter((id) => !wanted.includes(id))];
    for (const id of changed) mayGive(guild, id);
    return changed.length > 0 ? guilds.changeMember(guildId, userId, { roles: wanted }) : memberOf(guildId, userId);
  };

  return [
    route(
      'GET',
      '/guilds/:guild/members',
      ({ params, query }) => {
        const { id, members } = guildForBot(world, params.guild);
        if (!(privilegedIntents & GatewayIntentBits.GuildMembers)) throw problem('missingAccess');
        const after = BigInt(/^\d+$/.exec(query.get('after') ?? '')?.[0] ?? 0);
        return members
          .filter((member) => BigInt(member.user_id) > after)
          .sort((a, b) => (BigInt(a.user_id) < BigInt(b.user_id) ? -1 : 1))
          .slice(0, bounded(query, 'limit', 1, 1, 1000))
          .map((member) => world.member(id, member.user_id));
      },
      { answers: ['GuildMemberResponseSchema'] },
    ),
    route(
      'GET',
      '/guilds/:guild/members/search',
      ({ params, query }) => {
        const { id, members } = guildForBot(world, params.guild);
        const start = (query.get('query') ?? '').toLowerCase();
        return members
          .filter(({ user_id, nick }) => [nick, world.user(user_id).username].some((name) => begins(name, start)))
          .slice(0, bounded(query, 'limit', 1, 1, 1000))
          .map((member) => world.member(id, member.user_id));
      },
      { answers: ['GuildMemberResponseSchema'] },
    ),
    route('GET', '/guilds/:guild/members/:user', ({ params }) => memberOf(params.guild, params.user), {
      answers: 'GuildMemberResponseSchema',
    }),
    route('GET', '/users/@me/guilds/:guild/member', ({ params }) => memberOf(params.guild, bot.id), {
      answers: 'PrivateGuildMemberResponseSchema',
    }),
    route(
      'PATCH',
      '/guilds/:guild/members/@me',
      ({ params, body }) => {
        const { nick } = body as MemberWish;
        const guild = guildForBot(world, params.guild, nick === undefined ? 0n : Permission.ChangeNickname);
        return nick === undefined
          ? memberOf(guild.id, bot.id)
          : guilds.changeMember(guild.id, bot.id, { nick: nick || null });
      },
      { check: ({ body }) => checkBody('UpdateMyMemberRequest', body), answers: 'PrivateGuildMemberResponseSchema' },
    ),
    route(
      'PATCH',
      '/guilds/:guild/members/:user',
      ({ params, body }) => {
        const { nick, roles } = body as MemberWish;
        memberOf(params.guild, params.user);
        if (nick !== undefined) {
          guildForBot(world, params.guild, Permission.ManageNicknames);
          guilds.changeMember(params.guild, params.user, { nick: nick || null });
        }
        return roles ? setRoles(params.guild, params.user, () => roles) : memberOf(params.guild, params.user);
      },
      { check: ({ body }) => checkBody('UpdateMemberRequest', body), answers: 'GuildMemberResponseSchema' },
    ),
    route('PUT', '/guilds/:guild/members/:user/roles/:role', ({ params }) => {
      setRoles(params.guild, params.user, (roles) => [...new Set([...roles, params.role])]);
    }),
    route('DELETE', '/guilds/:guild/members/:user/roles/:role', ({ params }) => {
      setRoles(params.guild, params.user, (roles) => roles.filter((id) => id !== params.role));
    }),
  ];
}

function begins(name: string | null, start: string): boolean {
  return name?.toLowerCase().startsWith(start) ?? false;
}
