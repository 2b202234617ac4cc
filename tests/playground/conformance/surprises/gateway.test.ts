import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../../../src/playground/clock.ts';
import { discordLimits, roomyLimits } from '../../../../src/playground/limits/RateLimits.ts';
import type { Playground } from '../../../../src/playground/startPlayground.ts';
import { GUILD_ID, NEWS_CHANNEL_ID } from '../../../../src/playground/world/defaultWorld.ts';
import { botOn, playgroundFor, raw, started } from '../../support/bot.ts';
import { RawBot } from '../support/RawBot.ts';
import { watchServers } from '../support/watchServers.ts';

/** discord.js waits five seconds between two IDENTIFYs; a test need not. */
const atOnce = { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) } as ClientOptions['ws'] &
  object;

function clientOf(playground: Playground, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: playground.api }, ...options });
  onTestFinished(() => client.destroy());
  return client;
}

/** How many sessions were begun, as `/gateway/bot` counts them. */
async function identifies(playground: Playground): Promise<number> {
  const { total, remaining } = (await raw(playground, 'GET', '/gateway/bot')).body.session_start_limit;
  return total - remaining;
}

const resumed = (client: Client) =>
  new Promise<number>((resolve) => client.once(Events.ShardResume, (_, count) => resolve(count)));

describe('connecting', () => {
  it('asks for JSON without compression, and sends no user agent', async () => {
    const { upgrades } = watchServers();
    await started();
    expect(upgrades.map(({ url }) => url)).toEqual(['/gateway?v=10&encoding=json']);
    expect(upgrades[0]?.headers).not.toHaveProperty('user-agent');
  });

  it('is ready for whoever listened before login', async () => {
    const playground = await playgroundFor();
    const client = clientOf(playground);
    let ready = false;
    client.once(Events.ClientReady, () => {
      ready = true;
    });
    await client.login('any token');
    await expect.poll(() => ready).toBe(true);
  });

  it('has all that permissions and sending need in GUILD_CREATE alone', async () => {
    const { playground, client, news } = await started();
    const asked = playground.requests.map(({ path }) => path);
    expect(news.permissionsFor(client.user)?.has(['ViewChannel', 'SendMessages', 'EmbedLinks'])).toBe(true);
    expect(client.guilds.cache.get(GUILD_ID)?.members.me?.roles.cache.size).toBe(2);
    expect(asked).toEqual(['/gateway/bot']);
  });

  it('becomes ready without a guild that does not come, and learns when it does', async () => {
    const playground = await playgroundFor();
    playground.world.guilds.setAvailable(GUILD_ID, false);
    const client = await botOn(playground, { waitGuildTimeout: 30 });
    expect(client.guilds.cache.get(GUILD_ID)?.available).toBe(false);
    const back = new Promise<string>((resolve) => client.once(Events.GuildAvailable, ({ id }) => resolve(id)));
    playground.world.guilds.setAvailable(GUILD_ID, true);
    expect(await back).toBe(GUILD_ID);
    expect(client.channels.cache.get(NEWS_CHANNEL_ID)).toBeDefined();
  });

  it.each([
    ['refuses the upgrade', {}],
    ['closes with 4002', { code: 4002 }],
  ])('is tried again and again while the gateway %s', async (_, refusal) => {
    const { upgrades } = watchServers();
    const playground = await playgroundFor();
    const mend = playground.faults.add({ kind: 'refuseConnection', ...refusal });
    const client = clientOf(playground);
    client.on(Events.Error, () => {});
    client.on(Events.ShardError, () => {});
    const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
    void client.login('any token').catch(() => {});
    await expect.poll(() => upgrades.length, { timeout: 5000 }).toBeGreaterThanOrEqual(3);
    mend();
    await ready;
    expect(playground.gateway.connected).toBe(1);
  });

  it('rejects at once when the gateway refuses the token (4004)', async () => {
    let asked = 0;
    const playground = await playgroundFor({ acceptToken: () => asked++ === 0 });
    await expect(clientOf(playground).login('any token')).rejects.toThrow('Authentication failed');
  });

  it('spreads guilds over two shards', async () => {
    const playground = await playgroundFor();
    const client = await botOn(playground, { shardCount: 2, shards: [0, 1], ws: atOnce });
    expect(client.ws.shards.size).toBe(2);
    expect(client.guilds.cache.get(GUILD_ID)?.shardId).toBe(Number((BigInt(GUILD_ID) >> 22n) % 2n));
    expect(playground.gateway.connected).toBe(2);
  });
});

