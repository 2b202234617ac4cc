import type { SlashCommand } from '../src/discord/command.ts';
import { followingReply } from '../src/discord/followingReply.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { managedServer } from '../src/discord/subscriptionReplies.ts';

export default {
  data: slashCommand('following', { anywhere: true, options: {} }),

  execute(interaction, context) {
    return followingReply(interaction.user.id, managedServer(interaction), context);
  },
} satisfies SlashCommand;
