import { type Route, route } from '../Route.ts';
import type { Context } from './Context.ts';

/** events/gateway, "Get Gateway" and "Get Gateway Bot". */
export function gatewayRoutes({ gatewayUrl }: Context): Route[] {
  return [
    route('GET', '/gateway', () => ({ url: gatewayUrl() }), { authorized: false }),
    route('GET', '/gateway/bot', () => ({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    })),
  ];
}
