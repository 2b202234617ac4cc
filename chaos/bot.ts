import { subscribe } from 'node:diagnostics_channel';
import { flushCompileCache } from 'node:module';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { rests } from '../src/store/deliveries.ts';
import { type Outbox, outboxes } from '../src/store/outbox.ts';
import { startTidings, type Tidings, type TidingsOptions } from '../src/tidings.ts';
import { Chances } from './Chances.ts';

/** How long discord.js waits for an answer, and how long that may take in real time. */
const patienceMs = { simulated: 15_000, real: 1_500 };

const requestEvents = ['create', 'bodySent', 'headers', 'trailers'] as const;

/** Where the bot dies: before the n-th SQL statement or change, or right after an event of the n-th message it posts. */
export type Death = { readonly at: 'statement' | 'change' | (typeof requestEvents)[number]; readonly step: number };

/** What the bot is told to do next: live at this moment, by its own clock. */
export type Moment = {
  readonly time: number;
  readonly death: Death | null;
  /** Nothing more fits on the disk. */
  readonly isDiskFull: boolean;
  /** Whether the stages that run about once an hour are due. */
  readonly isHour: boolean;
};

export type BotOptions = Omit<TidingsOptions, 'report' | 'onTokenRefused' | 'now'> & {
  readonly startsAt: number;
  readonly seed: number;
};

export type Order =
  | { readonly kind: 'start'; readonly options: BotOptions }
  | { readonly kind: 'live'; readonly moment: Moment }
  | { readonly kind: 'end' };

/** What the bot says when it has done so: when there will be something to do, by its own clock. */
export type Answer = { readonly nextAt: number };

const others = outboxes.filter((outbox) => outbox !== 'deliveries' && outbox !== 'notices');

let chances = new Chances(0);
Math.random = () => chances.next();
let tidings: Tidings | null = null;
let time = 0;
let isDiskFull = false;
let death: Death | null = null;
let passed = 0;

flushCompileCache();
hurryTimeOuts();
countStatements();
countRequests();
process.on('message', (order: Order) => void obey(order));
process.on('disconnect', () => process.exit());

async function obey(order: Order): Promise<void> {
  if (order.kind === 'start') tidings = await start(order.options);
  else if (tidings && order.kind === 'live') await live(tidings, order.moment);
  else await tidings?.close();
  const nextAt = tidings && order.kind === 'live' ? await nextIn(tidings) : time;
  process.send!({ nextAt } satisfies Answer);
}

function start({ startsAt, seed, ...options }: BotOptions): Promise<Tidings> {
  chances = new Chances(seed);
  time = startsAt;
  isDiskFull = false;
  return startTidings({
    ...options,
    now: () => new Date(time),
    report: (problem, details) => console.error(problem, String(details?.error ?? JSON.stringify(details ?? ''))),
    onTokenRefused: () => console.error('The token was refused.'),
  });
}

async function live(tidings: Tidings, moment: Moment): Promise<void> {
  time = moment.time;
  if (moment.isDiskFull !== isDiskFull) await fillDisk(tidings, moment.isDiskFull);
  death = moment.death;
  passed = 0;
  await tidings.round();
  await tidings.stages.greet().catch(() => 0);
  if (moment.isHour) for (const stage of ['notify', 'resume'] as const) await tidings.stages[stage]().catch(() => 0);
  death = null;
}

/** SQLite says SQLITE_FULL when a file would grow beyond this many pages. */
async function fillDisk({ db }: Tidings, isFull: boolean): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
  const most = isFull ? (rows[0]?.page_count ?? 1) : 2 ** 31;
  await sql.raw(`PRAGMA max_page_count = ${most}`).execute(db);
  isDiskFull = isFull;
}

/** What is due in other outboxes and was not sent waits for something else than time. */
function nextOf(outbox: Outbox) {
  return sql`
    UNION ALL SELECT min(next_attempt_at) FROM ${sql.table(outbox)} WHERE status = 'waiting' AND next_attempt_at > ${time}
    UNION ALL SELECT min(claimed_until) + 1 FROM ${sql.table(outbox)} WHERE status = 'sending'`;
}

async function nextIn({ db }: Tidings): Promise<number> {
  const { rows } = await sql<{ at: number | null }>`
    SELECT min(at) AS at FROM (
      SELECT min(next_due_at) AS at FROM subscriptions WHERE suspended IS NULL
      UNION ALL SELECT min(next_attempt_at) FROM deliveries WHERE status = 'waiting' AND NOT ${rests}
      UNION ALL SELECT min(claimed_until) + 1 FROM deliveries WHERE status = 'sending'
      ${sql.join(others.map(nextOf), sql.raw(' '))}
    )`.execute(db);
  return rows[0]?.at ?? Number.MAX_SAFE_INTEGER;
}

function pass(at: Death['at']): void {
  if (at !== death?.at) return;
  passed += 1;
  if (passed === death.step) process.kill(process.pid, 'SIGKILL');
}

/** Nobody sits and waits for an answer that never comes. Other time-outs are about as long, and abort no request. */
function hurryTimeOuts(): void {
  const { setTimeout } = globalThis;
  const hurried = (act: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
    setTimeout(act, ms === patienceMs.simulated && String(act).includes('abort') ? patienceMs.real : ms, ...args);
  globalThis.setTimeout = Object.assign(hurried, setTimeout) as typeof setTimeout;
}

function countStatements(): void {
  const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1'));
  for (const name of ['run', 'get', 'all', 'iterate']) {
    const original = statement[name];
    statement[name] = function (this: Sqlite.Statement, ...args: unknown[]) {
      pass('statement');
      if (/^(insert|update|delete)/i.test(this.source)) pass('change');
      return original.apply(this, args);
    };
  }
}

function countRequests(): void {
  for (const event of requestEvents) {
    subscribe(`undici:request:${event}`, (message) => {
      const { method, path } = (message as { request: { method: string; path: string } }).request;
      if (method === 'POST' && /\/(?:messages|threads)$/.test(path)) pass(event);
    });
  }
}
