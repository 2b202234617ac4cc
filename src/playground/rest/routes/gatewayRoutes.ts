import { type Route, route } from '../Route.ts';
import type { Context } from './Context.ts';

/** events/gateway, "Get Gateway" and "Get Gateway Bot". */
export function gatewayRoutes({ gatewayUrl, starts }: Context): Route[] {
  return [
    route('GET', '/gateway', () => ({ url: gatewayUrl() }), { authorized: false, answers: 'GatewayResponseSchema' }),
    route('GET', '/gateway/bot', () => ({ url: gatewayUrl(), shards: 1, session_start_limit: starts.toJSON() }), {
      answers: 'GatewayBotResponseSchema',
    }),
  ];
}
