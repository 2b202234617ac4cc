import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SelfCheck } from '../checks/SelfCheck.ts';
import { DiscordError, problem } from '../DiscordError.ts';
import type { RequestTrouble } from '../faults/Fault.ts';
import type { Faults } from '../faults/Faults.ts';
import type { RequestLimits } from '../limits/RequestLimits.ts';
import type { World } from '../world/World.ts';
import { Answer, type ApiRequest, type Route } from './Route.ts';
import { Router } from './Router.ts';
import { type ReceivedBody, readRequest } from './readRequest.ts';
import { CUT, limited, SILENT, troubleAfter, troubleBefore } from './troubledAnswer.ts';

/** A request that came, for assertions and the page. Its status is 0 when it got no answer. */
export type RequestRecord = {
  method: string;
  path: string;
  status: number;
  body: unknown;
  /** How long the answer took. */
  ms: number;
  /** When it came, by the playground's clock. */
  at: number;
  /** The fault on demand that struck it. */
  fault?: RequestTrouble['kind'];
};

export type ApiOptions = {
  world: World;
  routes: readonly Route[];
  faults: Faults;
  /** None: nothing is counted, and no headers are sent. */
  limits: RequestLimits | undefined;
  /** None: the playground's own answers are not checked. */
  selfCheck: SelfCheck | undefined;
  acceptToken: (token: string) => boolean;
  log: (line: string) => void;
};

type Asked = Omit<ApiRequest, 'params'> & { token: string | undefined };

const REMEMBERED = 1000;

/**
 * The REST API, v10, under `/api` and `/api/v10`: routes, limits, authorises, checks, acts, checks itself, answers; with
 * faults on demand before and after.
 */
export class Api {
  readonly requests: RequestRecord[] = [];
  readonly #options: ApiOptions;
  readonly #router: Router;
  readonly #listeners = new Set<(request: RequestRecord) => void>();

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#router = new Router(options.routes);
  }

  /** Hears of every request once it is over. */
  listen(listener: (request: RequestRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const at = this.#options.world.clock.now();
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, version, path = '/'] = /^\/api(?:\/v(\d+))?(\/.*)?$/.exec(url.pathname) ?? [];
    const { delayMs, trouble } = this.#options.faults.ofRequest(method, path);
    let received: ReceivedBody = { body: undefined, files: [] };
    let answer: Answer;
    try {
      if (version !== undefined && version !== '10') throw problem('invalidVersion');
      received = await readRequest(request);
      if (delayMs > 0) await this.#later(delayMs);
      const asked = { method, path, query: url.searchParams, token: request.headers.authorization, ...received };
      answer = this.#banned() ?? troubleBefore(trouble) ?? (await this.#limited(asked));
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      answer = this.#failure(error);
    }
    answer = troubleAfter(trouble, answer);
    this.#options.limits?.countAnswer(answer.status, answer.headers['x-ratelimit-scope'], this.#now());
    if (answer === CUT) request.socket.resetAndDestroy();
    else if (answer !== SILENT) send(response, answer);
    const { body } = received;
    const ms = performance.now() - start;
    this.#remember({
      ...{ method, path, status: answer.status, body, ms, at },
      ...(trouble && { fault: trouble.kind }),
    });
  }

  #remember(record: RequestRecord): void {
    this.requests.push(record);
    if (this.requests.length > REMEMBERED) this.requests.shift();
    for (const listener of this.#listeners) listener(record);
  }

  #later(ms: number): Promise<void> {
    return new Promise((resolve) => this.#options.world.clock.after(ms, resolve));
  }

  /** What Discord's front answers to an address with too many invalid requests: no JSON, no bucket. */
  #banned(): Answer | undefined {
    const leftMs = this.#options.limits?.bannedForMs(this.#now()) ?? 0;
    if (leftMs === 0) return undefined;
    return new Answer(429, 'error code: 1015', { 'retry-after': String(Math.ceil(leftMs / 1000)) });
  }

  async #limited(asked: Asked): Promise<Answer> {
    const { limits } = this.#options;
    const segments = asked.path.split('/').slice(1).map(decoded);
    const found = this.#router.find(asked.method, segments);
    if (!found) this.#options.log(`the playground does not know ${asked.method} ${asked.path}`);
    if (!found) throw problem('notFound');
    if (found === 'otherMethod') throw problem('methodNotAllowed');
    const { route, params } = found;
    const tooMany = route.authorized ? limits?.takeGlobal(this.#now()) : undefined;
    if (tooMany) return limited(tooMany.scope, tooMany.retryAfterMs);
    if (route.authorized) this.#authorize(asked.token);
    const bucket = limits?.take(route.method, route.pattern, topResource(params, route), this.#now());
    if (bucket?.exceeded) return limited(bucket.exceeded.scope, bucket.exceeded.retryAfterMs, bucket.headers);
    const answer = await this.#checked(route, { ...asked, path: `/${segments.join('/')}`, params });
    return bucket ? answer.with(bucket.headers) : answer;
  }

  async #checked(route: Route, request: ApiRequest): Promise<Answer> {
    const answer = await this.#acted(route, request).catch((error) => this.#failure(error));
    const wrong = await this.#options.selfCheck?.answer(route, answer);
    if (wrong) return this.#failure(new Error(wrong));
    return answer;
  }

  async #acted(route: Route, request: ApiRequest): Promise<Answer> {
    await route.check?.(request);
    const result = this.#options.world.together(() => route.act(request));
    if (result instanceof Answer) return result;
    return new Answer(result === undefined ? 204 : 200, result);
  }

  #now(): number {
    return this.#options.world.clock.now();
  }

  #authorize(header: string | undefined): void {
    const token = /^Bot (.+)$/.exec(header ?? '')?.[1];
    if (!token || !this.#options.acceptToken(token)) throw problem('unauthorized');
  }

  #failure(error: unknown): Answer {
    if (error instanceof DiscordError) {
      return error.retryAfterMs === undefined
        ? new Answer(error.status, error.toJSON())
        : limited('shared', error.retryAfterMs, {}, error.toJSON());
    }
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

/** The channel, guild or webhook that a path is about: each has buckets of its own. */
function topResource(params: Record<string, string>, { segments }: Route): string {
  const name = segments[1]?.startsWith(':') ? segments[1].slice(1) : '';
  return params[name] ?? '';
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  if (body === undefined) response.writeHead(status, headers).end();
  else if (typeof body === 'string') response.writeHead(status, { ...headers, 'content-type': 'text/plain' }).end(body);
  else response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
}
