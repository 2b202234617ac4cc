import { type NewsChannel, RESTEvents } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/playground/clock.ts';
import { roomyLimits } from '../../src/playground/startPlayground.ts';
import {
  APPLICATION_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  NEWS_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { playgroundFor, raw, started } from './support/bot.ts';

const list = `/applications/${APPLICATION_ID}/commands`;
const HOUR = 3_600_000;
const command = (name: string, type = 1) => ({ name, type, ...(type === 1 && { description: 'x' }) });

describe('commands', () => {
  it('are created 200 times a day in one scope (30034); an overwrite counts new names only', async () => {
    const clock = new ManualClock();
    const playground = await playgroundFor({ clock });
    const set = (from: number, to: number, path = list) => {
      const commands = Array.from({ length: to - from }, (_, n) => command(`c${from + n}`));
      return raw(playground, 'PUT', path, commands);
    };
    for (let round = 0; round < 3; round += 1) expect((await set(0, 100)).status).toBe(200);
    expect((await set(100, 199)).status).toBe(200);
    expect((await set(198, 200)).status).toBe(200);
    expect(await raw(playground, 'POST', list, command('one-more'))).toMatchObject({
      status: 400,
      body: { code: 30034 },
    });
    expect((await raw(playground, 'POST', list, command('c199'))).status).toBe(200);
    expect((await set(198, 201)).body.code).toBe(30034);
    expect(playground.world.commands.values().map(({ name }) => name)).toEqual(['c198', 'c199']);
    const ofGuild = `/applications/${APPLICATION_ID}/guilds/${GUILD_ID}/commands`;
    expect((await set(0, 1, ofGuild)).status).toBe(200);
    clock.advance(24 * HOUR + 1);
    expect((await raw(playground, 'POST', list, command('next-day'))).status).toBe(201);
  });

  it('number 100 of chat input, 15 of users and 15 of messages (30032)', async () => {
    const playground = await playgroundFor();
    const many = (count: number, type: number) => Array.from({ length: count }, (_, n) => command(`c${n}`, type));
    const full = [...many(100, 1), ...many(15, 2), ...many(15, 3)];
    expect((await raw(playground, 'PUT', list, full)).status).toBe(200);
    for (const type of [1, 2, 3]) {
      expect((await raw(playground, 'POST', list, command('more', type))).body.code, `type ${type}`).toBe(30032);
    }
    expect((await raw(playground, 'PUT', list, many(16, 3))).body.code).toBe(30032);
    expect((await raw(playground, 'POST', list, command('c1', 2))).status).toBe(200);
  });
});

describe('announcements', () => {
  it('are published ten times an hour in one channel: a shared 429, seen by discord.js', async () => {
    const { client } = await started();
    const headlines = client.channels.cache.get(HEADLINES_CHANNEL_ID) as NewsChannel;
    client.rest.options.rejectOnRateLimit = () => true;
    const scopes: string[] = [];
    client.rest.on(RESTEvents.RateLimited, ({ scope }) => scopes.push(scope));
    for (let n = 0; n < 10; n += 1) await (await headlines.send(`${n}`)).crosspost();
    const eleventh = await headlines.send('11');
    await expect(eleventh.crosspost()).rejects.toThrow();
    expect(scopes).toHaveLength(1);
  });

  it('are edited three times an hour once they are published (20022)', async () => {
    const clock = new ManualClock();
    const playground = await playgroundFor({ clock });
    const path = `/channels/${HEADLINES_CHANNEL_ID}/messages`;
    const { id } = (await raw(playground, 'POST', path, { content: 'x' })).body;
    const edit = async () => (await raw(playground, 'PATCH', `${path}/${id}`, { content: 'y' })).body;
    for (let n = 0; n < 5; n += 1) await edit();
    await raw(playground, 'POST', `${path}/${id}/crosspost`);
    for (let n = 0; n < 3; n += 1) expect((await edit()).content).toBe('y');
    expect(await edit()).toMatchObject({ code: 20022, retry_after: 3600 });
    clock.advance(HOUR);
    expect((await edit()).content).toBe('y');
  });
});

describe('messages older than an hour', () => {
  it('are edited only so often (30046)', async () => {
    const clock = new ManualClock();
    const rateLimits = { ...roomyLimits, oldEdits: { limit: 2, perMs: HOUR } };
    const playground = await playgroundFor({ clock, rateLimits });
    const path = `/channels/${NEWS_CHANNEL_ID}/messages`;
    const { id } = (await raw(playground, 'POST', path, { content: 'x' })).body;
    const edit = async () => raw(playground, 'PATCH', `${path}/${id}`, { content: 'y' });
    for (let n = 0; n < 5; n += 1) expect((await edit()).status).toBe(200);
    clock.advance(HOUR + 1);
    expect([(await edit()).status, (await edit()).status]).toEqual([200, 200]);
    expect(await edit()).toMatchObject({ status: 429, body: { code: 30046, global: false } });
    clock.advance(HOUR);
    expect((await edit()).status).toBe(200);
  });

  it('are not counted where nothing is', async () => {
    const clock = new ManualClock();
    const playground = await playgroundFor({ clock, rateLimits: false });
    const path = `/channels/${NEWS_CHANNEL_ID}/messages`;
    const { id } = (await raw(playground, 'POST', path, { content: 'x' })).body;
    clock.advance(HOUR + 1);
    const edits = Array.from({ length: 101 }, () => raw(playground, 'PATCH', `${path}/${id}`, { content: 'y' }));
    expect((await Promise.all(edits)).every(({ status }) => status === 200)).toBe(true);
  });
});
