import { type AnyThreadChannel, type Guild, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';

const mostPages = 3;
const perPage = 100;
const mostRequests = 100;
const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory];

/**
 * Asks Discord for archived threads of a server, which are in no list of its channels, until those with some names are
 * known: three hundred of each channel, the latest first, and no more than a hundred requests in all. What can't be asked
 * for is left out.
 *
 * @param names  of threads; of one name, the latest that is suitable
 * @see https://discord.com/developers/docs/resources/channel#list-public-archived-threads
 */
export async function meetArchivedThreads(
  guild: Guild,
  names: Iterable<string>,
  isSuitable: (thread: AnyThreadChannel) => boolean,
): Promise<void> {
  const wanted = new Set(names);
  const { me } = guild.members;
  const isReadable = (channel: GuildBasedChannel) => me !== null && channel.permissionsFor(me).has(needed);
  let requests = 0;
  for (const channel of [...guild.channels.cache.values()]) {
    if (!('threads' in channel) || !isReadable(channel)) continue;
    let before: Date | undefined;
    for (let pages = 0; pages < mostPages; pages++) {
      if (wanted.size === 0 || requests === mostRequests) return;
      requests += 1;
      const options = { limit: perPage, ...(before && { before }) };
      const page = await channel.threads.fetchArchived(options, false).catch(() => null);
      const threads = [...(page?.threads.values() ?? [])] as AnyThreadChannel[];
      for (const thread of threads) {
        if (!wanted.has(thread.name) || !isSuitable(thread)) continue;
        wanted.delete(thread.name);
        await guild.channels.fetch(thread.id).catch(() => null);
      }
      before = threads.at(-1)?.archivedAt ?? undefined;
      if (!page?.hasMore || !before) break;
    }
  }
}
