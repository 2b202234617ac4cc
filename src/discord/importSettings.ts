import {
  type BaseInteraction,
  ButtonStyle,
  type ChannelType,
  ComponentType,
  type Guild,
  type GuildBasedChannel,
  type MessageComponentInteraction,
} from 'discord.js';
import type { Muted } from '../news/mute.ts';
import type { Named, ServerSettings } from '../news/serverSettings.ts';
import {
  importSettings as importIntoStore,
  NoRoomError,
  type PlacedBriefing,
  type PlacedCards,
  type PlacedSettings,
  type SettingsChanges,
} from '../store/serverSettings.ts';
import { findOfferedSettings, saveOffer } from '../store/sourceOffers.ts';
import { factsOf, mostOwnSources } from './addFeeds.ts';
import {
  briefingPlaces,
  findMentionable,
  findPostable,
  isForum,
  isPostable,
  messagePlaces,
  noticePlaces,
} from './channelAccess.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { meetChannels } from './createMeetThreads.ts';
import { customId } from './customId.ts';
import { escaped, plain } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { languageName } from './languageName.ts';
import type { MessageKey } from './languages/en.ts';
import { meetArchivedThreads } from './meetArchivedThreads.ts';
import { colourOf } from './renderBriefing.ts';
import { readSettingsFile, SettingsFileError } from './settingsFile.ts';
import { requireGuild, requireManageServer } from './subscriptionReplies.ts';
import { whenText } from './subscriptionText.ts';
import { topicLabel, topicList } from './topicLabel.ts';

/** Together, the sections fit into a description of 4,096 characters with their titles. */
const roomForSections = 3_200;
const longestSection = 450;

const noRoom = {
  topics: 'errorTopicsTooMany',
  sources: 'errorSourcesTooMany',
  mutes: 'errorMutesTooMany',
} as const satisfies Readonly<Record<NoRoomError['what'], MessageKey>>;

type Importer = Pick<BaseInteraction, 'client' | 'guild' | 'guildId' | 'user'>;

/**
 * Says what taking over the settings of a file would change here; a button then does it.
 *
 * @throws UserError  naming what is wrong in the file, and what could stand there
 */
export async function importSettings(file: Uint8Array, importer: Importer, context: CommandContext): Promise<Reply> {
  const settings = await meetPlaces(importer, settingsIn(file, context));
  const { changes, skipped } = await takeOver(settings, importer, true, context);
  const sections = sectionsOf(changes, skipped, context);
  if (isEmpty(changes)) return { content: context.say('importNothing'), embeds: embedsOf(sections, context) };
  const guildId = requireGuild(importer, context);
  const offer = { guildId, userId: importer.user.id, feeds: settings };
  const offerId = await saveOffer(context.db, offer, context.now());
  return { embeds: embedsOf(sections, context), components: [buttonsFor(offerId, context)] };
}

/** Takes over what somebody was shown. */
export async function applyImport(
  interaction: MessageComponentInteraction,
  offerId: number,
  context: CommandContext,
): Promise<Reply> {
  requireManageServer(interaction, context);
  const { db, now, say, mention } = context;
  const to = { guildId: requireGuild(interaction, context), userId: interaction.user.id, now: now() };
  const settings = await findOfferedSettings(db, offerId, to);
  if (!settings) throw new UserError(say('errorOffer', { command: mention('import') }));
  await meetChannels(interaction.client, placesOf(settings));
  const { changes, skipped } = await takeOver(settings, interaction, false, context);
  return {
    content: say('importApplied'),
    embeds: embedsOf(sectionsOf(changes, skipped, context), context),
    components: [],
  };
}

function settingsIn(file: Uint8Array, { say }: CommandContext): ServerSettings {
  try {
    return readSettingsFile(file);
  } catch (error) {
    if (!(error instanceof SettingsFileError)) throw error;
    const { problem, field, example } = error;
    if (problem === 'no settings') throw new UserError(say('errorSettingsBroken'));
    if (problem === 'newer') throw new UserError(say('errorSettingsNewer'));
    const told = { field: escaped(field, 120) || '{ }', example: escaped(example, 300) };
    throw new UserError(say(problem === 'unknown field' ? 'errorSettingsUnknown' : 'errorSettingsField', told));
  }
}

