import type { ListedFeed } from '../news/sourceList.ts';
import { findGuildTopics } from '../store/guildTopics.ts';
import { sourcesOfGuild } from '../store/sources.ts';
import type { CommandContext } from './command.ts';
import { topicLabel } from './topicLabel.ts';

/** All sources of a server as OPML, in folders by topic: the server's own, and those of the asker's language. */
export async function exportSources(guildId: string, context: CommandContext): Promise<string> {
  const { db, now, say, language, writeSourceList } = context;
  const own = await findGuildTopics(db, guildId);
  const sources = await sourcesOfGuild(db, guildId);
  const feeds = sources.map(
    ({ id, url, title, site, topics }): ListedFeed => ({
      url,
      title,
      site,
      folders: [
        ...own.filter((topic) => topic.sources.includes(id)).map(({ name }) => [name]),
        ...topics.map((key) => [topicLabel(key, language)]),
      ],
    }),
  );
  return writeSourceList(`Tidings: ${say('sourcesTitle', { count: feeds.length })}`, feeds, now());
}
