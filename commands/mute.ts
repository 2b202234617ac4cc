import { type ChatInputCommandInteraction, ApplicationCommandOptionType as OptionType } from 'discord.js';
import { type CommandContext, type SlashCommand, UserError } from '../src/discord/command.ts';
import { escaped, plain } from '../src/discord/escape.ts';
import { mutedWord } from '../src/discord/mutedWord.ts';
import { findLabelledMutes, muteReply, type Owner, unmute } from '../src/discord/muteReplies.ts';
import { folded } from '../src/discord/nearest.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { managedServer, requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { offerTopics, typedTopics } from '../src/discord/typedTopics.ts';
import type { Muted } from '../src/news/mute.ts';
import { sourcesOfGuild } from '../src/store/sources.ts';

const typed = { type: OptionType.String, required: true, max_length: 100 } as const;
const whose = {
  for: {
    type: OptionType.String,
    choices: [
      { value: 'me', says: 'muteForMe' },
      { value: 'server', says: 'muteForServer' },
    ],
  },
} as const;

export default {
  data: slashCommand('mute', {
    anywhere: true,
    subcommands: {
      word: { word: { ...typed, max_length: 60 }, ...whose },
      source: { source: { ...typed, autocomplete: true }, ...whose },
      topic: { topic: { ...typed, autocomplete: true }, ...whose },
      remove: { mute: { ...typed, autocomplete: true } },
    },
  }),

  async execute(interaction, context) {
    if (interaction.options.getSubcommand() === 'remove') return { content: await removeChosen(interaction, context) };
    return muteReply(ownerOf(interaction, context), await typedMute(interaction, context), context);
  },

  async autocomplete(interaction, context) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'topic') {
      return (await offerTopics(value, '', context)).filter((choice) => choice.value !== context.say('topStories'));
    }
    const wanted = folded(value);
    if (name === 'source') {
      return (await sourcesOfGuild(context.db, interaction.guildId ?? ''))
        .filter(({ title, publisher }) => folded(`${publisher} ${title}`).includes(wanted))
        .slice(0, 25)
        .map(({ title, id }) => ({ name: plain(title, 100), value: `source:${id}` }));
    }
    const server = managedServer(interaction);
    const own = await findLabelledMutes({ userId: interaction.user.id }, context);
    const others = server ? await findLabelledMutes({ guildId: server }, context) : [];
    return [
      ...own.map(({ mute, label }) => ({ name: plain(label, 100), value: `mute:${mute.id}` })),
      ...others.map(({ mute, label }) => ({
        name: plain(`${label} · ${context.say('muteForServer')}`, 100),
        value: `mute:${mute.id}`,
      })),
    ].filter((choice) => folded(choice.name).includes(wanted));
  },
} satisfies SlashCommand;

function ownerOf(interaction: ChatInputCommandInteraction, context: CommandContext): Owner {
  if (interaction.options.getString('for') !== 'server') return { userId: interaction.user.id };
  const guildId = requireGuild(interaction, context);
  requireManageServer(interaction, context);
  if (!interaction.inCachedGuild()) throw new UserError(context.say('errorServerOnly'));
  return { guildId };
}

/** @throws UserError  saying what to type */
async function typedMute(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<Muted> {
  const { options } = interaction;
  const { db, say } = context;
  const kind = options.getSubcommand() as Muted['kind'];
  const text = options.getString(kind, true);
  if (kind === 'topic') {
    const [key, ...others] = await typedTopics(text, '', context);
    if (!key || others.length > 0) throw new UserError(say('errorFollowTopic'));
    return { kind, value: key };
  }
  if (kind === 'word') {
    const word = mutedWord(text);
    if (word === null) throw new UserError(say('errorWords'));
    return { kind, value: word };
  }
  const wanted = folded(text);
  const source = (await sourcesOfGuild(db, interaction.guildId ?? '')).find(
    ({ id, title, publisher, url }) => text === `source:${id}` || [title, publisher, url].map(folded).includes(wanted),
  );
  if (!source) throw new UserError(say('errorSource', { typed: escaped(text, 80) }));
  return { kind, value: String(source.id) };
}

async function removeChosen(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<string> {
  const text = interaction.options.getString('mute', true);
  const server = managedServer(interaction);
  const owners: Owner[] = [{ userId: interaction.user.id }, ...(server ? [{ guildId: server }] : [])];
  for (const owner of owners) {
    const chosen = (await findLabelledMutes(owner, context)).find(
      ({ mute, label }) => text === `mute:${mute.id}` || [label, mute.value].map(folded).includes(folded(text)),
    );
    if (chosen) return unmute(owner, [chosen.mute.id], context);
  }
  throw new UserError(context.say('errorMute', { typed: escaped(text, 80), command: context.mention('following') }));
}
