import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  ApplicationCommandOptionType as OptionType,
} from 'discord.js';
import { everyDay, mostOrigins, nextDueAt, type Subscription } from '../news/subscription.ts';
import type { NewSubscription } from '../store/subscriptions.ts';
import { briefingPlaces, isForum, requireChannelAccess, requireMentionable } from './channelAccess.ts';
import type { Choice, CommandContext } from './command.ts';
import { weekdaysOf } from './formState.ts';
import { guildDefaults } from './guildDefaults.ts';
import { languages } from './languages/index.ts';
import type { OptionForm } from './slashCommand.ts';
import { requireGuild } from './subscriptionReplies.ts';
import { weekdayName } from './subscriptionText.ts';
import { typedQuiet } from './typedQuiet.ts';
import { offerTimes, typedTimes } from './typedTimes.ts';
import { offerTopics, typedTopics } from './typedTopics.ts';
import { offerZones, typedZone } from './typedZone.ts';

const daysByChoice: Readonly<Record<string, readonly number[]>> = {
  ...weekdaysOf,
  ...Object.fromEntries(everyDay.map((day) => [`weekly${day}`, [day]])),
};

/** The days that somebody chose; every day when they did not. */
export function chosenDays(choice: string | null): readonly number[] {
  return daysByChoice[choice ?? ''] ?? everyDay;
}

export const usualStories = 6;

/** The options of a command that say what a channel gets, where and when. */
export const wishOptions = {
  topics: { type: OptionType.String, autocomplete: true, max_length: 300 },
  times: { type: OptionType.String, autocomplete: true, max_length: 100 },
  weekdays: {
    type: OptionType.String,
    choices: [
      { value: 'every', says: 'everyDay' },
      { value: 'workdays', says: 'workdays' },
      { value: 'weekend', says: 'weekend' },
      ...everyDay.map((day) => ({
        value: `weekly${day}`,
        says: 'weeklyOn' as const,
        told: (language: string) => ({ day: weekdayName(day, language) }),
      })),
    ],
  },
  zone: { type: OptionType.String, autocomplete: true, max_length: 60 },
  language: { type: OptionType.String, choices: languages.map(({ code, name }) => ({ value: code, name })) },
  channel: { type: OptionType.Channel, channel_types: [...briefingPlaces] },
  stories: { type: OptionType.Integer, min_value: 1, max_value: 10 },
  origins: { type: OptionType.Integer, min_value: 1, max_value: mostOrigins },
  quiet: { type: OptionType.String, max_length: 40 },
  empty: {
    type: OptionType.String,
    choices: [
      { value: 'nothing', says: 'emptyNothing' },
      { value: 'line', says: 'emptyLine' },
    ],
  },
  layout: {
    type: OptionType.String,
    choices: [
      { value: 'compact', says: 'layoutCompact' },
      { value: 'cards', says: 'layoutCards' },
      { value: 'full', says: 'layoutFull' },
    ],
  },
  images: { type: OptionType.Boolean },
  role: { type: OptionType.Role },
  posts: {
    type: OptionType.String,
    choices: [
      { value: 'day', says: 'postsDay' },
      { value: 'story', says: 'postsStory' },
    ],
  },
} satisfies Readonly<Record<string, OptionForm>>;

/**
 * What somebody typed into these options. What they left out stays as it was, or is the usual.
 *
 * @param before  the subscription that is to be changed, if any
 * @throws UserError  saying what to type, or what is missing in the channel
 */
export async function typedWish(
  interaction: ChatInputCommandInteraction,
  before: Subscription | null,
  context: CommandContext,
): Promise<NewSubscription> {
  const { options } = interaction;
  const guildId = requireGuild(interaction, context);
  const [topics, times, zone, quiet] = (['topics', 'times', 'zone', 'quiet'] as const).map((name) =>
    options.getString(name),
  );
  const days = daysByChoice[options.getString('weekdays') ?? ''];
  const defaults = await guildDefaults(interaction, guildId, context);
  const timetable = {
    ...(before && !times
      ? { times: before.times, everyMinutes: before.everyMinutes }
      : typedTimes(times ?? '07:00', context)),
    weekdays: days ?? before?.weekdays ?? everyDay,
    timeZone: zone ? typedZone(zone, context) : (before?.timeZone ?? defaults.timeZone),
    quiet: quiet ? typedQuiet(quiet, context) : (before?.quiet ?? null),
  };
  const channelId = options.getChannel('channel')?.id ?? before?.channelId ?? interaction.channelId;
  const wish = {
    ...timetable,
    guildId,
    channelId,
    createdBy: before?.createdBy ?? interaction.user.id,
    topics: before && !topics ? before.topics : await typedTopics(topics ?? null, guildId, context),
    language: options.getString('language') ?? before?.language ?? defaults.language,
    maxStories: options.getInteger('stories') ?? before?.maxStories ?? usualStories,
    minOrigins: options.getInteger('origins') ?? before?.minOrigins ?? 1,
    whenEmpty: (options.getString('empty') as Subscription['whenEmpty'] | null) ?? before?.whenEmpty ?? 'nothing',
    layout: (options.getString('layout') as Subscription['layout'] | null) ?? before?.layout ?? 'cards',
    images: options.getBoolean('images') ?? before?.images ?? true,
    nextDueAt: nextDueAt(timetable, context.now()),
  };
  const channel = await requireChannelAccess(interaction.client, channelId, context);
  const mentionRoleId = typedRole(interaction, guildId, before);
  if (mentionRoleId) await requireMentionable(channel, mentionRoleId, context);
  const posts = (options.getString('posts') ?? before?.postPer ?? 'day') as 'day' | 'story';
  return { ...wish, mentionRoleId, postPer: isForum(channel.type) ? posts : null };
}

/** The role that is to be mentioned. Discord lets nobody choose none: that is what @everyone, which has the server's id, is for. */
function typedRole(
  { options }: ChatInputCommandInteraction,
  guildId: string,
  before: Subscription | null,
): string | null {
  const role = options.getRole('role');
  if (!role) return before?.mentionRoleId ?? null;
  return role.id === guildId ? null : role.id;
}

/** What may be meant by what is being typed into one of them. */
export async function offerWish(
  interaction: AutocompleteInteraction,
  context: CommandContext,
): Promise<readonly Choice[]> {
  const { name, value } = interaction.options.getFocused(true);
  if (name === 'zone') return offerZones(value, context.language);
  if (name === 'times') return offerTimes(value, context);
  return interaction.guildId ? offerTopics(value, interaction.guildId, context) : [];
}
