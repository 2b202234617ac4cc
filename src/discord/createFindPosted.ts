import { ComponentType, type REST, type RESTGetAPIChannelMessagesResult, Routes } from 'discord.js';
import type { FindDirect } from '../news/outside.ts';
import { postErrorFrom } from './postErrors.ts';
import { directMarkOf } from './renderDirect.ts';

const mostPages = 10;
const perPage = 100;
/** How far our clock may be from Discord's. */
const clockErrorMs = 60 * 60_000;

/**
 * Makes the function that finds a message of ours among a channel's latest: the last hundred, and those before them that
 * are not older than it, up to a thousand. It is known by the custom id of one of its controls; messages don't keep
 * nonces.
 *
 * @param markOf  that custom id
 * @see https://discord.com/developers/docs/resources/message#get-channel-messages
 */
export function createFindPosted<Outgoing extends { readonly channelId: string }>(
  rest: REST,
  markOf: (outgoing: Outgoing) => string,
): (outgoing: Outgoing, since: Date) => Promise<{ readonly messageId: string } | null> {
  return (outgoing, since) => findMarked(rest, outgoing.channelId, markOf(outgoing), since);
}

/** The same for a direct message. */
export function createFindDirect(rest: REST): FindDirect {
  return (outgoing) => findMarked(rest, outgoing.channelId, directMarkOf(outgoing), outgoing.createdAt);
}

async function findMarked(rest: REST, channelId: string, mark: string, since: Date): ReturnType<FindDirect> {
  const oldest = since.getTime() - clockErrorMs;
  let before: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const messages = await latest(before);
    const found = messages.find((message) => isMarked(message, mark));
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

/** Other bots may use the same ids, but nobody sees what they hold without the intent for it. */
function isMarked({ components = [] }: RESTGetAPIChannelMessagesResult[number], mark: string): boolean {
  return components.some(
    (row) =>
      row.type === ComponentType.ActionRow &&
      row.components.some((part) => 'custom_id' in part && part.custom_id === mark),
  );
}
