import { requireChannelAccess } from '../src/discord/channelAccess.ts';
import { briefingOption, chosenSubscription, offerSubscriptions } from '../src/discord/chosenSubscription.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { timestamp } from '../src/discord/escape.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { nextDueAt } from '../src/news/subscription.ts';
import { resumeSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('resume', {
    forManagers: true,
    options: briefingOption,
  }),

  async execute(interaction, context) {
    const subscription = await chosenSubscription(interaction, context);
    await requireChannelAccess(interaction.client, subscription.channelId, context);
    const due = nextDueAt(subscription, context.now());
    await resumeSubscription(context.db, subscription.id, due);
    const { channel, topics } = await wordsFor(subscription, context);
    return { content: context.say('resumed', { channel, topics, next: timestamp(due, 'F') }) };
  },

  autocomplete: offerSubscriptions,
} satisfies SlashCommand;
