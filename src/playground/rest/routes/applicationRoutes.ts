import { applicationObject } from '../../world/objects.ts';
import { type Route, route } from '../Route.ts';
import type { Context } from './Context.ts';

/** resources/application, "Get Current Application". */
export function applicationRoutes({ world }: Context): Route[] {
  const current = () => {
    const { id, name, owner_id } = world.application;
    return applicationObject(id, name, world.bot, world.user(owner_id), world.guilds.ofBot().length);
  };
  const answers = 'PrivateApplicationResponseSchema';
  return [
    route('GET', '/applications/@me', current, { answers }),
    route('GET', '/oauth2/applications/@me', current, { answers }),
  ];
}
