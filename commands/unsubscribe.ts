import { briefingOption, chosenWish, offerWishes } from '../src/discord/chosenSubscription.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { liveWords } from '../src/discord/liveText.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { removeLiveSubscription } from '../src/store/liveSubscriptions.ts';
import { removeSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('unsubscribe', {
    forManagers: true,
    options: briefingOption,
  }),

  async execute(interaction, context) {
    const wish = await chosenWish(interaction, context);
    if (wish.kind === 'cards') {
      await removeLiveSubscription(context.db, wish.live.id);
      return { content: context.say('liveEnded', await liveWords(wish.live, context)) };
    }
    const { subscription } = wish;
    await removeSubscription(context.db, subscription.id, subscription.guildId);
    const { channel, topics } = await wordsFor(subscription, context);
    return { content: context.say('unsubscribed', { channel, topics }) };
  },

  autocomplete: offerWishes,
} satisfies SlashCommand;
