import { checkBody } from '../../checks/checkBody.ts';
import { problem } from '../../DiscordError.ts';
import { type Route, route } from '../Route.ts';
import type { Context } from './Context.ts';

/** resources/user: the bot itself, other users, DMs. */
export function userRoutes({ world }: Context): Route[] {
  return [
    route('GET', '/users/@me', () => ({
      ...world.bot,
      mfa_enabled: false,
      locale: 'en-US',
      verified: true,
      email: null,
    })),
    route('GET', '/users/@me/guilds', () =>
      world.guilds
        .values()
        .filter((guild) => guild.members.some((member) => member.user_id === world.bot.id))
        .map(({ id, name, owner_id }) => ({
          id,
          name,
          icon: null,
          banner: null,
          owner: owner_id === world.bot.id,
          permissions: world.permissionsInGuild(id, world.bot.id).toString(),
          features: [],
        })),
    ),
    route('GET', '/users/:user', ({ params }) => {
      const user = world.users.get(params.user);
      if (!user) throw problem('unknownUser');
      return user;
    }),
    route(
      'POST',
      '/users/@me/channels',
      ({ body }) => {
        const user = world.users.get(String((body as { recipient_id?: string }).recipient_id));
        if (!user || user.bot) throw problem('invalidRecipient');
        return world.channelObject(world.openDm(user.id));
      },
      { check: ({ body }) => checkBody('CreatePrivateChannelRequestSchema', body) },
    ),
  ];
}
