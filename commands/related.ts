import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { relatedReply, replyAbout } from '../src/discord/storyReplies.ts';
import { typedAnything } from '../src/discord/typedAnything.ts';
import { offerStories } from '../src/discord/typedStory.ts';

export default {
  takesTime: true,
  data: slashCommand('related', {
    anywhere: true,
    options: { story: { type: OptionType.String, required: true, autocomplete: true, max_length: 500 } },
  }),

  async execute(interaction, context) {
    const typed = interaction.options.getString('story', true);
    return replyAbout(await typedAnything(typed, context), (storyId) => relatedReply([storyId], context), context);
  },

  async autocomplete(interaction, context) {
    return offerStories(interaction.options.getFocused(), context);
  },
} satisfies SlashCommand;
