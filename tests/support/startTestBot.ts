import type { APIMessage } from 'discord.js';
import { afterAll, expect } from 'vitest';
import { Newsroom } from '../../src/newsroom/Newsroom.ts';
import { createNewsroomHandler, newsroomPath, newsroomSources } from '../../src/newsroom/serveNewsroom.ts';
import { type Actor, type Playground, startPlayground } from '../../src/playground/startPlayground.ts';
import { GUILD_ID } from '../../src/playground/world/defaultWorld.ts';
import { type NewSubscription, saveSubscription } from '../../src/store/subscriptions.ts';
import { startTidings, type Tidings } from '../../src/tidings.ts';

/** Monday 23 November 2026, 06:00 UTC: when every test bot begins. */
const monday = new Date('2026-11-23T06:00:00Z');

/** Documents by path, which the bot finds at `<origin>/web<path>`. */
type Web = (origin: string) => Readonly<Record<string, string>>;

export type TestBot = {
  readonly playground: Playground;
  readonly newsroom: Newsroom;
  readonly tidings: Tidings;
  /** `host:port` of the newsroom. */
  readonly address: string;
  /** What the bot said went wrong. */
  readonly problems: string[];
  /** An administrator, and a plain member. */
  readonly ada: Actor;
  readonly milo: Actor;
  now(): Date;
  advance(ms: number): void;
  /** Subscribes a channel to top stories in English, due now, unless wished otherwise. */
  subscribe(channelId: string, wish?: Partial<NewSubscription>): Promise<number>;
  messagesIn(channelId: string): APIMessage[];
  close(): Promise<void>;
};

async function startAll(web: Web): Promise<TestBot> {
  let now = monday;
  const problems: string[] = [];
  const newsroom = new Newsroom(new URL('../../data/newsroom/', import.meta.url), null, now);
  let origin = '';
  const playground = await startPlayground({
    strict: true,
    routes: {
      [newsroomPath]: createNewsroomHandler(newsroom, () => origin),
      '/web/': (request, response) => {
        const document = web(origin)[request.url?.slice('/web'.length) ?? ''];
        response.writeHead(document === undefined ? 404 : 200).end(document);
      },
    },
    log: (line) => problems.push(line),
  });
  origin = playground.origin;
  const address = new URL(origin).host;
  const report = (problem: string, details: Readonly<Record<string, unknown>> = {}) => {
    problems.push([problem, ...Object.values(details).map(String)].join(': '));
  };
  const tidings = await startTidings({
    databaseFile: ':memory:',
    token: 'any',
    apiUrl: playground.api,
    catalogue: newsroomSources(newsroom, origin),
    pollBounds: { minMs: 60_000, maxMs: 60_000 },
    feedAllowPrivate: [address],
    feedContact: '',
    articleTextDays: 30,
    fullText: false,
    articleDays: 365,
    report,
    onTokenRefused: () => report('The token was refused'),
    now: () => now,
  }).catch(async (error) => {
    await playground.close();
    throw error;
  });
  return {
    playground,
    newsroom,
    tidings,
    address,
    problems,
    ada: playground.as({ administrator: true }),
    milo: playground.as(),
    now: () => now,
    advance: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    subscribe: async (channelId, wish = {}) => {
      const { subscription } = await saveSubscription(
        tidings.db,
        {
          guildId: GUILD_ID,
          channelId,
          createdBy: 'a test',
          topics: [],
          language: 'en',
          times: ['07:00'],
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          everyMinutes: null,
          timeZone: 'UTC',
          maxStories: 6,
          nextDueAt: now,
          ...wish,
        },
        now,
      );
      return subscription.id;
    },
    messagesIn: (channelId) => playground.world.messagesIn(channelId),
    close: async () => {
      await tidings.close();
      await playground.close();
    },
  };
}

/**
 * The whole bot, with a real discord.js client, on a Discord and a newsroom of its own that it has polled once: one for
 * a file of tests. It is closed after the last of them, and nothing may have gone wrong.
 *
 * @param web  what else there is to be found
 */
export async function startTestBot(web: Web = () => ({})): Promise<TestBot> {
  const bot = await startAll(web);
  afterAll(async () => {
    await bot.close();
    expect(bot.problems).toEqual([]);
  });
  await bot.tidings.round();
  return bot;
}
