import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  Locale,
  ApplicationCommandOptionType as OptionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { withoutNulls } from '../withoutNulls.ts';
import { type FieldFault, fault } from './FieldFault.ts';

type Path = FieldFault['path'];
type Localized = { name: string; name_localizations?: Record<string, string | null> | null };
type Described = Localized & {
  description?: string;
  description_localizations?: Record<string, string | null> | null;
  options?: readonly Described[];
  choices?: readonly (Localized & { value: string | number })[];
};

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set<string>(Object.values(Locale));
const MAX_SIZE = 8000;
const MAX_CHOICE = 100;

/** The rules for a command that Discord's description does not hold (interactions/application-commands). */
export function commandFaults(command: RESTPostAPIApplicationCommandsJSONBody, path: Path = []): FieldFault[] {
  const named = withoutNulls(command) as Described;
  if ((command.type ?? ApplicationCommandType.ChatInput) !== ApplicationCommandType.ChatInput) {
    return [
      ...localeFaults(named, path),
      ...(named.description ? [fault.tooLong([...path, 'description'], 0)] : []),
      ...(named.options?.length ? [fault.tooLong([...path, 'options'], 0)] : []),
    ];
  }
  const size = commandSize(named);
  return [
    ...nameFaults(named, path),
    ...localeFaults(named, path),
    ...(named.description?.trim() ? [] : [fault.required([...path, 'description'])]),
    ...optionListFaults((named.options ?? []) as APIApplicationCommandOption[], [...path, 'options']),
    ...(size > MAX_SIZE
      ? [{ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message: `Command exceeds maximum size (${MAX_SIZE})` }]
      : []),
  ];
}

/** The rules for a whole list of commands, as the bulk overwrite takes it. */
export function commandListFaults(commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): FieldFault[] {
  const keys = commands.map((command) => `${command.type ?? 1} ${command.name}`);
  return commands.flatMap((command, index) => [
    ...commandFaults(command, [index]),
    ...(keys.indexOf(keys[index]!) === index
      ? []
      : [
          {
            path: [index],
            code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
            message: 'Application command names must be unique',
          },
        ]),
  ]);
}

/** The characters of a command that count, the longest localisation standing for each text. */
function commandSize(part: Described): number {
  const longest = (text = '', localized: Record<string, string | null> | null = {}) =>
    Math.max(text.length, ...Object.values(localized ?? {}).map((each) => each?.length ?? 0));
  const own = longest(part.name, part.name_localizations) + longest(part.description, part.description_localizations);
  const choices = (part.choices ?? []).reduce(
    (sum, choice) => sum + longest(choice.name, choice.name_localizations) + String(choice.value).length,
    0,
  );
  return (part.options ?? []).reduce((sum, option) => sum + commandSize(option), own + choices);
}

function optionListFaults(options: readonly APIApplicationCommandOption[], path: Path): FieldFault[] {
  const firstOptional = options.findIndex((option) => !option.required && !holdsOptions(option));
  const names = options.map((option) => option.name);
  const mixed = options.some(holdsOptions) && !options.every(holdsOptions);
  return [
    ...(mixed
      ? [
          {
            path,
            code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
            message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
          },
        ]
      : []),
    ...options.flatMap((option, index) => [
      ...optionFaults(option, [...path, index]),
      ...(names.indexOf(option.name) === index
        ? []
        : [
            {
              path: [...path, index],
              code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
              message: 'Application command option names must be unique',
            },
          ]),
      ...(option.required && firstOptional !== -1 && index > firstOptional
        ? [
            {
              path: [...path, index],
              code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
              message: 'Required options must be placed before non-required options',
            },
          ]
        : []),
    ]),
  ];
}

function optionFaults(option: APIApplicationCommandOption, path: Path): FieldFault[] {
  const { options = [], choices = [] } = option as Described;
  const autocomplete = 'autocomplete' in option && option.autocomplete;
  const range = option as { min_value?: number; max_value?: number; min_length?: number; max_length?: number };
  const turned =
    (range.min_value ?? 0) > (range.max_value ?? Infinity) || (range.min_length ?? 0) > (range.max_length ?? 6000);
  return [
    ...nameFaults(option, path),
    ...localeFaults(option as Described, path),
    ...(option.description?.trim() ? [] : [fault.required([...path, 'description'])]),
    ...(autocomplete && choices.length
      ? [
          {
            path: [...path, 'autocomplete'],
            code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE',
            message: 'Autocomplete options cannot have choices',
          },
        ]
      : []),
    ...(turned
      ? [{ path, code: 'APPLICATION_COMMAND_OPTION_MIN_GREATER_THAN_MAX', message: 'Minimum must not exceed maximum' }]
      : []),
    ...choices.flatMap((choice, index) => choiceFaults(choice, choices, [...path, 'choices', index])),
    ...optionListFaults(options as APIApplicationCommandOption[], [...path, 'options']),
  ];
}

function choiceFaults(
  choice: Localized & { value: string | number },
  all: readonly Localized[],
  path: Path,
): FieldFault[] {
  const repeated = all.find((each) => each.name === choice.name) !== choice;
  return [
    ...localeFaults(choice, path, false),
    ...(typeof choice.value === 'string' && choice.value.length > MAX_CHOICE
      ? [fault.tooLong([...path, 'value'], MAX_CHOICE)]
      : []),
    ...(repeated
      ? [
          {
            path: [...path, 'name'],
            code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
            message: 'Option choice name already exists',
          },
        ]
      : []),
  ];
}

function nameFaults(part: Localized, path: Path): FieldFault[] {
  const names: [Path, string | null][] = [
    [[...path, 'name'], part.name],
    ...Object.entries(part.name_localizations ?? {}).map<[Path, string | null]>(([locale, name]) => [
      [...path, 'name_localizations', locale],
      name,
    ]),
  ];
  return names
    .filter(([, name]) => name !== null && (!NAME.test(name) || name !== name.toLowerCase()))
    .map(([at]) => ({ path: at, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }));
}

function localeFaults(part: Described, path: Path, described = true): FieldFault[] {
  const keys = ['name_localizations', ...(described ? ['description_localizations'] : [])] as const;
  return keys.flatMap((key) =>
    Object.keys(part[key as 'name_localizations'] ?? {})
      .filter((locale) => !LOCALES.has(locale))
      .map((locale) => fault.notAChoice([...path, key, locale], [...LOCALES])),
  );
}

function holdsOptions(option: { type: OptionType }): boolean {
  return option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup;
}
