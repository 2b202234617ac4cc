import { CommandType, OptionType, Permission } from '../discord.js';

/**
 * @typedef {import('discord-api-types/v10').APIApplicationCommand} Command
 * @typedef {import('discord-api-types/v10').APIApplicationCommandOption} Option
 * @typedef {{ command: Command, name: string, subcommand: string | undefined, title: string, description: string, options: Option[] }} Entry
 */

/**
 * A channel as commands see it: the reader's permissions there, the context (0 a server, 1 a DM with the bot, 2 another
 * conversation) and by which installs commands come there (0 the server's, 1 the reader's own).
 * @typedef {{ guildId: string | undefined, permissions: bigint, context: number, installs: readonly number[] }} Place
 */

/**
 * What `/` offers: every chat-input command that may be used here, one entry for each subcommand, in the reader's
 * language.
 * @param {readonly Command[]} commands
 * @param {Place & { locale: string }} reader
 * @returns {Entry[]}
 */
export function commandEntries(commands, reader) {
  return usableCommands(commands, CommandType.ChatInput, reader)
    .flatMap((command) =>
      entriesOf(command, command.options ?? [], [], [localName(command, reader.locale)], reader.locale, command),
    )
    .sort((a, b) => a.title.localeCompare(b.title, reader.locale));
}

/**
 * Commands of a type that may be used in a place (interactions/application-commands, "Permissions" and "Contexts").
 * @param {readonly Command[]} commands @param {number} type
 * @param {Place} place
 */
export function usableCommands(commands, type, { guildId, permissions, context, installs }) {
  const here = commands.filter(
    (command) => command.type === type && (!command.guild_id || command.guild_id === guildId),
  );
  return here.filter((command) => {
    const hidden = !command.guild_id && here.some((each) => each.guild_id && each.name === command.name);
    if (hidden || (command.contexts && !command.contexts.includes(context))) return false;
    if (!(command.integration_types ?? [0, 1]).some((each) => installs.includes(each))) return false;
    if (!guildId) return true;
    const needed =
      command.default_member_permissions === '0'
        ? Permission.Administrator
        : BigInt(command.default_member_permissions ?? 0);
    return (permissions & Permission.UseCommands) !== 0n && (permissions & needed) === needed;
  });
}

/**
 * @param {Command} command @param {readonly Option[]} options @param {string[]} path @param {string[]} titles
 * @param {string} locale @param {Command | Option} described
 * @returns {Entry[]}
 */
function entriesOf(command, options, path, titles, locale, described) {
  const nested = options.filter(({ type }) => type === OptionType.Subcommand || type === OptionType.SubcommandGroup);
  if (nested.length === 0) {
    const subcommand = path.length > 0 ? path.join(' ') : undefined;
    const description = localDescription(described, locale);
    return [{ command, name: command.name, subcommand, title: titles.join(' '), description, options: [...options] }];
  }
  return nested.flatMap((option) => {
    const within = 'options' in option ? /** @type {Option[]} */ (option.options ?? []) : [];
    return entriesOf(command, within, [...path, option.name], [...titles, localName(option, locale)], locale, option);
  });
}

/** @param {{ name: string, name_localizations?: Partial<Record<string, string | null>> | null }} named @param {string} locale */
export function localName(named, locale) {
  return localized(named.name_localizations, locale) ?? named.name;
}

/** @param {{ description: string, description_localizations?: Partial<Record<string, string | null>> | null }} described @param {string} locale */
export function localDescription(described, locale) {
  return localized(described.description_localizations, locale) ?? described.description;
}

/** @type {Readonly<Record<string, string>>} */
const FALLBACKS = { 'en-US': 'en-GB', 'en-GB': 'en-US', 'es-419': 'es-ES' };

/** @param {Partial<Record<string, string | null>> | null | undefined} dictionary @param {string} locale */
function localized(dictionary, locale) {
  return dictionary?.[locale] ?? dictionary?.[FALLBACKS[locale] ?? ''] ?? undefined;
}
