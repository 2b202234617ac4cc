import { Client, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/startPlayground.ts';
import { GUILD_ID } from '../../src/playground/world/defaultWorld.ts';
import { botOn, playgroundFor, raw, started } from './support/bot.ts';

describe('connecting', () => {
  it('makes discord.js ready, with the guild, its channels and the bot as a member', async () => {
    const { client } = await started();
    const guild = client.guilds.cache.get(GUILD_ID);
    expect(guild?.name).toBe('Tidings Playground');
    expect(guild?.channels.cache.map((channel) => channel.name)).toEqual([
      'news',
      'world',
      'ニュース',
      'nachrichten',
      'noticias',
      'headlines',
      'editors-only',
    ]);
    expect(guild?.members.me?.permissions.has(['ViewChannel', 'SendMessages', 'EmbedLinks'])).toBe(true);
    expect(client.application.id).toBe(client.user.id);
  });

  it('refuses a bad token: 401 on REST', async () => {
    const playground = await playgroundFor({ acceptToken: (token) => token === 'good' });
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: playground.api } });
    onTestFinished(() => client.destroy());
    await expect(client.login('bad')).rejects.toThrow(/invalid token|401/i);
    expect(await raw(playground, 'GET', '/users/@me', undefined, {})).toMatchObject({
      status: 401,
      body: { code: 0, message: '401: Unauthorized' },
    });
  });

  it.each([
    ['an unknown token', { token: 'bad', intents: 1 }, 4004],
    ['an unknown intent', { token: 'good', intents: 1 << 30 }, 4013],
    ['an intent that was not granted', { token: 'good', intents: 1 << 15 }, 4014],
    ['an impossible shard', { token: 'good', intents: 1, shard: [2, 2] }, 4010],
  ])('closes the gateway on %s', async (_, identify, code) => {
    const playground = await playgroundFor({ acceptToken: (token) => token === 'good' });
    const socket = new WebSocket(`${playground.origin.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    const closed = new Promise<number>((resolve) => {
      socket.onclose = (event) => resolve(event.code);
    });
    socket.onmessage = () => socket.send(JSON.stringify({ op: 2, d: { properties: {}, ...identify } }));
    expect(await closed).toBe(code);
  });

  it('resumes after a cut cable and replays what was missed', async () => {
    const { playground, client } = await started();
    const created: string[] = [];
    client.on(Events.ChannelCreate, (channel) => created.push(channel.name));
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    playground.gateway.drop();
    playground.world.createChannel(GUILD_ID, { type: 0, name: 'while-away' });
    await resumed;
    expect(created).toEqual(['while-away']);
  });

  it('resumes when asked to reconnect (op 7)', async () => {
    const { playground, client } = await started();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    playground.gateway.reconnect();
    await resumed;
    expect(playground.gateway.connected).toBe(1);
  });

  it('tells every session of the application, and two are fine', async () => {
    const { playground, client } = await started();
    const second = await botOn(playground);
    const heard = [client, second].map(
      (each) => new Promise<string>((resolve) => each.once(Events.ChannelDelete, ({ id }) => resolve(id))),
    );
    const { id } = playground.world.createChannel(GUILD_ID, { type: 0, name: 'short-lived' });
    playground.world.deleteChannel(id);
    expect(await Promise.all(heard)).toEqual([id, id]);
  });

  it('keeps events from a session without their intent', async () => {
    const playground = await playgroundFor();
    const guildsOnly = await botOn(playground);
    const withMessages = await botOn(playground, {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    });
    const heard: string[] = [];
    guildsOnly.on(Events.MessageCreate, () => heard.push('guilds only'));
    const came = new Promise<void>((resolve) => withMessages.once(Events.MessageCreate, () => resolve()));
    await (await guildsOnly.guilds.fetch(GUILD_ID)).channels.cache.find((each) => each.isTextBased())?.send('hello');
    await came;
    expect(heard).toEqual([]);
  });

  it('leaves nothing open once it is closed', async () => {
    const open = () => process.getActiveResourcesInfo().filter((each) => /TCP|Timeout/.test(each)).length;
    const before = open();
    const playground = await startPlayground({ strict: true });
    const socket = new WebSocket(`${playground.origin.replace('http', 'ws')}/gateway`);
    await new Promise((resolve) => {
      socket.onmessage = resolve;
    });
    expect(open()).toBeGreaterThan(before);
    const begun = performance.now();
    await playground.close();
    expect(performance.now() - begun).toBeLessThan(100);
    await expect.poll(open).toBeLessThanOrEqual(before);
  });

  it('runs many instances side by side, each started in a moment', async () => {
    const begun = performance.now();
    const playgrounds = await Promise.all(Array.from({ length: 20 }, () => playgroundFor()));
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(new Set(playgrounds.map(({ port }) => port)).size).toBe(20);
  });
});

describe('the gateway, spoken to directly', () => {
  const connected = async () => {
    const playground = await playgroundFor();
    const socket = new WebSocket(`${playground.origin.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    onTestFinished(() => socket.close());
    const heard: { op: number; d: unknown; s?: number; t?: string }[] = [];
    socket.onmessage = ({ data }) => heard.push(JSON.parse(String(data)));
    const say = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
    const hear = async (op: number) => {
      await expect.poll(() => heard.some((each) => each.op === op)).toBe(true);
      return heard.filter((each) => each.op === op);
    };
    expect((await hear(10))[0]?.d).toEqual({ heartbeat_interval: 41_250 });
    return { playground, say, hear, heard };
  };

  it('acknowledges heartbeats', async () => {
    const { say, hear } = await connected();
    say(1, null);
    expect(await hear(11)).toHaveLength(1);
  });

  it('gives each shard its own guilds, and says where to resume', async () => {
    const { playground, say, hear } = await connected();
    const shard = [Number((BigInt(GUILD_ID) >> 22n) % 2n) ? 0 : 1, 2];
    say(2, { token: 'any', intents: 1, properties: {}, shard });
    const events = await hear(0);
    expect(events.map(({ t }) => t)).toEqual(['READY']);
    const url = `${playground.origin.replace('http', 'ws')}/gateway`;
    expect(events[0]?.d).toMatchObject({ shard, guilds: [], resume_gateway_url: url });
  });

  it('does not resume what it does not know, and can end a session (op 9)', async () => {
    const { playground, say, hear, heard } = await connected();
    say(6, { token: 'any', session_id: 'nobody', seq: 1 });
    expect((await hear(9))[0]?.d).toBe(false);
    say(2, { token: 'any', intents: 0, properties: {} });
    await hear(0);
    playground.gateway.invalidate(false);
    await expect.poll(() => heard.filter(({ op }) => op === 9)).toHaveLength(2);
    expect(playground.gateway.connected).toBe(0);
  });
});

describe('what is not known', () => {
  it('answers 404 and names the route in the log', async () => {
    const lines: string[] = [];
    const playground = await playgroundFor({ log: (line) => lines.push(line) });
    expect(await raw(playground, 'GET', '/lobbies/1')).toMatchObject({ status: 404, body: { code: 0 } });
    expect(lines).toEqual(['the playground does not know GET /lobbies/1']);
    expect(await raw(playground, 'DELETE', '/gateway')).toMatchObject({ status: 405 });
  });

  it('leaves further paths to who asked for them, the longest prefix first', async () => {
    const playground = await playgroundFor({
      routes: { '/': (_, response) => response.end('page'), '/healthz': (_, response) => response.end('ok') },
    });
    const text = async (path: string) => (await fetch(playground.origin + path)).text();
    expect(await text('/healthz')).toBe('ok');
    expect(await text('/anything')).toBe('page');
    expect(await text('/api/v10/gateway')).toContain('ws://127.0.0.1:');
  });
});
