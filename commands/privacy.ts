import type { SlashCommand } from '../src/discord/command.ts';
import { privacyReply } from '../src/discord/privacyReplies.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';

export default {
  data: slashCommand('privacy', { anywhere: true, options: {} }),

  execute(interaction, context) {
    return privacyReply(interaction.user.id, context);
  },
} satisfies SlashCommand;
