import { Events, GatewayIntentBits as Intent, Partials } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../src/playground/clock.ts';
import { type PlaygroundOptions, roomyLimits } from '../../src/playground/startPlayground.ts';
import { BOT_ID, GUILD_ID, MILO_ID, NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { botOn, playgroundFor, raw } from './support/bot.ts';

type Payload = { op: number; d: unknown; s?: number; t?: string };

/** A socket to the gateway, spoken to directly. */
async function spoken(options: PlaygroundOptions = {}) {
  const playground = await playgroundFor(options);
  const connect = async () => {
    const socket = new WebSocket(`${playground.origin.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    onTestFinished(() => socket.close());
    const heard: Payload[] = [];
    socket.onmessage = ({ data }) => heard.push(JSON.parse(String(data)));
    const closed = new Promise<number>((resolve) => {
      socket.onclose = ({ code }) => resolve(code);
    });
    await expect.poll(() => heard.length).toBe(1);
    return {
      heard,
      closed,
      say: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
      send: (text: string) => socket.send(text),
      close: () => socket.close(4900),
      /** The events of this name that came, once there is one. */
      async events(t: string) {
        await expect.poll(() => heard.filter((each) => each.t === t).length).toBeGreaterThan(0);
        return heard.filter((each) => each.t === t).map(({ d }) => d as Record<string, unknown>);
      },
    };
  };
  return { playground, connect, ...(await connect()) };
}

const identify = (intents: number, more: object = {}) => ({ token: 'any', properties: {}, intents, ...more });

describe('what a client may send', () => {
  it('is 4,096 bytes at once (4002), and nothing but JSON', async () => {
    const { send, closed, connect, heard } = await spoken();
    const padded = (size: number) => JSON.stringify({ op: 1, d: 'x'.repeat(size - '{"op":1,"d":""}'.length) });
    send(padded(4096));
    await expect.poll(() => heard.at(-1)?.op).toBe(11);
    send(padded(4097));
    expect(await closed).toBe(4002);
    const other = await connect();
    other.send('{');
    expect(await other.closed).toBe(4002);
  });

  it('is 120 payloads a minute (4008)', async () => {
    const clock = new ManualClock();
    const { say, closed, heard } = await spoken({ clock });
    for (let sent = 0; sent < 120; sent += 1) say(1, null);
    await expect.poll(() => heard).toHaveLength(121);
    clock.advance(60_001);
    for (let sent = 0; sent < 120; sent += 1) say(1, null);
    await expect.poll(() => heard).toHaveLength(241);
    say(1, null);
    expect(await closed).toBe(4008);
  });

  it.each([3, 4, 8])('of op %i needs a session first (4003)', async (op) => {
    const { say, closed } = await spoken();
    say(op, {});
    expect(await closed).toBe(4003);
  });

  it('is a presence or a voice state without an answer, one IDENTIFY (4005), and no unknown op (4001)', async () => {
    const { playground, say, events, closed, connect } = await spoken();
    say(2, identify(1));
    await events('GUILD_CREATE');
    say(3, { since: null, activities: [], status: 'online', afk: false });
    say(4, { guild_id: GUILD_ID, channel_id: null, self_mute: false, self_deaf: false });
    say(2, identify(1));
    expect(await closed).toBe(4005);
    const other = await connect();
    other.say(99, null);
    expect(await other.closed).toBe(4001);
    await expect.poll(() => playground.gateway.connected).toBe(0);
  });
});

describe('a client that talks nonsense', () => {
  it.each([
    ['no IDENTIFY at all', 2, null, 4004],
    ['a token that is none', 2, identify(1, { token: 5 }), 4004],
    ['intents that are none', 2, identify(1, { intents: '1' }), 4013],
    ['no shard', 2, identify(1, { shard: null }), 4010],
    ['half a shard', 2, identify(1, { shard: [0, 1.5] }), 4010],
    ['no RESUME at all', 6, null, 4004],
  ])('is closed: %s', async (_, op, d, code) => {
    const { say, closed } = await spoken();
    say(op, d);
    expect(await closed).toBe(code);
  });

  it('gets no answer to a request for members that says nothing', async () => {
    const { say, events, closed } = await spoken();
    say(2, identify(1));
    await events('GUILD_CREATE');
    say(8, null);
    expect(await closed).toBe(4002);
  });
});

describe('members on request (op 8)', () => {
  it('come in chunks, by name or by id, through the real client', async () => {
    const playground = await playgroundFor({ privilegedIntents: Intent.GuildMembers });
    const client = await botOn(playground, { intents: [Intent.Guilds, Intent.GuildMembers] });
    const guild = client.guilds.cache.get(GUILD_ID)!;
    expect((await guild.members.fetch()).size).toBe(3);
    expect((await guild.members.fetch({ query: 'mil', limit: 5 })).map(({ id }) => id)).toEqual([MILO_ID]);
    expect((await guild.members.fetch({ user: [MILO_ID, '5'] })).size).toBe(1);
  });

  it('say who was not found, in chunks of a thousand', async () => {
    const { playground, say, events, heard } = await spoken({ privilegedIntents: Intent.GuildMembers });
    for (let n = 0; n < 1000; n += 1) playground.world.guilds.join(GUILD_ID, `${2000 + n}`);
    say(2, identify(Intent.Guilds | Intent.GuildMembers));
    await events('GUILD_CREATE');
    say(8, { guild_id: GUILD_ID, user_ids: [MILO_ID, '5'], nonce: 'n' });
    expect(await events('GUILD_MEMBERS_CHUNK')).toMatchObject([
      { not_found: ['5'], nonce: 'n', chunk_index: 0, chunk_count: 1, members: [{ user: { id: MILO_ID } }] },
    ]);
    say(8, { guild_id: GUILD_ID, query: '', limit: 0 });
    await expect.poll(() => heard.filter(({ t }) => t === 'GUILD_MEMBERS_CHUNK')).toHaveLength(3);
    const sizes = (await events('GUILD_MEMBERS_CHUNK')).map(({ members }) => (members as []).length);
    expect(sizes).toEqual([1, 1000, 3]);
  });

  it('need the intent for the whole list, but not for a name', async () => {
    const { say, events, closed } = await spoken();
    say(2, identify(Intent.Guilds));
    await events('GUILD_CREATE');
    say(8, { guild_id: GUILD_ID, query: 'a', limit: 10 });
    expect((await events('GUILD_MEMBERS_CHUNK'))[0]?.members).toHaveLength(1);
    say(8, { guild_id: GUILD_ID, query: '', limit: 0 });
    expect(await closed).toBe(4014);
  });
});

describe('sessions', () => {
  it('are begun once in five seconds (op 9), and so many times a day (4004)', async () => {
    const clock = new ManualClock();
    const rateLimits = {
      ...roomyLimits,
      identify: { limit: 1, perMs: 5000 },
      sessions: { limit: 2, perMs: 86_400_000 },
    };
    const { playground, say, events, connect } = await spoken({ clock, rateLimits });
    say(2, identify(1));
    await events('READY');
    const second = await connect();
    second.say(2, identify(1));
    await expect.poll(() => second.heard.at(-1)).toEqual({ op: 9, d: false });
    clock.advance(5001);
    second.say(2, identify(1));
    await second.events('READY');
    const { body } = await raw(playground, 'GET', '/gateway/bot');
    expect(body.session_start_limit).toMatchObject({ total: 2, remaining: 0, max_concurrency: 1 });
    clock.advance(5001);
    const third = await connect();
    third.say(2, identify(1));
    expect(await third.closed).toBe(4004);
  });

  it('are resumed from the event that was seen last, and never from the future (4007)', async () => {
    const { playground, say, events, close, connect, closed } = await spoken();
    say(2, identify(1));
    const [ready] = await events('READY');
    await events('GUILD_CREATE');
    close();
    await closed;
    playground.world.createChannel(GUILD_ID, { type: 0, name: 'missed' });
    const again = await connect();
    again.say(6, { token: 'any', session_id: ready?.session_id, seq: 2 });
    await again.events('RESUMED');
    expect(again.heard.slice(1).map(({ t, s }) => [t, s])).toEqual([
      ['CHANNEL_CREATE', 3],
      ['RESUMED', 4],
    ]);
    const ahead = await connect();
    ahead.say(6, { token: 'any', session_id: ready?.session_id, seq: 99 });
    expect(await ahead.closed).toBe(4007);
  });

  it('are resumed by discord.js when op 9 allows it, and begun anew when not', async () => {
    const playground = await playgroundFor();
    const client = await botOn(playground);
    const heard: string[] = [];
    client.on(Events.ShardResume, () => heard.push('resumed'));
    client.on(Events.ShardReady, () => heard.push('anew'));
    playground.gateway.invalidate(true);
    await expect.poll(() => heard, { timeout: 3000 }).toEqual(['resumed']);
    playground.gateway.invalidate(false);
    await expect.poll(() => heard, { timeout: 9000 }).toEqual(['resumed', 'anew']);
  }, 15_000);
});

describe('shards', () => {
  it('hear of their own guilds only; direct messages go to the first', async () => {
    const { playground, say, events, heard, connect } = await spoken();
    const own = Number((BigInt(GUILD_ID) >> 22n) % 3n);
    const intents = Intent.Guilds | Intent.GuildMessages | Intent.DirectMessages;
    const sockets = [{ say, events, heard }, await connect(), await connect()];
    for (const [shard, socket] of sockets.entries()) socket.say(2, identify(intents, { shard: [shard, 3] }));
    for (const socket of sockets) await socket.events('READY');
    await raw(playground, 'POST', `/channels/${NEWS_CHANNEL_ID}/messages`, { content: 'in the server' });
    const dm = playground.world.openDm(MILO_ID);
    playground.as().write('in private', { channelId: dm.id });
    await sockets[own]!.events('MESSAGE_CREATE');
    await sockets[0]!.events('MESSAGE_CREATE');
    const contents = sockets.map((socket) =>
      socket.heard.flatMap(({ t, d }) => (t === 'MESSAGE_CREATE' ? (d as { content: string }).content : [])),
    );
    const expected = [0, 1, 2].map((shard) => [
      ...(shard === own ? ['in the server'] : []),
      ...(shard === 0 ? ['in private'] : []),
    ]);
    expect(contents).toEqual(expected);
  });
});

describe('what people write', () => {
  it('comes without its content unless the intent is granted, or the bot is addressed', async () => {
    const intents = [Intent.Guilds, Intent.GuildMessages, Intent.DirectMessages];
    const playground = await playgroundFor({ privilegedIntents: Intent.MessageContent });
    const heardBy = async (more: number[]) => {
      const heard: string[] = [];
      const client = await botOn(playground, { intents: [...intents, ...more], partials: [Partials.Channel] });
      client.on(Events.MessageCreate, ({ content }) => heard.push(content));
      return heard;
    };
    const [without, granted] = [await heardBy([]), await heardBy([Intent.MessageContent])];
    const milo = playground.as();
    milo.write('among us', { channelId: NEWS_CHANNEL_ID });
    milo.write(`<@${BOT_ID}> hello`, { channelId: NEWS_CHANNEL_ID });
    milo.write('in private', { channelId: playground.world.openDm(MILO_ID).id });
    await raw(playground, 'POST', `/channels/${NEWS_CHANNEL_ID}/messages`, { content: 'own' });
    await expect.poll(() => granted).toEqual(['among us', `<@${BOT_ID}> hello`, 'in private', 'own']);
    await expect.poll(() => without).toEqual(['', `<@${BOT_ID}> hello`, 'in private', 'own']);
  });

  it('is read without its content over REST as well', async () => {
    const playground = await playgroundFor();
    const { id } = playground.as().write('among us', { channelId: NEWS_CHANNEL_ID });
    const path = `/channels/${NEWS_CHANNEL_ID}/messages`;
    expect((await raw(playground, 'GET', path)).body[0].content).toBe('');
    expect((await raw(playground, 'GET', `${path}/${id}`)).body).toMatchObject({
      content: '',
      author: { id: MILO_ID },
    });
    expect((await raw(playground, 'GET', `${path}?before=now`)).body.code).toBe(50035);
  });
});
