import { mkdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Config } from './config.ts';
import type { SourceFacts } from './news/source.ts';
import { Newsroom } from './newsroom/Newsroom.ts';
import { createNewsroomHandler, newsroomPath, newsroomSources } from './newsroom/serveNewsroom.ts';
import { type PanelAction, type Playground, startPlayground } from './playground/startPlayground.ts';
import {
  GERMAN_CHANNEL_ID,
  GUILD_ID,
  JAPANESE_CHANNEL_ID,
  NEWS_CHANNEL_ID,
  SPANISH_CHANNEL_ID,
} from './playground/world/defaultWorld.ts';
import { type Db, StoreError } from './store/openStore.ts';
import { countSubscriptions, saveSubscription } from './store/subscriptions.ts';

/** What a newcomer without a token gets: a Discord and news of their own, on one loopback port. */
export type LocalWorld = {
  readonly playground: Playground;
  readonly newsroom: Newsroom;
  readonly sources: readonly SourceFacts[];
  /** `host:port` of the newsroom, which the poller must be allowed to reach. */
  readonly address: string;
  /** From now on `/healthz` answers 200. */
  ready(): void;
  /** Lets the newsroom publish one article each `paceMs`. */
  startPublishing(paceMs: number): void;
  close(): Promise<void>;
};

const newsroomFolder = new URL('../data/newsroom/', import.meta.url);

/**
 * Starts the local Discord and the sample newsroom. Both keep their state beside the database.
 *
 * @param panel  what the page offers to a person in a hurry
 */
export async function startLocalWorld(
  config: Config,
  panel: (newsroom: Newsroom) => readonly PanelAction[],
): Promise<LocalWorld> {
  makeFolderOf(config.databaseFile);
  const newsroom = new Newsroom(newsroomFolder, besides(config.databaseFile, 'newsroom.json'), new Date());
  const file = besides(config.databaseFile, 'playground.sqlite');
  let isReady = false;
  let origin = '';
  const playground = await startPlayground({
    port: config.playgroundPort,
    panel: panel(newsroom),
    ...(file ? { file } : {}),
    routes: {
      '/healthz': (_request, response) => {
        response
          .writeHead(isReady ? 200 : 503, { 'content-type': 'text/plain' })
          .end(isReady ? 'ready\n' : 'starting\n');
      },
      [newsroomPath]: createNewsroomHandler(newsroom, () => origin),
    },
  });
  origin = playground.origin;
  let timer: NodeJS.Timeout | undefined;
  return {
    playground,
    newsroom,
    sources: newsroomSources(newsroom, playground.origin),
    address: new URL(playground.origin).host,
    ready: () => {
      isReady = true;
    },
    startPublishing: (paceMs) => {
      timer = setInterval(() => newsroom.publishNext(new Date()), paceMs);
    },
    close: async () => {
      clearInterval(timer);
      await playground.close();
    },
  };
}

function makeFolderOf(databaseFile: string): void {
  if (databaseFile === ':memory:') return;
  try {
    mkdirSync(dirname(databaseFile), { recursive: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreError(`The folder of ${databaseFile} can't be made: ${why}. Set DATABASE_URL to another path.`);
  }
}

/** `data/tidings.newsroom.json` for `data/tidings.sqlite`; null beside a database in memory. */
function besides(databaseFile: string, name: string): string | null {
  if (databaseFile === ':memory:') return null;
  return join(dirname(databaseFile), `${basename(databaseFile, extname(databaseFile))}.${name}`);
}

/** Gives the channels of the local Discord a briefing each, due at once, so that a newcomer sees some. */
export async function subscribeSampleChannels(db: Db, now: Date): Promise<void> {
  if ((await countSubscriptions(db)) > 0) return;
  const channels = [
    { channelId: NEWS_CHANNEL_ID, language: 'en' },
    { channelId: JAPANESE_CHANNEL_ID, language: 'ja' },
    { channelId: GERMAN_CHANNEL_ID, language: 'de' },
    { channelId: SPANISH_CHANNEL_ID, language: 'es' },
  ];
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  for (const channel of channels) {
    await saveSubscription(
      db,
      {
        ...channel,
        guildId: GUILD_ID,
        createdBy: 'first start',
        topics: [],
        times: [],
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        everyMinutes: 5,
        timeZone,
        maxStories: 6,
        nextDueAt: now,
      },
      now,
    );
  }
}
