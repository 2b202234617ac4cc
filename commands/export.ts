import type { SlashCommand } from '../src/discord/command.ts';
import { exportSources } from '../src/discord/exportSources.ts';
import { writeSettingsFile } from '../src/discord/settingsFile.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { findServerSettings } from '../src/store/serverSettings.ts';

export default {
  takesTime: true,
  data: slashCommand('export', { forManagers: true, options: {} }),

  async execute(interaction, context) {
    const { db, say, mention } = context;
    const guildId = requireGuild(interaction, context);
    requireManageServer(interaction, context);
    const { guild } = interaction;
    const settings = await findServerSettings(db, guildId, {
      channel: (id) => guild?.channels.cache.get(id)?.name ?? '',
      role: (id) => guild?.roles.cache.get(id)?.name ?? '',
    });
    const files = [
      { name: 'tidings.json', text: writeSettingsFile(settings) },
      { name: 'sources.opml', text: await exportSources(guildId, context) },
    ];
    return {
      content: say('exported', { settings: 'tidings.json', sources: 'sources.opml', command: mention('import') }),
      files: files.map(({ name, text }) => ({ name, attachment: Buffer.from(text) })),
    };
  },
} satisfies SlashCommand;
