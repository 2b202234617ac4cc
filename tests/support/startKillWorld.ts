import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Newsroom } from '../../src/newsroom/Newsroom.ts';
import { createNewsroomHandler, newsroomPath, newsroomSources } from '../../src/newsroom/serveNewsroom.ts';
import { startPlayground } from '../../src/playground/startPlayground.ts';
import type { StageName } from '../../src/schedule.ts';
import { type Db, openStore } from '../../src/store/openStore.ts';
import type { BotOrders, KillPoint } from './killableBot.ts';

const botFile = fileURLToPath(new URL('killableBot.ts', import.meta.url));
/** Kept for the next run: half of a start is compiling. */
const compileCache = fileURLToPath(new URL('../../node_modules/.cache/kill-test', import.meta.url));
const newsroomFolder = new URL('../../data/newsroom/', import.meta.url);
const openedAt = new Date('2026-05-04T06:00:00Z');

/** What survives the bot's deaths: a Discord, the publishers, the database file and the time. */
export type KillWorld = Awaited<ReturnType<typeof startKillWorld>>;

/** @param onTestFinished  of the test's own context: the tests run side by side */
export async function startKillWorld(onTestFinished: (end: () => void | Promise<void>) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const newsroom = new Newsroom(newsroomFolder, null, openedAt);
  let origin = '';
  const playground = await startPlayground({
    strict: true,
    routes: { [newsroomPath]: createNewsroomHandler(newsroom, () => origin) },
  });
  onTestFinished(() => playground.close());
  origin = playground.origin;
  const clockFile = join(folder, 'clock');
  writeFileSync(clockFile, String(openedAt.getTime()));
  const now = () => new Date(Number(readFileSync(clockFile, 'utf8')));
  const sources = newsroomSources(newsroom, origin);
  let publishers = 2;
  const orders: Omit<BotOrders, 'killPoint' | 'also' | 'catalogue'> = {
    databaseFile: join(folder, 'tidings.sqlite'),
    clockFile,
    token: 'any token',
    apiUrl: playground.api,
    pollBounds: { minMs: 60_000, maxMs: 60_000 },
    feedAllowPrivate: [new URL(origin).host],
    feedContact: '',
    articleTextDays: 14,
    fullText: false,
    articleDays: 90,
  };
  return {
    playground,
    newsroom,
    sources,
    now,
    /** One more article or edit appears; every second time, a publisher joins. */
    moreNews(): void {
      newsroom.publishNext(now());
      publishers += 0.5;
    },
    /** Runs the bot until it dies at the point; without one, until it has nothing more to say. @param also  what it does besides */
    async runBot(killPoint: KillPoint | null, also: readonly StageName[] = []): Promise<void> {
      const catalogue = sources.slice(0, publishers);
      const bot = spawn(process.execPath, [botFile, JSON.stringify({ ...orders, catalogue, killPoint, also })], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
        timeout: 30_000,
      });
      const [said, [code, signal]] = await Promise.all([text(bot.stderr), once(bot, 'exit')]);
      if (signal === (killPoint ? 'SIGKILL' : null) && !code) return;
      throw new Error(`${JSON.stringify(killPoint)}: the bot ended with ${signal ?? code} ${said}`);
    },
    async readStore<T>(read: (db: Db) => Promise<T>): Promise<T> {
      const db = openStore(orders.databaseFile);
      try {
        return await read(db);
      } finally {
        await db.destroy();
      }
    },
  };
}
