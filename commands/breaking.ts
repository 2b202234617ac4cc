import type { SlashCommand } from '../src/discord/command.ts';
import { liveReply } from '../src/discord/liveReplies.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { breakingOptions, offerLiveWish } from '../src/discord/typedLiveWish.ts';

export default {
  data: slashCommand('breaking', { forManagers: true, options: breakingOptions }),

  execute: (interaction, context) => liveReply(interaction, 'breaking', context),

  autocomplete: offerLiveWish,
} satisfies SlashCommand;
