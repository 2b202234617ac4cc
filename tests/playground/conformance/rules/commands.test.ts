import { afterAll, describe, expect, it } from 'vitest';
import { startPlayground } from '../../../../src/playground/startPlayground.ts';
import { APPLICATION_ID, GUILD_ID } from '../../../../src/playground/world/defaultWorld.ts';
import { restOn } from '../../support/bot.ts';
import { itHolds, many, poster, type Rule, x } from '../support/Rule.ts';

const playground = await startPlayground({ strict: true });
afterAll(() => playground.close());
const list = `/applications/${APPLICATION_ID}/commands` as const;

const command = (part: object = {}) => ({ name: 'news', description: 'x', ...part });
const option = (part: object = {}) => ({ type: 3, name: 'topic', description: 'x', ...part });
const withOption = (part: object) => command({ options: [option(part)] });
const options = (count: number) => many(count, (index) => option({ name: `o${index}` }));
const choices = (count: number) => many(count, (index) => ({ name: `c${index}`, value: `v${index}` }));
const sub = (part: object = {}) => option({ type: 1, name: 'sub', ...part });
const subs = (count: number) => many(count, (index) => sub({ name: `s${index}` }));

/** A command of exactly this many characters, by its options' choices. */
function ofSize(size: number): object {
  const rest = size - 'news'.length - 'x'.length;
  const large = many(4, (index) => ({ type: 3, name: `o${index}`, description: 'x', choices: [] as object[] }));
  let left = rest - large.length * 3;
  for (let index = 0; left > 0; index++) {
    const length = Math.min(left, 104);
    const place = String(index).padStart(4, '0');
    large[index % 4]!.choices.push({ name: place.padEnd(Math.min(100, length - 4), 'x'), value: place });
    left -= length;
  }
  return command({ options: large });
}

