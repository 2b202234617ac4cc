import {
  type APIChannel,
  type Client,
  DiscordAPIError,
  type Guild,
  PermissionFlagsBits,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import { type OutgoingNotice, PostError, refusalIn, type SendNotice, suspensionIn } from '../news/outside.ts';
import { missingIn } from './channelAccess.ts';
import type { MessageKey } from './languages/en.ts';
import { languageOfLocale } from './languages/index.ts';
import { postErrorFrom } from './postErrors.ts';
import { renderNotice } from './renderNotice.ts';

/** Discord's codes for people who can't be written to, or who are gone. */
const unreachable = new Set([50007, 50278, 10007, 10013, 50033]);

/**
 * Makes the function that sends a notice to the server's channel for notices. Where there is none, or it can't be
 * written to, the notice goes to the first of its recipients who manages the server and takes direct messages; the owner
 * is tried last.
 *
 * @see https://discord.com/developers/docs/resources/user#create-dm
 */
export function createSendNotice(client: Client): SendNotice {
  return async (outgoing) => {
    const guild = client.guilds.cache.get(outgoing.guildId);
    if (!guild) throw new PostError('no channel', 'The server is gone.');
    if (await sendToChannel(client, guild, outgoing)) return;
    for (const userId of new Set([...outgoing.recipients, guild.ownerId])) {
      try {
        if (!(await managesServer(guild, userId))) continue;
        return await sendToPerson(client, guild, userId, outgoing);
      } catch (error) {
        if (!isUnreachable(error)) throw postErrorFrom(error);
      }
    }
    throw new PostError('no access', 'Nobody who manages the server takes direct messages.');
  };
}

/** Whether somebody may manage a server now. @throws DiscordAPIError  when they are not there */
export async function managesServer(guild: Guild, userId: string): Promise<boolean> {
  const member = await guild.members.fetch({ user: userId, force: true });
  return member.permissions.has(PermissionFlagsBits.ManageGuild);
}

/** @returns whether it was sent: there may be no such channel (any longer), or no permission to write there */
async function sendToChannel(client: Client, guild: Guild, outgoing: OutgoingNotice): Promise<boolean> {
  const channel = guild.channels.cache.get(outgoing.channelId ?? '');
  const me = guild.members.me;
  if (!channel?.isTextBased() || !me || missingIn(channel.permissionsFor(me), channel.type).length > 0) return false;
  try {
    await send(client, guild, channel.id, outgoing);
    return true;
  } catch (error) {
    const problem = postErrorFrom(error);
    if (suspensionIn(problem) || refusalIn(problem)) return false;
    throw problem;
  }
}

async function sendToPerson(client: Client, guild: Guild, userId: string, outgoing: OutgoingNotice): Promise<void> {
  const channel = (await client.rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIChannel;
  await send(client, guild, channel.id, outgoing);
}

async function send(client: Client, guild: Guild, channelId: string, outgoing: OutgoingNotice): Promise<void> {
  const { id, notice, nonce } = outgoing;
  const inServer = channelId === outgoing.channelId;
  const language = noticeLanguage(guild, outgoing);
  const missing = (pausedId: string) => missingNow(guild, pausedId);
  const body: RESTPostAPIChannelMessageJSONBody = {
    ...renderNotice(notice, { id, server: guild.name, language, inServer, missingIn: missing }),
    nonce,
    enforce_nonce: true,
    allowed_mentions: { parse: [] },
  };
  await client.rest.post(Routes.channelMessages(channelId), { body });
}

/** What a channel lacks, as far as Discord has said. */
function missingNow(guild: Guild, channelId: string): readonly MessageKey[] {
  const channel = guild.channels.cache.get(channelId);
  const { me } = guild.members;
  return channel && me ? missingIn(channel.permissionsFor(me), channel.type) : [];
}

/** The language that a notice is written in for a whole server. */
export function noticeLanguage(guild: Guild, { language }: Pick<OutgoingNotice, 'language'>): string {
  return language ?? languageOfLocale(guild.preferredLocale);
}

/** Whether it says that somebody can't be written to, or is gone. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof DiscordAPIError && unreachable.has(Number(error.code));
}
