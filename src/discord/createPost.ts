import {
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageResult,
  Routes,
} from 'discord.js';
import type { Post } from '../news/outside.ts';
import { postErrorFrom } from './postErrors.ts';
import { renderBriefing } from './renderBriefing.ts';

/**
 * Makes the function that posts a briefing. The nonce was decided before: Discord answers a repeated one with the
 * message that stands. Nothing in a message can mention anybody.
 *
 * @see https://discord.com/developers/docs/resources/message#create-message
 */
export function createPost(rest: REST): Post {
  return async ({ channelId, nonce, briefing }) => {
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...renderBriefing(briefing),
      nonce,
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    };
    try {
      const message = (await rest.post(Routes.channelMessages(channelId), { body })) as RESTPostAPIChannelMessageResult;
      return { messageId: message.id };
    } catch (error) {
      throw postErrorFrom(error);
    }
  };
}
