import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { type Choice, type CommandContext, type SlashCommand, UserError } from '../src/discord/command.ts';
import { escaped, plain } from '../src/discord/escape.ts';
import { folded } from '../src/discord/nearest.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { topicsText, whenText, wordsFor } from '../src/discord/subscriptionText.ts';
import { findSubscriptions, removeSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('unsubscribe', {
    forManagers: true,
    options: { briefing: { type: OptionType.String, required: true, autocomplete: true, max_length: 100 } },
  }),

  async execute(interaction, context) {
    const { db, say } = context;
    const guildId = requireGuild(interaction, context);
    requireManageServer(interaction, context);
    const typed = interaction.options.getString('briefing', true);
    const id = await chosenSubscription(typed, guildId, interaction.client.channels.cache, context);
    const subscription = (await findSubscriptions(db, guildId)).find((candidate) => candidate.id === id);
    if (!subscription) throw new UserError(say('errorSubscription', { typed: escaped(typed, 80) }));
    await removeSubscription(db, subscription.id, guildId);
    const { channel, topics } = await wordsFor(subscription, context);
    return { content: say('unsubscribed', { channel, topics }) };
  },

  async autocomplete(interaction, context) {
    if (!interaction.guildId) return [];
    const choices = await subscriptionChoices(interaction.guildId, interaction.client.channels.cache, context);
    const typed = folded(interaction.options.getFocused());
    return choices.filter(({ name }) => folded(name).includes(typed));
  },
} satisfies SlashCommand;

type Channels = { get(id: string): unknown };

/** One that was chosen, or the only one that words fit: nothing is ended on a guess. */
async function chosenSubscription(
  typed: string,
  guildId: string,
  channels: Channels,
  context: CommandContext,
): Promise<number | null> {
  const choices = await subscriptionChoices(guildId, channels, context);
  const named = choices.filter(({ name }) => folded(name).includes(folded(typed)));
  const chosen = choices.find(({ value }) => value === typed) ?? (named.length === 1 ? named[0] : undefined);
  return chosen ? Number(chosen.value) : null;
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
