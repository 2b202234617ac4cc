import type { Route } from './Route.ts';

export type Match = { route: Route; params: Record<string, string> };

/** Finds the endpoint for a method and a path. */
export class Router {
  readonly #routes: readonly Route[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes;
  }

  /** The match; or that the path is known under other methods only; or nothing. */
  find(method: string, segments: readonly string[]): Match | 'otherMethod' | undefined {
    let elsewhere = false;
    for (const route of this.#routes) {
      const params = matched(route.segments, segments);
      if (params && route.method === method) return { route, params };
      elsewhere ||= params !== undefined;
    }
    return elsewhere ? 'otherMethod' : undefined;
  }
}

function matched(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index]!;
    if (expected.startsWith(':')) params[expected.slice(1)] = actual;
    else if (expected !== actual) return undefined;
  }
  return params;
}
