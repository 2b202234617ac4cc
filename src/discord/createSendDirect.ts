import {
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import type { SendDirect } from '../news/outside.ts';
import { postErrorFrom } from './postErrors.ts';
import { renderDirect } from './renderDirect.ts';

/**
 * Opens somebody's direct messages. Only ever for a person who has just asked for something: Discord does not like bots
 * that open many.
 *
 * @returns the id of the channel, the same every time
 * @throws PostError  and nothing else
 * @see https://discord.com/developers/docs/resources/user#create-dm
 */
export type OpenDirect = (userId: string) => Promise<string>;

export function createOpenDirect(rest: REST): OpenDirect {
  return async (userId) => {
    try {
      const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: userId } });
      return (channel as RESTPostAPICurrentUserCreateDMChannelResult).id;
    } catch (error) {
      throw postErrorFrom(error);
    }
  };
}

/** Makes the function that sends a direct message, with a nonce as briefings have it. */
export function createSendDirect(rest: REST): SendDirect {
  return async (outgoing) => {
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...renderDirect(outgoing),
      nonce: outgoing.nonce,
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    };
    try {
      const route = Routes.channelMessages(outgoing.channelId);
      return { messageId: ((await rest.post(route, { body })) as RESTPostAPIChannelMessageResult).id };
    } catch (error) {
      throw postErrorFrom(error);
    }
  };
}
