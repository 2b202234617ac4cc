import { REST } from 'discord.js';
import { expect, it } from 'vitest';
import { createFindPosted } from '../../src/discord/createFindPosted.ts';
import { createPost } from '../../src/discord/createPost.ts';
import type { Outgoing } from '../../src/news/outside.ts';
import { ManualClock } from '../../src/playground/clock.ts';
import { BOT_ROLE_ID, GUILD_ID, NEWS_CHANNEL_ID, PRIVATE_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { playgroundFor } from '../playground/support/bot.ts';
import { aBriefing } from '../support/stories.ts';

async function aChannel() {
  const clock = new ManualClock();
  const playground = await playgroundFor({ clock });
  const rest = new REST({ api: playground.api }).setToken('any');
  const find = createFindPosted(rest);
  const made = new Date(clock.now());
  const outgoing = (id: number, channelId = NEWS_CHANNEL_ID): Outgoing => {
    return { channelId, nonce: `nonce ${id}`, briefing: aBriefing({ id }) };
  };
  return {
    clock,
    playground,
    post: createPost(rest),
    outgoing,
    find: (id: number, channelId?: string) => find(outgoing(id, channelId), made),
    chat: (messages: number) => {
      for (let count = 0; count < messages; count++) playground.as().write('Hello', { channelId: NEWS_CHANNEL_ID });
    },
  };
}

it('finds a briefing after hours, among others and much talk', async () => {
  const { clock, post, find, outgoing, chat } = await aChannel();
  for (const id of [1, 2, 3]) await post(outgoing(id));
  const { messageId } = await post(outgoing(2));
  clock.advance(5 * 60 * 60_000);
  chat(250);
  expect(await find(2)).toEqual({ messageId });
  expect(await find(4)).toBeNull();
  chat(1_000);
  expect(await find(2)).toBeNull();
});

it('looks no further back than to when the briefing was made', async () => {
  const { clock, playground, find, chat } = await aChannel();
  clock.advance(-2 * 60 * 60_000);
  chat(300);
  clock.advance(2 * 60 * 60_000);
  expect(await find(1)).toBeNull();
  expect(playground.requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
});

it('does not take the briefing of another time for it', async () => {
  const { post, find, outgoing } = await aChannel();
  await post({ ...outgoing(1), briefing: aBriefing({ id: 1, dueAt: new Date(0) }) });
  expect(await find(1)).toBeNull();
});

it('finds nothing where it may not read, and says what is wrong where it may not be', async () => {
  const { playground, post, find, outgoing } = await aChannel();
  await post(outgoing(1));
  const everyone = playground.world.guilds.role(GUILD_ID, GUILD_ID)!;
  for (const role of [everyone.id, BOT_ROLE_ID]) {
    const permissions = BigInt(playground.world.guilds.role(GUILD_ID, role)!.permissions) & ~(1n << 16n);
    playground.world.guilds.changeRole(GUILD_ID, role, { permissions: String(permissions) });
  }
  expect(await find(1)).toBeNull();
  await expect(find(1, PRIVATE_CHANNEL_ID)).rejects.toMatchObject({ name: 'PostError', kind: 'no access' });
  await expect(find(1, '1')).rejects.toMatchObject({ kind: 'no channel' });
});
