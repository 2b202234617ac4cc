import { Events, PermissionFlagsBits as Permission, type TextChannel } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { ManualClock } from '../../../src/playground/clock.ts';
import type { FaultWish } from '../../../src/playground/startPlayground.ts';
import { BOT_ROLE_ID, GUILD_ID, NEWS_CHANNEL_ID } from '../../../src/playground/world/defaultWorld.ts';
import { botOn, playgroundFor, raw, started } from '../support/bot.ts';

const posts = `/channels/${NEWS_CHANNEL_ID}/messages`;
const match = `POST ${posts}`;

/** A client that waits 60 ms for an answer. */
async function impatient() {
  const playground = await playgroundFor();
  const client = await botOn(playground, { rest: { api: playground.api, timeout: 60 } });
  return { playground, client, news: client.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel };
}

describe('an answer that is lost after the write', () => {
  const losses: FaultWish[] = [
    { kind: 'errorAfterWrite', status: 503 },
    { kind: 'dropAfterWrite' },
    { kind: 'hangAfterWrite' },
  ];

  it.each(losses)('leaves the message standing, and its nonce gives it back ($kind)', async (loss) => {
    const { playground, news } = await impatient();
    playground.faults.add({ ...loss, match, times: 1 });
    const message = await news.send({ content: 'once', nonce: 'briefing-1', enforceNonce: true });
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID).map(({ id }) => id)).toEqual([message.id]);
    expect(playground.requests.filter(({ path }) => path === posts).map(({ fault }) => fault)).toEqual([
      loss.kind,
      undefined,
    ]);
  });

  it.each(losses)('leaves two messages when no nonce was there ($kind)', async (loss) => {
    const { playground, news } = await impatient();
    playground.faults.add({ ...loss, match, times: 1 });
    await news.send('twice');
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID).map(({ content }) => content)).toEqual(['twice', 'twice']);
  });
});

describe('a failure before the write', () => {
  it.each<[FaultWish, number]>([
    [{ kind: 'error', status: 500 }, 500],
    [{ kind: 'drop' }, 0],
    [{ kind: 'hang' }, 0],
  ])('does nothing, and the next attempt does it once (%o)', async (wish, status) => {
    const { playground, news } = await impatient();
    playground.faults.add({ ...wish, match, times: 1 });
    await news.send('x');
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toHaveLength(1);
    expect(playground.requests.filter(({ path }) => path === posts).map((each) => each.status)).toEqual([status, 200]);
  });

  it('may have a code and words of its own', async () => {
    const { playground, news } = await started();
    playground.faults.add({ kind: 'error', status: 400, code: 200000, message: 'Blocked by AutoMod', match });
    await expect(news.send('x')).rejects.toMatchObject({ status: 400, code: 200000, message: 'Blocked by AutoMod' });
  });
});

describe('faults', () => {
  it('delay as long as they say, by the playground’s clock, one on top of the other', async () => {
    const clock = new ManualClock();
    const { playground, news } = await started({ clock });
    const waits = vi.spyOn(clock, 'after');
    playground.faults.add({ kind: 'latency', ms: 60_000, match });
    playground.faults.add({ kind: 'latency', ms: 30_000, match });
    let arrived = false;
    const sent = news.send('slow').then(() => {
      arrived = true;
    });
    await expect.poll(() => waits).toHaveBeenCalledWith(90_000, expect.anything());
    clock.advance(89_999);
    expect((await raw(playground, 'GET', '/users/@me')).status).toBe(200);
    expect([arrived, playground.world.messagesIn(NEWS_CHANNEL_ID)]).toEqual([false, []]);
    clock.advance(1);
    await sent;
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toHaveLength(1);
  });

  it('strike what they match, as often and as long as they say, until taken away', async () => {
    const clock = new ManualClock();
    const playground = await playgroundFor({ clock });
    const { faults } = playground;
    const status = async (method = 'GET', path = '/users/@me') => (await raw(playground, method, path)).status;
    faults.add({ kind: 'error', status: 500, match: '* /users/**', times: 2 });
    expect([await status(), await status('GET', '/gateway'), await status(), await status()]).toEqual([
      500, 200, 500, 200,
    ]);
    faults.add({ kind: 'error', status: 502, forMs: 1000 });
    expect(await status()).toBe(502);
    clock.advance(1000);
    expect(await status()).toBe(200);
    const end = faults.add({ kind: 'error', status: 504 });
    faults.add({ kind: 'error', status: 503, match: 'POST /x' });
    expect(faults.active.map(({ kind, id }) => [kind, typeof id])).toEqual([
      ['error', 'number'],
      ['error', 'number'],
    ]);
    expect(await status()).toBe(504);
    end();
    expect(await status()).toBe(200);
    faults.clear();
    expect(faults.active).toEqual([]);
  });
});