describe('a connection that breaks', () => {
  it.each<[string, (playground: Playground) => void]>([
    ['the cable is cut', ({ gateway }) => gateway.drop()],
    ['Discord closes it with 4000', ({ gateway }) => gateway.drop(4000)],
    ['Discord asks for it (op 7)', ({ gateway }) => gateway.reconnect()],
    ['Discord calls the session invalid but resumable (op 9, true)', ({ gateway }) => gateway.invalidate(true)],
  ])('is resumed without a new IDENTIFY when %s', async (_, end) => {
    const { playground, client } = await started();
    const back = resumed(client);
    end(playground);
    await back;
    expect(await identifies(playground)).toBe(1);
    expect(playground.gateway.connected).toBe(1);
  });

  it('loses nothing: what happened meanwhile is told again', async () => {
    const { playground, client } = await started();
    const back = resumed(client);
    const created: string[] = [];
    client.on(Events.ChannelCreate, ({ name }) => created.push(name));
    playground.gateway.drop();
    for (const name of ['one', 'two', 'three']) playground.world.createChannel(GUILD_ID, { type: 0, name });
    expect(await back).toBeGreaterThanOrEqual(3);
    expect(created).toEqual(['one', 'two', 'three']);
  });

  it('is begun anew when Discord forgot the session (op 9, false)', async () => {
    const playground = await playgroundFor();
    const client = await botOn(playground, { ws: atOnce });
    const ready = new Promise<void>((resolve) => client.once(Events.ShardReady, () => resolve()));
    playground.gateway.invalidate(false);
    await ready;
    expect(await identifies(playground)).toBe(2);
    await expect.poll(() => playground.gateway.connected).toBe(1);
  });

  it('is closed with 4200 and resumed when heartbeats are not acknowledged', async () => {
    const playground = await playgroundFor({ heartbeatMs: 60 });
    const client = await botOn(playground);
    const told: string[] = [];
    client.on(Events.Debug, (line) => told.push(line));
    const back = resumed(client);
    const mend = playground.faults.add({ kind: 'missingAck' });
    await expect.poll(() => told.join('\n')).toMatch(/Zombie connection[\s\S]*4200/);
    mend();
    await back;
    expect(await identifies(playground)).toBe(1);
  });
});

describe('the gateway, spoken to directly', () => {
  it.each([
    ['what is not JSON', 'hello', 4002],
    ['a payload of 4,097 bytes', JSON.stringify({ op: 1, d: 'x'.repeat(4097 - 14) }), 4002],
    ['an opcode that there is not', '{"op":99,"d":null}', 4001],
    ['a request before IDENTIFY', '{"op":3,"d":{}}', 4003],
  ])('closes on %s', async (_, text, code) => {
    const bot = new RawBot(await playgroundFor());
    await bot.hear(({ op }) => op === 10);
    bot.sayText(text);
    expect(await bot.closed).toBe(code);
  });

  it('takes a payload of 4,096 bytes', async () => {
    const bot = new RawBot(await playgroundFor());
    await bot.hear(({ op }) => op === 10);
    bot.sayText(JSON.stringify({ op: 1, d: 'x'.repeat(4096 - 16) }).padEnd(4096));
    expect(await bot.hear(({ op }) => op === 11)).toBeDefined();
    bot.close();
  });

  it('closes on a second IDENTIFY (4005), an impossible sequence (4007) and the 121st payload of a minute (4008)', async () => {
    const playground = await playgroundFor({ clock: new ManualClock() });
    const twice = await RawBot.identified(playground);
    twice.say(2, { token: 'any', intents: 1, properties: {} });
    expect(await twice.closed).toBe(4005);

    const ahead = await RawBot.identified(playground);
    const { d } = await ahead.hear(({ t }) => t === 'READY');
    ahead.close(4000);
    await ahead.closed;
    const back = new RawBot(playground);
    await back.hear(({ op }) => op === 10);
    back.say(6, { token: 'any', session_id: (d as { session_id: string }).session_id, seq: 1000 });
    expect(await back.closed).toBe(4007);

    const chatty = new RawBot(playground);
    await chatty.hear(({ op }) => op === 10);
    for (let index = 0; index < 121; index++) chatty.say(1, null);
    expect(await chatty.closed).toBe(4008);
    expect(chatty.heard.filter(({ op }) => op === 11)).toHaveLength(120);
  });

  it.each([1000, 1001])('ends the session when the client closes with %i', async (code) => {
    const playground = await playgroundFor();
    const bot = await RawBot.identified(playground);
    const { d } = await bot.hear(({ t }) => t === 'READY');
    bot.close(code);
    await bot.closed;
    await expect.poll(() => playground.gateway.connected).toBe(0);
    const back = new RawBot(playground);
    await back.hear(({ op }) => op === 10);
    back.say(6, { token: 'any', session_id: (d as { session_id: string }).session_id, seq: 1 });
    expect((await back.hear(({ op }) => op === 9)).d).toBe(false);
    back.close();
  });

  it('lets one shard identify in five seconds (op 9), and a thousand sessions begin a day (4004)', async () => {
    const clock = new ManualClock();
    const sessions = { limit: 2, perMs: 86_400_000 };
    const playground = await playgroundFor({ clock, rateLimits: { ...discordLimits, sessions } });
    const first = await RawBot.identified(playground);
    const second = new RawBot(playground);
    await second.hear(({ op }) => op === 10);
    const identify = { token: 'any', intents: 1, properties: {} };
    second.say(2, identify);
    expect((await second.hear(({ op }) => op === 9)).d).toBe(false);
    clock.advance(5000);
    second.say(2, identify);
    await second.hear(({ t }) => t === 'READY');
    clock.advance(5000);
    const third = new RawBot(playground);
    await third.hear(({ op }) => op === 10);
    third.say(2, identify);
    expect(await third.closed).toBe(4004);
    expect(roomyLimits.sessions).toEqual({ limit: 1000, perMs: 86_400_000 });
    first.close();
    second.close();
  });
});
