import type { SlashCommand } from '../src/discord/command.ts';
import { plain, timestamp } from '../src/discord/escape.ts';
import { joinWithin } from '../src/discord/joinWithin.ts';
import { liveLines } from '../src/discord/liveText.ts';
import { colourOf } from '../src/discord/renderBriefing.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild } from '../src/discord/subscriptionReplies.ts';
import { conditionsText, pausedText, wordsFor } from '../src/discord/subscriptionText.ts';
import { findSubscriptions } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('subscriptions', { options: {} }),

  async execute(interaction, context) {
    const { db, say, mention } = context;
    const guildId = requireGuild(interaction, context);
    const subscriptions = await findSubscriptions(db, guildId);
    const cards = await liveLines(guildId, context);
    if (subscriptions.length + cards.length === 0)
      return { content: say('subscriptionsNone', { command: mention('subscribe') }) };
    const briefings = await Promise.all(
      subscriptions.map(async (subscription) => {
        const words = await wordsFor(subscription, context);
        if (subscription.isPaused || subscription.suspended !== null) {
          return say('subscriptionSuspended', { ...words, reason: pausedText(subscription, context) });
        }
        const line = say('subscriptionLine', { ...words, next: timestamp(subscription.nextDueAt) });
        return [line, ...conditionsText(subscription, say)].join(' ');
      }),
    );
    const lines = [...briefings, ...cards];
    return {
      embeds: [
        {
          title: plain(say('subscriptionsTitle'), 256),
          description: joinWithin(lines, '\n', 4_000),
          color: colourOf(null),
        },
      ],
    };
  },
} satisfies SlashCommand;
