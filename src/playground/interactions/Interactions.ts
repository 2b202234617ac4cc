import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIUser,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionResponseType as Callback,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import type { MessageBody } from '../checks/messageFaults.ts';
import { problem } from '../DiscordError.ts';
import type { Messages } from '../messages/Messages.ts';
import type { UploadedFile } from '../messages/UploadedFile.ts';
import type { World } from '../world/World.ts';
import { Interaction, type InteractionOrigin } from './Interaction.ts';

const ACKNOWLEDGE_MS = 3000;
const TOKEN_MS = 15 * 60_000;
/** How often an application may follow up where nobody but the user installed it. */
const MAX_USER_FOLLOWUPS = 5;

type SentChoices = (APIApplicationCommandOptionChoice | null)[] | null;

/** A callback's body after its form was checked. */
export type CallbackBody = { type: Callback; data?: unknown };

/** All interactions whose tokens are alive: it starts them, and does what the bot answers. */
export class Interactions {
  readonly #world: World;
  readonly #messages: Messages;
  readonly #byId = new Map<string, Interaction>();

  constructor(world: World, messages: Messages) {
    this.#world = world;
    this.#messages = messages;
  }

  /** Sends an interaction to the bot. */
  start(payload: APIInteraction, userId: string, from: InteractionOrigin = {}): Interaction {
    const { clock, events } = this.#world;
    const interaction = new Interaction(payload, userId, clock.now(), from);
    this.#forgetOld();
    this.#byId.set(payload.id, interaction);
    const callOff = clock.after(ACKNOWLEDGE_MS, () => interaction.expire());
    const stopWatching = interaction.watch(() => {
      stopWatching();
      callOff();
    });
    events.publish({ t: 'INTERACTION_CREATE', d: payload, guildId: payload.guild_id });
    return interaction;
  }

