import { GatewayIntentBits as Intent } from 'discord-api-types/v10';

/** Intents that an application must be granted first; this one is not (events/gateway, "Privileged Intents"). */
export const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

/** All intents there are. */
export const KNOWN = Object.values(Intent).reduce<number>((all, bit) => (typeof bit === 'number' ? all | bit : all), 0);

/** The intents any of which lets an event through; 0 for those that need none (events/gateway, "List of Intents"). */
export function intentsFor(event: string, inGuild: boolean): number {
  if (/^(GUILD_(CREATE|UPDATE|DELETE|ROLE_.*)|CHANNEL_(CREATE|UPDATE|DELETE)|THREAD_.*)$/.test(event))
    return Intent.Guilds;
  if (event === 'CHANNEL_PINS_UPDATE') return inGuild ? Intent.Guilds : Intent.DirectMessages;
  if (/^GUILD_MEMBER_/.test(event)) return Intent.GuildMembers;
  if (/^MESSAGE_REACTION_/.test(event)) return inGuild ? Intent.GuildMessageReactions : Intent.DirectMessageReactions;
  if (/^MESSAGE_/.test(event)) return inGuild ? Intent.GuildMessages : Intent.DirectMessages;
  if (event === 'WEBHOOKS_UPDATE') return Intent.GuildWebhooks;
  return 0;
}
