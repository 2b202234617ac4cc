import { expect, it } from 'vitest';
import { isMessageCommand } from '../../src/discord/command.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import { loadCommands } from '../../src/discord/loadCommands.ts';
import { MILO_ID } from '../../src/playground/world/defaultWorld.ts';
import { aContext } from '../support/aContext.ts';
import { textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { milo, playground } = bot;

it('names every other command, clickable, for the asker alone', async () => {
  const reply = await milo.command('help');
  expect(reply.ephemeral).toBe(true);
  const text = textOf(reply.message as never);
  for (const [name, command] of await loadCommands()) {
    if (name === 'help') continue;
    if (isMessageCommand(command)) {
      expect(text).toContain(`**${name}**`);
      continue;
    }
    const { id } = playground.world.commands.values().find((each) => each.name === name)!;
    expect(text).toMatch(new RegExp(`</${name}(?: \\w+)?:${id}>`));
  }
});

it('speaks the asker’s language', async () => {
  const { message } = await playground.as({ locale: 'de' }).command('help');
  expect(textOf(message as never)).toMatch(/ (?:und|der|die|das) /);
});

it('says what the asker’s Discord calls a command, where that is not what stands in the mention', async () => {
  const textIn = async (locale: 'de' | 'en-GB') =>
    textOf((await playground.as({ locale }).command('help')).message as never);
  expect(await textIn('de')).toMatch(/<\/topics add:\d+> `\/themen hinzufügen` \p{Lu}/u);
  expect(await textIn('en-GB')).toMatch(/<\/topics add:\d+> \p{Lu}/u);
});

it('names no command that Discord would not show so: it speaks no Arabic', async () => {
  const help = (await loadCommands()).get('help')!;
  const page = textOf(await help.execute({} as never, aContext({ language: 'ar' })));
  expect(page).toContain(sayIn('ar')('command.topics.add'));
  expect(page).not.toContain('`/');
});

it('works in direct messages', async () => {
  const { id } = playground.world.openDm(MILO_ID);
  expect((await milo.command('help', { channelId: id })).message?.embeds).toHaveLength(1);
  await expect(milo.command('subscriptions', { channelId: id })).rejects.toThrow('cannot be used here');
});
