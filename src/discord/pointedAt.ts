import type { APIMessage, Message, MessageContextMenuCommandInteraction } from 'discord.js';
import { type CommandContext, UserError } from './command.ts';
import { linksIn } from './linksIn.ts';
import { storiesShown } from './storiesShown.ts';
import { type Typed, typedAnything } from './typedAnything.ts';

/** Reading a page takes seconds: what comes after so many links is not what a message is about. */
const mostTried = 5;

/**
 * What a message is about: the stories of one of ours, by its buttons; else the first of its links that is known here or
 * can be read.
 *
 * @throws UserError  when it holds no link, or none that works: then it says why the first does not
 */
export async function pointedAt(
  { targetMessage, client }: Pick<MessageContextMenuCommandInteraction, 'targetMessage' | 'client'>,
  context: CommandContext,
): Promise<{ readonly shown: readonly number[] } | Typed> {
  const isOurs = targetMessage.author.id === client.user.id;
  const shown = isOurs ? storiesShown(targetMessage) : [];
  if (shown.length > 0) return { shown };
  let problem = new UserError(context.say('errorNoLink'));
  for (const [index, link] of linksTold(targetMessage).slice(0, mostTried).entries()) {
    try {
      return await typedAnything(link, context);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (index === 0) problem = error;
    }
  }
  throw problem;
}

/** What a message forwards counts as its own words. */
function linksTold(message: Message | APIMessage): string[] {
  const forwarded =
    'messageSnapshots' in message
      ? [...message.messageSnapshots.values()]
      : (message.message_snapshots ?? []).map((snapshot) => snapshot.message);
  return [...new Set([message, ...forwarded].flatMap(linksIn))];
}
