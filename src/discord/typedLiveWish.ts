import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  ApplicationCommandOptionType as OptionType,
} from 'discord.js';
import { type LiveKind, usualQuiet, usualWish } from '../news/liveSubscription.ts';
import type { NewLiveSubscription } from '../store/liveSubscriptions.ts';
import { messagePlaces, requireChannelAccess, requireMentionable } from './channelAccess.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { guildDefaults } from './guildDefaults.ts';
import { languages, sayIn } from './languages/index.ts';
import { folded } from './nearest.ts';
import type { OptionForm } from './slashCommand.ts';
import { requireGuild, requireManageServer } from './subscriptionReplies.ts';
import { typedQuiet } from './typedQuiet.ts';
import { offerTopics, typedTopics } from './typedTopics.ts';

/** The options of both commands for cards. */
export const liveOptions = {
  topics: { type: OptionType.String, autocomplete: true, max_length: 300 },
  channel: { type: OptionType.Channel, channel_types: [...messagePlaces] },
  language: { type: OptionType.String, choices: languages.map(({ code, name }) => ({ value: code, name })) },
  origins: { type: OptionType.Integer, min_value: 1, max_value: 10 },
  hourly: { type: OptionType.Integer, min_value: 1, max_value: 30 },
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
 * What somebody typed into these options. What they left out is the usual.
 *
 * @throws UserError  saying what to type, or what is missing in the channel
 */
export async function typedLiveWish(
  interaction: ChatInputCommandInteraction,
  kind: LiveKind,
  context: CommandContext,
): Promise<NewLiveSubscription> {
  const { options } = interaction;
  const guildId = requireGuild(interaction, context);
  requireManageServer(interaction, context);
  const usual = usualWish[kind];
  const defaults = await guildDefaults(interaction, guildId, context);
  const channelId = options.getChannel('channel')?.id ?? interaction.channelId;
  const roleId = options.getRole('role')?.id ?? null;
  const quiet = options.getString('quiet');
  const wish: NewLiveSubscription = {
    kind,
    guildId,
    channelId,
    createdBy: interaction.user.id,
    topics: await typedTopics(options.getString('topics'), guildId, context),
    language: options.getString('language') ?? defaults.language,
    minOrigins: options.getInteger('origins') ?? usual.minOrigins,
    withinMinutes: kind === 'breaking' ? (options.getInteger('within') ?? usual.withinMinutes) : null,
    perHour: options.getInteger('hourly') ?? usual.perHour,
    roleId,
    mentionsPerDay: options.getInteger('mentions') ?? usual.mentionsPerDay,
    timeZone: defaults.timeZone,
    quiet: quiet === null ? usualQuiet : isNever(quiet) ? null : typedQuiet(quiet, context),
  };
  if (roleId === guildId) throw new UserError(context.say('errorRoleEverybody'));
  const channel = await requireChannelAccess(interaction.client, channelId, context, messagePlaces);
  if (roleId !== null) await requireMentionable(channel, roleId, context);
  return wish;
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

/** Whether somebody wants no quiet hours, in whichever language. */
function isNever(typed: string): boolean {
  return languages.some(({ code }) => folded(sayIn(code)('quietNever')) === folded(typed));
}
