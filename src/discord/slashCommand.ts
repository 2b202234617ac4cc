import {
  type APIApplicationCommandBasicOption,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  ApplicationCommandOptionType as OptionType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { MessageKey } from './languages/en.ts';
import { languages, sayIn } from './languages/index.ts';

/** A word of the catalogue: `topics` where it has `name.topics`. */
type Word = MessageKey extends infer Key ? (Key extends `name.${infer Part}` ? Part : never) : never;
/** The words right below a path of the catalogue: `show` and `split` where it has `command.story.show`, `…split`. */
type Below<Path extends string> = Word &
  (MessageKey extends infer Key ? (Key extends `${Path}.${infer Part}` ? Part : never) : never);

/** A choice by the value that comes back. People read a message of the catalogue, or a name that needs no translation. */
type ChoiceForm =
  | {
      readonly value: string;
      readonly says: MessageKey;
      /** What the message is told, for readers of a language. */
      readonly told?: (language: string) => Readonly<Record<string, string>>;
    }
  | { readonly value: string; readonly name: string };
type WithoutWords<Option> = Option extends unknown
  ? Omit<Option, 'name' | 'name_localizations' | 'description' | 'description_localizations' | 'choices'>
  : never;
/** An option as Discord takes it, without the words that people read. */
export type OptionForm = WithoutWords<APIApplicationCommandBasicOption> & { readonly choices?: readonly ChoiceForm[] };

type Options = Readonly<Record<string, OptionForm>>;

type CommandForm<Name extends string> = {
  /** Also in direct messages, and for whoever installs the app for themselves; otherwise in servers only. */
  readonly anywhere?: boolean;
  /** Discord shows it only to those who may manage the server, unless the server decides otherwise. */
  readonly forManagers?: boolean;
} & (
  | { readonly options: { readonly [Option in Below<`option.${Name}`>]: OptionForm } }
  | {
      readonly subcommands: {
        readonly [Subcommand in Below<`command.${Name}`>]: {
          readonly [Option in Below<`option.${Name}`>]?: OptionForm;
        };
      };
    }
);

/**
 * A command, its subcommands and its options by their keys. What people read of them comes from the catalogue, in every
 * language that Discord has a locale for: `name.subscribe`, `command.subscribe`, `option.subscribe.topics`,
 * `command.topics.add`. One that lacks a sentence there does not compile.
 *
 * @returns what Discord takes. Payloads carry the keys, whatever people read
 * @see https://discord.com/developers/docs/interactions/application-commands#localization
 */
export function slashCommand<Name extends Below<'command'>>(
  name: Name,
  form: CommandForm<Name>,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const options =
    'subcommands' in form
      ? Object.entries(form.subcommands as Readonly<Record<string, Options>>).map(([subcommand, own]) => ({
          type: OptionType.Subcommand,
          ...worded(subcommand, `command.${name}.${subcommand}`),
          options: optionsOf(name, own),
        }))
      : optionsOf(name, form.options);
  return {
    ...worded(name, `command.${name}`),
    ...(form.anywhere ? everywhere : inServers),
    ...(form.forManagers && { default_member_permissions: PermissionFlagsBits.ManageGuild.toString() }),
    options: options as NonNullable<RESTPostAPIChatInputApplicationCommandsJSONBody['options']>,
  };
}

/** @see https://discord.com/developers/docs/interactions/application-commands#contexts */
const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};
const inServers = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

function optionsOf(command: string, options: Options) {
  return Object.entries(options).map(([name, { choices, ...option }]) => ({
    ...option,
    ...worded(name, `option.${command}.${name}`),
    ...(choices && { choices: choices.map(choiceOf) }),
  }));
}

function choiceOf(choice: ChoiceForm) {
  if ('name' in choice) return choice;
  return {
    value: choice.value,
    name: capitalised(choice, 'en'),
    name_localizations: localised(choice.says, (_key, language) => capitalised(choice, language)),
  };
}

function worded(name: string, description: string) {
  return {
    name,
    name_localizations: localised(`name.${name}` as MessageKey),
    description: said(description as MessageKey, 'en'),
    description_localizations: localised(description as MessageKey),
  };
}

/** What is read in each of Discord's locales, English ones too: without them Discord shows one for the other. */
export function localised(
  key: MessageKey,
  text: (key: MessageKey, language: string) => string = said,
): LocalizationMap {
  return Object.fromEntries(
    languages.flatMap(({ code, locales }) => locales.map((locale) => [locale, text(key, code)])),
  );
}

function said(key: MessageKey, language: string): string {
  return sayIn(language)(key);
}

/** A choice stands alone where the same words stand inside a sentence elsewhere. */
function capitalised({ says, told }: Extract<ChoiceForm, { says: MessageKey }>, language: string): string {
  const [first = '', ...rest] = sayIn(language)(says, told?.(language));
  return first.toLocaleUpperCase(language) + rest.join('');
}