function placesOf({ briefings, cards }: ServerSettings): string[] {
  return [...briefings, ...cards].map(({ channel }) => channel.id);
}

/**
 * The settings with the ids that the channels of briefings and cards have here. Archived threads are in no list: they are
 * asked for, by id and then by name, so that they are known by their ids from then on.
 */
async function meetPlaces({ client, guild }: Importer, settings: ServerSettings): Promise<ServerSettings> {
  if (!guild) return settings;
  await meetChannels(client, placesOf(settings));
  const { briefings, cards } = settings;
  const isMissing = (kinds: readonly ChannelType[]) => (wish: { readonly channel: Named }) =>
    wish.channel.name !== '' && findPostable(guild, wish.channel, kinds) === null;
  const missing = [...briefings.filter(isMissing(briefingPlaces)), ...cards.filter(isMissing(messagePlaces))];
  const names = missing.map(({ channel }) => channel.name);
  await meetArchivedThreads(guild, names, (thread) => isPostable(thread, messagePlaces));
  const settled = <Wish extends { readonly channel: Named }>(wishes: readonly Wish[], kinds: readonly ChannelType[]) =>
    wishes.map((wish) => {
      const id = findPostable(guild, wish.channel, kinds)?.id ?? wish.channel.id;
      return { ...wish, channel: { ...wish.channel, id } };
    });
  return { ...settings, briefings: settled(briefings, briefingPlaces), cards: settled(cards, messagePlaces) };
}

async function takeOver(
  settings: ServerSettings,
  importer: Importer,
  isTrial: boolean,
  context: CommandContext,
): Promise<{ changes: SettingsChanges; skipped: Skipped }> {
  const { db, now, say, mention } = context;
  const guildId = requireGuild(importer, context);
  const { placed, skipped } = placedIn(importer.guild, settings);
  try {
    const options = { userId: importer.user.id, now: now(), mostSources: mostOwnSources, isTrial };
    return { changes: await importIntoStore(db, guildId, placed, options), skipped };
  } catch (error) {
    if (!(error instanceof NoRoomError)) throw error;
    throw new UserError(say(noRoom[error.what], { command: mention('mute remove') }));
  }
}

/** Names of what is left out, because the server has it not or we may not use it. */
type Skipped = { readonly channels: readonly string[]; readonly roles: readonly string[] };

/** The settings with the channels and roles of this server. */
function placedIn(guild: Guild | null, settings: ServerSettings): { placed: PlacedSettings; skipped: Skipped } {
  const channels = new Set<string>();
  const roles = new Set<string>();
  const placeIn = (wanted: Named, kinds: readonly ChannelType[]) => {
    const channel = guild && findPostable(guild, wanted, kinds);
    if (!channel) channels.add(wanted.name || wanted.id);
    return channel;
  };
  const roleIn = (channel: GuildBasedChannel, wanted: Named | null | undefined) => {
    const role = wanted && findMentionable(channel, wanted);
    if (wanted && !role) roles.add(wanted.name || wanted.id);
    return wanted === null ? null : role?.id;
  };
  const { noticeChannel, sources, ...rest } = settings;
  const placed = {
    ...rest,
    sources: sources.map(factsOf),
    noticeChannelId: (noticeChannel && placeIn(noticeChannel, noticePlaces)?.id) ?? null,
    briefings: settings.briefings.flatMap(({ channel: wanted, mentionRole, postPer, ...briefing }) => {
      const channel = placeIn(wanted, briefingPlaces);
      if (!channel) return [];
      const posts = isForum(channel.type) ? (postPer ?? undefined) : null;
      return { ...briefing, channelId: channel.id, mentionRoleId: roleIn(channel, mentionRole), postPer: posts };
    }),
    cards: settings.cards.flatMap(({ channel: wanted, role, ...cards }) => {
      const channel = placeIn(wanted, messagePlaces);
      return channel ? { ...cards, channelId: channel.id, roleId: roleIn(channel, role) } : [];
    }),
  };
  return { placed, skipped: { channels: [...channels], roles: [...roles] } };
}

function isEmpty({ settings, ...lists }: SettingsChanges): boolean {
  return Object.keys(settings).length === 0 && Object.values(lists).every(({ length }) => length === 0);
}

