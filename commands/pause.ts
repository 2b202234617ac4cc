import { briefingOption, chosenWish, offerWishes } from '../src/discord/chosenSubscription.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { liveWords } from '../src/discord/liveText.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { pauseLiveSubscription } from '../src/store/liveSubscriptions.ts';
import { pauseSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('pause', {
    forManagers: true,
    options: briefingOption,
  }),

  async execute(interaction, context) {
    const { db, now, say } = context;
    const command = context.mention('resume');
    const wish = await chosenWish(interaction, context);
    if (wish.kind === 'cards') {
      await pauseLiveSubscription(db, wish.live.id, now());
      return { content: say('livePaused', { ...(await liveWords(wish.live, context)), command }) };
    }
    await pauseSubscription(db, wish.subscription.id, now());
    const { channel, topics } = await wordsFor(wish.subscription, context);
    return { content: say('paused', { channel, topics, command }) };
  },

  autocomplete: offerWishes,
} satisfies SlashCommand;
