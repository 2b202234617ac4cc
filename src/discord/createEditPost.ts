import { DiscordAPIError, type REST, type RESTPatchAPIChannelMessageJSONBody, Routes } from 'discord.js';
import type { EditPost } from '../news/outside.ts';
import { postErrorFrom } from './postErrors.ts';
import { mentionOf, renderBriefing } from './renderBriefing.ts';

const archived = 50083;

/**
 * Makes the function that edits a message that was posted. It says everything anew, so it may be repeated; an edit notifies
 * nobody. A thread that has been archived meanwhile is opened for it, unless somebody has locked it.
 *
 * @see https://discord.com/developers/docs/resources/message#edit-message
 * @see https://discord.com/developers/docs/topics/threads#editing--deleting-threads
 */
export function createEditPost(rest: REST): EditPost {
  return async ({ channelId, messageId, briefing, part, form }) => {
    const role = mentionOf(briefing, part);
    const body: RESTPatchAPIChannelMessageJSONBody = {
      ...renderBriefing(briefing, part, form),
      allowed_mentions: { parse: [], ...(role && { roles: [role] }) },
    };
    const edit = () => rest.patch(Routes.channelMessage(channelId, messageId), { body });
    try {
      await edit().catch(async (error) => {
        if (!(error instanceof DiscordAPIError && error.code === archived)) throw error;
        await rest.patch(Routes.channel(channelId), { body: { archived: false } });
        await edit();
      });
    } catch (error) {
      throw postErrorFrom(error);
    }
  };
}
