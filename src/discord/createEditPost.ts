import type { REST } from 'discord.js';
import type { EditPost } from '../news/outside.ts';
import { editMessage } from './editMessage.ts';
import { mentionOf, renderBriefing } from './renderBriefing.ts';

/**
 * Makes the function that edits a message that was posted. It says everything anew, so it may be repeated; an edit notifies
 * nobody.
 */
export function createEditPost(rest: REST): EditPost {
  return ({ briefing, part, form, ...message }) =>
    editMessage(rest, message, renderBriefing(briefing, part, form), mentionOf(briefing, part));
}
