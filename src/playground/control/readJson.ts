import type { IncomingMessage } from 'node:http';
import { Refused } from './Refused.ts';
import { readBody } from './readBody.ts';

const MAX_BYTES = 1024 * 1024;

/** The body of a request as JSON; an empty one is undefined. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request, MAX_BYTES);
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refused(400, 'the body is not JSON');
  }
}
