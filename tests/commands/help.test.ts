import { expect, it } from 'vitest';
import { loadCommands } from '../../src/discord/loadCommands.ts';
import { MILO_ID } from '../../src/playground/world/defaultWorld.ts';
import { textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { milo, playground } = bot;

it('names every command, clickable, for the asker alone', async () => {
  const reply = await milo.command('help');
  expect(reply.ephemeral).toBe(true);
  const text = textOf(reply.message as never);
  for (const name of (await loadCommands()).keys()) {
    const { id } = playground.world.commands.values().find((command) => command.name === name)!;
    expect(text).toMatch(new RegExp(`</${name}(?: \\w+)?:${id}>`));
  }
});

it('speaks the asker’s language', async () => {
  const { message } = await playground.as({ locale: 'de' }).command('help');
  expect(textOf(message as never)).toMatch(/ (?:und|der|die|das) /);
});

it('works in direct messages', async () => {
  const { id } = playground.world.openDm(MILO_ID);
  expect((await milo.command('help', { channelId: id })).message?.embeds).toHaveLength(1);
  await expect(milo.command('briefing', { channelId: id })).rejects.toThrow('cannot be used here');
});
