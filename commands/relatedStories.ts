import type { MessageCommand } from '../src/discord/command.ts';
import { messageCommand } from '../src/discord/messageCommand.ts';
import { pointedAt } from '../src/discord/pointedAt.ts';
import { relatedReply, replyAbout } from '../src/discord/storyReplies.ts';

export default {
  takesTime: true,
  data: messageCommand('menu.relatedStories'),

  async execute(interaction, context) {
    const found = await pointedAt(interaction, context);
    if ('shown' in found) return relatedReply(found.shown, context);
    return replyAbout(found, (storyId) => relatedReply([storyId], context), context);
  },
} satisfies MessageCommand;
