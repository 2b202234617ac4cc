import { SlashCommandBuilder } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { APPLICATION_ID, GUILD_ID } from '../../src/playground/world/defaultWorld.ts';
import { raw, restOn, started } from './support/bot.ts';

const list = `/applications/${APPLICATION_ID}/commands` as const;
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'x', ...more });
const command = (more: object = {}) => ({ name: 'news', description: 'x', ...more });

describe('commands', () => {
  it('are kept with their localisations, and listed without unless asked', async () => {
    const { playground, client } = await started();
    const built = new SlashCommandBuilder()
      .setName('topics')
      .setNameLocalizations({ de: 'themen', ja: 'トピック' })
      .setDescription('Topics')
      .setDescriptionLocalization('de', 'Themen')
      .setDefaultMemberPermissions(32);
    await client.application.commands.set([built]);
    const plain = (await raw(playground, 'GET', list)).body[0];
    const full = (await client.application.commands.fetch({ cache: false, withLocalizations: true })).first();
    expect(Object.keys(plain)).not.toContain('name_localizations');
    expect(full?.nameLocalizations).toEqual({ de: 'themen', ja: 'トピック' });
    expect(full?.defaultMemberPermissions?.bitfield).toBe(32n);
  });

  it('keep their id under a bulk overwrite, and change their version only with their definition', async () => {
    const { client } = await started();
    const set = async (...bodies: { name: string; description: string }[]) =>
      (await client.application.commands.set(bodies)).map(({ id, version }) => ({ id, version }));
    const [news, gone] = await set({ name: 'news', description: 'x' }, { name: 'gone', description: 'x' });
    const [same] = await set({ name: 'news', description: 'x' });
    const [changed] = await set({ name: 'news', description: 'y' });
    expect(same).toEqual(news);
    expect(changed?.id).toBe(news?.id);
    expect(changed?.version).not.toBe(news?.version);
    await expect(client.application.commands.fetch(gone!.id, { force: true })).rejects.toMatchObject({ code: 10063 });
  });

  it('are created, changed and deleted one by one, for all or for one guild', async () => {
    const { playground, client } = await started();
    const made = await client.application.commands.create({ name: 'help', description: 'x' }, GUILD_ID);
    expect((await made.setDescription('y')).description).toBe('y');
    expect(playground.world.commands.values()).toHaveLength(1);
    await made.delete();
    expect(playground.world.commands.values()).toEqual([]);
    expect((await raw(playground, 'POST', list, command())).status).toBe(201);
    expect((await raw(playground, 'POST', list, command({ description: 'z' }))).status).toBe(200);
    expect((await raw(playground, 'GET', '/applications/1/commands')).body.code).toBe(10002);
  });

  it('are refused as Discord refuses them', async () => {
    const { playground } = await started();
    const many = Array.from({ length: 26 }, (_, index) => option(`o${index}`));
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    const sub = { type: 1, name: 'sub', description: 'x' };
    const cases: [string, object][] = [
      ['name[APPLICATION_COMMAND_INVALID_NAME]', command({ name: 'News' })],
      ['name[APPLICATION_COMMAND_INVALID_NAME]', command({ name: 'two words' })],
      ['name[BASE_TYPE_MAX_LENGTH]', command({ name: 'x'.repeat(33) })],
      ['description[BASE_TYPE_REQUIRED]', { name: 'news' }],
      ['description[BASE_TYPE_MAX_LENGTH]', command({ description: 'x'.repeat(101) })],
      ['name_localizations.xx[BASE_TYPE_CHOICES]', command({ name_localizations: { xx: 'x' } })],
      ['name_localizations.de[APPLICATION_COMMAND_INVALID_NAME]', command({ name_localizations: { de: 'Neu' } })],
      ['options[BASE_TYPE_MAX_LENGTH]', command({ options: many })],
      ['options[0].description[BASE_TYPE_REQUIRED]', command({ options: [{ type: 3, name: 'x' }] })],
      ['options[0].choices[BASE_TYPE_MAX_LENGTH]', command({ options: [option('x', { choices })] })],
      [
        'options[1][APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID]',
        command({ options: [option('a'), option('b', { required: true })] }),
      ],
      ['options[1][APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS]', command({ options: [option('a'), option('a')] })],
      [
        'options[0].autocomplete[',
        command({ options: [option('a', { autocomplete: true, choices: choices.slice(0, 1) })] }),
      ],
      ['options[APPLICATION_COMMAND_OPTIONS_TYPE_INVALID]', command({ options: [option('a'), sub] })],
      [
        'options[0].options[0].name[APPLICATION_COMMAND_INVALID_NAME]',
        command({ options: [{ ...sub, options: [option('A')] }] }),
      ],
      ['options[0][UNION_TYPE_CHOICES]', command({ options: [{ type: 42, name: 'x', description: 'x' }] })],
      ['contexts[0][BASE_TYPE_CHOICES]', command({ contexts: [7] })],
    ];
    for (const [expected, body] of cases) {
      const error = await restOn(playground)
        .post(list, { body })
        .catch((caught) => caught);
      expect(String((error as Error).message ?? 'accepted'), expected).toContain(`\n${expected}`);
    }
    const large = command({
      options: many.slice(0, 25).map((each) => ({
        ...each,
        description: 'x'.repeat(100),
        choices: choices.slice(0, 25).map((_, i) => ({ name: `${i}${'n'.repeat(90)}`, value: `${i}` })),
      })),
    });
    expect((await raw(playground, 'POST', list, large)).body.errors._errors[0].code).toBe(
      'APPLICATION_COMMAND_TOO_LARGE',
    );
    const twice = await raw(playground, 'PUT', list, [command(), command()]);
    expect(twice.body.errors['1']._errors[0].code).toBe('APPLICATION_COMMANDS_DUPLICATE_NAME');
    const hundredAndOne = Array.from({ length: 101 }, (_, index) => command({ name: `c${index}` }));
    expect((await raw(playground, 'PUT', list, hundredAndOne)).body.code).toBe(30032);
    expect(playground.world.commands.values()).toEqual([]);
  });

  it('take default_member_permissions as the string that Discord documents', async () => {
    const { playground } = await started();
    const { body } = await raw(playground, 'POST', list, command({ default_member_permissions: '8' }));
    expect(body.default_member_permissions).toBe('8');
  });
});
