import { GatewayIntentBits as Intent } from 'discord-api-types/v10';

/** Intents that an application must be granted first; this one is not (events/gateway, "Privileged Intents"). */
export const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

/** All intents there are. */
export const KNOWN = Object.values(Intent).reduce<number>((all, bit) => (typeof bit === 'number' ? all | bit : all), 0);

/**
 * The intents any of which lets an event through; 0 for those that need none (events/gateway, "List of Intents").
 * `aboutBot`: the event about a member concerns the bot itself.
 */
export function intentsFor(event: string, inGuild: boolean, aboutBot = false): number {
  if (event === 'THREAD_MEMBERS_UPDATE') return aboutBot ? Intent.Guilds | Intent.GuildMembers : Intent.GuildMembers;
  if (/^(GUILD_(CREATE|UPDATE|DELETE|ROLE_.*)|CHANNEL_(CREATE|UPDATE|DELETE)|THREAD_.*)$/.test(event))
    return Intent.Guilds;
  if (event === 'CHANNEL_PINS_UPDATE') return inGuild ? Intent.Guilds : Intent.DirectMessages;
  if (/^GUILD_MEMBER_/.test(event)) return aboutBot ? 0 : Intent.GuildMembers;
  if (/^MESSAGE_REACTION_/.test(event)) return inGuild ? Intent.GuildMessageReactions : Intent.DirectMessageReactions;
  if (/^MESSAGE_/.test(event)) return inGuild ? Intent.GuildMessages : Intent.DirectMessages;
  if (event === 'TYPING_START') return inGuild ? Intent.GuildMessageTyping : Intent.DirectMessageTyping;
  if (event === 'WEBHOOKS_UPDATE') return Intent.GuildWebhooks;
  return 0;
}
