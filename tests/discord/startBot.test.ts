import { ChannelType, DiscordAPIError, PermissionFlagsBits } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SlashCommand, UserError } from '../../src/discord/command.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import { startBot, TokenRefused } from '../../src/discord/startBot.ts';
import type { Playground } from '../../src/playground/startPlayground.ts';
import {
  BOT_ID,
  BOT_ROLE_ID,
  GUILD_ID,
  NEWS_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { findSubscriptions, saveSubscription, suspendSubscriptions } from '../../src/store/subscriptions.ts';
import { playgroundFor } from '../playground/support/bot.ts';
import { aContext } from '../support/aContext.ts';
import { subscribe as subscribeTo } from '../support/store.ts';

const ferry = (execute: SlashCommand['execute'], more: Partial<SlashCommand> = {}): SlashCommand => ({
  data: { name: 'ferry', description: 'When it sails' },
  execute,
  ...more,
});

async function botOf(playground: Playground, command: SlashCommand, context = aContext()) {
  const reported: string[] = [];
  const bot = await startBot({
    token: 'any',
    apiUrl: playground.api,
    commands: new Map([[command.data.name, command]]),
    context,
    report: (problem, details) =>
      reported.push(
        `${problem}: ${Object.values(details ?? {})
          .map(String)
          .join(', ')}`,
      ),
    stopping: new AbortController().signal,
  });
  onTestFinished(() => bot.close());
  return { bot, reported };
}

it('answers the asker alone, in their language, at once or after a while', async () => {
  for (const takesTime of [false, true]) {
    const playground = await playgroundFor();
    await botOf(
      playground,
      ferry(async (_interaction, { language }) => ({ content: `It sails: ${language}` }), { takesTime }),
    );
    const reply = await playground.as({ locale: 'ja' }).command('ferry');
    await reply.until(({ message }) => message?.content !== '');
    expect([reply.message?.content, reply.ephemeral]).toEqual(['It sails: ja', true]);
  }
});

it('shows everybody what is for the channel, and mentions nobody even so', async () => {
  const playground = await playgroundFor();
  await botOf(
    playground,
    ferry(async () => ({ content: '@everyone <@1290000000000000003>', forChannel: true })),
  );
  const { message, ephemeral } = await playground.as().command('ferry');
  expect([ephemeral, message?.mention_everyone, message?.mentions]).toEqual([false, false, []]);
});

it('tells a person what they did wrong, and nobody else', async () => {
  const playground = await playgroundFor();
  const { reported } = await botOf(
    playground,
    ferry(async () => {
      throw new UserError('There is no ferry on Sundays.');
    }),
  );
  expect((await playground.as().command('ferry')).message?.content).toBe('There is no ferry on Sundays.');
  expect(reported).toEqual([]);
});

it('owns up to what it did wrong itself, and reports it', async () => {
  const playground = await playgroundFor();
  const { reported } = await botOf(
    playground,
    ferry(async () => {
      throw new Error('the tide table is wet');
    }),
  );
  const { message, ephemeral } = await playground.as().command('ferry');
  expect([message?.content, ephemeral]).toEqual([sayIn('en')('errorUnknown'), true]);
  expect(reported).toEqual(['A command failed: Error: the tide table is wet']);
});

it.each([false, true])('leaves nobody waiting when Discord refuses its answer (deferred: %s)', async (takesTime) => {
  const playground = await playgroundFor();
  const { reported } = await botOf(
    playground,
    ferry(async () => ({ content: 'x'.repeat(2_001) }), { takesTime }),
  );
  const reply = await playground.as().command('ferry');
  await reply.until(({ message }) => message?.content === sayIn('en')('errorUnknown'));
  expect(reply.ephemeral).toBe(true);
  expect(reported).toEqual([expect.stringMatching(/^An interaction was not answered: \/ferry, .*2000 or fewer/s)]);
});

it('answers for a button that it does not know any more', async () => {
  const playground = await playgroundFor();
  const button = { type: 2, style: 2, custom_id: 'forecast:1', label: 'Forecast' } as const;
  const { reported } = await botOf(
    playground,
    ferry(async () => ({ content: 'It sails.', components: [{ type: 1, components: [button] }] })),
  );
  const { message } = await playground.as().command('ferry');
  const reply = await playground.as().press(message!, 'forecast:1');
  expect([reply.message?.content, reply.ephemeral]).toEqual([sayIn('en')('errorUnknown'), true]);
  expect(reported).toEqual(['An interaction was not answered: forecast:1, Error: No control is called forecast:1']);
});

it('gives up at once when Discord refuses the token', async () => {
  const playground = await playgroundFor({ acceptToken: () => false });
  await expect(
    botOf(
      playground,
      ferry(async () => ({ content: '' })),
    ),
  ).rejects.toThrow(TokenRefused);
  const asked = playground.requests.length;
  expect(playground.gateway.connected).toBe(0);
  expect(asked).toBeLessThanOrEqual(2);
});

it('stops waiting for a Discord that is not there when it is to stop', async () => {
  const stopping = new AbortController();
  const reported: string[] = [];
  const starting = startBot({
    token: 'any',
    apiUrl: 'http://127.0.0.1:1/api',
    commands: new Map(),
    context: aContext(),
    report: (problem) => {
      reported.push(problem);
      stopping.abort();
    },
    stopping: stopping.signal,
  });
  await expect(starting).rejects.not.toThrow(DiscordAPIError);
  expect(reported).toHaveLength(1);
});

/** Briefings for two channels. */
async function subscribe(context: ReturnType<typeof aContext>): Promise<void> {
  for (const channelId of [NEWS_CHANNEL_ID, WORLD_CHANNEL_ID]) {
    const wish = { guildId: GUILD_ID, channelId, createdBy: 'ada', topics: [], language: 'en', maxStories: 6 };
    const timetable = {
      times: ['07:00'],
      weekdays: [1],
      everyMinutes: null,
      timeZone: 'UTC',
      nextDueAt: context.now(),
    };
    await saveSubscription(context.db, { ...wish, ...timetable }, context.now());
  }
}

it('pauses the briefings of a channel that is deleted, and says why', async () => {
  const playground = await playgroundFor();
  const context = aContext();
  await botOf(
    playground,
    ferry(async () => ({ content: '' })),
    context,
  );
  await subscribe(context);
  playground.world.deleteChannel(NEWS_CHANNEL_ID);
  const suspended = async () => (await findSubscriptions(context.db, GUILD_ID)).map(({ suspended }) => suspended);
  await expect.poll(suspended).toEqual(['no channel', null]);
});

const deny = (playground: Playground, denied: bigint) =>
  playground.world.overwrite(NEWS_CHANNEL_ID, { id: BOT_ROLE_ID, type: 0, allow: '0', deny: String(denied) });

it.each<[string, (playground: Playground) => void]>([
  ['a permission of the channel', (playground) => deny(playground, 0n)],
  [
    'a role',
    (playground) => {
      const role = playground.world.guilds.addRole(GUILD_ID, {
        permissions: String(PermissionFlagsBits.Administrator),
      });
      playground.world.guilds.changeMember(GUILD_ID, BOT_ID, { roles: [BOT_ROLE_ID, role.id] });
    },
  ],
  [
    'what a role may do',
    (playground) =>
      playground.world.guilds.changeRole(GUILD_ID, BOT_ROLE_ID, {
        permissions: String(PermissionFlagsBits.Administrator),
      }),
  ],
])('goes on by itself when it may post again: %s', async (_what, giveBack) => {
  const playground = await playgroundFor();
  const context = aContext();
  await subscribe(context);
  await suspendSubscriptions(context.db, NEWS_CHANNEL_ID, 'no access');
  deny(playground, PermissionFlagsBits.SendMessages);
  const { bot } = await botOf(
    playground,
    ferry(async () => ({ content: '' })),
    context,
  );
  const suspended = async () => (await findSubscriptions(context.db, GUILD_ID)).map(({ suspended }) => suspended);
  expect(await bot.resumeReachable()).toBe(0);
  expect(await suspended()).toEqual(['no access', null]);
  giveBack(playground);
  await expect.poll(suspended).toEqual([null, null]);
});

it('notes a server that removes it, not one that is away, and goes on when it is back', async () => {
  const playground = await playgroundFor();
  const context = aContext();
  await subscribe(context);
  const { bot } = await botOf(
    playground,
    ferry(async () => ({ content: '' })),
    context,
  );
  const { guilds } = playground.world;
  const seen = (id: string) => bot.client.guilds.cache.get(id)?.available ?? null;
  const gone = async () =>
    (await context.db.selectFrom('gone_guilds').select('guild_id').execute()).map((row) => row.guild_id);
  guilds.setAvailable(GUILD_ID, false);
  await expect.poll(() => seen(GUILD_ID)).toBe(false);
  guilds.setAvailable(GUILD_ID, true);
  await expect.poll(() => seen(GUILD_ID)).toBe(true);
  expect(await gone()).toEqual([]);
  guilds.leave(GUILD_ID, BOT_ID);
  await expect.poll(gone).toEqual([GUILD_ID]);
  const resting = async () =>
    (await findSubscriptions(context.db, GUILD_ID)).filter(({ suspended }) => suspended).length;
  await expect.poll(resting).toBe(2);
  guilds.join(GUILD_ID, BOT_ID);
  await expect.poll(gone).toEqual([]);
  await expect.poll(resting).toBe(0);
});

it('looks at the start whether it may post again, and later whenever it is asked', async () => {
  const playground = await playgroundFor();
  const context = aContext();
  await subscribe(context);
  await suspendSubscriptions(context.db, NEWS_CHANNEL_ID, 'no access');
  const { bot } = await botOf(
    playground,
    ferry(async () => ({ content: '' })),
    context,
  );
  const suspended = async () => (await findSubscriptions(context.db, GUILD_ID)).map(({ suspended }) => suspended);
  expect(await suspended()).toEqual([null, null]);
  await suspendSubscriptions(context.db, WORLD_CHANNEL_ID, 'no access');
  expect(await bot.resumeReachable()).toBe(1);
  expect(await suspended()).toEqual([null, null]);
});

describe('a thread that nobody hears of', () => {
  async function aRestingThread(how: { archived: boolean; locked: boolean }) {
    const playground = await playgroundFor();
    const context = aContext();
    const { world } = playground;
    const metadata = (state: typeof how) => ({
      ...state,
      archive_timestamp: world.timestamp(),
      auto_archive_duration: 1440 as const,
    });
    const { id } = world.createChannel(GUILD_ID, {
      type: ChannelType.PublicThread,
      name: 'briefings',
      parent_id: NEWS_CHANNEL_ID,
      owner_id: BOT_ID,
      thread_metadata: metadata(how),
    });
    await subscribeTo(context.db, { guildId: GUILD_ID, channelId: id });
    await suspendSubscriptions(context.db, id, 'locked');
    const start = async () =>
      (
        await botOf(
          playground,
          ferry(async () => ({ content: '' })),
          context,
        )
      ).bot;
    const suspended = async () => (await findSubscriptions(context.db, GUILD_ID)).map((each) => each.suspended);
    const change = (state: typeof how) => void world.updateChannel(id, { thread_metadata: metadata(state) });
    return { id, world, start, suspended, change };
  }

  it('was unlocked while nothing ran, and is archived still: it goes on at the start', async () => {
    const { start, suspended } = await aRestingThread({ archived: true, locked: false });
    await start();
    expect(await suspended()).toEqual([null]);
  });

  it('is locked and archived at the start, and opened later: it goes on at once', async () => {
    const { start, suspended, change } = await aRestingThread({ archived: true, locked: true });
    await start();
    expect(await suspended()).toEqual(['locked']);
    change({ archived: false, locked: false });
    await expect.poll(suspended).toEqual([null]);
  });

  it('was forgotten meanwhile, as discord.js forgets those that are archived: it goes on within minutes', async () => {
    const { id, start, suspended, change } = await aRestingThread({ archived: true, locked: true });
    const bot = await start();
    bot.client.channels.cache.delete(id);
    change({ archived: true, locked: false });
    expect(await bot.resumeReachable()).toBe(1);
    expect(await suspended()).toEqual([null]);
  });

  it('was deleted while nothing ran: it is noted, and not asked for again', async () => {
    const { id, world, start, suspended } = await aRestingThread({ archived: true, locked: true });
    world.deleteChannel(id);
    await start();
    expect(await suspended()).toEqual(['no channel']);
  });
});
