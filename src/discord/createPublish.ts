import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Publish } from '../news/outside.ts';
import { postErrorFrom } from './postErrors.ts';

const publishedAlready = 40033;

/**
 * Makes the function that publishes a message of an announcement channel.
 *
 * @see https://discord.com/developers/docs/resources/message#crosspost-message
 */
export function createPublish(rest: REST): Publish {
  return async ({ channelId, messageId }) => {
    try {
      await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
    } catch (error) {
      if (error instanceof DiscordAPIError && error.code === publishedAlready) return;
      throw postErrorFrom(error);
    }
  };
}
