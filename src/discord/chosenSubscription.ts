import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  ApplicationCommandOptionType as OptionType,
} from 'discord.js';
import type { Subscription } from '../news/subscription.ts';
import { findSubscriptions } from '../store/subscriptions.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { escaped, plain } from './escape.ts';
import { folded } from './nearest.ts';
import type { OptionForm } from './slashCommand.ts';
import { requireGuild, requireManageServer } from './subscriptionReplies.ts';
import { topicsText, whenText } from './subscriptionText.ts';

type Channels = { get(id: string): unknown };

/** The option of a command that changes one of a server's briefings. */
export const briefingOption = {
  briefing: { type: OptionType.String, required: true, autocomplete: true, max_length: 100 },
} satisfies Readonly<Record<string, OptionForm>>;

/**
 * The briefing that somebody who manages the server chose, or the only one that their words fit: nothing is changed on a
 * guess.
 *
 * @throws UserError  when they may not, or none or several are meant
 */
export async function chosenSubscription(
  interaction: ChatInputCommandInteraction,
  context: CommandContext,
): Promise<Subscription> {
  const guildId = requireGuild(interaction, context);
  requireManageServer(interaction, context);
  const typed = interaction.options.getString('briefing', true);
  const choices = await subscriptionChoices(guildId, interaction.client.channels.cache, context);
  const named = choices.filter(({ name }) => folded(name).includes(folded(typed)));
  const chosen = choices.find(({ value }) => value === typed) ?? (named.length === 1 ? named[0] : undefined);
  const subscription = (await findSubscriptions(context.db, guildId)).find(({ id }) => String(id) === chosen?.value);
  if (!subscription) throw new UserError(context.say('errorSubscription', { typed: escaped(typed, 80) }));
  return subscription;
}

/** The briefings of a server that what is being typed fits. */
export async function offerSubscriptions(
  interaction: AutocompleteInteraction,
  context: CommandContext,
): Promise<Choice[]> {
  if (!interaction.guildId) return [];
  const choices = await subscriptionChoices(interaction.guildId, interaction.client.channels.cache, context);
  const typed = folded(interaction.options.getFocused());
  return choices.filter(({ name }) => folded(name).includes(typed));
}

async function subscriptionChoices(guildId: string, channels: Channels, context: CommandContext): Promise<Choice[]> {
  const subscriptions = await findSubscriptions(context.db, guildId);
  return Promise.all(
    subscriptions.map(async (subscription) => {
      const topics = await topicsText(subscription, context);
      const when = whenText(subscription, context.language, context.say);
      const channel = (channels.get(subscription.channelId) as { name?: string } | undefined)?.name;
      const label = context.say('subscriptionLabel', { channel: channel ?? subscription.channelId, topics, when });
      return { name: plain(label, 100), value: String(subscription.id) };
    }),
  );
}
