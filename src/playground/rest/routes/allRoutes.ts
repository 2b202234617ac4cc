import type { Route } from '../Route.ts';
import { applicationRoutes } from './applicationRoutes.ts';
import type { Context } from './Context.ts';
import { channelRoutes } from './channelRoutes.ts';
import { commandRoutes } from './commandRoutes.ts';
import { gatewayRoutes } from './gatewayRoutes.ts';
import { guildRoutes } from './guildRoutes.ts';
import { interactionRoutes } from './interactionRoutes.ts';
import { memberRoutes } from './memberRoutes.ts';
import { messageRoutes } from './messageRoutes.ts';
import { pinRoutes } from './pinRoutes.ts';
import { reactionRoutes } from './reactionRoutes.ts';
import { roleRoutes } from './roleRoutes.ts';
import { threadRoutes } from './threadRoutes.ts';
import { userRoutes } from './userRoutes.ts';
import { webhookRoutes } from './webhookRoutes.ts';

/** Every endpoint that the playground knows, one line a group; the first that fits a path answers. */
export function allRoutes(context: Context): Route[] {
  return [
    ...gatewayRoutes(context),
    ...applicationRoutes(context),
    ...userRoutes(context),
    ...guildRoutes(context),
    ...roleRoutes(context),
    ...memberRoutes(context),
    ...channelRoutes(context),
    ...threadRoutes(context),
    ...pinRoutes(context),
    ...reactionRoutes(context),
    ...messageRoutes(context),
    ...commandRoutes(context),
    ...interactionRoutes(context),
    ...webhookRoutes(context),
  ];
}
