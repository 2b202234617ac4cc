import { ComponentType, type REST, type RESTGetAPIChannelMessagesResult, Routes } from 'discord.js';
import { postErrorFrom } from './postErrors.ts';

const mostPages = 10;
const perPage = 100;
/** How far our clock may be from Discord's. */
const clockErrorMs = 60 * 60_000;

/** A message as it is read in a channel. */
export type ReadMessage = RESTGetAPIChannelMessagesResult[number];

/**
 * Finds a message among a channel's latest: the last hundred, and those before them that are not older than it, up to a
 * thousand.
 *
 * @param since  it is not older
 * @throws PostError
 * @see https://discord.com/developers/docs/resources/message#get-channel-messages
 */
export async function findMessage(
  rest: REST,
  channelId: string,
  isIt: (message: ReadMessage) => boolean,
  since: Date,
): Promise<{ readonly messageId: string } | null> {
  const oldest = since.getTime() - clockErrorMs;
  let before: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const messages = await latest(before);
    const found = messages.find(isIt);
    if (found) return { messageId: found.id };
    const last = messages.at(-1);
    if (!last || messages.length < perPage || Date.parse(last.timestamp) < oldest) return null;
    before = last.id;
  }
  return null;

  async function latest(before: string | undefined): Promise<RESTGetAPIChannelMessagesResult> {
    const query = new URLSearchParams({ limit: String(perPage), ...(before && { before }) });
    try {
      return (await rest.get(Routes.channelMessages(channelId), { query })) as RESTGetAPIChannelMessagesResult;
    } catch (error) {
      throw postErrorFrom(error);
    }
  }
}

/** Whether a control of a message has this custom id. Of other bots nobody sees the controls without the intent for it. */
export function isMarked({ components = [] }: ReadMessage, mark: string): boolean {
  return components.some(
    (row) =>
      row.type === ComponentType.ActionRow &&
      row.components.some((part) => 'custom_id' in part && part.custom_id === mark),
  );
}

/** Makes the function that finds a message by the custom id of one of its controls; messages don't keep nonces. */
export function createFindMarked<Outgoing extends { readonly channelId: string }>(
  rest: REST,
  markOf: (outgoing: Outgoing) => string,
): (outgoing: Outgoing, since: Date) => Promise<{ readonly messageId: string } | null> {
  return (outgoing, since) => {
    const mark = markOf(outgoing);
    return findMessage(rest, outgoing.channelId, (message) => isMarked(message, mark), since);
  };
}
