import {
  type BaseInteraction,
  ButtonStyle,
  ComponentType,
  type Guild,
  type MessageComponentInteraction,
} from 'discord.js';
import type { NamedChannel, ServerSettings } from '../news/serverSettings.ts';
import {
  importSettings as importIntoStore,
  NoRoomError,
  type PlacedBriefing,
  type PlacedSettings,
  type SettingsChanges,
} from '../store/serverSettings.ts';
import { findOfferedSettings, saveOffer } from '../store/sourceOffers.ts';
import { factsOf, mostOwnSources } from './addFeeds.ts';
import { findPostable } from './channelAccess.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { customId } from './customId.ts';
import { escaped, plain } from './escape.ts';
import { joinWithin } from './joinWithin.ts';
import { languageName } from './languageName.ts';
import type { MessageKey } from './languages/en.ts';
import { colourOf } from './renderBriefing.ts';
import { readSettingsFile, SettingsFileError } from './settingsFile.ts';
import { requireGuild, requireManageServer } from './subscriptionReplies.ts';
import { whenText } from './subscriptionText.ts';
import { topicList } from './topicLabel.ts';

const longestSection = 450;

type Importer = Pick<BaseInteraction, 'guild' | 'guildId' | 'user'>;

/**
 * Says what taking over the settings of a file would change here; a button then does it.
 *
 * @throws UserError  naming what is wrong in the file, and what could stand there
 */
export async function importSettings(file: Uint8Array, importer: Importer, context: CommandContext): Promise<Reply> {
  const settings = settingsIn(file, context);
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

async function takeOver(
  settings: ServerSettings,
  importer: Importer,
  isTrial: boolean,
  context: CommandContext,
): Promise<{ changes: SettingsChanges; skipped: string[] }> {
  const { db, now, say } = context;
  const guildId = requireGuild(importer, context);
  const { placed, skipped } = placedIn(importer.guild, settings);
  try {
    const options = { userId: importer.user.id, now: now(), mostSources: mostOwnSources, isTrial };
    return { changes: await importIntoStore(db, guildId, placed, options), skipped };
  } catch (error) {
    if (!(error instanceof NoRoomError)) throw error;
    throw new UserError(say(error.what === 'topics' ? 'errorTopicsTooMany' : 'errorSourcesTooMany'));
  }
}

/** The settings with the channels of this server, and the names of those that it has not or that can't be posted in. */
function placedIn(guild: Guild | null, settings: ServerSettings): { placed: PlacedSettings; skipped: string[] } {
  const find = (channel: NamedChannel | null) => (channel && guild ? findPostable(guild, channel) : null);
  const { noticeChannel, sources, briefings, ...rest } = settings;
  const channels = [...briefings.map(({ channel }) => channel), ...(noticeChannel ? [noticeChannel] : [])];
  const skipped = channels.filter((channel) => find(channel) === null).map(({ id, name }) => name || id);
  return {
    placed: {
      ...rest,
      sources: sources.map(factsOf),
      noticeChannelId: find(noticeChannel),
      briefings: briefings.flatMap((briefing) => {
        const channelId = find(briefing.channel);
        return channelId === null ? [] : [{ ...briefing, channelId }];
      }),
    },
    skipped: [...new Set(skipped)],
  };
}

function isEmpty({ settings, ...lists }: SettingsChanges): boolean {
  return Object.keys(settings).length === 0 && Object.values(lists).every(({ length }) => length === 0);
}

type Section = readonly [title: MessageKey, lines: readonly string[]];

function sectionsOf(changes: SettingsChanges, skipped: readonly string[], context: CommandContext): Section[] {
  const { say, language } = context;
  const names = (list: readonly string[]) => list.map((name) => `**${escaped(name, 60)}**`);
  const briefings = (list: readonly PlacedBriefing[]) => list.map((briefing) => briefingLine(briefing, context));
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
    ['importNewTopics', names(changes.newTopics)],
    ['importChangedTopics', names(changes.changedTopics)],
    ['importNewSources', names(changes.newSources)],
    ['importRemovedSources', names(changes.removedSources)],
    ['importSkipped', skipped.map((name) => escaped(`#${name}`, 60))],
  ];
  return sections.filter(([, lines]) => lines.length > 0);
}

function briefingLine(briefing: PlacedBriefing, { say, language }: CommandContext): string {
  const topics = [...briefing.topics, ...briefing.ownTopics];
  const about = topics.length > 0 ? topicList(topics, language) : say('topStories');
  return `<#${briefing.channelId}> · **${escaped(about, 80)}** · ${whenText(briefing, language, say)}`;
}

function embedsOf(sections: readonly Section[], { say }: CommandContext): NonNullable<Reply['embeds']> {
  if (sections.length === 0) return [];
  return [
    {
      title: plain(say('importTitle'), 256),
      description: sections
        .map(([title, lines]) => `**${say(title)}**\n${joinWithin(lines, '\n', longestSection)}`)
        .join('\n\n'),
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
