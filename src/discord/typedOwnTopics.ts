import { followedKey } from '../news/topic.ts';
import type { Choice, CommandContext } from './command.ts';
import { folded } from './nearest.ts';
import { offerTopics, separators, typedTopics } from './typedTopics.ts';

/**
 * The keys of the topics that somebody typed for a briefing of their own: as {@link typedTopics}, or what they follow.
 *
 * @throws UserError  with the nearest topic, for one that there is not
 */
export async function typedOwnTopics(text: string | null, context: CommandContext): Promise<string[]> {
  const own = folded(context.say('whatYouFollow'));
  const parts = (text ?? '').split(separators).filter((part) => part.trim() !== '');
  const others = parts.filter((part) => folded(part) !== own);
  const keys = await typedTopics(others.join(','), '', context);
  return others.length < parts.length ? [...keys, followedKey].sort() : keys;
}

/** Offers topics, and what they follow. */
export async function offerOwnTopics(text: string, context: CommandContext): Promise<Choice[]> {
  const own = context.say('whatYouFollow');
  const isMeant = folded(own).includes(folded(text));
  return [...(isMeant ? [{ name: own, value: own }] : []), ...(await offerTopics(text, '', context))].slice(0, 25);
}
