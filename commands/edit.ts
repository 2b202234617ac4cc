import type { ChatInputCommandInteraction } from 'discord.js';
import { briefingOption, chosenWish, offerWishes, type Wish } from '../src/discord/chosenSubscription.ts';
import { type CommandContext, type SlashCommand, UserError } from '../src/discord/command.ts';
import { escaped, timestamp } from '../src/discord/escape.ts';
import type { MessageKey } from '../src/discord/languages/en.ts';
import { findLanguage } from '../src/discord/languages/index.ts';
import { changeLiveReply } from '../src/discord/liveReplies.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { subscriptionButtons } from '../src/discord/subscriptionReplies.ts';
import { conditionsText, wordsFor } from '../src/discord/subscriptionText.ts';
import { breakingOptions, liveOptions, offerLiveWish } from '../src/discord/typedLiveWish.ts';
import { offerWish, typedWish, wishOptions } from '../src/discord/typedWish.ts';
import { changeSubscription } from '../src/store/subscriptions.ts';

/** What can be changed of each. The quiet hours of breaking news are in a zone, too. */
const fields = {
  briefing: Object.keys(wishOptions),
  live: Object.keys(liveOptions),
  breaking: [...Object.keys(breakingOptions), 'zone'],
};

export default {
  data: slashCommand('edit', {
    forManagers: true,
    options: { ...briefingOption, ...wishOptions, ...breakingOptions, channel: wishOptions.channel },
  }),

  async execute(interaction, context) {
    const { db, say } = context;
    const wish = await chosenWish(interaction, context);
    requireFields(interaction, wish, context);
    if (wish.kind === 'cards') return changeLiveReply(interaction, wish.live, context);
    const before = wish.subscription;
    const subscription = await changeSubscription(db, before.id, await typedWish(interaction, before, context));
    if (!subscription) throw new UserError(say('errorSubscriptionTaken'));
    const words = { ...(await wordsFor(subscription, context)), next: timestamp(subscription.nextDueAt, 'F') };
    return {
      content: [say('subscribedReplaced', words), ...conditionsText(subscription, say)].join(' '),
      components: [subscriptionButtons(subscription.id, ['preview'], say)],
    };
  },

  autocomplete: (interaction, context) => {
    const { name } = interaction.options.getFocused(true);
    if (name === 'briefing') return offerWishes(interaction, context);
    return (name === 'quiet' ? offerLiveWish : offerWish)(interaction, context);
  },
} satisfies SlashCommand;

/** Makes sure that what was typed can be set for what was chosen. @throws UserError  naming what can't */
function requireFields(interaction: ChatInputCommandInteraction, wish: Wish, context: CommandContext): void {
  const { say, language } = context;
  const known = new Set([
    ...Object.keys(briefingOption),
    ...fields[wish.kind === 'cards' ? wish.live.kind : wish.kind],
  ]);
  const foreign = interaction.options.data.map(({ name }) => name).filter((name) => !known.has(name));
  if (foreign.length === 0) return;
  // Discord shows English names in languages that it does not speak.
  const isNamed = findLanguage(language)?.locales.length !== 0;
  const names = foreign.map((name) => `\`${isNamed ? say(`name.${name}` as MessageKey) : name}\``);
  throw new UserError(say('errorEditOption', { name: escaped(wish.name, 100), options: names.join(say('comma')) }));
}
