import { SlashCommandBuilder } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Command, SlashCommand } from '../../src/discord/command.ts';
import { loadCommands } from '../../src/discord/loadCommands.ts';
import { holds, registerCommands } from '../../src/discord/registerCommands.ts';
import { botOn, playgroundFor } from '../playground/support/bot.ts';

const command = (data: SlashCommand['data']): SlashCommand => ({ data, execute: async () => ({ content: 'x' }) });
const byName = (commands: Command[]) => new Map(commands.map((each) => [each.data.name, each]));

const ferry = new SlashCommandBuilder()
  .setName('ferry')
  .setDescription('When it sails')
  .addStringOption((option) => option.setName('day').setDescription('Which one').setMaxLength(20).setRequired(true));
const tide = new SlashCommandBuilder().setName('tide').setDescription('When it turns');

async function registering() {
  const playground = await playgroundFor();
  const client = await botOn(playground);
  const asked = () => playground.requests.filter(({ path }) => path.endsWith('/commands')).map(({ method }) => method);
  return { asked, register: (commands: Command[]) => registerCommands(client, byName(commands)) };
}

describe('registering commands', () => {
  it('writes them once, and afterwards only asks', async () => {
    const { asked, register } = await registering();
    const commands = [command(ferry.toJSON()), command(tide.toJSON())];
    const first = await register(commands);
    const again = await register(commands);
    expect([first.written, again.written]).toEqual([true, false]);
    expect(asked()).toEqual(['GET', 'PUT', 'GET']);
    expect([...first.ids.keys()]).toEqual(['ferry', 'tide']);
    expect(again.ids).toEqual(first.ids);
  });

  it('writes all of ours only when one of them changed', async () => {
    const { asked, register } = await registering();
    const commands = [...(await loadCommands()).values()];
    await register(commands);
    expect((await register(commands)).written).toBe(false);
    const [one, ...others] = commands as [Command, ...Command[]];
    const changed = { ...one, data: { ...one.data, name_localizations: { de: 'anders' } } } as Command;
    expect((await register([changed, ...others])).written).toBe(true);
    expect(asked()).toEqual(['GET', 'PUT', 'GET', 'GET', 'PUT']);
  });

  it.each<[string, Command[]]>([
    ['a command that went', [command(ferry.toJSON())]],
    ['another description', [command(ferry.toJSON()), command({ ...tide.toJSON(), description: 'When it ebbs' })]],
    ['a permission', [command(ferry.toJSON()), command({ ...tide.toJSON(), default_member_permissions: '32' })]],
    [
      'an option that is no longer required',
      [
        command({
          ...ferry.toJSON(),
          options: ferry.toJSON().options?.map((option) => ({ ...option, required: false })) as [],
        }),
        command(tide.toJSON()),
      ],
    ],
    ['options that went', [command({ ...ferry.toJSON(), options: [] }), command(tide.toJSON())]],
  ])('notices %s', async (_what, changed) => {
    const { register } = await registering();
    await register([command(ferry.toJSON()), command(tide.toJSON())]);
    expect((await register(changed)).written).toBe(true);
    expect((await register(changed)).written).toBe(false);
  });

  it('notices a limit that was taken off with the builder', async () => {
    const { register } = await registering();
    const shorter = new SlashCommandBuilder()
      .setName('ferry')
      .setDescription('When it sails')
      .addStringOption((option) => option.setName('day').setDescription('Which one').setRequired(true));
    await register([command(ferry.toJSON())]);
    expect((await register([command(shorter.toJSON())])).written).toBe(true);
  });
});

describe('comparing with what Discord lists', () => {
  it('overlooks what Discord adds', () => {
    expect(holds({ id: '1', version: '2', name: 'a', nsfw: false, options: [] }, { name: 'a' })).toBe(true);
    expect(holds({ name: 'a', dm_permission: null }, { name: 'a', options: [], nsfw: false })).toBe(true);
  });

  it('sees another value, another length and another order', () => {
    expect(holds({ name: 'a' }, { name: 'b' })).toBe(false);
    expect(holds({ options: [{ name: 'a' }] }, { options: [{ name: 'a' }, { name: 'b' }] })).toBe(false);
    expect(holds({ options: [{ name: 'b' }, { name: 'a' }] }, { options: [{ name: 'a' }, { name: 'b' }] })).toBe(false);
    expect(holds({ contexts: [0, 1] }, { contexts: null })).toBe(false);
    expect(holds(undefined, { name: 'a' })).toBe(false);
  });
});
