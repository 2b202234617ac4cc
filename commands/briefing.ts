import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { briefingReply, requireGuild } from '../src/discord/subscriptionReplies.ts';
import { offerTopics, typedTopics } from '../src/discord/typedTopics.ts';
import { likelyZone } from '../src/discord/typedZone.ts';

export default {
  takesTime: true,
  data: new SlashCommandBuilder()
    .setName('briefing')
    .setDescription('A briefing now, for you alone')
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .addStringOption((option) =>
      option
        .setName('topic')
        .setDescription('One or more, separated by commas. Without: top stories')
        .setAutocomplete(true)
        .setMaxLength(300),
    )
    .toJSON(),

  async execute(interaction, context) {
    const guildId = requireGuild(interaction, context);
    return briefingReply(
      {
        guildId,
        topics: await typedTopics(interaction.options.getString('topic'), guildId, context),
        language: context.language,
        timeZone: likelyZone(interaction.guildLocale),
        maxStories: 6,
      },
      context,
    );
  },

  async autocomplete(interaction, context) {
    return interaction.guildId ? offerTopics(interaction.options.getFocused(), interaction.guildId, context) : [];
  },
} satisfies Command;
