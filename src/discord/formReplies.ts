import {
  type ChatInputCommandInteraction,
  type Client,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
} from 'discord.js';
import { nextDueAt } from '../news/subscription.ts';
import { type OwnTopic, ownTopicId } from '../news/topic.ts';
import { findGuildTopics } from '../store/guildTopics.ts';
import { saveSubscription } from '../store/subscriptions.ts';
import { requireChannelAccess } from './channelAccess.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { timestamp } from './escape.ts';
import { formPreview } from './formPreview.ts';
import {
  type FormPart,
  type FormState,
  offerable,
  parseFormId,
  weekdaysOf,
  withTopics,
  withWhen,
} from './formState.ts';
import { guildDefaults } from './guildDefaults.ts';
import { findLanguage, sayIn } from './languages/index.ts';
import { afterForm, placeModal, renderForm } from './renderForm.ts';
import { mayManageServer, requireGuild, subscriptionButtons } from './subscriptionReplies.ts';
import { wordsFor } from './subscriptionText.ts';
import { usualStories } from './typedWish.ts';
import { typedZone } from './typedZone.ts';

/** A control of the form that was used, or its modal that was filled in. */
type FormInteraction = MessageComponentInteraction | ModalMessageModalSubmitInteraction;
/** What a form is shown with, wherever it is: as an answer, or as the first message in a server. */
type FormContext = Pick<CommandContext, 'db' | 'now' | 'language' | 'say' | 'mention'> & { readonly client: Client };

