import { type ChatInputCommandInteraction, ApplicationCommandOptionType as OptionType } from 'discord.js';
import { type CommandContext, type Reply, type SlashCommand, UserError } from '../src/discord/command.ts';
import { escaped } from '../src/discord/escape.ts';
import { followBriefing, followNews, followStory } from '../src/discord/followReplies.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { typedAnything } from '../src/discord/typedAnything.ts';
import { offerOwnTopics, typedOwnTopics } from '../src/discord/typedOwnTopics.ts';
import { typedQuery } from '../src/discord/typedQuery.ts';
import { offerStories } from '../src/discord/typedStory.ts';
import { offerTimes, typedTimes } from '../src/discord/typedTimes.ts';
import { offerTopics, typedTopics } from '../src/discord/typedTopics.ts';
import { chosenDays, wishOptions } from '../src/discord/typedWish.ts';
import { offerZones, typedZone } from '../src/discord/typedZone.ts';
import { writeQuery } from '../src/news/query.ts';

const typed = { type: OptionType.String, required: true } as const;
const { topics, times, weekdays, zone, language, stories } = wishOptions;
const usualStories = 6;

export default {
  takesTime: true,
  data: slashCommand('follow', {
    anywhere: true,
    subcommands: {
      story: { story: { ...typed, autocomplete: true, max_length: 500 } },
      topic: { topic: { ...typed, autocomplete: true, max_length: 100 }, zone },
      search: { words: { ...typed, max_length: 400 }, zone },
      briefing: { times, topics, weekdays, zone, language, stories },
    },
  }),

  async execute(interaction, context) {
    const { options } = interaction;
    const typedIn = options.getString('zone');
    const zone = typedIn ? typedZone(typedIn, context) : null;
    switch (options.getSubcommand()) {
      case 'story':
        return storyReply(interaction, context);
      case 'topic':
        return followNews(
          interaction,
          { kind: 'topic', topic: await chosenTopic(interaction, context) },
          zone,
          context,
        );
      case 'search': {
        const query = writeQuery(typedQuery(options.getString('words', true), context.say));
        return followNews(interaction, { kind: 'search', query }, zone, context);
      }
      default:
        return followBriefing(
          interaction,
          {
            ...typedTimes(options.getString('times') ?? '07:00', context),
            weekdays: chosenDays(options.getString('weekdays')),
            zone,
            topics: await typedOwnTopics(options.getString('topics'), context),
            language: options.getString('language') ?? context.language,
            maxStories: options.getInteger('stories') ?? usualStories,
          },
          context,
        );
    }
  },

  async autocomplete(interaction, context) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'story') return offerStories(value, context);
    if (name === 'zone') return offerZones(value, context.language);
    if (name === 'times') return offerTimes(value, context);
    if (name === 'topics') return offerOwnTopics(value, context);
    return (await offerTopics(value, '', context)).filter((choice) => choice.value !== context.say('topStories'));
  },
} satisfies SlashCommand;

/** A page that no source here has published can be followed by the story that it tells. */
async function storyReply(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<Reply> {
  const found = await typedAnything(interaction.options.getString('story', true), context);
  if (found.storyId === null) {
    throw new UserError(context.say('errorFollowPage', { title: escaped(found.page.title, 200) }));
  }
  return followStory(interaction, found.storyId, context);
}

async function chosenTopic(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<string> {
  const text = interaction.options.getString('topic', true);
  const [key, ...others] = await typedTopics(text, '', context);
  if (!key || others.length > 0) throw new UserError(context.say('errorFollowTopic'));
  return key;
}
