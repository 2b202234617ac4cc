import type { MessageCommand } from '../src/discord/command.ts';
import { messageCommand } from '../src/discord/messageCommand.ts';
import { pointedAt } from '../src/discord/pointedAt.ts';
import { fullBriefReply, replyAbout } from '../src/discord/storyReplies.ts';

export default {
  takesTime: true,
  data: messageCommand('menu.briefThis'),

  async execute(interaction, context) {
    const found = await pointedAt(interaction, context);
    if (!('shown' in found)) return replyAbout(found, fullBriefReply, context);
    const [first = 0] = found.shown;
    return fullBriefReply(first, context);
  },
} satisfies MessageCommand;
