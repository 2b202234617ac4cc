import type { Client } from 'discord.js';
import type { Db } from '../store/openStore.ts';
import { findSuspendedChannels, resumeSubscriptions } from '../store/subscriptions.ts';
import { isLockedTo, missingIn } from './channelAccess.ts';

/**
 * Lets the briefings of suspended channels go on where the bot may post now, as far as it has heard. Asks Discord nothing.
 *
 * @param guildId  the server to look at; every one without it
 * @returns how many subscriptions go on
 */
export async function resumeReachable(client: Client, db: Db, guildId?: string): Promise<number> {
  let resumed = 0;
  for (const channelId of await findSuspendedChannels(db, guildId)) {
    if (mayPost(client, channelId)) resumed += await resumeSubscriptions(db, channelId);
  }
  return resumed;
}

function mayPost(client: Client, channelId: string): boolean {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased() || !channel.guild.available) return false;
  const { me } = channel.guild.members;
  if (me === null) return false;
  const granted = channel.permissionsFor(me);
  return missingIn(granted, channel.type).length === 0 && !isLockedTo(channel, granted);
}
