import { type REST, type RESTPatchAPIChannelMessageJSONBody, Routes } from 'discord.js';
import type { EditPost } from '../news/outside.ts';
import { postErrorFrom } from './postErrors.ts';
import { renderBriefing } from './renderBriefing.ts';

/**
 * Makes the function that edits a briefing that was posted. It says everything anew, so it may be repeated.
 *
 * @see https://discord.com/developers/docs/resources/message#edit-message
 */
export function createEditPost(rest: REST): EditPost {
  return async ({ channelId, messageId, briefing }) => {
    const body: RESTPatchAPIChannelMessageJSONBody = {
      ...renderBriefing(briefing),
      allowed_mentions: { parse: [] },
    };
    try {
      await rest.patch(Routes.channelMessage(channelId, messageId), { body });
    } catch (error) {
      throw postErrorFrom(error);
    }
  };
}
