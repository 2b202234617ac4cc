import type { SlashCommand } from '../src/discord/command.ts';
import { timestamp } from '../src/discord/escape.ts';
import { openForm } from '../src/discord/formReplies.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild, requireManageServer, subscriptionButtons } from '../src/discord/subscriptionReplies.ts';
import { conditionsText, wordsFor } from '../src/discord/subscriptionText.ts';
import { offerWish, typedWish, wishOptions } from '../src/discord/typedWish.ts';
import { saveSubscription } from '../src/store/subscriptions.ts';

export default {
  data: slashCommand('subscribe', { forManagers: true, options: wishOptions }),

  async execute(interaction, context) {
    const { db, now, say } = context;
    requireGuild(interaction, context);
    requireManageServer(interaction, context);
    if (interaction.options.data.length === 0) return openForm(interaction, context);
    const wish = await typedWish(interaction, null, context);
    const { subscription, replaced } = await saveSubscription(db, wish, now());
    const words = { ...(await wordsFor(subscription, context)), next: timestamp(subscription.nextDueAt, 'F') };
    return {
      content: [say(replaced ? 'subscribedReplaced' : 'subscribed', words), ...conditionsText(subscription, say)].join(
        ' ',
      ),
      components: [subscriptionButtons(subscription.id, replaced ? ['preview'] : ['preview', 'undo'], say)],
    };
  },

  autocomplete: offerWish,
} satisfies SlashCommand;
