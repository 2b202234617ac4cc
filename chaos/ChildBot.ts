import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Answer, BotOptions, Moment, Order } from './bot.ts';

const botFile = fileURLToPath(new URL('bot.ts', import.meta.url));
/** Kept for the next run: half of a start is compiling. */
const compileCache = fileURLToPath(new URL('../node_modules/.cache/chaos', import.meta.url));
/** Real time: longer than anything that discord.js waits for. */
const patienceMs = 30_000;
/** Their bots were closed in good order. To load the program anew costs as much as ten simulated hours. */
const idle: ChildProcess[] = [];

/**
 * The whole bot in a process of its own, which lives when it is told to and may die of it. What was killed is followed by
 * a new process; one whose bot was closed begins another run with another bot.
 */
export class ChildBot {
  readonly #process: ChildProcess;
  readonly #said: string[] = [];
  readonly #listen = (text: string) => this.#said.push(text);
  #isStuck = false;

  private constructor(process: ChildProcess) {
    this.#process = process;
    process.stderr?.setEncoding('utf8').on('data', this.#listen);
  }

  /** Starts it and waits until it is connected. */
  static async start(options: BotOptions): Promise<ChildBot> {
    const bot = new ChildBot(idle.pop() ?? newProcess());
    bot.#hold(true);
    if ((await bot.#tell({ kind: 'start', options })) === null) throw new Error(`The bot did not start: ${bot.said}`);
    return bot;
  }

  /** @returns null when it died of it */
  live(moment: Moment): Promise<Answer | null> {
    return this.#tell({ kind: 'live', moment });
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

  /** Closes the bot and leaves its process to the next one. */
  async close(): Promise<void> {
    await this.#tell({ kind: 'end' });
    this.#process.stderr?.off('data', this.#listen);
    this.#hold(false);
    idle.push(this.#process);
  }

  /** An idle process keeps nobody alive, and ends with us. */
  #hold(isHeld: boolean): void {
    const hold = isHeld ? 'ref' : 'unref';
    this.#process[hold]();
    this.#process.channel?.[hold]();
    (this.#process.stderr as Socket | null)?.[hold]();
  }

  #giveUp(): void {
    this.#isStuck = true;
    this.#process.kill('SIGKILL');
  }

  async #tell(order: Order): Promise<Answer | null> {
    const settled = new AbortController();
    const { signal } = settled;
    const tooLong = setTimeout(() => this.#giveUp(), patienceMs);
    try {
      const answer = Promise.race([
        once(this.#process, 'message', { signal }).then(([answer]) => answer as Answer),
        once(this.#process, 'exit', { signal }).then(([code]) => {
          if (code === null && !this.#isStuck) return null;
          throw new Error(`The bot ended by itself (${code ?? 'stuck'}): ${this.said}`);
        }),
      ]);
      this.#process.send(order);
      return await answer;
    } finally {
      clearTimeout(tooLong);
      settled.abort();
    }
  }
}

function newProcess(): ChildProcess {
  return fork(botFile, {
    execArgv: ['--min-semi-space-size=16', '--max-semi-space-size=32'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
}
