import { expect, it } from 'vitest';
import { startPlayground } from '../../../src/playground/startPlayground.ts';
import { GUILD_ID, NEWS_CHANNEL_ID } from '../../../src/playground/world/defaultWorld.ts';
import { raw } from '../support/bot.ts';
import { RawBot } from './support/RawBot.ts';

const strict = () => startPlayground({ strict: true, log: () => {} });

it('fails the request whose answer strays from Discord’s description, and says where', async () => {
  const playground = await strict();
  const channel = playground.world.channels.get(NEWS_CHANNEL_ID)!;
  playground.world.channels.set(NEWS_CHANNEL_ID, { ...channel, name: 7 as never });
  const { status } = await raw(playground, 'GET', `/channels/${NEWS_CHANNEL_ID}`);
  expect(status).toBe(500);
  await expect(playground.close()).rejects.toThrow(/GET \/channels\/:channel answered 200 with [^\n]*name: /);
});

it('finds one broken thing in a list', async () => {
  const playground = await strict();
  const role = playground.world.guilds.get(GUILD_ID)!.roles[1]! as { color: unknown };
  role.color = null;
  expect((await raw(playground, 'GET', `/guilds/${GUILD_ID}/roles`)).status).toBe(500);
  await expect(playground.close()).rejects.toThrow('GET /guilds/:guild/roles answered 200 with color: ');
});

it.each<[string, unknown, string]>([
  ['MESSAGE_DELETE', { id: 1, channel_id: NEWS_CHANNEL_ID }, 'the event MESSAGE_DELETE with id: '],
  ['CHANNEL_UPDATE', null, 'the event CHANNEL_UPDATE with a body: '],
  ['NO_SUCH_EVENT', {}, 'the event NO_SUCH_EVENT has no schema'],
])('finds a broken event when it closes: %s', async (t, d, told) => {
  const playground = await strict();
  await RawBot.identified(playground, { intents: (1 << 0) | (1 << 9) });
  playground.world.events.publish({ t, d, guildId: GUILD_ID });
  await expect(playground.close()).rejects.toThrow(told);
});

it('finds a null where discord.js would expect an object, and die', async () => {
  const playground = await strict();
  await RawBot.identified(playground);
  const interaction = { id: '1', type: 3, message: null, data: {} };
  playground.world.events.publish({ t: 'INTERACTION_CREATE', d: interaction, guildId: GUILD_ID });
  await expect(playground.close()).rejects.toThrow(/INTERACTION_CREATE with [^\n]*message: /);
});

it('lets a playground without it answer and close all the same', async () => {
  const playground = await startPlayground();
  const channel = playground.world.channels.get(NEWS_CHANNEL_ID)!;
  playground.world.channels.set(NEWS_CHANNEL_ID, { ...channel, name: 7 as never });
  expect((await raw(playground, 'GET', `/channels/${NEWS_CHANNEL_ID}`)).status).toBe(200);
  await expect(playground.close()).resolves.toBeUndefined();
});
