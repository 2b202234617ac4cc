import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, startPlayground } from '../src/playground/startPlayground.ts';
import { GUILD_ID } from '../src/playground/world/defaultWorld.ts';
import { startTidings } from '../src/tidings.ts';
import { type Asking, askings } from './commands/askings.ts';
import { fillStore, sources } from './commands/fillStore.ts';
import { fillSubscriptions } from './commands/fillSubscriptions.ts';
import { percentile } from './commands/percentile.ts';
import type { Figure } from './main.ts';

const sizes = (process.env.BENCH_ARTICLES || '10000,100000,1000000').split(',').map(Number);
const rounds = Number(process.env.BENCH_ROUNDS || 30);
const now = new Date('2026-03-02T12:00:00Z');
const days = 365;
const guildCount = 10;
const subscriptionsEach = 100;

/**
 * How long every command and its suggestions take with so many articles and 1,000 subscriptions: from typing to the whole
 * answer, through the local Discord and discord.js, the bot in one process with both.
 */
export async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-commands-'));
  try {
    const figures: Figure[] = [];
    for (const articles of sizes) {
      const file = join(folder, `${articles}.sqlite`);
      await fillStore(file, { articles, days, now });
      figures.push(...(await measureCommands(file, articles)));
      rmSync(file);
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param file  a filled database */
export async function measureCommands(file: string, articles: number): Promise<Figure[]> {
  const playground = await startPlayground();
  const tidings = await startTidings({
    databaseFile: file,
    token: 'any',
    apiUrl: playground.api,
    catalogue: sources,
    pollBounds: { minMs: 60_000, maxMs: 60_000 },
    feedAllowPrivate: [],
    feedContact: '',
    articleTextDays: 30,
    fullText: false,
    articleDays: 365,
    report: (problem, details) => console.error(problem, details),
    onTokenRefused: () => {},
    now: () => now,
  });
  try {
    const guilds = Array.from({ length: guildCount }, (_, guild) => ({
      guildId: guild === 0 ? GUILD_ID : String(2_000_000_000_000_000_000n + BigInt(guild)),
      channelIds: Array.from({ length: subscriptionsEach }, (_, channel) => `${guild + 1}${channel + 1_000}`),
    }));
    await fillSubscriptions(tidings.db, guilds, { now, nextDueAt: new Date(now.getTime() + 3_600_000) });
    const actors = { member: playground.as(), manager: playground.as({ administrator: true }) };
    const figures: Figure[] = [];
    const all: number[] = [];
    for (const [name, asking] of Object.entries(askings)) {
      const times = await timeAsking(asking, actors);
      all.push(...times);
      const label = `${articles.toLocaleString('en')} articles: ${name}`;
      figures.push(
        { name: `${label}, 50 of 100`, value: percentile(times, 0.5), unit: 'ms' },
        { name: `${label}, 99 of 100`, value: percentile(times, 0.99), unit: 'ms' },
      );
    }
    const label = `${articles.toLocaleString('en')} articles: all, 99 of 100 (to reach: 1,000)`;
    return [...figures, { name: label, value: percentile(all, 0.99), unit: 'ms' }];
  } finally {
    await tidings.close();
    await playground.close();
  }
}

async function timeAsking(asking: Asking, actors: { member: Actor; manager: Actor }): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await asking(actors, round);
    times.push(performance.now() - begun);
  }
  return times;
}
