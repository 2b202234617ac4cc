import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing comes from elsewhere, nothing runs that is not a file of the page, and no other page may frame it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const folder = new URL('browser/', import.meta.url);

/** Answers `/` and the files below `/playground/page/`. */
export async function servePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0]!;
  const file = path === '/' ? 'index.html' : /^\/playground\/page\/((?:[\w-]+\/)*[\w-]+\.\w+)$/.exec(path)?.[1];
  const type = file && TYPES[extname(file)];
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const bytes = type && isRead ? await readFile(new URL(file, folder)).catch(() => undefined) : undefined;
  if (!bytes) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n');
    return;
  }
  response
    .writeHead(200, {
      'content-type': type,
      'content-length': bytes.length,
      'cache-control': 'no-cache',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    })
    .end(request.method === 'HEAD' ? undefined : bytes);
}
