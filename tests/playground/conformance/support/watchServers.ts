import { type IncomingMessage, Server } from 'node:http';
import { onTestFinished, vi } from 'vitest';

/** What reaches the HTTP servers of this process until the test ends: requests and upgrades, with their headers. */
export function watchServers(): { requests: IncomingMessage[]; upgrades: IncomingMessage[] } {
  const seen = { requests: [] as IncomingMessage[], upgrades: [] as IncomingMessage[] };
  const emit = Server.prototype.emit as (event: string, ...args: unknown[]) => boolean;
  const spy = vi.spyOn(Server.prototype, 'emit').mockImplementation(function (
    this: Server,
    event: string,
    ...args: unknown[]
  ) {
    if (event === 'request') seen.requests.push(args[0] as IncomingMessage);
    if (event === 'upgrade') seen.upgrades.push(args[0] as IncomingMessage);
    return emit.call(this, event, ...args);
  });
  onTestFinished(() => spy.mockRestore());
  return seen;
}