  /** Voids every token; whoever waits for an answer learns that none will come. */
  close(): void {
    for (const interaction of this.#byId.values()) interaction.expire();
    this.#byId.clear();
  }

  /** The interaction that may be answered by this id and token; else 10062. */
  open(id: string, token: string): Interaction {
    const interaction = this.#byId.get(id);
    const known = interaction?.payload.token === token ? interaction : undefined;
    if (!known || known.expired || this.#age(known) > TOKEN_MS) throw problem('unknownInteraction');
    if (!known.acknowledged && this.#age(known) > ACKNOWLEDGE_MS) throw problem('unknownInteraction');
    return known;
  }

  /** The acknowledged interaction that this token belongs to: what `/webhooks/{application}/{token}` writes for. */
  byToken(token: string): Interaction {
    const interaction = [...this.#byId.values()].find((each) => each.payload.token === token);
    if (!interaction?.acknowledged) throw problem('unknownWebhook');
    if (this.#age(interaction) > TOKEN_MS) throw problem('invalidWebhookToken');
    return interaction;
  }

  /** Does the first answer (interactions/receiving-and-responding, "Interaction Callback Type"). */
  acknowledge(interaction: Interaction, { type, data }: CallbackBody, files: UploadedFile[]): void {
    if (interaction.acknowledged) throw problem('alreadyAcknowledged');
    switch (type) {
      case Callback.ChannelMessageWithSource:
        interaction.originalId = this.#write(interaction, (data ?? {}) as MessageBody, files, true).id;
        break;
      case Callback.DeferredChannelMessageWithSource:
        interaction.originalId = this.#think(interaction, (data ?? {}) as MessageBody).id;
        break;
      case Callback.DeferredMessageUpdate:
        interaction.originalId = interaction.source?.id;
        break;
      case Callback.UpdateMessage:
        interaction.originalId = interaction.source?.id;
        this.#messages.edit(this.#message(interaction.originalId), (data ?? {}) as MessageBody, files, true);
        break;
      case Callback.ApplicationCommandAutocompleteResult:
        interaction.choices = ((data as { choices?: SentChoices } | undefined)?.choices ?? []).filter(
          (each) => each !== null,
        );
        break;
      case Callback.Modal:
        interaction.modal = data as APIModalInteractionResponseCallbackData;
        break;
      default:
    }
    interaction.acknowledged = type;
    interaction.answered =
      type !== Callback.DeferredChannelMessageWithSource && type !== Callback.DeferredMessageUpdate;
    interaction.changed();
  }

  /** A further message; the first one after a deferral fills in the deferred answer. */
  followUp(interaction: Interaction, body: MessageBody, files: UploadedFile[]): APIMessage {
    if (interaction.acknowledged === Callback.DeferredChannelMessageWithSource && !interaction.answered) {
      return this.edit(interaction, '@original', body, files);
    }
    if (interaction.followupsSent >= MAX_USER_FOLLOWUPS && !this.#fromServer(interaction)) {
      throw problem('tooManyFollowups');
    }
    const message = this.#write(interaction, body, files, false);
    interaction.followupsSent += 1;
    interaction.followupIds.push(message.id);
    interaction.answered = true;
    interaction.changed();
    return message;
  }

  /** One of the interaction's messages, by id or as `@original`; else 10008. */
  messageOf(interaction: Interaction, id: string): APIMessage {
    const wanted = id === '@original' ? interaction.originalId : id;
    const own = wanted === interaction.originalId || interaction.followupIds.includes(wanted ?? '');
    if (!own) throw problem('unknownMessage');
    return this.#message(wanted);
  }

  edit(interaction: Interaction, id: string, body: MessageBody, files: UploadedFile[]): APIMessage {
    const message = this.#messages.edit(this.messageOf(interaction, id), body, files, true);
    if (message.id === interaction.originalId) interaction.answered = true;
    interaction.changed();
    return message;
  }

  delete(interaction: Interaction, id: string): void {
    this.#world.deleteMessage(this.messageOf(interaction, id).id);
    interaction.answered = true;
    interaction.changed();
  }

  #write(interaction: Interaction, body: MessageBody, files: UploadedFile[], first: boolean): APIMessage {
    return this.#messages.create(this.#channel(interaction), body, files, this.#frame(interaction, body, first));
  }

  #think(interaction: Interaction, body: MessageBody): APIMessage {
    const { fields, ...frame } = this.#frame(interaction, body, true);
    const flags = MessageFlags.Loading | (frame.onlyFor ? MessageFlags.Ephemeral : 0);
    return this.#messages.place(this.#channel(interaction), {}, [], { ...frame, fields: { ...fields, flags } });
  }

  #frame(interaction: Interaction, body: MessageBody, first: boolean) {
    const { payload, userId, source } = interaction;
    const repliedTo = first ? source?.id : interaction.originalId;
    const fields = {
      type: first ? answerType(payload) : MessageType.Reply,
      application_id: this.#world.application.id,
      webhook_id: this.#world.application.id,
      interaction_metadata: {
        ...this.#metadata(interaction),
        ...(!first && interaction.originalId && { original_response_message_id: interaction.originalId }),
      },
      ...(repliedTo && {
        message_reference: {
          type: MessageReferenceType.Default,
          channel_id: payload.channel!.id,
          message_id: repliedTo,
          ...(payload.guild_id && { guild_id: payload.guild_id }),
        },
      }),
    } as Partial<APIMessage>;
    const ephemeral = Boolean((body.flags ?? 0) & MessageFlags.Ephemeral) || this.#onlyForUser(interaction);
    return { author: this.#world.bot, fromInteraction: true, fields, onlyFor: ephemeral ? userId : undefined };
  }

  /** Whether the application is installed where the interaction is, not only for its user. */
  #fromServer({ payload }: Interaction): boolean {
    return payload.authorizing_integration_owners[ApplicationIntegrationType.GuildInstall] !== undefined;
  }

  /** What a user install brings to a server stays hidden from those who may not bring it ("Use External Apps"). */
  #onlyForUser(interaction: Interaction): boolean {
    const { payload, userId } = interaction;
    if (this.#fromServer(interaction) || payload.guild_id === undefined) return false;
    return !(this.#world.permissionsIn(payload.channel!.id, userId) & Permission.UseExternalApps);
  }

  #metadata({ payload, userId, source, trigger }: Interaction): object {
    return {
      id: payload.id,
      type: payload.type,
      user: this.#world.user(userId),
      authorizing_integration_owners: payload.authorizing_integration_owners,
      ...targetOf(payload, (id) => this.#world.user(id)),
      ...(payload.type === InteractionType.MessageComponent && { interacted_message_id: source?.id }),
      ...(trigger && { triggering_interaction_metadata: this.#metadata(trigger) }),
    };
  }

  #channel(interaction: Interaction) {
    const channel = this.#world.channels.get(interaction.payload.channel!.id);
    if (!channel) throw problem('unknownChannel');
    return channel;
  }

  #message(id: string | undefined): APIMessage {
    const message = id === undefined ? undefined : this.#world.message(id);
    if (!message) throw problem('unknownMessage');
    return message;
  }

  #forgetOld(): void {
    for (const [id, interaction] of this.#byId) {
      if (this.#age(interaction) <= TOKEN_MS) break;
      this.#byId.delete(id);
    }
  }

  #age(interaction: Interaction): number {
    return this.#world.clock.now() - interaction.startedAt;
  }
}

/** The type of the message that answers: a command's name stands above those of commands. */
function answerType(payload: APIInteraction): MessageType {
  if (payload.type !== InteractionType.ApplicationCommand) return MessageType.Reply;
  const typed = payload.data.type === ApplicationCommandType.ChatInput;
  return typed ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

/** Whom or what a command of a menu was used on, as the answer's metadata says it. */
function targetOf(payload: APIInteraction, userOf: (id: string) => APIUser): object {
  if (payload.type !== InteractionType.ApplicationCommand || !('target_id' in payload.data)) return {};
  const { type, target_id } = payload.data;
  return type === ApplicationCommandType.User ? { target_user: userOf(target_id) } : { target_message_id: target_id };
}
