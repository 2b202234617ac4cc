import { ChannelType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { checkBody } from '../../checks/checkBody.ts';
import { problem } from '../../DiscordError.ts';
import { guildObject } from '../../world/objects.ts';
import type { ChannelRecord } from '../../world/records.ts';
import { Answer, type Route, route } from '../Route.ts';
import { type Context, guildForBot } from './Context.ts';

/** resources/guild: the guild, its channels, members and roles. */
export function guildRoutes({ world }: Context): Route[] {
  const memberOf = (guildId: string, userId: string) => {
    guildForBot(world, guildId);
    const member = world.member(guildId, userId);
    if (!member) throw problem('unknownMember');
    return member;
  };
  return [
    route('GET', '/guilds/:guild', ({ params, query }) => {
      const guild = guildForBot(world, params.guild);
      const counts = { approximate_member_count: guild.members.length, approximate_presence_count: 1 };
      return { ...guildObject(guild), ...(query.get('with_counts') === 'true' && counts) };
    }),
    route('GET', '/guilds/:guild/channels', ({ params }) =>
      world.channelsOf(guildForBot(world, params.guild).id).map((channel) => world.channelObject(channel)),
    ),
    route(
      'POST',
      '/guilds/:guild/channels',
      ({ params, body }) => {
        const guild = guildForBot(world, params.guild);
        const allowed = world.permissionsInGuild(guild.id, world.bot.id);
        if (!(allowed & Permission.ManageChannels)) throw problem('missingPermissions');
        const wish = body as Omit<ChannelRecord, 'id' | 'guild_id'>;
        const channel = world.createChannel(guild.id, { ...wish, type: wish.type ?? ChannelType.GuildText });
        return new Answer(201, world.channelObject(channel));
      },
      { check: ({ body }) => checkBody('CreateGuildChannelRequestSchema', body) },
    ),
    route('GET', '/guilds/:guild/threads/active', ({ params }) => ({
      threads: world
        .threadsOf(guildForBot(world, params.guild).id)
        .filter((thread) => !thread.thread_metadata?.archived)
        .map((thread) => world.channelObject(thread)),
      members: [],
    })),
    route('GET', '/guilds/:guild/roles', ({ params }) => guildForBot(world, params.guild).roles),
    route('GET', '/guilds/:guild/members', ({ params, query }) => {
      const { id, members } = guildForBot(world, params.guild);
      const after = BigInt(query.get('after') ?? 0);
      return members
        .filter((member) => BigInt(member.user_id) > after)
        .slice(0, Number(query.get('limit') ?? 1))
        .map((member) => world.member(id, member.user_id));
    }),
    route('GET', '/guilds/:guild/members/:user', ({ params }) => memberOf(params.guild, params.user)),
    route('GET', '/users/@me/guilds/:guild/member', ({ params }) => memberOf(params.guild, world.bot.id)),
  ];
}
