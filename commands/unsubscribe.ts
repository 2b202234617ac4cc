import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { chosenSubscription, offerSubscriptions } from '../src/discord/chosenSubscription.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { removeSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('unsubscribe', {
    forManagers: true,
    options: { briefing: { type: OptionType.String, required: true, autocomplete: true, max_length: 100 } },
  }),

  async execute(interaction, context) {
    const guildId = requireGuild(interaction, context);
    requireManageServer(interaction, context);
    const typed = interaction.options.getString('briefing', true);
    const subscription = await chosenSubscription(typed, guildId, interaction, context);
    await removeSubscription(context.db, subscription.id, guildId);
    const { channel, topics } = await wordsFor(subscription, context);
    return { content: context.say('unsubscribed', { channel, topics }) };
  },

  autocomplete: (interaction, context) =>
    offerSubscriptions(interaction.options.getFocused(), interaction.guildId, interaction, context),
} satisfies SlashCommand;
