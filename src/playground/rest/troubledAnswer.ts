import { DiscordError, problem } from '../DiscordError.ts';
import type { RequestTrouble } from '../faults/Fault.ts';
import { Answer } from './Route.ts';

/** No answer: the connection is reset. */
export const CUT = new Answer(0);

/** No answer, and the socket stays open. */
export const SILENT = new Answer(0);

/** The answer of a fault that strikes before anything is done. */
export function troubleBefore(trouble: RequestTrouble | undefined): Answer | undefined {
  switch (trouble?.kind) {
    case 'error':
      return broken(trouble);
    case 'drop':
      return CUT;
    case 'hang':
      return SILENT;
    case 'unauthorized':
      return new Answer(401, problem('unauthorized'));
    case 'rateLimit':
      return limited(trouble.scope ?? 'user', trouble.retryAfterMs, trouble.scope === 'shared' ? {} : EMPTY_BUCKET);
    default:
      return undefined;
  }
}

/** What a fault makes of the answer once everything is done. */
export function troubleAfter(trouble: RequestTrouble | undefined, answer: Answer): Answer {
  switch (trouble?.kind) {
    case 'errorAfterWrite':
      return broken(trouble);
    case 'dropAfterWrite':
      return CUT;
    case 'hangAfterWrite':
      return SILENT;
    default:
      return answer;
  }
}

/** 429 with its headers and body (topics/rate-limits, "Exceeding A Rate Limit"). */
export function limited(
  scope: 'user' | 'global' | 'shared',
  retryAfterMs: number,
  headers: Record<string, string> = {},
  told: object = {},
): Answer {
  const seconds = retryAfterMs / 1000;
  const global = scope === 'global';
  const message = scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.';
  return new Answer(
    429,
    { message, ...told, retry_after: seconds, global },
    {
      ...headers,
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      'x-ratelimit-reset-after': seconds.toFixed(3),
      ...(global && { 'x-ratelimit-global': 'true' }),
    },
  );
}

const EMPTY_BUCKET = { 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0' };

function broken({ status, code = 0, message }: { status: number; code?: number; message?: string }): Answer {
  return new Answer(status, new DiscordError(status, code, message ?? `${status}: ${REASONS[status] ?? 'Error'}`));
}

const REASONS: Readonly<Record<number, string>> = {
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
