import { ComponentType, type MessageComponentInteraction } from 'discord.js';
import { FeedError, type FoundFeed } from '../news/outside.ts';
import { feedKey } from '../news/sourceList.ts';
import { typedAddress } from '../news/typedAddress.ts';
import { findOffer, type OfferedFeed, saveOffer } from '../store/sourceOffers.ts';
import { sourcesOfGuild } from '../store/sources.ts';
import { addFeeds, mostOwnSources } from './addFeeds.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { customId } from './customId.ts';
import { escaped, plain } from './escape.ts';
import { feedProblem } from './feedProblem.ts';
import { requireGuild, requireManageServer } from './subscriptionReplies.ts';

/**
 * Adds the source at an address that somebody typed: of a feed, or of a site. When the site has several, they choose.
 *
 * @throws UserError  saying what to type instead
 */
export async function addSite(typed: string, guildId: string, userId: string, context: CommandContext): Promise<Reply> {
  const { db, now, say } = context;
  const address = typedAddress(typed);
  if (!address) throw new UserError(say('errorSourceUrl', { typed: escaped(typed, 80) }));
  const known = await sourcesOfGuild(db, guildId);
  if (known.filter(({ isOwn }) => isOwn).length >= mostOwnSources) throw new UserError(say('errorSourcesTooMany'));
  const titles = new Map(known.map(({ url, title }) => [feedKey(url), title]));
  const title = titles.get(feedKey(address));
  if (title) return { content: say('sourceKnown', { title: escaped(title) }) };

  const found = await findOrRefuse(address, context);
  const fresh = found.filter(({ url }) => !titles.has(feedKey(url)));
  const [first, second] = fresh;
  if (!first)
    return { content: say('sourceKnown', { title: escaped(titles.get(feedKey(found[0]?.url ?? '')) ?? '') }) };
  if (second) {
    const offerId = await saveOffer(db, { guildId, userId, feeds: fresh.map(offered) }, now());
    return choiceOf(fresh, address, offerId, context);
  }
  await addFeeds([offered(first)], guildId, userId, context);
  const example = first.example ? `*${escaped(first.example, 120)}*` : '';
  return { content: say('sourceAdded', { title: escaped(offered(first).title), count: first.items, example }) };
}

async function findOrRefuse(address: string, { findFeeds, say }: CommandContext): Promise<readonly FoundFeed[]> {
  try {
    const found = await findFeeds(address);
    if (found.length > 0) return found;
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    throw new UserError(say('errorSourceUnreadable', { reason: feedProblem(error.code, say) }));
  }
  throw new UserError(say('errorSourceNone', { site: escaped(hostOf(address), 80) }));
}

function choiceOf(feeds: readonly FoundFeed[], address: string, offerId: number, { say }: CommandContext): Reply {
  return {
    content: say('sourcesFound', { site: `**${escaped(hostOf(address), 80)}**` }),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: customId('addFound', [offerId]),
            placeholder: plain(say('sourcesChoose'), 150),
            min_values: 1,
            max_values: feeds.length,
            options: feeds.map((feed, index) => ({
              label: offered(feed).title,
              value: String(index),
              description: plain(
                [say('sourceHolds', { count: feed.items }), feed.example ?? feed.url].join(' · '),
                100,
              ),
            })),
          },
        ],
      },
    ],
  };
}

/** Adds what somebody chose of the sources that they were shown. */
export async function addFound(
  interaction: MessageComponentInteraction,
  offerId: number,
  context: CommandContext,
): Promise<Reply> {
  const feeds = await offeredTo(interaction, offerId, 'sources add', context);
  const chosen = interaction.isStringSelectMenu() ? interaction.values : [];
  const wanted = feeds.filter((_, index) => chosen.includes(String(index)));
  return addFeeds(wanted, requireGuild(interaction, context), interaction.user.id, context);
}

/** Adds everything that somebody was shown. */
export async function addOffered(
  interaction: MessageComponentInteraction,
  offerId: number,
  context: CommandContext,
): Promise<Reply> {
  const feeds = await offeredTo(interaction, offerId, 'import', context);
  return addFeeds(feeds, requireGuild(interaction, context), interaction.user.id, context);
}

async function offeredTo(
  interaction: MessageComponentInteraction,
  offerId: number,
  command: string,
  context: CommandContext,
): Promise<readonly OfferedFeed[]> {
  requireManageServer(interaction, context);
  const to = { guildId: requireGuild(interaction, context), userId: interaction.user.id, now: context.now() };
  const feeds = await findOffer(context.db, offerId, to);
  if (!feeds) throw new UserError(context.say('errorOffer', { command: context.mention(command) }));
  return feeds;
}

function offered({ url, title, site, language }: FoundFeed): OfferedFeed {
  return { url, title: plain(title ?? '', 100) || hostOf(url), site, language, topics: [], ownTopics: [] };
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}
