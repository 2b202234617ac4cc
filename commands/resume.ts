import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { requireChannelAccess } from '../src/discord/channelAccess.ts';
import { chosenSubscription, offerSubscriptions } from '../src/discord/chosenSubscription.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { timestamp } from '../src/discord/escape.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { nextDueAt } from '../src/news/subscription.ts';
import { resumeSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('resume', {
    forManagers: true,
    options: { briefing: { type: OptionType.String, required: true, autocomplete: true, max_length: 100 } },
  }),

  async execute(interaction, context) {
    const guildId = requireGuild(interaction, context);
    requireManageServer(interaction, context);
    const typed = interaction.options.getString('briefing', true);
    const subscription = await chosenSubscription(typed, guildId, interaction, context);
    await requireChannelAccess(interaction.client, subscription.channelId, context);
    const due = nextDueAt(subscription, context.now());
    await resumeSubscription(context.db, subscription.id, due);
    const { channel, topics } = await wordsFor(subscription, context);
    return { content: context.say('resumed', { channel, topics, next: timestamp(due, 'F') }) };
  },

  autocomplete: (interaction, context) =>
    offerSubscriptions(interaction.options.getFocused(), interaction.guildId, interaction, context),
} satisfies SlashCommand;
