import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { MessageCommand } from './command.ts';
import type { MessageKey } from './languages/en.ts';
import { sayIn } from './languages/index.ts';
import { localised } from './slashCommand.ts';

/**
 * A command in the menu of messages, called what the catalogue says in every language that Discord has a locale for. It
 * stands wherever there are messages: in servers, in direct messages, and for whoever installs the app for themselves.
 *
 * @see https://discord.com/developers/docs/interactions/application-commands#message-commands
 */
export function messageCommand(name: Extract<MessageKey, `menu.${string}`>): MessageCommand['data'] {
  return {
    type: ApplicationCommandType.Message,
    name: sayIn('en')(name),
    name_localizations: localised(name),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}
