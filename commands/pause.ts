import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { chosenSubscription, offerSubscriptions } from '../src/discord/chosenSubscription.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { pauseSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('pause', {
    forManagers: true,
    options: { briefing: { type: OptionType.String, required: true, autocomplete: true, max_length: 100 } },
  }),

  async execute(interaction, context) {
    const guildId = requireGuild(interaction, context);
    requireManageServer(interaction, context);
    const typed = interaction.options.getString('briefing', true);
    const subscription = await chosenSubscription(typed, guildId, interaction, context);
    await pauseSubscription(context.db, subscription.id, context.now());
    const { channel, topics } = await wordsFor(subscription, context);
    return { content: context.say('paused', { channel, topics, command: context.mention('resume') }) };
  },

  autocomplete: (interaction, context) =>
    offerSubscriptions(interaction.options.getFocused(), interaction.guildId, interaction, context),
} satisfies SlashCommand;
