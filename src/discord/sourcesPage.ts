import { ButtonStyle, ComponentType, type MessageComponentInteraction } from 'discord.js';
import { healthOf, type Source } from '../news/source.ts';
import { sourcesOfGuild } from '../store/sources.ts';
import type { CommandContext, Reply } from './command.ts';
import { customId } from './customId.ts';
import { escaped, link, plain, timestamp } from './escape.ts';
import { folded } from './nearest.ts';
import { joinWithin } from './renderBrief.ts';
import { colourOf, languageName } from './renderBriefing.ts';
import { requireGuild } from './subscriptionReplies.ts';
import { topicList } from './topicLabel.ts';

const perPage = 15;

/** One page of a server's sources: the failing first, then by publisher. */
export async function sourcesPage(
  guildId: string,
  page: number,
  filter: string | null,
  { db, language, say }: CommandContext,
): Promise<Reply> {
  const all = (await sourcesOfGuild(db, guildId)).filter((source) => fits(source, filter, language));
  if (all.length === 0) return { content: say('sourcesNone') };
  const ordered = [...all].sort((a, b) => Number(b.failures > 0) - Number(a.failures > 0));
  const pages = Math.ceil(all.length / perPage);
  const current = Math.min(Math.max(0, page), pages - 1);
  const shown = ordered.slice(current * perPage, (current + 1) * perPage);
  const count = (health: string) => all.filter((source) => healthOf(source) === health).length;
  const embed = {
    title: plain(say('sourcesTitle', { count: all.length }), 256),
    description: joinWithin(
      [
        say('sourcesHealth', { healthy: count('healthy'), failing: count('failing'), fresh: count('new') }),
        ...shown.map((source) => sourceLine(source, language, say)),
      ],
      '\n',
      4_000,
    ),
    color: colourOf(null),
    footer: { text: plain(say('sourcesPage', { page: current + 1, pages }), 200) },
  };
  if (pages === 1 || filter) return { embeds: [embed], components: [] };
  const button = (key: 'previous' | 'next', target: number) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    custom_id: customId('sourcePage', [Math.max(0, target), key === 'next' ? 1 : 0]),
    label: plain(say(key), 80),
    disabled: target < 0 || target >= pages,
  });
  return {
    embeds: [embed],
    components: [
      { type: ComponentType.ActionRow, components: [button('previous', current - 1), button('next', current + 1)] },
    ],
  };
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
  const health = {
    healthy: () => say('sourceHealthy', { when: timestamp(source.lastReadAt ?? new Date(0)) }),
    failing: () => `⚠️ ${say('sourceFailing', { reason: escaped(source.lastError ?? '', 120) })}`,
    new: () => say('sourceNew'),
  }[healthOf(source)]();
  const topics = source.topics.length > 0 ? [escaped(topicList(source.topics, language), 60)] : [];
  const facts = [languageName(source.language, language), ...topics, health].join(' · ');
  return `**${link(escaped(source.title, 60), source.site ?? source.url)}** · ${facts}`;
}
