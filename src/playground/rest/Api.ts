import type { IncomingMessage, ServerResponse } from 'node:http';
import { DiscordError, problem } from '../DiscordError.ts';
import type { World } from '../world/World.ts';
import { Answer, type Route } from './Route.ts';
import { Router } from './Router.ts';
import { type ReceivedBody, readRequest } from './readRequest.ts';

/** A request that was answered, for assertions and, later, the page. */
export type RequestRecord = { method: string; path: string; status: number; body: unknown; ms: number };

export type ApiOptions = {
  world: World;
  routes: readonly Route[];
  acceptToken: (token: string) => boolean;
  log: (line: string) => void;
};

const REMEMBERED = 1000;

/**
 * The REST API, v10, under `/api` and `/api/v10`: authorises, routes, checks, acts, answers. Rate limits and faults on
 * demand belong in `#answer`, before and after a route acts.
 */
export class Api {
  readonly requests: RequestRecord[] = [];
  readonly #options: ApiOptions;
  readonly #router: Router;

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#router = new Router(options.routes);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, version, path = '/'] = /^\/api(?:\/v(\d+))?(\/.*)?$/.exec(url.pathname) ?? [];
    let received: ReceivedBody = { body: undefined, files: [] };
    let answer: Answer;
    try {
      if (version !== undefined && version !== '10') throw problem('invalidVersion');
      received = await readRequest(request);
      answer = await this.#answer(request, method, path, url.searchParams, received);
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      answer = this.#failure(error);
    }
    send(response, answer);
    const { body } = received;
    this.requests.push({ method, path, status: answer.status, body, ms: performance.now() - start });
    if (this.requests.length > REMEMBERED) this.requests.shift();
  }

  async #answer(
    request: IncomingMessage,
    method: string,
    rawPath: string,
    query: URLSearchParams,
    received: ReceivedBody,
  ): Promise<Answer> {
    const segments = rawPath.split('/').slice(1).map(decoded);
    const found = this.#router.find(method, segments);
    if (!found) this.#options.log(`the playground does not know ${method} ${rawPath}`);
    if (!found) throw problem('notFound');
    if (found === 'otherMethod') throw problem('methodNotAllowed');
    const { route, params } = found;
    if (route.authorized) this.#authorize(request);
    const asked = { method, path: `/${segments.join('/')}`, params, query, ...received };
    await route.check?.(asked);
    const result = this.#options.world.together(() => route.act(asked));
    if (result instanceof Answer) return result;
    return new Answer(result === undefined ? 204 : 200, result);
  }

  #authorize(request: IncomingMessage): void {
    const token = /^Bot (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (!token || !this.#options.acceptToken(token)) throw problem('unauthorized');
  }

  #failure(error: unknown): Answer {
    if (error instanceof DiscordError) return new Answer(error.status, error);
    this.#options.log(`the playground failed: ${error instanceof Error ? error.stack : error}`);
    return new Answer(500, { message: '500: Internal Server Error', code: 0 });
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
