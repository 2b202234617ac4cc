import { ApplicationCommandOptionType as OptionType } from 'discord.js';
import { addSite } from '../src/discord/addSite.ts';
import { type CommandContext, type Reply, type SlashCommand, UserError } from '../src/discord/command.ts';
import { escaped, plain } from '../src/discord/escape.ts';
import { folded } from '../src/discord/nearest.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { sourcesPage } from '../src/discord/sourcesPage.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { removeSourceFromGuild, sourcesOfGuild } from '../src/store/sources.ts';

export default {
  takesTime: true,
  data: slashCommand('sources', {
    subcommands: {
      list: { filter: { type: OptionType.String, max_length: 60 } },
      add: { address: { type: OptionType.String, required: true, max_length: 500 } },
      remove: { source: { type: OptionType.String, required: true, autocomplete: true, max_length: 100 } },
    },
  }),

  async execute(interaction, context) {
    const guildId = requireGuild(interaction, context);
    const { options } = interaction;
    const action = options.getSubcommand();
    const userId = interaction.user.id;
    if (action === 'list') return sourcesPage(guildId, 0, options.getString('filter'), context);
    requireManageServer(interaction, context);
    if (action === 'add') return addSite(options.getString('address', true), guildId, userId, context);
    return removeSource(options.getString('source', true), guildId, userId, context);
  },

  async autocomplete(interaction, { db }) {
    if (!interaction.guildId) return [];
    const typed = folded(interaction.options.getFocused());
    const sources = await sourcesOfGuild(db, interaction.guildId);
    return sources
      .filter(({ title, publisher }) => folded(`${publisher} ${title}`).includes(typed))
      .slice(0, 25)
      .map(({ title, id }) => ({ name: plain(title, 100), value: `source:${id}` }));
  },
} satisfies SlashCommand;

async function removeSource(typed: string, guildId: string, userId: string, context: CommandContext): Promise<Reply> {
  const { db, now, say } = context;
  const sources = await sourcesOfGuild(db, guildId);
  const wanted = folded(typed);
  const source =
    sources.find(({ id }) => typed === `source:${id}`) ??
    sources.find(({ title, publisher, url }) => [title, publisher, url].map(folded).includes(wanted));
  if (!source) throw new UserError(say('errorSource', { typed: escaped(typed, 80) }));
  await removeSourceFromGuild(db, guildId, source.id, { userId, now: now() });
  return { content: say('sourceRemoved', { title: escaped(source.title) }) };
}
