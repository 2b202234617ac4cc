import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../world/World.ts';

/** What a browser may show by itself: no kind that can hold a script. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|avif)|audio\/|video\/|text\/plain\b)/;

/**
 * Answers `/attachments/{channel}/{attachment}/{name}` with a file that somebody uploaded. It has the page's origin, so
 * nothing in it may run there.
 */
export function serveAttachment(world: World): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const file = world.files.get(request.url?.split('/')[3] ?? '');
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.\n');
      return;
    }
    const bytes = Buffer.from(file.base64, 'base64');
    const name = encodeURIComponent(file.name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
    response
      .writeHead(200, {
        'content-type': file.type || 'application/octet-stream',
        'content-length': bytes.length,
        'content-disposition': `${SHOWN.test(file.type) ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      })
      .end(request.method === 'HEAD' ? undefined : bytes);
  };
}
