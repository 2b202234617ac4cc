import {
  ApplicationIntegrationType,
  InteractionContextType,
  SlashCommandBuilder,
  type SlashCommandStringOption,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { mergeReply, splitQuestion } from '../src/discord/storyChangeReplies.ts';
import { fullBriefReply, replyAbout } from '../src/discord/storyReplies.ts';
import { requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { typedAnything } from '../src/discord/typedAnything.ts';
import { offerStories, typedStory } from '../src/discord/typedStory.ts';

const named = (name: string, description: string) => (option: SlashCommandStringOption) =>
  option.setName(name).setDescription(description).setRequired(true).setAutocomplete(true).setMaxLength(500);
const words = 'Words of its headline, or a link of one of its articles';

export default {
  takesTime: true,
  data: new SlashCommandBuilder()
    .setName('story')
    .setDescription('A story: what happened, who says so; and what to do when it is mixed up')
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .addSubcommand((sub) =>
      sub
        .setName('show')
        .setDescription('The full brief of a story, with every source and why it ranks')
        .addStringOption(named('story', words)),
    )
    .addSubcommand((sub) =>
      sub
        .setName('split')
        .setDescription('Takes articles out of a story that are about something else')
        .addStringOption(named('story', words)),
    )
    .addSubcommand((sub) =>
      sub
        .setName('merge')
        .setDescription('Makes one story of two that are about the same event')
        .addStringOption(named('story', words))
        .addStringOption(named('other', 'The same of the other one')),
    )
    .toJSON(),

  async execute(interaction, context) {
    const { options } = interaction;
    const typed = options.getString('story', true);
    const action = options.getSubcommand();
    if (action === 'show') return replyAbout(await typedAnything(typed, context), fullBriefReply, context);
    requireManageServer(interaction, context);
    const storyId = await typedStory(typed, context);
    if (action === 'split') return splitQuestion(storyId, context);
    const other = await typedStory(options.getString('other', true), context);
    return mergeReply(interaction, [storyId, other], context);
  },

  async autocomplete(interaction, context) {
    return offerStories(interaction.options.getFocused(), context);
  },
} satisfies Command;
