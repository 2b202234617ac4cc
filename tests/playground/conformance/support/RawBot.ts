import { WebSocket } from 'ws';
import type { Playground } from '../../../../src/playground/startPlayground.ts';

export type Payload = { op: number; d: unknown; s: number | null; t: string | null };

/** A gateway connection without a client: says what it is told to, and keeps what it hears. */
export class RawBot {
  readonly heard: Payload[] = [];
  /** Settles with the close code. */
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;
  readonly #watchers = new Set<() => void>();

  constructor(playground: Playground, query = '?v=10&encoding=json') {
    this.#socket = new WebSocket(`${playground.origin.replace('http', 'ws')}/gateway${query}`);
    this.#socket.on('message', (data) => {
      this.heard.push(JSON.parse(String(data)));
      for (const watch of this.#watchers) watch();
    });
    this.closed = new Promise((resolve) => this.#socket.on('close', resolve));
  }

  /** Says HELLO's answer and waits to be READY. */
  static async identified(playground: Playground, identify: object = {}): Promise<RawBot> {
    const bot = new RawBot(playground);
    await bot.hear(({ op }) => op === 10);
    bot.say(2, { token: 'any token', intents: 1, properties: {}, ...identify });
    await bot.hear(({ t }) => t === 'READY');
    return bot;
  }

  say(op: number, d: unknown): void {
    this.sayText(JSON.stringify({ op, d }));
  }

  sayText(text: string): void {
    this.#socket.send(text);
  }

  /** The first payload that fits, now or later. */
  hear(fits: (payload: Payload) => boolean): Promise<Payload> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.heard.find(fits);
        if (!found) return;
        this.#watchers.delete(look);
        resolve(found);
      };
      this.#watchers.add(look);
      look();
    });
  }

  close(code = 1000): void {
    this.#socket.close(code);
  }
}
