import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDocuments } from './documents.ts';
import type { Edition } from './world.ts';

/**
 * All publishers, in a process of their own, so that their work is not counted as ours. They keep to one port and tell
 * each other apart by the name that they are asked by.
 */
let edition: Edition = { number: 0, changed: 1, items: 1, now: 0 };
let documentOf = createDocuments(edition.items, edition.now);
/** By source, the edition that changed it last. */
const changedIn = new Map<number, number>();

const server = createServer((request, response) => {
  const source = Number(/^s(\d+)\./.exec(request.headers.host ?? '')?.[1]);
  const isChanged = (source * 7_919 + edition.number * 104_729) % 1_000 < edition.changed * 1_000;
  if (isChanged) changedIn.set(source, edition.number);
  const etag = `"${changedIn.get(source) ?? 0}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag, 'cache-control': 'max-age=60' }).end();
    return;
  }
  const body = documentOf(source, changedIn.get(source) ?? 0);
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml', 'content-length': body.length }).end(body);
});

server.keepAliveTimeout = 20_000;
server.listen(0, '127.0.0.1', 4_096, () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', (next: Edition) => {
  edition = next;
  documentOf = createDocuments(next.items, next.now);
  process.send?.({ ready: true });
});
process.on('disconnect', () => {
  server.close();
  server.closeAllConnections();
});
