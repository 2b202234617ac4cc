import { briefingOption, chosenSubscription, offerSubscriptions } from '../src/discord/chosenSubscription.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { removeSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('unsubscribe', {
    forManagers: true,
    options: briefingOption,
  }),

  async execute(interaction, context) {
    const subscription = await chosenSubscription(interaction, context);
    await removeSubscription(context.db, subscription.id, subscription.guildId);
    const { channel, topics } = await wordsFor(subscription, context);
    return { content: context.say('unsubscribed', { channel, topics }) };
  },

  autocomplete: offerSubscriptions,
} satisfies SlashCommand;
