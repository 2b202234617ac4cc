import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { discordLimits, type Playground, startPlayground, type WorldSeed } from '../src/playground/startPlayground.ts';
import { defaultWorld } from '../src/playground/world/defaultWorld.ts';
import { startTidings, type Tidings } from '../src/tidings.ts';
import { fillStore, sources } from './commands/fillStore.ts';
import { fillSubscriptions, type Subscribing } from './commands/fillSubscriptions.ts';
import type { Figure } from './main.ts';

const articles = Number(process.env.BENCH_ARTICLES || 20_000);
const channels = Number(process.env.BENCH_CHANNELS || 1_000);
const days = 3;
const channelsEach = 50;
/** What Discord lets a bot ask in a second, over all channels. */
const mostPerSecond = 50;
const longestMs = 10 * 60_000;
const seven = new Date('2026-03-02T07:00:00Z');

/**
 * How long it takes until the last of 1,000 channels, 50 in each server, has the briefing that was due at seven sharp, at
 * a local Discord that counts requests as the real one does. Half of the 20,000 articles are new enough to be told. The
 * clocks run as in production; the bot and Discord share a process, its memory and its event loop.
 */
export async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-delivery-'));
  const guilds = Array.from({ length: Math.ceil(channels / channelsEach) }, (_, guild) => ({
    guildId: snowflake(guild, 0),
    channelIds: Array.from({ length: channelsEach }, (_, channel) => snowflake(guild, channel + 10)),
  }));
  const playground = await startPlayground({ rateLimits: discordLimits, world: worldOf(guilds) });
  try {
    const databaseFile = join(folder, 'tidings.sqlite');
    await fillStore(databaseFile, { articles, days, now: seven });
    return await measureMorning(playground, guilds, databaseFile);
  } finally {
    await playground.close();
    rmSync(folder, { recursive: true });
  }
}

async function measureMorning(
  playground: Playground,
  guilds: readonly Subscribing[],
  databaseFile: string,
): Promise<Figure[]> {
  let sevenIsAt = Date.now() + longestMs;
  const now = () => new Date(seven.getTime() + Date.now() - sevenIsAt);
  const problems: string[] = [];
  const tidings = await startTidings({
    databaseFile,
    token: 'any',
    apiUrl: playground.api,
    catalogue: sources,
    pollBounds: { minMs: 60_000, maxMs: 60_000 },
    feedAllowPrivate: [],
    feedContact: '',
    articleTextDays: 30,
    fullText: false,
    articleDays: 365,
    report: (problem, details = {}) => void problems.push(`${problem}: ${Object.values(details).join(' ')}`),
    onTokenRefused: () => {},
    now,
  });
  try {
    await fillSubscriptions(tidings.db, guilds, { now: now(), nextDueAt: seven });
    await settleDown(tidings);
    const posted: { at: number; status: number }[] = [];
    playground.onRequest(({ method, path, status }) => {
      if (method === 'POST' && path.endsWith('/messages')) posted.push({ at: Date.now(), status });
    });
    const delay = monitorEventLoopDelay({ resolution: 10 });
    tidings.startClocks();
    sevenIsAt = nextFullMinuteOfClocks();
    await wait(sevenIsAt - Date.now());
    delay.enable();
    const had = () => posted.filter(({ status }) => status === 200).length;
    let memory = 0;
    while (had() < channels && Date.now() - sevenIsAt < longestMs) {
      await wait(100);
      memory = Math.max(memory, process.memoryUsage().rss);
    }
    delay.disable();
    const times = posted.filter(({ status }) => status === 200).map(({ at }) => at - sevenIsAt);
    await wait(2_000);
    for (const problem of new Set(problems)) console.error(problem);
    return figuresOf(times, {
      refused: posted.filter(({ status }) => status === 429).length,
      twice: guilds.flatMap(({ channelIds }) => channelIds).filter((id) => playground.world.messagesIn(id).length > 1)
        .length,
      memory,
      delayMs: delay.percentile(99) / 1e6,
      longestDelayMs: delay.max / 1e6,
    });
  } finally {
    await tidings.close();
  }
}

function figuresOf(
  times: readonly number[],
  found: { refused: number; twice: number; memory: number; delayMs: number; longestDelayMs: number },
): Figure[] {
  const [first, last] = [Math.min(...times) / 1_000, Math.max(...times) / 1_000];
  const fastest = channels / mostPerSecond;
  return [
    { name: 'channels that have it', value: times.length, unit: 'channels' },
    { name: 'channels that have it twice', value: found.twice, unit: 'channels' },
    { name: 'the first has it', value: first, unit: 's' },
    { name: `the last has it (to reach: ${(1.1 * fastest).toFixed(0)})`, value: last, unit: 's' },
    { name: 'posted meanwhile', value: (times.length - 1) / (last - first), unit: 'per second' },
    { name: 'answered with 429', value: found.refused, unit: 'requests' },
    { name: 'memory, with Discord in the same process', value: found.memory / 1e6, unit: 'MB' },
    { name: 'event-loop delay, 99 of 100', value: found.delayMs, unit: 'ms' },
    { name: 'event-loop delay, longest', value: found.longestDelayMs, unit: 'ms' },
  ];
}

/** What a bot that has been running has behind it: the index of stories is filled, the topics are learned. */
async function settleDown({ round, stages }: Tidings): Promise<void> {
  await round();
  while ((await stages.learn()) > 0);
}

/** The clocks of all stages tick together on a full minute; sooner, on the next one divisible by three seconds. */
function nextFullMinuteOfClocks(): number {
  return Math.ceil((Date.now() + 1_000) / 3_000) * 3_000;
}

function worldOf(guilds: readonly Subscribing[]): WorldSeed {
  const [guild] = defaultWorld.guilds as [WorldSeed['guilds'][number]];
  const [everyone, bot] = guild.roles as [(typeof guild.roles)[number], (typeof guild.roles)[number]];
  return {
    ...defaultWorld,
    guilds: guilds.map(({ guildId, channelIds }, index) => {
      const botRoleId = snowflake(index, 1);
      return {
        ...guild,
        id: guildId,
        name: `Server ${index}`,
        roles: [
          { ...everyone, id: guildId },
          { ...bot, id: botRoleId },
        ],
        members: guild.members.map(({ user_id, roles }) => ({ user_id, ...(roles && { roles: [botRoleId] }) })),
        channels: channelIds.map((id, channel) => ({ id, name: `channel-${channel}` })),
      };
    }),
  };
}

function snowflake(guild: number, thing: number): string {
  return String(1_300_000_000_000_000_000n + BigInt(guild * 1_000 + thing));
}
