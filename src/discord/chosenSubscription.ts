import type { Subscription } from '../news/subscription.ts';
import { findSubscriptions } from '../store/subscriptions.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { escaped, plain } from './escape.ts';
import { folded } from './nearest.ts';
import { topicsText, whenText } from './subscriptionText.ts';

type Channels = { get(id: string): unknown };
/** Where a command was typed, as far as naming a server's briefings needs it. */
type Place = { readonly client: { readonly channels: { readonly cache: Channels } } };

/**
 * The briefing that somebody chose, or the only one that their words fit: nothing is changed on a guess.
 *
 * @throws UserError  when none or several are meant
 */
export async function chosenSubscription(
  typed: string,
  guildId: string,
  { client }: Place,
  context: CommandContext,
): Promise<Subscription> {
  const choices = await subscriptionChoices(guildId, client.channels.cache, context);
  const named = choices.filter(({ name }) => folded(name).includes(folded(typed)));
  const chosen = choices.find(({ value }) => value === typed) ?? (named.length === 1 ? named[0] : undefined);
  const subscription = (await findSubscriptions(context.db, guildId)).find(({ id }) => String(id) === chosen?.value);
  if (!subscription) throw new UserError(context.say('errorSubscription', { typed: escaped(typed, 80) }));
  return subscription;
}

/** The briefings of a server that what is being typed fits. */
export async function offerSubscriptions(
  typed: string,
  guildId: string | null,
  { client }: Place,
  context: CommandContext,
): Promise<Choice[]> {
  if (!guildId) return [];
  const choices = await subscriptionChoices(guildId, client.channels.cache, context);
  return choices.filter(({ name }) => folded(name).includes(folded(typed)));
}

async function subscriptionChoices(guildId: string, channels: Channels, context: CommandContext): Promise<Choice[]> {
  const subscriptions = await findSubscriptions(context.db, guildId);
  return Promise.all(
    subscriptions.map(async (subscription) => {
      const topics = await topicsText(subscription, context);
      const when = whenText(subscription, context.language, context.say);
      const channel = (channels.get(subscription.channelId) as { name?: string } | undefined)?.name;
      const label = context.say('subscriptionLabel', { channel: channel ?? subscription.channelId, topics, when });
      return { name: plain(label, 100), value: String(subscription.id) };
    }),
  );
}
