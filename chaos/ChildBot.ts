import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Answer, BotOptions, Order } from './bot.ts';

const botFile = fileURLToPath(new URL('bot.ts', import.meta.url));
/** Kept for the next run: half of a start is compiling. */
const compileCache = fileURLToPath(new URL('../node_modules/.cache/chaos', import.meta.url));
/** Real time: longer than anything that discord.js waits for. */
const patienceMs = 30_000;

/** The whole bot in a process of its own, which lives when it is told to and may die of it. */
export class ChildBot {
  readonly #process: ChildProcess;
  readonly #said: string[] = [];
  #isStuck = false;

  private constructor(process: ChildProcess) {
    this.#process = process;
    process.stderr?.setEncoding('utf8').on('data', (text: string) => this.#said.push(text));
  }

  /** Starts it and waits until it is connected. */
  static async start(options: BotOptions): Promise<ChildBot> {
    const child = fork(botFile, [JSON.stringify(options)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    });
    const bot = new ChildBot(child);
    if ((await bot.#answer()) === null) throw new Error(`The bot did not start: ${bot.said}`);
    return bot;
  }

  /** @returns null when it died of it */
  live(order: Order): Promise<Answer | null> {
    const answer = this.#answer();
    this.#process.send(order);
    return answer;
  }

  /** What it said went wrong. */
  get said(): string {
    return this.#said.join('');
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }

  #giveUp(): void {
    this.#isStuck = true;
    this.#process.kill('SIGKILL');
  }

  async #answer(): Promise<Answer | null> {
    const settled = new AbortController();
    const { signal } = settled;
    const tooLong = setTimeout(() => this.#giveUp(), patienceMs);
    try {
      return await Promise.race([
        once(this.#process, 'message', { signal }).then(([answer]) => answer as Answer),
        once(this.#process, 'exit', { signal }).then(([code]) => {
          if (code === null && !this.#isStuck) return null;
          throw new Error(`The bot ended by itself (${code ?? 'stuck'}): ${this.said}`);
        }),
      ]);
    } finally {
      clearTimeout(tooLong);
      settled.abort();
    }
  }
}
