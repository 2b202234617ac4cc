import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { takeUnreachable } from '../store/people.ts';
import { type Command, type CommandContext, isMessageCommand, type Reply, UserError } from './command.ts';
import { findControl } from './controls.ts';
import { findFormControl } from './formReplies.ts';
import { languageOfLocale, sayIn } from './languages/index.ts';
import { afterForm } from './renderForm.ts';

const mostContent = 2_000;
/** Discord's codes for an interaction that waited too long for its first word, and for one that has had it. */
const expired = 10062;
const answeredAlready = 40060;

type ComponentOrModal = MessageComponentInteraction | ModalSubmitInteraction;

export type BotContext = Omit<CommandContext, 'language' | 'say' | 'guildId' | 'tell'>;

/**
 * Answers one interaction. Everything that goes wrong ends here: a {@link UserError} is shown as it is, anything else
 * is reported and becomes one sentence.
 *
 * Answers that take time are deferred first: Discord waits three seconds for a first word and fifteen minutes after it.
 * @see https://discord.com/developers/docs/interactions/receiving-and-responding
 */
export async function handleInteraction(
  interaction: Interaction,
  commands: ReadonlyMap<string, Command>,
  botContext: BotContext,
  report: (problem: string, details: Record<string, unknown>) => void,
): Promise<void> {
  const language = languageOfLocale(interaction.locale);
  const { tell, told } = teller(interaction);
  const context: CommandContext = { ...botContext, language, say: sayIn(language), guildId: interaction.guildId, tell };
  try {
    if (interaction.isAutocomplete()) {
      const command = commands.get(interaction.commandName);
      const offers = command && !isMessageCommand(command) ? command.autocomplete : undefined;
      await interaction.respond([...((await offers?.(interaction, context)) ?? [])].slice(0, 25));
    } else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
      const command = findCommand(interaction, commands);
      if (command.takesTime) await deferAnswer(interaction);
      const reply = await orProblem(() => command.run(context), context, report);
      await told();
      await answer(interaction, await withWord(interaction.user.id, reply, context));
    } else if (interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())) {
      const control = interaction.isModalSubmit() ? findFormControl(interaction) : findControl(interaction);
      if (!control) throw new Error(`No control is called ${interaction.customId}`);
      const modal = interaction.isModalSubmit() ? null : control.modal(language);
      if (modal && !interaction.isModalSubmit()) return void (await interaction.showModal(modal));
      if (control.changesItsMessage) await once(interaction, interaction.deferUpdate());
      else await deferAnswer(interaction);
      await answerControl(interaction, await orProblem(() => control.run(context), context, report));
    }
  } catch (error) {
    const isLate = hasCode(error, expired);
    const lateness = isLate && { afterMs: Date.now() - interaction.createdTimestamp };
    report('An interaction was not answered', { interaction: nameOf(interaction), ...lateness, error });
    if (isLate) return;
    // Nobody is left waiting for what Discord refused to show, or for a control that there is no longer.
    const sorry = problem(context.say('errorUnknown'));
    const isControl = interaction.isMessageComponent() || interaction.isModalSubmit();
    if (interaction.isRepliable() && !interaction.replied)
      await (isControl ? answerControl(interaction, sorry) : answer(interaction, sorry)).catch(() => undefined);
  }
}

/** Says once, above the next answer, that somebody’s direct messages could not be delivered. */
async function withWord(userId: string, reply: Reply, { db, say, mention }: CommandContext): Promise<Reply> {
  const { content = '' } = reply;
  const word = say('directUnreachable', { command: mention('follow story') });
  const hasRoom = content.length + word.length < mostContent;
  if (reply.forChannel || !hasRoom || !(await takeUnreachable(db, userId))) return reply;
  return { ...reply, content: [word, content].filter(Boolean).join('\n\n') };
}

/** The command that was used. @throws Error  for one that is not ours (or no longer), or of the other kind */
function findCommand(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  commands: ReadonlyMap<string, Command>,
) {
  const command = commands.get(interaction.commandName);
  if (command && isMessageCommand(command) && interaction.isMessageContextMenuCommand()) {
    return { takesTime: command.takesTime, run: (context: CommandContext) => command.execute(interaction, context) };
  }
  if (command && !isMessageCommand(command) && interaction.isChatInputCommand()) {
    return { takesTime: command.takesTime, run: (context: CommandContext) => command.execute(interaction, context) };
  }
  throw new Error(`No command is called ${interaction.commandName}`);
}

async function deferAnswer(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ComponentOrModal,
): Promise<void> {
  await once(interaction, interaction.deferReply({ flags: MessageFlags.Ephemeral }));
  interaction.ephemeral = true;
}

/** Waits for a first word to Discord. One whose answer was lost is repeated by discord.js, and refused: it stands. */
async function once(interaction: { deferred: boolean }, word: Promise<unknown>): Promise<void> {
  await word.catch((error) => {
    if (!hasCode(error, answeredAlready)) throw error;
    interaction.deferred = true;
  });
}

function hasCode(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

/** Progress is shown in order, and never after the answer; that it can't be shown is no loss. */
function teller(interaction: Interaction): { tell: CommandContext['tell']; told: () => Promise<unknown> } {
  let last: Promise<unknown> = Promise.resolve();
  return {
    told: () => last,
    tell: (progress) => {
      if (!interaction.isRepliable() || !interaction.deferred) return;
      last = last.then(() => answer(interaction, progress)).catch(() => undefined);
    },
  };
}

type Answerable = {
  deferred: boolean;
  reply(options: InteractionReplyOptions): Promise<unknown>;
  editReply(
    options: Omit<InteractionReplyOptions, 'flags'> & { readonly flags?: MessageFlags.IsComponentsV2 },
  ): Promise<unknown>;
};

async function answer(
  interaction: Answerable,
  { forChannel, flags, isProblem: _, ...message }: Outcome,
): Promise<void> {
  const body = { ...message, allowedMentions: { parse: [] } } as Omit<InteractionReplyOptions, 'flags'>;
  if (interaction.deferred) await interaction.editReply({ ...body, ...(flags && { flags }) });
  else
    await once(
      interaction,
      interaction.reply({ ...body, flags: (flags ?? 0) | (forChannel ? 0 : MessageFlags.Ephemeral) }),
    );
}

/**
 * A message that consists of components stays one, whatever changes it; what went wrong with it is told beneath, so that
 * a form is not lost for that.
 */
async function answerControl(interaction: ComponentOrModal, { isProblem, ...reply }: Outcome): Promise<void> {
  const isChange = interaction.deferred && interaction.ephemeral === null;
  if (!isChange || reply.flags || !interaction.message?.flags.has(MessageFlags.IsComponentsV2)) {
    await answer(interaction, reply);
  } else if (isProblem) {
    const content = reply.content ?? '';
    await interaction.followUp({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } });
  } else {
    await answer(interaction, afterForm(reply.content ?? '', ...(reply.components ?? [])));
  }
}

/** An answer, or what went wrong. */
type Outcome = Reply & { readonly isProblem?: boolean };

function problem(content: string): Outcome {
  return { content, embeds: [], components: [], isProblem: true };
}

async function orProblem(
  work: () => Promise<Reply>,
  { say }: CommandContext,
  report: (problem: string, details: Record<string, unknown>) => void,
): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return problem(error.message);
    report('A command failed', { error });
    return problem(say('errorUnknown'));
  }
}

function nameOf(interaction: Interaction): string {
  if (interaction.isCommand() || interaction.isAutocomplete()) return `/${interaction.commandName}`;
  return interaction.customId;
}