type Section = readonly [title: MessageKey, lines: readonly string[]];

function sectionsOf(changes: SettingsChanges, skipped: Skipped, context: CommandContext): Section[] {
  const { say, language } = context;
  const names = (list: readonly string[]) => list.map((name) => `**${escaped(name, 60)}**`);
  const briefings = (list: readonly PlacedBriefing[]) => list.map((briefing) => briefingLine(briefing, context));
  const cards = (list: readonly PlacedCards[]) => list.map((each) => cardsLine(each, context));
  const { settings } = changes;
  const sections: readonly Section[] = [
    [
      'settingsTitle',
      [
        settings.language ? `${say('settingLanguage')} · ${languageName(settings.language, language)}` : '',
        settings.timeZone ? `${say('settingZone')} · ${settings.timeZone.replaceAll('_', ' ')}` : '',
        settings.noticeChannelId ? `${say('settingNotices')} · <#${settings.noticeChannelId}>` : '',
      ].filter(Boolean),
    ],
    ['importNewBriefings', briefings(changes.newBriefings)],
    ['importChangedBriefings', briefings(changes.changedBriefings)],
    ['importNewCards', cards(changes.newCards)],
    ['importChangedCards', cards(changes.changedCards)],
    ['importNewTopics', names(changes.newTopics)],
    ['importChangedTopics', names(changes.changedTopics)],
    ['importNewSources', names(changes.newSources)],
    ['importRemovedSources', names(changes.removedSources)],
    ['importNewMutes', names(changes.newMutes.map((muted) => muteText(muted, context)))],
    ['importSkipped', skipped.channels.map((name) => escaped(`#${name}`, 60))],
    ['importSkippedRoles', skipped.roles.map((name) => escaped(`@${name}`, 60))],
  ];
  return sections.filter(([, lines]) => lines.length > 0);
}

function briefingLine(briefing: PlacedBriefing, context: CommandContext): string {
  const { say, language } = context;
  return `<#${briefing.channelId}> · **${aboutText(briefing, context)}** · ${whenText(briefing, language, say)}`;
}

function cardsLine(cards: PlacedCards, context: CommandContext): string {
  const { say, language } = context;
  return say(cards.kind === 'live' ? 'liveLine' : 'breakingLine', {
    channel: `<#${cards.channelId}>`,
    topics: aboutText(cards, context),
    count: cards.minOrigins,
    minutes: cards.withinMinutes ?? 0,
    language: languageName(cards.language, language),
  });
}

/** What a wish is about. New topics of the server's own are known by their names only. Escaped. */
function aboutText({ topics, ownTopics }: PlacedBriefing | PlacedCards, { say, language }: CommandContext): string {
  const all = [...topics, ...ownTopics];
  return escaped(all.length > 0 ? topicList(all, language) : say('topStories'), 80);
}

function muteText({ kind, value }: Muted, { say, language }: CommandContext): string {
  if (kind === 'topic') return topicLabel(value, language);
  return kind === 'word' ? say('inQuotes', { text: value }) : value;
}

function embedsOf(sections: readonly Section[], { say }: CommandContext): NonNullable<Reply['embeds']> {
  if (sections.length === 0) return [];
  const room = Math.min(longestSection, Math.floor(roomForSections / sections.length));
  return [
    {
      title: plain(say('importTitle'), 256),
      description: sections.map(([title, lines]) => `**${say(title)}**\n${joinWithin(lines, '\n', room)}`).join('\n\n'),
      color: colourOf(null),
    },
  ];
}

function buttonsFor(offerId: number, { say }: CommandContext) {
  const button = (
    action: 'applyImport' | 'cancelImport',
    label: MessageKey,
    style: ButtonStyle.Primary | ButtonStyle.Secondary,
  ) => ({
    type: ComponentType.Button as const,
    style,
    custom_id: customId(action, [offerId]),
    label: plain(say(label), 80),
  });
  return {
    type: ComponentType.ActionRow as const,
    components: [
      button('applyImport', 'importApply', ButtonStyle.Primary),
      button('cancelImport', 'importCancel', ButtonStyle.Secondary),
    ],
  };
}
