import { type Client, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Db } from '../store/openStore.ts';
import { findSilentChannels, suspendSubscriptions } from '../store/subscriptions.ts';

const mostAtOnce = 50;

/**
 * Makes the function that asks Discord for the suspended channels of which it has said nothing: threads that were archived
 * when the bot came, or so long ago that they are forgotten. From then on it is told what becomes of them. Of many, some are
 * asked for each time, in turn; one that is gone is noted as such.
 *
 * @see https://discord.com/developers/docs/topics/threads#gaining-access-to-threads
 */
export function createMeetThreads(client: Client, db: Db): () => Promise<void> {
  let asked: ReadonlySet<string> = new Set();
  return async () => {
    const unknown = (await findSilentChannels(db)).filter((id) => !client.channels.cache.has(id));
    const ids = unknown.filter((id) => !asked.has(id)).slice(0, mostAtOnce);
    asked = ids.length < mostAtOnce ? new Set() : new Set([...asked, ...ids]);
    for (const id of await meetChannels(client, ids)) await suspendSubscriptions(db, id, 'no channel');
  };
}

/**
 * Asks Discord for those of some channels that are not known; of many, the first.
 *
 * @returns the ids of those that there are not
 */
export async function meetChannels(client: Client, ids: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  const unknown = [...new Set(ids)].filter((id) => !client.channels.cache.has(id));
  for (const id of unknown.slice(0, mostAtOnce)) {
    await client.channels.fetch(id).catch((error) => {
      const isGone = error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel;
      if (isGone) gone.push(id);
    });
  }
  return gone;
}
