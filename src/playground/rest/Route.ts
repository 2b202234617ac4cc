import type { UploadedFile } from '../messages/UploadedFile.ts';

/** The names in a pattern like `/channels/:channel/messages/:message`. */
type Names<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

export type ApiRequest<Name extends string = string> = {
  method: string;
  /** The path after `/api/v10`, decoded. */
  path: string;
  params: Record<Name, string>;
  query: URLSearchParams;
  body: unknown;
  files: UploadedFile[];
};

/** One endpoint. It is checked first, which may take time; then it acts at once, and all or nothing of it is kept. */
export type Route = {
  method: string;
  segments: string[];
  /** False for the endpoints whose path holds a token of its own. */
  authorized: boolean;
  check?: (request: ApiRequest) => Promise<void> | void;
  /** The body to answer with; none is a 204. */
  act: (request: ApiRequest) => unknown;
};

export type RouteOptions<Name extends string> = {
  authorized?: boolean;
  check?: (request: ApiRequest<Name>) => Promise<void> | void;
};

/** Describes an endpoint, its pattern giving the names of `params`. */
export function route<Pattern extends string>(
  method: string,
  pattern: Pattern,
  act: (request: ApiRequest<Names<Pattern>>) => unknown,
  { authorized = true, check }: RouteOptions<Names<Pattern>> = {},
): Route {
  return {
    method,
    segments: pattern.split('/').slice(1),
    authorized,
    act: act as Route['act'],
    ...(check && { check: check as NonNullable<Route['check']> }),
  };
}

/** An answer with a status of its own. */
export class Answer {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body?: unknown) {
    this.status = status;
    this.body = body;
  }
}
