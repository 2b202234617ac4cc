import { briefingOption, chosenSubscription, offerSubscriptions } from '../src/discord/chosenSubscription.ts';
import { type SlashCommand, UserError } from '../src/discord/command.ts';
import { timestamp } from '../src/discord/escape.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { subscriptionButtons } from '../src/discord/subscriptionReplies.ts';
import { conditionsText, wordsFor } from '../src/discord/subscriptionText.ts';
import { offerWish, typedWish, wishOptions } from '../src/discord/typedWish.ts';
import { changeSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('edit', {
    forManagers: true,
    options: { ...briefingOption, ...wishOptions },
  }),

  async execute(interaction, context) {
    const { db, say } = context;
    const before = await chosenSubscription(interaction, context);
    const subscription = await changeSubscription(db, before.id, await typedWish(interaction, before, context));
    if (!subscription) throw new UserError(say('errorSubscriptionTaken'));
    const words = { ...(await wordsFor(subscription, context)), next: timestamp(subscription.nextDueAt, 'F') };
    return {
      content: [say('subscribedReplaced', words), ...conditionsText(subscription, say)].join(' '),
      components: [subscriptionButtons(subscription.id, ['preview'], say)],
    };
  },

  autocomplete: (interaction, context) =>
    interaction.options.getFocused(true).name === 'briefing'
      ? offerSubscriptions(interaction, context)
      : offerWish(interaction, context),
} satisfies SlashCommand;
