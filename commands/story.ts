import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { type SlashCommand, UserError } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { mergeReply, splitQuestion } from '../src/discord/storyChangeReplies.ts';
import { fullBriefReply, replyAbout } from '../src/discord/storyReplies.ts';
import { requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { typedAnything } from '../src/discord/typedAnything.ts';
import { offerStories, typedStory } from '../src/discord/typedStory.ts';

const story = { type: OptionType.String, required: true, autocomplete: true, max_length: 500 } as const;

export default {
  takesTime: true,
  data: slashCommand('story', {
    anywhere: true,
    subcommands: { show: { story }, split: { story }, merge: { story, other: story } },
  }),

  async execute(interaction, context) {
    const { options } = interaction;
    const typed = options.getString('story', true);
    const action = options.getSubcommand();
    if (action === 'show') return replyAbout(await typedAnything(typed, context), fullBriefReply, context);
    requireManageServer(interaction, context);
    // What servers say of stories counts only where Tidings is: anybody can have servers.
    if (!interaction.inCachedGuild()) throw new UserError(context.say('errorServerOnly'));
    const storyId = await typedStory(typed, context);
    if (action === 'split') return splitQuestion(storyId, context);
    const other = await typedStory(options.getString('other', true), context);
    return mergeReply(interaction, [storyId, other], context);
  },

  async autocomplete(interaction, context) {
    return offerStories(interaction.options.getFocused(), context);
  },
} satisfies SlashCommand;