describe('the connection', () => {
  it('is away in an outage, REST and gateway, and comes back by itself', async () => {
    const clock = new ManualClock();
    const { playground, client, news } = await started({ clock });
    const back = new Promise<void>((resolve) => client.once(Events.ShardResume, () => resolve()));
    client.on(Events.ShardError, () => {});
    playground.faults.outage(10 * 60_000);
    await expect(news.send('x')).rejects.toMatchObject({ status: 503 });
    await expect.poll(() => playground.gateway.connected).toBe(0);
    clock.advance(10 * 60_000);
    await back;
    await expect(news.send('x')).resolves.toBeDefined();
  });

  it('may fall silent though it stays open; what was missed comes with the resume', async () => {
    const playground = await playgroundFor({ heartbeatMs: 60 });
    const client = await botOn(playground);
    const created: string[] = [];
    client.on(Events.ChannelCreate, ({ name }) => created.push(name));
    const back = new Promise<void>((resolve) => client.once(Events.ShardResume, () => resolve()));
    const end = playground.faults.add({ kind: 'silence' });
    playground.world.createChannel(GUILD_ID, { type: 0, name: 'unheard' });
    expect(created).toEqual([]);
    await expect.poll(() => playground.gateway.connected).toBe(0);
    end();
    await back;
    expect(created).toEqual(['unheard']);
  });
});

describe('what changes under the bot', () => {
  it('a guild that Discord loses sight of, and finds again', async () => {
    const { playground, client } = await started();
    const gone = new Promise<string>((resolve) => client.once(Events.GuildUnavailable, ({ id }) => resolve(id)));
    playground.world.guilds.setAvailable(GUILD_ID, false);
    expect(await gone).toBe(GUILD_ID);
    expect(client.guilds.cache.get(GUILD_ID)?.available).toBe(false);
    const back = new Promise<string>((resolve) => client.once(Events.GuildAvailable, ({ id }) => resolve(id)));
    playground.world.guilds.setAvailable(GUILD_ID, true);
    expect(await back).toBe(GUILD_ID);
  });

  it('a channel that is deleted (10003)', async () => {
    const { playground, client, news } = await started();
    const gone = new Promise<string>((resolve) => client.once(Events.ChannelDelete, ({ id }) => resolve(id)));
    playground.world.deleteChannel(NEWS_CHANNEL_ID);
    expect(await gone).toBe(NEWS_CHANNEL_ID);
    await expect(news.send('x')).rejects.toMatchObject({ code: 10003, status: 404 });
  });

  it.each([
    ['View Channel', Permission.ViewChannel, { content: 'x' }, 50001],
    ['Send Messages', Permission.SendMessages, { content: 'x' }, 50013],
    ['Embed Links', Permission.EmbedLinks, { embeds: [{ title: 'x' }] }, 50013],
    ['Attach Files', Permission.AttachFiles, { files: [{ name: 'a.txt', attachment: Buffer.from('a') }] }, 50013],
  ])('the permission %s that is taken away', async (_, bit, message, code) => {
    const { playground, client, news } = await started();
    await expect(news.send(message)).resolves.toBeDefined();
    playground.world.overwrite(NEWS_CHANNEL_ID, { id: BOT_ROLE_ID, type: 0, allow: '0', deny: String(bit) });
    await expect(news.send(message)).rejects.toMatchObject({ code, status: 403 });
    await expect.poll(() => news.permissionsFor(client.user)?.has(bit)).toBe(false);
  });
});
