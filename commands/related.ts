import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { relatedReply } from '../src/discord/storyReplies.ts';
import { offerStories, typedStory } from '../src/discord/typedStory.ts';

export default {
  takesTime: true,
  data: new SlashCommandBuilder()
    .setName('related')
    .setDescription('Stories that help to understand one')
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
    return relatedReply([await typedStory(typed, context)], context);
  },

  async autocomplete(interaction, context) {
    return offerStories(interaction.options.getFocused(), context);
  },
} satisfies Command;
