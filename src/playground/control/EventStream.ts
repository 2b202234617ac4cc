import type { ServerResponse } from 'node:http';

/** One page that listens: server-sent events over an open response (HTML standard, "Server-sent events"). */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #keepAlive: NodeJS.Timeout;

  constructor(response: ServerResponse, onEnd: () => void) {
    this.#response = response;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    this.#keepAlive = setInterval(() => response.write(':\n\n'), 15_000).unref();
    response.on('close', () => {
      clearInterval(this.#keepAlive);
      onEnd();
    });
  }

  send(event: string, data: unknown): void {
    this.#response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}
