import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { fullBriefReply } from '../src/discord/storyReplies.ts';
import { offerStories, typedStory } from '../src/discord/typedStory.ts';

export default {
  takesTime: true,
  data: new SlashCommandBuilder()
    .setName('story')
    .setDescription('The full brief of a story: what happened, who says so, with every source')
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .addStringOption((option) =>
      option
        .setName('story')
        .setDescription('Words of its headline, or a link of one of its articles')
        .setRequired(true)
        .setAutocomplete(true)
        .setMaxLength(500),
    )
    .toJSON(),

  async execute(interaction, context) {
    const typed = interaction.options.getString('story', true);
    return fullBriefReply(await typedStory(typed, context), context);
  },

  async autocomplete(interaction, context) {
    return offerStories(interaction.options.getFocused(), context);
  },
} satisfies Command;
