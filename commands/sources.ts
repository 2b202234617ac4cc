import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import { type Command, type CommandContext, type Reply, UserError } from '../src/discord/command.ts';
import { escaped, plain } from '../src/discord/escape.ts';
import { folded } from '../src/discord/nearest.ts';
import { sourcesPage } from '../src/discord/sourcesPage.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import type { ParsedFeed } from '../src/news/article.ts';
import { isWebAddress } from '../src/news/article.ts';
import { FeedError } from '../src/news/outside.ts';
import { addSourceToGuild, removeSourceFromGuild, sourcesOfGuild } from '../src/store/sources.ts';

const mostOwnSources = 50;

export default {
  takesTime: true,
  data: new SlashCommandBuilder()
    .setName('sources')
    .setDescription('Where the news comes from, and how each source is doing')
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .addSubcommand((sub) =>
      sub
        .setName('list')
        .setDescription('All sources with their health; failing ones first')
        .addStringOption((option) =>
          option.setName('filter').setDescription('A publisher, language or country').setMaxLength(60),
        ),
    )
    .addSubcommand((sub) =>
      sub
        .setName('add')
        .setDescription('Adds a feed for this server')
        .addStringOption((option) =>
          option.setName('address').setDescription('Of the feed: https://…').setRequired(true).setMaxLength(500),
        ),
    )
    .addSubcommand((sub) =>
      sub
        .setName('remove')
        .setDescription('Takes a source away for this server')
        .addStringOption((option) =>
          option
            .setName('source')
            .setDescription('Which one')
            .setRequired(true)
            .setAutocomplete(true)
            .setMaxLength(100),
        ),
    )
    .toJSON(),

  async execute(interaction, context) {
    const guildId = requireGuild(interaction, context);
    const { options } = interaction;
    const action = options.getSubcommand();
    if (action === 'list') return sourcesPage(guildId, 0, options.getString('filter'), context);
    requireManageServer(interaction, context);
    if (action === 'add') return addSource(options.getString('address', true), guildId, interaction.user.id, context);
    return removeSource(options.getString('source', true), guildId, interaction.user.id, context);
  },

  async autocomplete(interaction, { db }) {
    if (!interaction.guildId) return [];
    const typed = folded(interaction.options.getFocused());
    const sources = await sourcesOfGuild(db, interaction.guildId);
    return sources
      .filter(({ title, publisher }) => folded(`${publisher} ${title}`).includes(typed))
      .slice(0, 25)
      .map(({ title, id }) => ({ name: plain(title, 100), value: `source:${id}` }));
  },
} satisfies Command;

async function addSource(typed: string, guildId: string, userId: string, context: CommandContext): Promise<Reply> {
  const { db, now, say, pollIntervalMs } = context;
  const url = typed.trim();
  if (!isWebAddress(url)) throw new UserError(say('errorSourceUrl', { typed: escaped(url, 80) }));
  const known = await sourcesOfGuild(db, guildId);
  if (known.filter(({ isOwn }) => isOwn).length >= mostOwnSources) throw new UserError(say('errorSourcesTooMany'));
  const existing = known.find((source) => source.url === url);
  if (existing) return { content: say('sourceKnown', { title: escaped(existing.title) }) };
  const feed = await readOrRefuse(url, context);
  const host = new URL(url).hostname.replace(/^www\./, '');
  const title = plain(feed.title ?? host, 80) || host;
  const facts = {
    key: url,
    publisher: title,
    title,
    url,
    site: feed.site,
    owner: host,
    country: null,
    language: 'und',
    topics: [],
    kind: 'press' as const,
  };
  await addSourceToGuild(db, guildId, facts, { userId, intervalMs: pollIntervalMs, now: now() });
  const example = feed.items[0]?.title;
  return {
    content: say('sourceAdded', {
      title: escaped(title),
      count: feed.items.length,
      example: example ? `*${escaped(example, 120)}*` : '',
    }),
  };
}

async function readOrRefuse(url: string, { readFeed, say }: CommandContext): Promise<ParsedFeed> {
  try {
    const answer = await readFeed({ url, etag: null, lastModified: null });
    if (answer.kind === 'read') return answer.feed;
    throw new UserError(say('errorSourceUnreadable', { reason: '304' }));
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    throw new UserError(say('errorSourceUnreadable', { reason: escaped(error.message, 200) }));
  }
}

async function removeSource(typed: string, guildId: string, userId: string, context: CommandContext): Promise<Reply> {
  const { db, now, say } = context;
  const sources = await sourcesOfGuild(db, guildId);
  const wanted = folded(typed);
  const source =
    sources.find(({ id }) => typed === `source:${id}`) ??
    sources.find(({ title, publisher, url }) => [title, publisher, url].map(folded).includes(wanted));
  if (!source) throw new UserError(say('errorSource', { typed: escaped(typed, 80) }));
  await removeSourceFromGuild(db, guildId, source.id, { userId, now: now() });
  return { content: say('sourceRemoved', { title: escaped(source.title) }) };
}
