import {
  type APIChannel,
  type APIMessage,
  AuditLogEvent,
  ChannelType,
  type Client,
  type Guild,
  MessageFlags,
  PermissionFlagsBits,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import { type OutgoingGreeting, PostError, type SendGreeting } from '../news/outside.ts';
import { missingIn, neededPermissions } from './channelAccess.ts';
import type { CommandContext } from './command.ts';
import { escaped } from './escape.ts';
import { formReply, usualChoice } from './formReplies.ts';
import { guildDefaults } from './guildDefaults.ts';
import { sayIn } from './languages/index.ts';
import { postErrorFrom } from './postErrors.ts';
import { afterForm } from './renderForm.ts';
import { isUnreachable } from './sendNotice.ts';

type Voice = Pick<CommandContext, 'db' | 'now' | 'mention' | 'language' | 'say'> & { readonly timeZone: string };

/** How far our clock may be from Discord's. */
const clockErrorMs = 60 * 60_000;

/**
 * Makes the function that greets a server: in its channel for system messages, else in the first text channel where that
 * is allowed. Where there is none, whoever invited Tidings is told what it lacks, as far as the audit log may be read and
 * shows them, else the owner.
 *
 * @see https://discord.com/developers/docs/resources/audit-log
 */
export function createSendGreeting(
  client: Client<true>,
  context: Pick<CommandContext, 'db' | 'now' | 'mention'>,
): SendGreeting {
  return async (greeting, triedSince) => {
    const guild = client.guilds.cache.get(greeting.guildId);
    if (!guild) throw new PostError('no channel', 'The server is gone.');
    const defaults = await guildDefaults(
      { guildLocale: guild.preferredLocale, locale: guild.preferredLocale },
      guild.id,
      context,
    );
    const voice = { ...context, ...defaults, say: sayIn(defaults.language) };
    for (const channelId of channelsFor(guild)) {
      try {
        const before = triedSince && (await findGreeting(client, channelId, triedSince));
        if (before) return { messageId: before };
        return await send(client, channelId, greeting, await textFor(greeting, guild, channelId, voice));
      } catch (error) {
        const problem = error instanceof PostError ? error : postErrorFrom(error);
        if (problem.kind !== 'no access' && problem.kind !== 'no channel') throw problem;
      }
    }
    return tellSomebody(client, guild, greeting, voice);
  };
}

/** The channels where that may be said, the likeliest first. */
function channelsFor(guild: Guild): string[] {
  const { me } = guild.members;
  const texts = guild.channels.cache
    .filter((channel) => channel.type === ChannelType.GuildText)
    .filter((channel) => me && missingIn(channel.permissionsFor(me)).length === 0);
  return [...texts.values()]
    .sort(
      (a, b) =>
        Number(b.id === guild.systemChannelId) - Number(a.id === guild.systemChannelId) ||
        a.rawPosition - b.rawPosition,
    )
    .map(({ id }) => id);
}

async function textFor({ kind }: OutgoingGreeting, guild: Guild, channelId: string, voice: Voice) {
  const { say, mention } = voice;
  if (kind === 'return') return afterForm(say('greetingReturned', { command: mention('subscriptions') }));
  const state = usualChoice(channelId, voice);
  return formReply(state, { guildId: guild.id, isGreeting: true }, { ...voice, client: guild.client });
}

async function tellSomebody(client: Client<true>, guild: Guild, greeting: OutgoingGreeting, { say, mention }: Voice) {
  const words = { server: escaped(guild.name, 100), command: mention('subscribe') };
  const missing = neededPermissions.map((key) => say(key)).join(say('comma'));
  const content = say('greetingNoChannel', { ...words, missing });
  for (const userId of new Set([await inviterOf(guild), guild.ownerId])) {
    if (!userId) continue;
    try {
      const channel = (await client.rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIChannel;
      return await send(client, channel.id, greeting, { content });
    } catch (error) {
      if (!isUnreachable(error)) throw postErrorFrom(error);
    }
  }
  throw new PostError('no access', 'There is no channel to write in, and nobody takes direct messages.');
}

/** Null where the audit log may not be read, or does not say. */
async function inviterOf(guild: Guild): Promise<string | null> {
  if (!guild.members.me?.permissions.has(PermissionFlagsBits.ViewAuditLog)) return null;
  const { entries } = await guild
    .fetchAuditLogs({ type: AuditLogEvent.BotAdd, limit: 10 })
    .catch(() => ({ entries: null }));
  return entries?.find(({ targetId }) => targetId === guild.client.user.id)?.executorId ?? null;
}

/** What an earlier attempt may have left in the channel. Briefings need no greeting before them, so any will do. */
async function findGreeting(client: Client<true>, channelId: string, since: Date): Promise<string | null> {
  const query = new URLSearchParams({ limit: '100' });
  const messages = (await client.rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
  const found = messages.find(
    ({ author, flags = 0, timestamp }) =>
      author.id === client.user.id &&
      flags & MessageFlags.IsComponentsV2 &&
      Date.parse(timestamp) > since.getTime() - clockErrorMs,
  );
  return found?.id ?? null;
}

async function send(
  client: Client,
  channelId: string,
  { nonce }: OutgoingGreeting,
  message: Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'components' | 'flags'>,
): Promise<{ messageId: string }> {
  const body = { ...message, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
  const { id } = (await client.rest.post(Routes.channelMessages(channelId), { body })) as APIMessage;
  return { messageId: id };
}
