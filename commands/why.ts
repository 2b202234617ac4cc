import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { offerStories } from '../src/discord/typedStory.ts';
import { typedTrace } from '../src/discord/typedTrace.ts';
import { whyReply } from '../src/discord/whyReply.ts';

export default {
  takesTime: true,
  data: slashCommand('why', {
    options: { story: { type: OptionType.String, required: true, autocomplete: true, max_length: 500 } },
  }),

  async execute(interaction, context) {
    const traced = await typedTrace(interaction.options.getString('story', true), context);
    return 'unknown' in traced ? { content: traced.unknown } : whyReply(traced, interaction, context);
  },

  autocomplete: (interaction, context) => offerStories(interaction.options.getFocused(), context),
} satisfies SlashCommand;
