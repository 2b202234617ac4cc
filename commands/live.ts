import type { SlashCommand } from '../src/discord/command.ts';
import { liveReply } from '../src/discord/liveReplies.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { liveOptions, offerLiveWish } from '../src/discord/typedLiveWish.ts';

export default {
  data: slashCommand('live', { forManagers: true, options: liveOptions }),

  execute: (interaction, context) => liveReply(interaction, 'live', context),

  autocomplete: offerLiveWish,
} satisfies SlashCommand;
