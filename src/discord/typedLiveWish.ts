import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  ApplicationCommandOptionType as OptionType,
} from 'discord.js';
import {
  type LiveKind,
  type LiveSubscription,
  type TurnPlace,
  usualQuiet,
  usualWish,
} from '../news/liveSubscription.ts';
import { mostOrigins } from '../news/subscription.ts';
import type { NewLiveSubscription } from '../store/liveSubscriptions.ts';
import { messagePlaces, requireChannelAccess, requireMentionable, requireThreads } from './channelAccess.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { guildDefaults } from './guildDefaults.ts';
import { languages } from './languages/index.ts';
import type { OptionForm } from './slashCommand.ts';
import { requireGuild, requireManageServer } from './subscriptionReplies.ts';
import { typedQuiet } from './typedQuiet.ts';
import { offerTopics, typedTopics } from './typedTopics.ts';
import { typedZone } from './typedZone.ts';

/** The options of both commands for cards. */
export const liveOptions = {
  topics: { type: OptionType.String, autocomplete: true, max_length: 300 },
  channel: { type: OptionType.Channel, channel_types: [...messagePlaces] },
  language: { type: OptionType.String, choices: languages.map(({ code, name }) => ({ value: code, name })) },
  origins: { type: OptionType.Integer, min_value: 1, max_value: mostOrigins },
  hourly: { type: OptionType.Integer, min_value: 1, max_value: 30 },
  turns: {
    type: OptionType.String,
    choices: [
      { value: 'reply', says: 'turnsReply' },
      { value: 'thread', says: 'turnsThread' },
    ],
  },
} satisfies Readonly<Record<string, OptionForm>>;

/** What `/breaking` takes besides. */
export const breakingOptions = {
  ...liveOptions,
  within: { type: OptionType.Integer, min_value: 5, max_value: 720 },
  role: { type: OptionType.Role },
  mentions: { type: OptionType.Integer, min_value: 1, max_value: 24 },
  quiet: { type: OptionType.String, autocomplete: true, max_length: 40 },
} satisfies Readonly<Record<string, OptionForm>>;

/**
 * What somebody typed into these options. What they left out stays as it was, or is the usual.
 *
 * @param before  the wish that is to be changed, if any
 * @throws UserError  saying what to type, or what is missing in the channel
 */
export async function typedLiveWish(
  interaction: ChatInputCommandInteraction,
  kind: LiveKind,
  before: LiveSubscription | null,
  context: CommandContext,
): Promise<NewLiveSubscription> {
  const { options } = interaction;
  const guildId = requireGuild(interaction, context);
  requireManageServer(interaction, context);
  const defaults = await guildDefaults(interaction, guildId, context);
  const usual = before ?? { ...usualWish[kind], ...defaults, quiet: usualQuiet };
  const channelId = options.getChannel('channel')?.id ?? before?.channelId ?? interaction.channelId;
  const [topics, quiet, zone] = (['topics', 'quiet', 'zone'] as const).map((name) => options.getString(name));
  const roleId = typedRole(interaction, guildId, before, context);
  const wish: NewLiveSubscription = {
    kind,
    guildId,
    channelId,
    createdBy: before?.createdBy ?? interaction.user.id,
    topics: before && !topics ? before.topics : await typedTopics(topics ?? null, guildId, context),
    language: options.getString('language') ?? usual.language,
    minOrigins: options.getInteger('origins') ?? usual.minOrigins,
    withinMinutes: kind === 'breaking' ? (options.getInteger('within') ?? usual.withinMinutes) : null,
    perHour: options.getInteger('hourly') ?? usual.perHour,
    turns: (options.getString('turns') as TurnPlace | null) ?? usual.turns,
    roleId,
    mentionsPerDay: options.getInteger('mentions') ?? usual.mentionsPerDay,
    timeZone: zone ? typedZone(zone, context) : usual.timeZone,
    quiet: quiet ? typedQuiet(quiet, context) : usual.quiet,
  };
  const channel = await requireChannelAccess(interaction.client, channelId, context, messagePlaces, 'errorCardsKind');
  if (wish.turns === 'thread') await requireThreads(channel, context);
  if (roleId !== null) await requireMentionable(channel, roleId, context);
  return wish;
}

/** Discord lets nobody choose no role: where one is to be taken back, @everyone stands for that. */
function typedRole(
  { options }: ChatInputCommandInteraction,
  guildId: string,
  before: LiveSubscription | null,
  { say }: CommandContext,
): string | null {
  const role = options.getRole('role');
  if (!role) return before?.roleId ?? null;
  if (role.id !== guildId) return role.id;
  if (!before) throw new UserError(say('errorRoleEverybody'));
  return null;
}

/** What may be meant by what is being typed into one of them. */
export async function offerLiveWish(
  interaction: AutocompleteInteraction,
  context: CommandContext,
): Promise<readonly Choice[]> {
  const { name, value } = interaction.options.getFocused(true);
  if (name !== 'quiet') return interaction.guildId ? offerTopics(value, interaction.guildId, context) : [];
  const usual = `${usualQuiet.from}-${usualQuiet.until}`;
  const typed = value.trim();
  return [...new Set([...(typed ? [typed] : []), usual, context.say('quietNever')])]
    .slice(0, 25)
    .map((text) => ({ name: text, value: text }));
}
