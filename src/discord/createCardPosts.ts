import {
  type APIAllowedMentions,
  DiscordAPIError,
  type REST,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageResult,
  Routes,
} from 'discord.js';
import { type CardPosts, PostError } from '../news/outside.ts';
import { createFindMarked } from './findMessage.ts';
import { postErrorFrom } from './postErrors.ts';
import { markOfCard, markOfReply, renderCard, renderCardReply } from './renderCard.ts';

const nobody: APIAllowedMentions = { parse: [] };

/**
 * Makes what is done with cards. A new card mentions the role that it names and nobody else; edits and replies mention
 * nobody.
 *
 * @see https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function createCardPosts(rest: REST): CardPosts {
  async function post(channelId: string, body: RESTPostAPIChannelMessageJSONBody): Promise<{ messageId: string }> {
    const request = rest.post(Routes.channelMessages(channelId), { body: { ...body, enforce_nonce: true } });
    const message = (await request.catch(refuse)) as RESTPostAPIChannelMessageResult;
    return { messageId: message.id };
  }

  return {
    post: ({ channelId, nonce, card }) => {
      const mentions = card.roleId ? { parse: [], roles: [card.roleId] } : nobody;
      return post(channelId, { ...renderCard(card), nonce, allowed_mentions: mentions });
    },
    find: createFindMarked(rest, ({ card }) => markOfCard(card)),
    edit: async ({ channelId, messageId, card }) => {
      const body: RESTPatchAPIChannelMessageJSONBody = { ...renderCard(card), allowed_mentions: nobody };
      await rest.patch(Routes.channelMessage(channelId, messageId), { body }).catch(refuse);
    },
    reply: async ({ channelId, nonce, reply, cardMessageId }) => {
      const body = { ...renderCardReply(reply), nonce, allowed_mentions: nobody };
      const reference = { message_id: cardMessageId, fail_if_not_exists: false };
      try {
        return await post(channelId, { ...body, message_reference: reference });
      } catch (error) {
        if (!isBlind(error)) throw error;
        return post(channelId, body);
      }
    },
    findReply: createFindMarked(rest, ({ reply }) => markOfReply(reply)),
  };
}

/** Without permission to read a channel's history nothing there can be replied to; it can be said all the same. */
function isBlind(error: unknown): boolean {
  return error instanceof PostError && error.cause instanceof DiscordAPIError && error.cause.code === 160_002;
}

function refuse(error: unknown): never {
  throw postErrorFrom(error);
}
