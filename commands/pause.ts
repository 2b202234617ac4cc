import { briefingOption, chosenSubscription, offerSubscriptions } from '../src/discord/chosenSubscription.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { pauseSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('pause', {
    forManagers: true,
    options: briefingOption,
  }),

  async execute(interaction, context) {
    const subscription = await chosenSubscription(interaction, context);
    await pauseSubscription(context.db, subscription.id, context.now());
    const { channel, topics } = await wordsFor(subscription, context);
    return { content: context.say('paused', { channel, topics, command: context.mention('resume') }) };
  },

  autocomplete: offerSubscriptions,
} satisfies SlashCommand;
