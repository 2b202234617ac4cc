import {
  type APIAllowedMentions,
  DiscordAPIError,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPIChannelMessagesThreadsJSONBody,
  Routes,
} from 'discord.js';
import { type CardPosts, type OutgoingCardReply, PostError, suspensionIn } from '../news/outside.ts';
import { editMessage } from './editMessage.ts';
import { plain } from './escape.ts';
import { createFindMarked } from './findMessage.ts';
import { postErrorFrom } from './postErrors.ts';
import { markOfCard, markOfReply, renderCard, renderCardReply } from './renderCard.ts';

const nobody: APIAllowedMentions = { parse: [] };
const begunAlready = 160_004;
/** Of a thread. */
const mostName = 100;

/**
 * Makes what is done with cards. A new card mentions the role that it names and nobody else; edits and replies mention
 * nobody.
 *
 * @see https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function createCardPosts(rest: REST): CardPosts {
  const findReply = createFindMarked<OutgoingCardReply>(rest, ({ reply }) => markOfReply(reply));

  async function post(channelId: string, body: RESTPostAPIChannelMessageJSONBody): Promise<{ messageId: string }> {
    const request = rest.post(Routes.channelMessages(channelId), { body: { ...body, enforce_nonce: true } });
    const message = (await request.catch(refuse)) as RESTPostAPIChannelMessageResult;
    return { messageId: message.id };
  }

  /** Null where the card has no thread that takes the reply. */
  async function sayInThread(
    { channelId, cardMessageId, newThread }: OutgoingCardReply,
    body: RESTPostAPIChannelMessageJSONBody,
  ): Promise<{ messageId: string } | null> {
    // A thread that was begun from a message has the message's id.
    const said = await unlessClosed(post(cardMessageId, body));
    if (said || newThread === null || !(await beginThread(channelId, cardMessageId, newThread))) return said;
    return unlessClosed(post(cardMessageId, body));
  }

  /** @returns whether there is one now: there may be too many, or no permission to begin any */
  async function beginThread(channelId: string, messageId: string, name: string): Promise<boolean> {
    const body: RESTPostAPIChannelMessagesThreadsJSONBody = { name: plain(name, mostName) || '…' };
    try {
      await rest.post(Routes.threads(channelId, messageId), { body });
      return true;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.code === begunAlready) return true;
      const problem = postErrorFrom(error);
      if (problem.kind === 'try again' || problem.kind === 'token') throw problem;
      return false;
    }
  }

  return {
    post: ({ channelId, nonce, card }) => {
      const mentions = card.roleId ? { parse: [], roles: [card.roleId] } : nobody;
      return post(channelId, { ...renderCard(card), nonce, allowed_mentions: mentions });
    },
    find: createFindMarked(rest, ({ card }) => markOfCard(card)),
    edit: ({ card, ...message }) => editMessage(rest, message, renderCard(card)),
    reply: async (outgoing) => {
      const { channelId, nonce, reply, cardMessageId } = outgoing;
      const body = { ...renderCardReply(reply), nonce, allowed_mentions: nobody };
      const inThread = await sayInThread(outgoing, body);
      if (inThread) return inThread;
      const reference = { message_id: cardMessageId, fail_if_not_exists: false };
      try {
        return await post(channelId, { ...body, message_reference: reference });
      } catch (error) {
        if (!isBlind(error)) throw error;
        return post(channelId, body);
      }
    },
    findReply: async (outgoing, since) => {
      const inThread = { ...outgoing, channelId: outgoing.cardMessageId };
      return (await unlessClosed(findReply(inThread, since))) ?? findReply(outgoing, since);
    },
  };
}

/** Without permission to read a channel's history nothing there can be replied to; it can be said all the same. */
function isBlind(error: unknown): boolean {
  return error instanceof PostError && error.cause instanceof DiscordAPIError && error.cause.code === 160_002;
}

/** Null where a channel or thread is gone, is locked, or is not for us to use. */
async function unlessClosed<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PostError && suspensionIn(error)) return null;
    throw error;
  }
}

function refuse(error: unknown): never {
  throw postErrorFrom(error);
}
