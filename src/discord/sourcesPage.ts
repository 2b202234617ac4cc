import { ButtonStyle, ComponentType, type MessageComponentInteraction } from 'discord.js';
import { type Health, healthOf } from '../news/health.ts';
import type { Source } from '../news/source.ts';
import { sourcesOfGuild } from '../store/sources.ts';
import type { CommandContext, Reply } from './command.ts';
import { customId } from './customId.ts';
import { escaped, link, plain } from './escape.ts';
import { healthText } from './healthText.ts';
import { joinWithin } from './joinWithin.ts';
import { languageName } from './languageName.ts';
import { folded } from './nearest.ts';
import { colourOf } from './renderBriefing.ts';
import { requireGuild } from './subscriptionReplies.ts';
import { topicList } from './topicLabel.ts';

const mostOnPage = 15;
const longestPage = 3_800;
const longestAddress = 200;
/** What somebody may have to do something about comes first. */
const urgency: Readonly<Record<Health, number>> = {
  gone: 0,
  blocked: 0,
  failing: 0,
  held: 1,
  slow: 2,
  healthy: 2,
  new: 2,
};

/** One page of a server's sources: the failing first, then by publisher. With a filter, as many as fit on one. */
export async function sourcesPage(
  guildId: string,
  page: number,
  filter: string | null,
  { db, language, say }: CommandContext,
): Promise<Reply> {
  const all = (await sourcesOfGuild(db, guildId)).filter((source) => fits(source, filter, language));
  if (all.length === 0) return { content: say('sourcesNone') };
  const ordered = all.toSorted((a, b) => urgency[healthOf(a)] - urgency[healthOf(b)]);
  const lines = ordered.map((source) => sourceLine(source, language, say));
  const pages = filter ? [lines] : pagesOf(lines);
  const current = Math.min(Math.max(0, page), pages.length - 1);
  const count = (...states: Health[]) => all.filter((source) => states.includes(healthOf(source))).length;
  const embed = {
    title: plain(say('sourcesTitle', { count: all.length }), 256),
    description: joinWithin(
      [
        say('sourcesHealth', {
          healthy: count('healthy', 'slow', 'held'),
          failing: count('failing', 'blocked', 'gone'),
          fresh: count('new'),
        }),
        ...(pages[current] ?? []),
      ],
      '\n',
      4_000,
    ),
    color: colourOf(null),
    footer: { text: plain(say('pageOf', { page: current + 1, pages: pages.length }), 200) },
  };
  if (pages.length === 1) return { embeds: [embed], components: [] };
  const button = (key: 'previous' | 'next', target: number) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    custom_id: customId('sourcePage', [Math.max(0, target), key === 'next' ? 1 : 0]),
    label: plain(say(key), 80),
    disabled: target < 0 || target >= pages.length,
  });
  return {
    embeds: [embed],
    components: [
      { type: ComponentType.ActionRow, components: [button('previous', current - 1), button('next', current + 1)] },
    ],
  };
}

/** As many lines on each page as fit, so that every one stands on some page. */
function pagesOf(lines: readonly string[]): string[][] {
  const pages: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const page = pages.at(-1);
    if (page && page.length < mostOnPage && length + line.length < longestPage) page.push(line);
    else {
      pages.push([line]);
      length = 0;
    }
    length += line.length + 1;
  }
  return pages;
}

/** Turns the page. */
export function turnSourcesPage(
  interaction: MessageComponentInteraction,
  page: number,
  context: CommandContext,
): Promise<Reply> {
  return sourcesPage(requireGuild(interaction, context), page, null, context);
}

function fits(source: Source, filter: string | null, language: string): boolean {
  if (!filter) return true;
  const texts = [
    source.title,
    source.publisher,
    source.language,
    languageName(source.language, language),
    source.country ?? '',
    source.key,
  ];
  return texts.some((text) => folded(text).includes(folded(filter)));
}

function sourceLine(source: Source & { isOwn: boolean }, language: string, say: CommandContext['say']): string {
  const health = healthText(source, say);
  const topics = source.topics.length > 0 ? [escaped(topicList(source.topics, language), 60)] : [];
  const facts = [languageName(source.language, language), ...topics, health].join(' · ');
  const address = source.site ?? source.url;
  return `**${link(escaped(source.title, 60), address.length > longestAddress ? null : address)}** · ${facts}`;
}
