import type { SchemaName } from '../checks/schemaFaults.ts';
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
  pattern: string;
  segments: string[];
  /** False for the endpoints whose path holds a token of its own. */
  authorized: boolean;
  check?: (request: ApiRequest) => Promise<void> | void;
  /** Discord's description of the answer; `[X]` is a list of X. */
  answers?: AnswerShape;
  /** The body to answer with; none is a 204. */
  act: (request: ApiRequest) => unknown;
};

/** The schema of an answer, of each thing in a list, or the one that fits the answer. */
type AnswerShape = SchemaName | readonly [SchemaName] | ((body: never) => SchemaName);

export type RouteOptions<Name extends string> = {
  answers?: AnswerShape;
  authorized?: boolean;
  check?: (request: ApiRequest<Name>) => Promise<void> | void;
};

/** Describes an endpoint, its pattern giving the names of `params`. */
export function route<Pattern extends string>(
  method: string,
  pattern: Pattern,
  act: (request: ApiRequest<Names<Pattern>>) => unknown,
  { authorized = true, check, answers }: RouteOptions<Names<Pattern>> = {},
): Route {
  return {
    method,
    pattern,
    segments: pattern.split('/').slice(1),
    authorized,
    act: act as Route['act'],
    ...(answers && { answers }),
    ...(check && { check: check as NonNullable<Route['check']> }),
  };
}

/** An answer with a status of its own. */
export class Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body?: unknown, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /** The same with further headers. */
  with(headers: Record<string, string>): Answer {
    return new Answer(this.status, this.body, { ...this.headers, ...headers });
  }
}
