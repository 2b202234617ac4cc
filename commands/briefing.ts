import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { briefingReply, requireGuild } from '../src/discord/subscriptionReplies.ts';
import { offerTopics, typedTopics } from '../src/discord/typedTopics.ts';
import { likelyZone } from '../src/discord/typedZone.ts';

export default {
  takesTime: true,
  data: slashCommand('briefing', {
    options: { topic: { type: OptionType.String, autocomplete: true, max_length: 300 } },
  }),

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
} satisfies SlashCommand;
