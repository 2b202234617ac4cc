import { flushCompileCache } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { readCatalogue } from './catalogue.ts';
import { type Config, ConfigError, processConfig } from './config.ts';
import { TokenRefused } from './discord/startBot.ts';
import { type LocalWorld, startLocalWorld, subscribeSampleChannels } from './localWorld.ts';
import { createReport } from './log.ts';
import { panelActions } from './panelActions.ts';
import { findBriefingsSince } from './store/briefings.ts';
import { StoreError } from './store/openStore.ts';
import { briefingText, connected, welcome } from './terminal.ts';
import { startTidings, type Tidings } from './tidings.ts';

/** How often the sample newsroom is polled: it is on this machine and publishes fast. */
const newsroomPollMs = 10_000;

async function main(): Promise<void> {
  const config = processConfig();
  const running = config.discordToken ? await runOnDiscord(config, config.discordToken) : await runLocally(config);
  const stop = (exitCode: number) => {
    void Promise.race([running.close(), wait(3_000)]).finally(() => process.exit(exitCode));
  };
  // Now, since not everybody lets a process end by itself.
  flushCompileCache();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));
}

type Running = { close(): Promise<void> };

async function runLocally(config: Config): Promise<Running> {
  let started: Tidings | null = null;
  const world = await startLocalWorld(config, (newsroom) => panelActions(newsroom, () => started));
  const tidings = await startTidings({
    ...common(config),
    token: 'local',
    apiUrl: world.playground.api,
    catalogue: world.sources,
    pollBounds: { minMs: newsroomPollMs, maxMs: newsroomPollMs },
    feedAllowPrivate: [...config.feedAllowPrivate, world.address],
  }).catch(async (error) => {
    await world.close();
    throw error;
  });
  started = tidings;
  world.ready();
  await subscribeSampleChannels(tidings.db, new Date());
  print(
    welcome({
      origin: world.playground.origin,
      databaseFile: config.databaseFile,
      publishers: world.newsroom.publishers.length,
      languages: new Set(world.newsroom.publishers.map(({ language }) => language)).size,
      pollSeconds: newsroomPollMs / 1_000,
      paceSeconds: config.newsroomPaceMs / 1_000,
    }),
  );
  await tidings.round();
  const printing = printBriefings(tidings, world);
  tidings.startClocks();
  world.startPublishing(config.newsroomPaceMs);
  return {
    close: async () => {
      clearInterval(printing);
      await tidings.close();
      await world.close();
    },
  };
}

async function runOnDiscord(config: Config, token: string): Promise<Running> {
  const catalogue = readCatalogue();
  const tidings = await startTidings({ ...common(config), token, apiUrl: config.discordApiUrl, catalogue });
  const { user, guilds } = tidings.bot.client;
  const { databaseFile } = config;
  print(connected({ name: user.tag, servers: guilds.cache.size, databaseFile, sources: catalogue.length }));
  tidings.startClocks();
  return tidings;
}

function common(config: Config) {
  return {
    ...config,
    report: createReport(config.logLevel),
    onTokenRefused: () =>
      exitWith(['Discord refuses the token now. Put a new DISCORD_TOKEN into .env and start again.']),
  };
}

/** Shows each briefing in the terminal once it is made: the first one whole, later ones as headlines. */
function printBriefings(tidings: Tidings, world: LocalWorld): NodeJS.Timeout {
  let lastId = 0;
  const show = async () => {
    const isFirst = lastId === 0;
    for (const { briefing, channelId } of await findBriefingsSince(tidings.db, lastId)) {
      lastId = Math.max(lastId, briefing.id);
      const channel = world.playground.world.channels.get(channelId)?.name ?? channelId;
      if (briefing.items.length > 0) print(briefingText(briefing, channel, isFirst));
    }
  };
  void show();
  return setInterval(() => void show().catch(() => undefined), 2_000);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function exitWith(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError)
    exitWith(['Tidings can’t start with these settings:', ...error.problems.map((line) => `  - ${line}`)]);
  if (error instanceof StoreError) exitWith([error.message]);
  if (error instanceof TokenRefused) {
    exitWith([
      'Discord refuses the token. Check DISCORD_TOKEN in .env (Discord’s developer portal, Bot, Reset Token).',
    ]);
  }
  if (isPortTaken(error)) {
    exitWith([
      'The port of the local Discord is taken: is Tidings running already? Else set PLAYGROUND_PORT to another.',
    ]);
  }
  throw error;
});

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
