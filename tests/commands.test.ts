import { readdirSync } from 'node:fs';
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType as OptionType,
  PermissionFlagsBits,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { isMessageCommand, type SlashCommand } from '../src/discord/command.ts';
import { languages, sayIn } from '../src/discord/languages/index.ts';
import { loadCommands } from '../src/discord/loadCommands.ts';
import { hostilePieces } from './support/hostileText.ts';
import { textOf } from './support/messageChecks.ts';
import { startTestBot } from './support/startTestBot.ts';

const bot = await startTestBot();
const { ada, playground } = bot;
const commands = new Map<string, SlashCommand>();
for (const [name, command] of await loadCommands()) if (!isMessageCommand(command)) commands.set(name, command);
const faults = languages.map(({ code }) => sayIn(code)('errorUnknown'));

type Form = { subcommand?: string; options: readonly APIApplicationCommandBasicOption[] };

/** Every way to type a command: as it is, or each of its subcommands. */
function formsOf(name: string): Form[] {
  const options = (commands.get(name)?.data.options ?? []) as readonly (
    | APIApplicationCommandBasicOption
    | Subcommand
  )[];
  const subcommands = options.filter((option): option is Subcommand => option.type === OptionType.Subcommand);
  if (subcommands.length === 0) return [{ options: options as readonly APIApplicationCommandBasicOption[] }];
  return subcommands.map(({ name: subcommand, options: own = [] }) => ({ subcommand, options: own }));
}
type Subcommand = { type: OptionType.Subcommand; name: string; options?: APIApplicationCommandBasicOption[] };

/** A text of the length that an option takes. */
function fitting(text: string, option: APIApplicationCommandBasicOption): string {
  const { min_length: min = 1, max_length: max = 6_000 } = option as { min_length?: number; max_length?: number };
  return text.padEnd(min, 'x').slice(0, max);
}

const typedTexts = [
  'x',
  'story:1',
  'source:1',
  '999999',
  'https://elsewhere.example/',
  'é'.repeat(2_000),
  ...hostilePieces,
];

describe.each([...commands.keys()])('/%s', (name) => {
  const { data, autocomplete } = commands.get(name)!;

  it('stands in the file of its name', () => {
    expect(readdirSync(new URL('../commands/', import.meta.url))).toContain(`${name}.ts`);
  });

  it('describes itself and its options in a few plain words', () => {
    for (const { name: option, description } of [data, ...formsOf(name).flatMap(({ options }) => options)]) {
      expect(`${option}: ${description}`).toMatch(/^\S+: \p{Lu}.{5,}[^.]$/u);
      expect(description.length).toBeLessThanOrEqual(100);
    }
  });

  it('asks for Manage Server where it is for those who manage it', () => {
    const isForManagers = [
      'subscribe',
      'live',
      'breaking',
      'edit',
      'pause',
      'resume',
      'export',
      'import',
      'unsubscribe',
      'settings',
      'status',
    ].includes(name);
    expect(data.default_member_permissions ?? null).toBe(
      isForManagers ? PermissionFlagsBits.ManageGuild.toString() : null,
    );
  });

  it('offers values exactly where it says so', () => {
    const offering = formsOf(name).some(({ options }) =>
      options.some((option) => 'autocomplete' in option && option.autocomplete),
    );
    expect(autocomplete !== undefined).toBe(offering);
  });

  it('answers whatever is typed, without a fault of ours, and mentions nobody', async () => {
    for (const { subcommand, options } of formsOf(name)) {
      const texts = options.filter(
        ({ type, ...option }) => type === OptionType.String && !('choices' in option && option.choices?.length),
      );
      const required = texts.filter((option) => option.required);
      const files = options.filter(({ type }) => type === OptionType.Attachment);
      for (const typed of texts.length + files.length > 0 ? typedTexts : ['']) {
        const given = texts.length > 1 ? [...required, ...texts.filter((option) => !option.required)] : texts;
        const values = Object.fromEntries([
          ...given.map((option) => [option.name, fitting(typed, option)]),
          ...files.map((option) => [option.name, ada.attach('file.opml', Buffer.from(typed))]),
        ]);
        const { message, ephemeral } = await ada.command(name, { ...(subcommand && { subcommand }), options: values });
        const text = textOf(message as never);
        expect(text, `/${name} ${JSON.stringify(values)}`).not.toBe('');
        for (const fault of faults) expect(text, `/${name} ${JSON.stringify(values)}`).not.toContain(fault);
        expect([ephemeral, message?.mentions, message?.mention_everyone]).toEqual([true, [], false]);
      }
    }
  });

  it('suggests only what Discord takes, whatever is typed', async () => {
    for (const { subcommand, options } of formsOf(name)) {
      for (const option of options.filter((each) => 'autocomplete' in each && each.autocomplete)) {
        for (const typed of ['', 'a', '橋', ...typedTexts]) {
          const choices = await ada.autocomplete(name, {
            ...(subcommand && { subcommand }),
            focused: option.name,
            options: { [option.name]: fitting(typed, option).slice(0, 100) },
          });
          expect(choices.length).toBeLessThanOrEqual(25);
          for (const choice of choices) {
            expect(choice.name.length).toBeGreaterThan(0);
            expect(Math.max(choice.name.length, String(choice.value).length)).toBeLessThanOrEqual(100);
          }
        }
      }
    }
  });

  it('is answered in time, and once: Discord refuses the rest (10062, 40060)', () => {
    const answers = playground.requests.filter(({ path }) => path.endsWith('/callback'));
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status >= 400)).toEqual([]);
  });
});

it('answers in every language', async () => {
  for (const locale of ['en-US', 'ja', 'ko', 'zh-CN', 'zh-TW', 'de', 'fr', 'es-ES', 'pt-BR', 'ru'] as const) {
    const asker = playground.as({ administrator: true, locale });
    for (const [name, wish] of [
      ['help', {}],
      ['briefing', {}],
      ['topics', { subcommand: 'list' }],
      ['sources', { subcommand: 'list' }],
      ['search', { options: { words: 'bridge' } }],
      ['subscriptions', {}],
      ['settings', {}],
      ['status', {}],
      ['privacy', {}],
    ] as const) {
      const text = textOf((await asker.command(name, wish)).message as never);
      expect(text.length).toBeGreaterThan(20);
      expect(faults.some((fault) => text.includes(fault))).toBe(false);
    }
  }
});

it('registers all commands at the first start only', () => {
  const registering = playground.requests.filter(({ path }) => path.endsWith('/commands')).map(({ method }) => method);
  expect(registering.filter((method) => method !== 'GET').length).toBeLessThanOrEqual(1);
});
