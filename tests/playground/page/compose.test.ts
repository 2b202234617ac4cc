import { type APIApplicationCommand, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { type AnyOption, checkFile, checkOption } from '../../../src/playground/page/browser/compose/checkOption.js';
import {
  commandEntries,
  type Place,
  usableCommands,
} from '../../../src/playground/page/browser/compose/commandEntries.js';
import { formatBytes } from '../../../src/playground/page/browser/markdown/formatBytes.js';
import english from '../../../src/playground/page/browser/texts/en.js';

const everything = 2n ** 53n - 1n;
const useCommands = 1n << 31n;

function command(fields: object): APIApplicationCommand {
  return {
    ...{ id: '1', application_id: '2', version: '3', type: 1, name: 'find', description: 'Finds' },
    ...{ default_member_permissions: null, options: [], ...fields },
  } as APIApplicationCommand;
}

function option(fields: Partial<AnyOption>): AnyOption {
  return { name: 'value', description: '', type: Type.String, ...fields };
}

describe('what / offers', () => {
  const reader = { guildId: '9', permissions: everything, context: 0, installs: [0], locale: 'de' };

  it('is each subcommand, in the reader’s language', () => {
    const add = {
      type: 1,
      name: 'add',
      description: 'Adds',
      name_localizations: { de: 'neu' },
      options: [{ name: 'word' }],
    };
    const topics = command({ name: 'topics', options: [add, { type: 1, name: 'list', description: 'Lists' }] });
    const find = command({ name_localizations: { de: 'suche' }, description_localizations: { de: 'Sucht' } });
    expect(commandEntries([topics, find], reader)).toMatchObject([
      { title: 'suche', description: 'Sucht', name: 'find', subcommand: undefined },
      { title: 'topics list', description: 'Lists', subcommand: 'list' },
      { title: 'topics neu', description: 'Adds', subcommand: 'add', options: [{ name: 'word' }] },
    ]);
  });

  it.each<[string, object, Partial<Place>, boolean]>([
    ['nothing special', {}, {}, true],
    ['a permission that one has', { default_member_permissions: '32' }, { permissions: useCommands | 32n }, true],
    ['a permission that one lacks', { default_member_permissions: '32' }, { permissions: useCommands }, false],
    ['administrators only', { default_member_permissions: '0' }, { permissions: useCommands | 32n }, false],
    ['administrators only', { default_member_permissions: '0' }, { permissions: useCommands | 8n }, true],
    ['no right to use commands', {}, { permissions: 0n }, false],
    ['servers only, in a server', { contexts: [0] }, {}, true],
    ['DMs only, in a server', { contexts: [1] }, {}, false],
    ['servers only, in a conversation of people', { contexts: [0] }, { guildId: undefined, context: 2 }, false],
    ['another server', { guild_id: '8' }, {}, false],
    ['what one installs oneself, not installed', { integration_types: [1] }, {}, false],
    ['what one installs oneself, installed', { integration_types: [1] }, { installs: [0, 1] }, true],
    ['servers’ installs, where the bot is not', { integration_types: [0] }, { installs: [1] }, false],
  ])('with %s', (_, fields, place, usable) => {
    expect(usableCommands([command(fields)], 1, { ...reader, ...place })).toHaveLength(usable ? 1 : 0);
  });

  it('is a server’s own command rather than the global one of the same name', () => {
    const own = command({ id: '5', guild_id: '9' });
    expect(usableCommands([command({}), own], 1, reader)).toEqual([own]);
  });
});

describe('a value', () => {
  it.each<[string, Partial<AnyOption>, string, unknown]>([
    ['a text', {}, ' word ', { value: 'word' }],
    ['an empty one', {}, '  ', { problem: { key: 'required' } }],
    ['too long', { max_length: 3 }, 'four', { problem: { key: 'tooLong', values: { limit: 3, length: 4 } } }],
    ['too short', { min_length: 5 }, 'four', { problem: { key: 'tooShort', values: { limit: 5, length: 4 } } }],
    ['a whole number', { type: Type.Integer }, '7', { value: 7 }],
    [
      'a fraction for a whole number',
      { type: Type.Integer },
      '7.5',
      { problem: { key: 'notWhole', values: { value: '7.5' } } },
    ],
    ['a number', { type: Type.Number }, '7,5', { value: 7.5 }],
    ['no number', { type: Type.Number }, 'x', { problem: { key: 'notNumber', values: { value: 'x' } } }],
    ['too small', { type: Type.Integer, min_value: 1 }, '0', { problem: { key: 'tooSmall', values: { limit: 1 } } }],
    ['too large', { type: Type.Integer, max_value: 7 }, '8', { problem: { key: 'tooLarge', values: { limit: 7 } } }],
    ['neither true nor false', { type: Type.Boolean }, 'x', { problem: { key: 'notInList', values: { value: 'x' } } }],
    ['no channel', { type: Type.Channel }, '#x', { problem: { key: 'noSuchChannel', values: { value: '#x' } } }],
  ])('%s', (_, fields, typed, result) => {
    expect(checkOption(option(fields), typed, [])).toEqual(result);
  });

  it('may be named as it is shown, with or without its sign', () => {
    const known = [{ label: '#news', value: '5' }];
    const channel = option({ type: Type.Channel });
    for (const typed of ['#news', 'news', 'NEWS', '5'])
      expect(checkOption(channel, typed, known)).toEqual({ value: '5' });
  });

  it('of a list is nothing else', () => {
    const choices = option({ choices: [{ name: 'Every day', value: 'every' }] });
    expect(checkOption(choices, 'sometimes', [])).toEqual({
      problem: { key: 'notInList', values: { value: 'sometimes' } },
    });
  });
});

describe('a file', () => {
  const shown = (bytes: number) => formatBytes(bytes, 'en-US');

  it('may have 10 MiB and no more', () => {
    expect(checkFile({ name: 'a', size: 10 * 1024 * 1024 }, shown)).toBeNull();
    expect(checkFile({ name: 'a.zip', size: 10 * 1024 * 1024 + 1 }, shown)).toEqual({
      key: 'fileTooLarge',
      values: { name: 'a.zip', size: '10 MB', limit: '10 MB' },
    });
  });

  it.each<[number, string, string]>([
    [0, 'en-US', '0 bytes'],
    [1023, 'en-US', '1,023 bytes'],
    [1024, 'en-US', '1 kB'],
    [1.4 * 1024 * 1024, 'en-US', '1.4 MB'],
    [1.4 * 1024 * 1024, 'de', '1,4 MB'],
  ])('of %d bytes in %s: %s', (bytes, locale, text) => {
    expect(formatBytes(bytes, locale)).toBe(text);
  });
});

describe('texts', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

  it.each(['de', 'es', 'fr', 'ja', 'ko', 'pt', 'ru', 'zh-CN', 'zh-TW'])(
    '%s says everything, with the same values',
    async (code) => {
      const { default: texts } = await import(`../../../src/playground/page/browser/texts/${code}.js`);
      const english_ = english as Record<string, string>;
      const same = new Set(['app', 'requestMs', 'requestStatus']);
      expect(Object.keys(english_).filter((key) => !same.has(key) && !(key in texts))).toEqual([]);
      for (const [key, text] of Object.entries<string>(texts)) {
        expect(placeholders(text), key).toEqual(placeholders(english_[key] ?? ''));
      }
    },
  );
});
