import { isWebAddress } from '../news/article.ts';
import { findArticleByUrl } from '../store/articles.ts';
import { sourcesOfGuild } from '../store/sources.ts';
import { findRemovedSourceOf } from '../store/traces.ts';
import type { CommandContext } from './command.ts';
import { escaped, timestamp } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { typedStory } from './typedStory.ts';

const mostNamed = 3;

type Traced = { readonly articleId: number } | { readonly storyId: number } | { readonly unknown: string };

/**
 * What somebody asks about: the article behind a link, or a story that they chose or named by words. `unknown`: of a link
 * that no source here has published, what is known of the site.
 *
 * @throws UserError  when no story is found for words
 */
export async function typedTrace(text: string, context: CommandContext): Promise<Traced> {
  const typed = text.trim();
  if (!isWebAddress(typed)) return { storyId: await typedStory(text, context) };
  const article = await findArticleByUrl(context.db, typed, context.guildId);
  return article ? { articleId: article.id } : { unknown: await unknownText(typed, context) };
}

async function unknownText(url: string, { db, say, mention, guildId }: CommandContext): Promise<string> {
  const command = mention('sources add');
  const removed = guildId === null ? null : await findRemovedSourceOf(db, url, guildId);
  if (removed) return say('traceRemoved', { source: escaped(removed.title, 60), command });
  const host = hostOf(url);
  const sources = (await sourcesOfGuild(db, guildId ?? '')).filter((source) =>
    [source.site, source.url].some((address) => address !== null && isOfSite(host, hostOf(address))),
  );
  const nearest = sources
    .map((source) => ({ source, shared: sharedStart(url, source.site ?? source.url) }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, mostNamed)
    .map(({ source }) => source);
  if (sources.length === 0) return say('traceNoSource', { host: escaped(host, 80), command });
  const named = nearest.map(({ title, lastReadAt }) =>
    lastReadAt
      ? `**${escaped(title, 60)}** (${say('sourceHealthy', { when: timestamp(lastReadAt) })})`
      : `**${escaped(title, 60)}**`,
  );
  return say('traceNotListed', { sources: joinWithin(named, say('comma'), 600), command });
}

/** One site may have many feeds: those whose addresses are most like the page's come first. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Without `www.`, and with the port where one is named. */
function hostOf(url: string): string {
  return (URL.parse(url)?.host ?? '').replace(/^www\./, '');
}

/** `news.paper.example` is of `paper.example`, and a page of `paper.example` may be told by `feeds.paper.example`. */
function isOfSite(host: string, other: string): boolean {
  if (other === '' || !other.includes('.')) return host === other;
  return host === other || host.endsWith(`.${other}`) || other.endsWith(`.${host}`);
}
