import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { briefingReply } from '../src/discord/subscriptionReplies.ts';
import { offerTopics, typedTopics } from '../src/discord/typedTopics.ts';
import { likelyZone } from '../src/discord/typedZone.ts';

export default {
  takesTime: true,
  data: slashCommand('briefing', {
    anywhere: true,
    options: { topic: { type: OptionType.String, autocomplete: true, max_length: 300 } },
  }),

  async execute(interaction, context) {
    // In direct messages, it is made of what every server gets.
    const guildId = interaction.guildId ?? '';
    return briefingReply(
      {
        guildId,
        topics: await typedTopics(interaction.options.getString('topic'), guildId, context),
        language: context.language,
        timeZone: likelyZone(interaction.guildLocale ?? interaction.locale),
        maxStories: 6,
        userId: interaction.user.id,
      },
      context,
    );
  },

  async autocomplete(interaction, context) {
    return offerTopics(interaction.options.getFocused(), interaction.guildId ?? '', context);
  },
} satisfies SlashCommand;
