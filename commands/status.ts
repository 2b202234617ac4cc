import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { statusReply } from '../src/discord/statusReply.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';

export default {
  data: slashCommand('status', { forManagers: true, options: {} }),

  async execute(interaction, context) {
    const guildId = requireGuild(interaction, context);
    requireManageServer(interaction, context);
    return statusReply(guildId, context);
  },
} satisfies SlashCommand;
