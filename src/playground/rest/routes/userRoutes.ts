import { checkBody } from '../../checks/checkBody.ts';
import { problem } from '../../DiscordError.ts';
import { ownUserObject } from '../../world/objects.ts';
import { type Route, route } from '../Route.ts';
import { bounded, type Context, guildForBot } from './Context.ts';

/** resources/user: the bot itself, other users, DMs. */
export function userRoutes({ world }: Context): Route[] {
  return [
    route('GET', '/users/@me', () => ownUserObject(world.bot), { answers: 'UserPIIResponseSchema' }),
    route(
      'GET',
      '/users/@me/guilds',
      ({ query }) => {
        const after = BigInt(/^\d+$/.exec(query.get('after') ?? '')?.[0] ?? 0);
        return world.guilds
          .ofBot()
          .filter(({ id }) => BigInt(id) > after)
          .slice(0, bounded(query, 'limit', 200, 1, 200))
          .map(({ id, name, owner_id }) => ({
            ...{ id, name, icon: null, banner: null, features: [] },
            owner: owner_id === world.bot.id,
            permissions: world.permissionsInGuild(id, world.bot.id).toString(),
          }));
      },
      { answers: ['MyGuildResponseSchema'] },
    ),
    route('DELETE', '/users/@me/guilds/:guild', ({ params }) => {
      const guild = guildForBot(world, params.guild);
      if (guild.owner_id === world.bot.id) throw problem('invalidGuild');
      world.guilds.leave(guild.id, world.bot.id);
    }),
    route(
      'GET',
      '/users/:user',
      ({ params }) => {
        const user = world.users.get(params.user);
        if (!user) throw problem('unknownUser');
        return user;
      },
      { answers: 'UserResponseSchema' },
    ),
    route(
      'POST',
      '/users/@me/channels',
      ({ body }) => {
        const user = world.users.get(String((body as { recipient_id?: string }).recipient_id));
        if (!user || user.bot) throw problem('invalidRecipient');
        return world.channelObject(world.openDm(user.id));
      },
      {
        check: ({ body }) => checkBody('CreatePrivateChannelRequestSchema', body),
        answers: 'PrivateChannelResponseSchema',
      },
    ),
  ];
}
