import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { relatedReply, replyAbout } from '../src/discord/storyReplies.ts';
import { typedAnything } from '../src/discord/typedAnything.ts';
import { offerStories } from '../src/discord/typedStory.ts';

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
        .setDescription('Words of its headline, or a link of any article about it')
        .setRequired(true)
        .setAutocomplete(true)
        .setMaxLength(500),
    )
    .toJSON(),

  async execute(interaction, context) {
    const typed = interaction.options.getString('story', true);
    return replyAbout(await typedAnything(typed, context), (storyId) => relatedReply([storyId], context), context);
  },

  async autocomplete(interaction, context) {
    return offerStories(interaction.options.getFocused(), context);
  },
} satisfies Command;