/** The form for somebody who typed the command and nothing else. */
export async function openForm(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<Reply> {
  const guildId = requireGuild(interaction, context);
  const defaults = await guildDefaults(interaction, guildId, context);
  const { channel, channelId } = interaction;
  const state = usualChoice(channel?.isThread() ? (channel.parentId ?? channelId) : channelId, defaults);
  return formReply(state, { guildId, isGreeting: false }, { ...context, client: interaction.client });
}

/** What is chosen before anybody chooses. */
export function usualChoice(channelId: string, place: { language: string; timeZone: string }): FormState {
  return { ...place, channelId, topics: [], times: ['07:00'], days: 'every', everyMinutes: null };
}

/** The form with what is chosen, what of it is not possible, and a preview. */
export async function formReply(
  state: FormState,
  { guildId, isGreeting, notice }: { guildId: string; isGreeting: boolean; notice?: string | undefined },
  context: FormContext,
): Promise<Reply> {
  const { db, language, say } = context;
  const own = offerable(await findGuildTopics(db, guildId));
  const chosen = withKnownTopics(state, own);
  const words = await wordsFor(wishOf(chosen, guildId), context);
  const preview = [say('formWish', words), '', await formPreview(chosen, guildId, context)].join('\n');
  return renderForm(chosen, {
    language,
    own,
    notice,
    preview,
    isGreeting,
    hasChannel: hasChannel(state.channelId, guildId, context.client),
    problem: await problemIn(state.channelId, guildId, context),
    ...(isGreeting && { intro: say('greeting') }),
  });
}

/** Without own topics that the server no longer has, or never had. */
function withKnownTopics(state: FormState, own: readonly Pick<OwnTopic, 'id'>[]): FormState {
  const known = state.topics.filter((key) => ownTopicId(key) === null || own.some(({ id }) => ownTopicId(key) === id));
  return { ...state, topics: known };
}

/** A control of a form that was used; null for what is none. The one who may not manage the server is told so. */
export function findFormControl(interaction: FormInteraction) {
  const found = parseFormId(interaction.customId);
  if (!found) return null;
  const mayChoose = mayManageServer(interaction);
  return {
    changesItsMessage: mayChoose,
    /** What opens instead of an answer. */
    modal: (language: string) => (mayChoose && found.part === 'place' ? placeModal(found.state, language) : null),
    run: async (context: CommandContext): Promise<Reply> => {
      if (!mayChoose) return { content: context.say('formManagersOnly', { command: context.mention('help') }) };
      const isGreeting = !interaction.message.flags.has(MessageFlags.Ephemeral);
      const voice = isGreeting ? await voiceOfServer(interaction, context) : context;
      return afterChoice(interaction, found, isGreeting, voice);
    },
  };
}

/** What everybody sees keeps the server's language, whoever chooses. */
async function voiceOfServer(interaction: FormInteraction, context: CommandContext): Promise<CommandContext> {
  const guildId = requireGuild(interaction, context);
  const locale = interaction.guildLocale ?? interaction.locale;
  const { language } = await guildDefaults({ guildLocale: locale, locale }, guildId, context);
  return { ...context, language, say: sayIn(language) };
}

async function afterChoice(
  interaction: FormInteraction,
  { part, state }: { part: FormPart; state: FormState },
  isGreeting: boolean,
  context: CommandContext,
): Promise<Reply> {
  const guildId = requireGuild(interaction, context);
  const { client } = interaction;
  const show = (next: FormState, notice?: string) =>
    formReply(next, { guildId, isGreeting, notice }, { ...context, client });
  const values = 'values' in interaction ? (interaction.values as string[]) : [];
  switch (part) {
    case 'channel':
      return show({ ...state, channelId: values[0] ?? state.channelId });
    case 'topics':
      return show(withTopics(state, values));
    case 'when':
      return show(withWhen(state, values));
    case 'typed': {
      const { place, notice } = typedPlace(interaction, state, context);
      return show({ ...state, ...place }, notice);
    }
    case 'confirm': {
      const problem = await problemIn(state.channelId, guildId, { ...context, client });
      const known = withKnownTopics(state, await findGuildTopics(context.db, guildId));
      // What is no longer possible is shown first, not kept as something else.
      const isPossible = problem === null && known.topics.length === state.topics.length;
      return !isPossible ? show(state) : confirmed(interaction, state, { guildId, isGreeting }, context);
    }
    case 'cancel': {
      const command = context.mention('subscribe');
      return afterForm(context.say(isGreeting ? 'greetingDeclined' : 'formCancelled', { command }));
    }
    default:
      return show(state);
  }
}

/** The language and the zone that were filled in; a zone that there is not stays what it was, and is told. */
function typedPlace(interaction: FormInteraction, state: FormState, context: CommandContext) {
  if (!interaction.isModalSubmit()) return { place: {} };
  const [code = ''] = interaction.fields.getStringSelectValues('language');
  const language = findLanguage(code)?.code ?? state.language;
  try {
    return { place: { language, timeZone: typedZone(interaction.fields.getTextInputValue('zone'), context) } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { place: { language }, notice: error.message };
  }
}

/** Keeps the wish. In a server that has just got Tidings, the first briefing is due at once if there is any news. */
async function confirmed(
  interaction: FormInteraction,
  state: FormState,
  { guildId, isGreeting }: { guildId: string; isGreeting: boolean },
  context: CommandContext,
): Promise<Reply> {
  const { db, now, say } = context;
  const wish = wishOf(state, guildId);
  const regular = nextDueAt(wish, now());
  const hasNews = isGreeting && (await context.briefingFor(wish)).items.length > 0;
  const { subscription, replaced } = await saveSubscription(
    db,
    { ...wish, createdBy: interaction.user.id, nextDueAt: hasNews ? now() : regular },
    now(),
  );
  const words = { ...(await wordsFor(subscription, context)), next: timestamp(regular, 'F') };
  const sentences = [
    say(replaced ? 'subscribedReplaced' : 'subscribed', words),
    ...(isGreeting ? [say(hasNews ? 'greetingFirst' : 'greetingNoNews')] : []),
  ];
  return afterForm(
    sentences.join(' '),
    subscriptionButtons(subscription.id, replaced ? ['preview'] : ['preview', 'undo'], say),
  );
}

function wishOf({ days, ...state }: FormState, guildId: string) {
  return { ...state, guildId, weekdays: weekdaysOf[days], quiet: null, maxStories: usualStories };
}

function hasChannel(channelId: string, guildId: string, client: Client): boolean {
  return client.guilds.cache.get(guildId)?.channels.cache.has(channelId) ?? false;
}

/** Why nothing can be posted in a channel, in a sentence; null when it can. */
async function problemIn(channelId: string, guildId: string, context: FormContext): Promise<string | null> {
  const { client, say } = context;
  const isOwn = hasChannel(channelId, guildId, client);
  try {
    if (isOwn) await requireChannelAccess(client, channelId, context);
    return isOwn
      ? null
      : say('errorPermissions', { channel: `<#${channelId}>`, missing: say('permissionViewChannel') });
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
