import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.ts';
import { escaped, plain } from '../src/discord/escape.ts';
import { renderFound } from '../src/discord/renderFound.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { typedQuery } from '../src/discord/typedQuery.ts';
import { searchArticles } from '../src/store/search.ts';

const usualDays = 30;

export default {
  data: slashCommand('search', {
    anywhere: true,
    options: {
      words: { type: OptionType.String, required: true, min_length: 1, max_length: 400 },
      days: { type: OptionType.Integer, min_value: 1, max_value: 365 },
    },
  }),

  async execute(interaction, { db, now, say, language }) {
    const words = interaction.options.getString('words', true);
    const days = interaction.options.getInteger('days') ?? usualDays;
    const query = typedQuery(words, say);
    const since = new Date(now().getTime() - days * 86_400_000);
    const found = await searchArticles(db, query, { guildId: interaction.guildId, now: now(), limit: 10, since });
    if (found.length === 0) return { content: say('searchNone', { words: escaped(words, 100), days }) };
    return renderFound(plain(say('searchTitle', { words: escaped(words, 160) }), 256), found, language);
  },
} satisfies SlashCommand;
