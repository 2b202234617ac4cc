import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  ApplicationCommandOptionType as OptionType,
} from 'discord.js';
import type { LiveSubscription } from '../news/liveSubscription.ts';
import type { Subscription } from '../news/subscription.ts';
import { findLiveSubscriptions } from '../store/liveSubscriptions.ts';
import { findSubscriptions } from '../store/subscriptions.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { escaped, plain } from './escape.ts';
import { folded } from './nearest.ts';
import type { OptionForm } from './slashCommand.ts';
import { requireGuild, requireManageServer } from './subscriptionReplies.ts';
import { topicsText, whenText } from './subscriptionText.ts';

type Channels = { get(id: string): unknown };

/** The option of a command that changes one of the things that a server's channels get. */
export const briefingOption = {
  briefing: { type: OptionType.String, required: true, autocomplete: true, max_length: 100 },
} satisfies Readonly<Record<string, OptionForm>>;

/** What a channel gets, briefings or cards, and what it is called in the list. */
export type Wish = { readonly name: string } & (
  | { readonly kind: 'briefing'; readonly subscription: Subscription }
  | { readonly kind: 'cards'; readonly live: LiveSubscription }
);

/**
 * The briefing or the cards that somebody who manages the server chose, or the only ones that their words fit: nothing is
 * changed on a guess.
 *
 * @throws UserError  when they may not, or none or several are meant
 */
export async function chosenWish(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<Wish> {
  const guildId = requireGuild(interaction, context);
  requireManageServer(interaction, context);
  const { name, value } = chosenIn(interaction, await wishChoices(guildId, channelsOf(interaction), context), context);
  const lives = await findLiveSubscriptions(context.db, guildId);
  const live = lives.find((each) => liveValue(each) === value);
  if (live) return { name, kind: 'cards', live };
  const subscriptions = await findSubscriptions(context.db, guildId);
  return { name, kind: 'briefing', subscription: subscriptions.find(({ id }) => String(id) === value) as Subscription };
}

/** The briefings and the cards of a server that what is being typed fits. */
export async function offerWishes(interaction: AutocompleteInteraction, context: CommandContext): Promise<Choice[]> {
  if (!interaction.guildId) return [];
  const typed = folded(interaction.options.getFocused());
  const choices = await wishChoices(interaction.guildId, channelsOf(interaction), context);
  return choices.filter(({ name }) => folded(name).includes(typed));
}

function channelsOf({ client }: Pick<ChatInputCommandInteraction | AutocompleteInteraction, 'client'>): Channels {
  return client.channels.cache;
}

/** The choice that was made or is alone meant. @throws UserError  when none or several are */
function chosenIn(
  interaction: ChatInputCommandInteraction,
  choices: readonly Choice[],
  { say }: CommandContext,
): Choice {
  const typed = interaction.options.getString('briefing', true);
  const named = choices.filter(({ name }) => folded(name).includes(folded(typed)));
  const chosen = choices.find(({ value }) => value === typed) ?? (named.length === 1 ? named[0] : undefined);
  if (!chosen) throw new UserError(say('errorSubscription', { typed: escaped(typed, 80) }));
  return chosen;
}

async function wishChoices(guildId: string, channels: Channels, context: CommandContext): Promise<Choice[]> {
  const lives = await findLiveSubscriptions(context.db, guildId);
  const cards = lives.map(async (live) => {
    const topics = await topicsText(live, context);
    const channel = nameIn(channels, live.channelId);
    const label = context.say(live.kind === 'live' ? 'liveLabel' : 'breakingLabel', { channel, topics });
    return { name: plain(label, 100), value: liveValue(live) };
  });
  return [...(await subscriptionChoices(guildId, channels, context)), ...(await Promise.all(cards))];
}

function liveValue({ id }: LiveSubscription): string {
  return `live:${id}`;
}

function nameIn(channels: Channels, channelId: string): string {
  return (channels.get(channelId) as { name?: string } | undefined)?.name ?? channelId;
}

async function subscriptionChoices(guildId: string, channels: Channels, context: CommandContext): Promise<Choice[]> {
  const subscriptions = await findSubscriptions(context.db, guildId);
  return Promise.all(
    subscriptions.map(async (subscription) => {
      const topics = await topicsText(subscription, context);
      const when = whenText(subscription, context.language, context.say);
      const channel = nameIn(channels, subscription.channelId);
      const label = context.say('subscriptionLabel', { channel, topics, when });
      return { name: plain(label, 100), value: String(subscription.id) };
    }),
  );
}
