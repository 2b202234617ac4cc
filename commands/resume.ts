import { requireChannelAccess } from '../src/discord/channelAccess.ts';
import { briefingOption, chosenWish, offerWishes } from '../src/discord/chosenSubscription.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { timestamp } from '../src/discord/escape.ts';
import { liveWords } from '../src/discord/liveText.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { nextDueAt } from '../src/news/subscription.ts';
import { resumeLiveSubscription } from '../src/store/liveSubscriptions.ts';
import { resumeSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('resume', {
    forManagers: true,
    options: briefingOption,
  }),

  async execute(interaction, context) {
    const wish = await chosenWish(interaction, context);
    const { channelId } = wish.kind === 'cards' ? wish.live : wish.subscription;
    await requireChannelAccess(interaction.client, channelId, context);
    if (wish.kind === 'cards') {
      await resumeLiveSubscription(context.db, wish.live.id, channelId);
      return { content: context.say('liveResumed', await liveWords(wish.live, context)) };
    }
    const { subscription } = wish;
    const due = nextDueAt(subscription, context.now());
    await resumeSubscription(context.db, subscription.id, due);
    const { channel, topics } = await wordsFor(subscription, context);
    return { content: context.say('resumed', { channel, topics, next: timestamp(due, 'F') }) };
  },

  autocomplete: offerWishes,
} satisfies SlashCommand;