const rules: Rule[] = [
  ['name: 32', command({ name: x(32) }), command({ name: x(33) }), 'name[BASE_TYPE_MAX_LENGTH]'],
  [
    'name: lower case where there is one',
    command({ name: 'ニュース' }),
    command({ name: 'News' }),
    'name[APPLICATION_COMMAND_INVALID_NAME]',
  ],
  [
    'name: no spaces',
    command({ name: 'two-words_1' }),
    command({ name: 'two words' }),
    'name[APPLICATION_COMMAND_INVALID_NAME]',
  ],
  [
    'name: vowel signs of Devanagari',
    command({ name: 'समाचार' }),
    command({ name: 'समाचार!' }),
    'name[APPLICATION_COMMAND_INVALID_NAME]',
  ],
  ['description: there', command(), { name: 'news' }, 'description[BASE_TYPE_REQUIRED]'],
  [
    'description: 100',
    command({ description: x(100) }),
    command({ description: x(101) }),
    'description[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'a localised name is lower case',
    command({ name_localizations: { de: 'neues' } }),
    command({ name_localizations: { de: 'Neues' } }),
    'name_localizations.de[APPLICATION_COMMAND_INVALID_NAME]',
  ],
  [
    'a localised name: 32',
    command({ name_localizations: { de: x(32) } }),
    command({ name_localizations: { de: x(33) } }),
    'name_localizations.de[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'a localised description: 100',
    command({ description_localizations: { de: x(100) } }),
    command({ description_localizations: { de: x(101) } }),
    'description_localizations.de[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'a locale that there is',
    command({ name_localizations: { 'es-419': 'x' } }),
    command({ name_localizations: { xx: 'x' } }),
    'name_localizations.xx[BASE_TYPE_CHOICES]',
  ],
  ['25 options', command({ options: options(25) }), command({ options: options(26) }), 'options[BASE_TYPE_MAX_LENGTH]'],
  ['25 subcommands', command({ options: subs(25) }), command({ options: subs(26) }), 'options[BASE_TYPE_MAX_LENGTH]'],
  [
    'subcommands or options',
    command({ options: [sub()] }),
    command({ options: [option(), sub()] }),
    'options[APPLICATION_COMMAND_OPTIONS_TYPE_INVALID]',
  ],
  [
    'option names: each once',
    command({ options: options(2) }),
    command({ options: [option(), option()] }),
    'options[1][APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS]',
  ],
  [
    'required options first',
    command({ options: [option({ required: true }), option({ name: 'b' })] }),
    command({ options: [option(), option({ name: 'b', required: true })] }),
    'options[1][APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID]',
  ],
  [
    'option name: 32',
    withOption({ name: x(32) }),
    withOption({ name: x(33) }),
    'options[0].name[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'option name: lower case',
    withOption({ name: 'topic' }),
    withOption({ name: 'Topic' }),
    'options[0].name[APPLICATION_COMMAND_INVALID_NAME]',
  ],
  [
    'option description: there',
    withOption({}),
    withOption({ description: undefined }),
    'options[0].description[BASE_TYPE_REQUIRED]',
  ],
  [
    'option description: 100',
    withOption({ description: x(100) }),
    withOption({ description: x(101) }),
    'options[0].description[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'option kind: one that there is',
    withOption({ type: 11 }),
    withOption({ type: 12 }),
    'options[0][UNION_TYPE_CHOICES]',
  ],
  [
    'nested names too',
    command({ options: [sub({ options: options(1) })] }),
    command({ options: [sub({ options: [option({ name: 'A' })] })] }),
    'options[0].options[0].name[APPLICATION_COMMAND_INVALID_NAME]',
  ],
  [
    '25 choices',
    withOption({ choices: choices(25) }),
    withOption({ choices: choices(26) }),
    'options[0].choices[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'choice name: 100',
    withOption({ choices: [{ name: x(100), value: 'v' }] }),
    withOption({ choices: [{ name: x(101), value: 'v' }] }),
    'options[0].choices[0].name[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'choice value: 100',
    withOption({ choices: [{ name: 'c', value: x(100) }] }),
    withOption({ choices: [{ name: 'c', value: x(101) }] }),
    'options[0].choices[0].value[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'choice names: each once',
    withOption({ choices: choices(2) }),
    withOption({ choices: [...choices(1), ...choices(1)] }),
    'options[0].choices[1].name[APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS]',
  ],
  [
    'choices or autocompletion',
    withOption({ autocomplete: true }),
    withOption({ autocomplete: true, choices: choices(1) }),
    'options[0].autocomplete[APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE]',
  ],
  [
    'a length of 6,000',
    withOption({ max_length: 6000 }),
    withOption({ max_length: 6001 }),
    'options[0].max_length[NUMBER_TYPE_MAX]',
  ],
  [
    'a range the right way round',
    withOption({ type: 4, min_value: 1, max_value: 1 }),
    withOption({ type: 4, min_value: 2, max_value: 1 }),
    'options[0][APPLICATION_COMMAND_OPTION_MIN_GREATER_THAN_MAX]',
  ],
  [
    'contexts that there are',
    command({ contexts: [0, 1, 2] }),
    command({ contexts: [3] }),
    'contexts[0][BASE_TYPE_CHOICES]',
  ],
  [
    'permissions as text',
    command({ default_member_permissions: '32' }),
    command({ default_member_permissions: 'many' }),
    'default_member_permissions[NUMBER_TYPE_COERCE]',
  ],
  ['8,000 characters in all', ofSize(8000), ofSize(8001), '0[APPLICATION_COMMAND_TOO_LARGE]'],
  [
    'a user command describes nothing',
    { type: 2, name: 'Ask them' },
    { type: 2, name: 'Ask them', description: 'x' },
    'description[BASE_TYPE_MAX_LENGTH]',
  ],
];

describe('a command', () => itHolds(rules, playground, poster(list)));

describe('a list of commands', () => {
  const ofType = (count: number, type: number) =>
    many(count, (index) => ({ type, name: `c${index}`, ...(type === 1 && { description: 'x' }) }));
  const lists: Rule[] = [
    [
      'names: each once',
      [command(), { type: 3, name: 'news' }],
      [command(), command()],
      '1[APPLICATION_COMMANDS_DUPLICATE_NAME]',
    ],
    [
      'the place in the list is named',
      [command()],
      [command(), { name: 'X', description: 'x' }],
      '1.name[APPLICATION_COMMAND_INVALID_NAME]',
    ],
  ];
  itHolds(lists, playground, poster(list, 'put'));

  it.each([
    ['100 slash commands', 1, 100],
    ['15 user commands', 2, 15],
    ['15 message commands', 3, 15],
  ])('holds %s and no more (30032)', async (_, type, most) => {
    const rest = restOn(playground);
    const put = (count: number, path: `/${string}`) => rest.put(path, { body: ofType(count, type) });
    const ofGuild = `/applications/${APPLICATION_ID}/guilds/${GUILD_ID}/commands` as const;
    await expect(put(most, list)).resolves.toHaveLength(most);
    await expect(put(most, ofGuild)).resolves.toHaveLength(most);
    await expect(put(most + 1, list)).rejects.toMatchObject({ code: 30032 });
    await expect(rest.post(list, { body: { ...ofType(1, type)[0], name: 'more' } })).rejects.toMatchObject({
      code: 30032,
    });
  });
});
