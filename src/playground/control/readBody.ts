import type { IncomingMessage } from 'node:http';
import { Refused } from './Refused.ts';

/** The body of a request; over `maxBytes`, 413. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  // Read to its end all the same: a page that is still sending does not hear the answer.
  if (size > maxBytes) throw new Refused(413, `that is over ${maxBytes / 1024 / 1024} MiB: send something smaller`);
  return Buffer.concat(chunks);
}
