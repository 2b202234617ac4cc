import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { type SlashCommand, UserError } from '../src/discord/command.ts';
import { importSettings } from '../src/discord/importSettings.ts';
import { importSources } from '../src/discord/importSources.ts';
import { looksLikeSettings } from '../src/discord/settingsFile.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';

const largestFile = 2_000_000;

export default {
  takesTime: true,
  data: slashCommand('import', {
    forManagers: true,
    options: { file: { type: OptionType.Attachment, required: true } },
  }),

  async execute(interaction, context) {
    const { say, fetchAttachment } = context;
    const guildId = requireGuild(interaction, context);
    requireManageServer(interaction, context);
    const { url, size } = interaction.options.getAttachment('file', true);
    if (size > largestFile) throw new UserError(say('errorFileTooLarge'));
    const file = await fetchAttachment(url, largestFile);
    if (!file) throw new UserError(say('errorFileGone'));
    return looksLikeSettings(file)
      ? importSettings(file, interaction, context)
      : importSources(file, guildId, interaction.user.id, context);
  },
} satisfies SlashCommand;
