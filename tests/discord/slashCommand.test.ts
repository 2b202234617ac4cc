import { Locale, ApplicationCommandOptionType as OptionType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { isMessageCommand, type SlashCommand } from '../../src/discord/command.ts';
import { en, type MessageKey } from '../../src/discord/languages/en.ts';
import { languageOfLocale, languages, sayIn } from '../../src/discord/languages/index.ts';
import { loadCommands } from '../../src/discord/loadCommands.ts';
import { slashCommand } from '../../src/discord/slashCommand.ts';
import { commandFaults } from '../../src/playground/checks/commandFaults.ts';

type Words = Readonly<Record<string, string>>;
/** A command, a subcommand, an option or a choice, as Discord gets it. */
type Part = {
  readonly name: string;
  readonly name_localizations?: Words;
  readonly description?: string;
  readonly description_localizations?: Words;
  readonly type?: number;
  readonly options?: readonly Part[];
  readonly choices?: readonly Part[];
};

const all = [...(await loadCommands()).values()];
const commands = all
  .filter((command) => !isMessageCommand(command))
  .map(({ data }) => data as Part & SlashCommand['data']);
const menus = all.filter(isMessageCommand).map(({ data }) => data);
const partsOf = (part: Part): Part[] => [part, ...(part.options ?? []).flatMap(partsOf)];
const locales = languages.flatMap((language) => language.locales);

it('speaks every locale that Discord has for our languages', () => {
  const ours = Object.values(Locale).filter((locale) => locale.startsWith('en-') || languageOfLocale(locale) !== 'en');
  expect([...locales].sort()).toEqual(ours.sort());
});

describe.each(commands.map((command) => [command.name, command] as const))('/%s', (_name, command) => {
  it('is one that Discord takes, with 8,000 characters at most', () => {
    expect(commandFaults(command)).toEqual([]);
  });

  it('has a name and a description for every locale, of the length that Discord takes', () => {
    for (const part of partsOf(command)) {
      expect(Object.keys(part.name_localizations ?? {}).sort()).toEqual([...locales].sort());
      expect(Object.keys(part.description_localizations ?? {}).sort()).toEqual([...locales].sort());
      const descriptions = Object.values(part.description_localizations ?? {});
      expect(descriptions.filter((text) => text.length < 1 || text.length > 100)).toEqual([]);
      for (const { name, name_localizations: names } of part.choices ?? []) {
        expect([name, ...Object.values(names ?? {})].filter((text) => text.length > 100)).toEqual([]);
      }
    }
  });

  it('carries English names, and shows them to English readers', () => {
    for (const { name, name_localizations: names, description, description_localizations: said } of partsOf(command)) {
      expect(name).toMatch(/^[a-z]+$/);
      expect([names?.['en-US'], names?.['en-GB']]).toEqual([name, name]);
      expect([said?.['en-US'], said?.['en-GB']]).toEqual([description, description]);
    }
  });

  it.each(locales)('names each option and each choice differently in %s', (locale) => {
    for (const { options = [], choices = [] } of partsOf(command)) {
      for (const named of [options, choices]) {
        const names = named.map(({ name, name_localizations: own }) => own?.[locale] ?? name);
        expect(names).toEqual([...new Set(names)]);
      }
    }
  });
});

describe.each(menus.map((menu) => [menu.name, menu] as const))('%s, in the menu of messages', (_name, menu) => {
  it('is one that Discord takes, wherever there are messages', () => {
    expect(commandFaults(menu)).toEqual([]);
    expect([menu.contexts, menu.integration_types]).toEqual([
      [0, 1, 2],
      [0, 1],
    ]);
  });

  it('has a name for every locale, of the length that Discord takes', () => {
    // https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-structure
    const names = menu.name_localizations ?? {};
    expect(Object.keys(names).sort()).toEqual([...locales].sort());
    expect(Object.values(names).filter((name) => !name || name.length > 32 || name !== name.trim())).toEqual([]);
    expect([names['en-US'], names['en-GB']]).toEqual([menu.name, menu.name]);
  });
});

it.each(locales)('no two commands of messages have one name in %s', (locale) => {
  const names = menus.map((menu) => menu.name_localizations?.[locale]);
  expect(names).toEqual([...new Set(names)]);
});

it.each(locales)('no two commands have one name in %s', (locale) => {
  const names = commands.map((command) => command.name_localizations?.[locale]);
  expect(names).toEqual([...new Set(names)]);
});

it('every word and sentence about commands is used', () => {
  const used = new Set<string>();
  for (const command of commands) {
    for (const part of partsOf(command)) {
      used.add(`name.${part.name}`);
      const isSubcommand = part.type === OptionType.Subcommand;
      if (part === command) used.add(`command.${part.name}`);
      else used.add(`${isSubcommand ? 'command' : 'option'}.${command.name}.${part.name}`);
    }
  }
  const written = (Object.keys(en) as MessageKey[]).filter((key) => /^(?:name|command|option)\./.test(key));
  expect(written.filter((key) => !used.has(key))).toEqual([]);
});

describe('a command file', () => {
  const text = { type: OptionType.String } as const;

  it('does not compile with what the catalogue lacks, or without what it has', () => {
    expect.hasAssertions();
    // @ts-expect-error no `command.ferry`
    expect(() => slashCommand('ferry', { options: {} })).toThrow();
    // @ts-expect-error no `option.related.day`
    expect(() => slashCommand('related', { options: { story: text, day: text } })).toThrow();
    // @ts-expect-error no `command.story.sink`
    expect(() => slashCommand('story', { subcommands: { show: {}, split: {}, merge: {}, sink: {} } })).toThrow();
    // @ts-expect-error `option.related.story` stands in the catalogue
    expect(slashCommand('related', { options: {} }).options).toEqual([]);
  });

  it('may say in other words what a choice is, or name it', () => {
    const choices = [
      { value: 'every', says: 'everyDay' },
      { value: 'x', name: 'X' },
    ] as const;
    const [topic] = slashCommand('briefing', { options: { topic: { ...text, choices } } }).options as Part[];
    expect(topic?.choices).toEqual([
      { value: 'every', name: 'Every day', name_localizations: expect.objectContaining({ de: 'Täglich', ja: '毎日' }) },
      { value: 'x', name: 'X' },
    ]);
  });

  it('is for servers unless it says otherwise, then wherever people are, and for everybody', () => {
    const { contexts, integration_types, default_member_permissions } = slashCommand('subscriptions', { options: {} });
    expect([contexts, integration_types, default_member_permissions]).toEqual([[0], [0], undefined]);
    const open = slashCommand('help', { anywhere: true, forManagers: true, options: {} });
    expect([open.contexts, open.integration_types, open.default_member_permissions]).toEqual([[0, 1, 2], [0, 1], '32']);
  });

  it('is described in the words of its own language', () => {
    const help = slashCommand('help', { anywhere: true, options: {} });
    expect(help.description_localizations?.['pt-BR']).toBe(sayIn('pt')('command.help'));
    expect(help.name_localizations?.['es-419']).toBe(sayIn('es')('name.help'));
  });
});
