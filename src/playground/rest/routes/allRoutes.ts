import type { Route } from '../Route.ts';
import { applicationRoutes } from './applicationRoutes.ts';
import type { Context } from './Context.ts';
import { channelRoutes } from './channelRoutes.ts';
import { commandRoutes } from './commandRoutes.ts';
import { gatewayRoutes } from './gatewayRoutes.ts';
import { guildRoutes } from './guildRoutes.ts';
import { interactionRoutes } from './interactionRoutes.ts';
import { messageRoutes } from './messageRoutes.ts';
import { userRoutes } from './userRoutes.ts';

/** Every endpoint that the playground knows: one line a group. */
export function allRoutes(context: Context): Route[] {
  return [
    ...gatewayRoutes(context),
    ...applicationRoutes(context),
    ...userRoutes(context),
    ...guildRoutes(context),
    ...channelRoutes(context),
    ...messageRoutes(context),
    ...commandRoutes(context),
    ...interactionRoutes(context),
  ];
}
