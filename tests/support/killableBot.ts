import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import Sqlite from 'better-sqlite3';
import { type StageName, stageOrder } from '../../src/schedule.ts';
import { startTidings, type TidingsOptions } from '../../src/tidings.ts';

const requestEvents = ['create', 'bodySent', 'headers', 'trailers'] as const;

/**
 * Where the bot dies: before the n-th SQL statement or right after the n-th event of a request, counted within one
 * phase; or, in any phase, before the n-th statement that changes something, or right after an event of the
 * n-th request that posts a message.
 */
export type KillPoint = {
  readonly at: 'start' | StageName | 'change' | (typeof requestEvents)[number];
  readonly step: number;
};

export type BotOrders = Omit<TidingsOptions, 'report' | 'onTokenRefused' | 'now'> & {
  /** Holds the time, in milliseconds since 1970; it goes on by itself, and over deaths. */
  readonly clockFile: string;
  /** What is done besides bringing news. */
  readonly also: readonly StageName[];
  /** Null: live until there is nothing more to say, then end well. */
  readonly killPoint: KillPoint | null;
};

const tickMs = 5 * 60_000;
const mostTicks = 40;

const { clockFile, killPoint, also, ...options } = JSON.parse(process.argv[2] ?? '') as BotOrders;
let time = Number(readFileSync(clockFile, 'utf8'));
let phase: KillPoint['at'] = 'start';
let passed = 0;

flushCompileCache();
countStatements();
countRequests();

const tidings = await startTidings({ ...options, now: () => new Date(time), report: fail, onTokenRefused: fail });
for (let ticks = 0; ticks < mostTicks; ticks++) {
  time += tickMs;
  writeFileSync(clockFile, String(time));
  const delivered = await workUntilIdle();
  if (delivered === 0 && !killPoint) break;
}
await tidings.close();

/** @returns how many messages were delivered */
async function workUntilIdle(): Promise<number> {
  let delivered = 0;
  for (let isIdle = false; !isIdle; ) {
    isIdle = true;
    for (const name of [...stageOrder, ...also]) {
      phase = name;
      const done = await tidings.stages[name]();
      if (done > 0) isIdle = false;
      if (name === 'deliver') delivered += done;
    }
  }
  return delivered;
}

function pass(at: KillPoint['at']): void {
  if (at !== killPoint?.at) return;
  passed += 1;
  if (passed === killPoint.step) process.kill(process.pid, 'SIGKILL');
}

function countStatements(): void {
  const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1'));
  for (const name of ['run', 'get', 'all', 'iterate']) {
    const original = statement[name];
    statement[name] = function (this: Sqlite.Statement, ...args: unknown[]) {
      pass(phase);
      if (phase !== 'start' && /^(insert|update|delete)/i.test(this.source)) pass('change');
      return original.apply(this, args);
    };
  }
}

function countRequests(): void {
  for (const event of requestEvents) {
    subscribe(`undici:request:${event}`, (message) => {
      const { method, path } = (message as { request: { method: string; path: string } }).request;
      pass(phase);
      if (method === 'POST' && path.endsWith('/messages')) pass(event);
    });
  }
}

function fail(...problem: unknown[]): void {
  console.error(...problem);
  process.exit(1);
}
