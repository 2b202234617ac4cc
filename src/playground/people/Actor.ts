import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIAttachment,
  type APIInteraction,
  type APIMessage,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  type Locale,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { type AnyComponent, everyComponent } from '../checks/componentFaults.ts';
import type { InteractionOrigin } from '../interactions/Interaction.ts';
import type { Interactions } from '../interactions/Interactions.ts';
import type { Messages } from '../messages/Messages.ts';
import { permissionNames, sendingPermission } from '../world/permissions.ts';
import { react, unreact } from '../world/reactions.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/World.ts';
import { commandOptions, type TypedCommand } from './commandOptions.ts';
import { appPermissions, contextOf, installOwners, mayUse } from './installs.ts';
import { Reply } from './Reply.ts';
import { resolved } from './resolved.ts';

/** Who is to act: by id, or an administrator, or (by default) a plain member; in the first server, or in another. */
export type ActorWish = {
  userId?: string;
  administrator?: boolean;
  locale?: `${Locale}`;
  guildId?: string;
  /** They install the application for themselves, and so have its commands everywhere. */
  installs?: boolean;
};

/** What a person types, and where; by default in the first channel of the server that they can write in. */
export type CommandWish = TypedCommand & { channelId?: string };

export type ActorOptions = {
  world: World;
  interactions: Interactions;
  messages: Messages;
  userId: string;
  locale: `${Locale}`;
  guildId: string;
  botIsThere: () => boolean;
};

const ANSWER_MS = 15 * 60_000;
const SELECTS = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** A person at Discord's client: types commands, presses, selects, fills modals, and waits for what appears. */
export class Actor {
  readonly userId: string;
  readonly locale: `${Locale}`;
  readonly guildId: string;
  readonly #options: ActorOptions;
  readonly #uploads = new Map<string, APIAttachment>();

  constructor(options: ActorOptions) {
    this.#options = options;
    this.userId = options.userId;
    this.locale = options.locale;
    this.guildId = options.guildId;
  }

  /** Writes a message: in the first channel of the server that they can write in, unless another is named. */
  write(content: string, { channelId }: { channelId?: string } = {}): APIMessage {
    const { world, messages } = this.#options;
    const channel = this.#place(channelId);
    if (!(world.permissionsIn(channel.id, this.userId) & sendingPermission(channel.type))) {
      throw new Error(`${this.#name()} may not write in that channel`);
    }
    return messages.create(channel, { content }, [], { author: world.user(this.userId) });
  }

  /** Reacts to a message with an emoji like 👍. */
  react(message: APIMessage, emoji: string): void {
    const { world } = this.#options;
    const now = this.#visible(message);
    if (world.ephemeral.has(now.id)) throw new Error('nobody can react to a message that only they see');
    const fresh = !now.reactions?.some((each) => each.emoji.name === emoji);
    const needed = Permission.ReadMessageHistory | (fresh ? Permission.AddReactions : 0n);
    const lacking = needed & ~world.permissionsIn(now.channel_id, this.userId);
    if (lacking)
      throw new Error(`${this.#name()} may not react in that channel: it needs ${permissionNames(lacking).join(', ')}`);
    react(world, now, { id: null, name: emoji }, this.userId);
  }

  /** Takes their own reaction away again. */
  unreact(message: APIMessage, emoji: string): void {
    unreact(this.#options.world, this.#visible(message), { id: null, name: emoji }, this.userId);
  }

  /**
   * Attaches a file to a command that is about to be typed, in the same channel as it.
   * @returns the value for its option
   */
  attach(name: string, bytes: Buffer, type = '', { channelId }: { channelId?: string } = {}): string {
    const attachment = this.#options.messages.upload(this.#place(channelId).id, { name, type, bytes });
    this.#uploads.set(attachment.id, attachment);
    return attachment.id;
  }

  /** Runs a slash command and waits for the answer. Throws what Discord's client would refuse to send. */
  async command(name: string, wish: CommandWish = {}): Promise<Reply> {
    return this.#answered(this.#typed(InteractionType.ApplicationCommand, name, wish));
  }

  /** Types into an option and gives back what the bot suggests for it. */
  async autocomplete(
    name: string,
    { focused, ...wish }: CommandWish & { focused: string },
  ): Promise<APIApplicationCommandOptionChoice[]> {
    const reply = await this.#answered(
      this.#typed(InteractionType.ApplicationCommandAutocomplete, name, wish, focused),
    );
    return reply.choices ?? [];
  }

  /** Uses a command of a message's menu (interactions/application-commands, "Message Commands"). */
  async onMessage(name: string, message: APIMessage): Promise<Reply> {
    const now = this.#visible(message);
    const command = this.#registered(name, this.#place(now.channel_id), ApplicationCommandType.Message);
    return this.#onTarget(command, this.#place(now.channel_id), now.id, { messages: { [now.id]: now } });
  }

  /** Uses a command of a person's menu ("User Commands"). */
  async onUser(name: string, userId: string, channelId?: string): Promise<Reply> {
    const channel = this.#place(channelId);
    const command = this.#registered(name, channel, ApplicationCommandType.User);
    const found = resolved(this.#options.world, [userId], channel.guild_id, this.userId);
    return this.#onTarget(command, channel, userId, found);
  }

  /** Presses a button of a message. */
  async press(message: APIMessage, customId: string): Promise<Reply> {
    const { component } = this.#component(message, customId);
    if (component.type !== ComponentType.Button) throw new Error(`"${customId}" is not a button`);
    return this.#onComponent(message, { custom_id: customId, component_type: component.type, id: component.id });
  }

  /** Chooses in a select of a message. */
  async select(message: APIMessage, customId: string, values: readonly string[]): Promise<Reply> {
    const { world } = this.#options;
    const { component } = this.#component(message, customId);
    if (!SELECTS.has(component.type)) throw new Error(`"${customId}" is not a select`);
    const { min_values = 1, max_values = 1, options } = component as AnyComponent & SelectLimits;
    if (values.length < min_values || values.length > max_values) {
      throw new Error(`"${customId}" takes ${min_values} to ${max_values} values, not ${values.length}`);
    }
    const unknown = options && values.find((value) => !options.some((option) => option.value === value));
    if (unknown !== undefined) {
      throw new Error(
        `"${customId}" has no option "${unknown}"; it has: ${options?.map(({ value }) => value).join(', ')}`,
      );
    }
    return this.#onComponent(message, {
      custom_id: customId,
      component_type: component.type,
      id: component.id,
      values,
      ...(!options && { resolved: resolved(world, values, this.#guildOf(message.channel_id), this.userId) }),
    });
  }

  /** Fills the modal that an answer opened, by custom id, and submits it. */
  async submit(reply: Reply, values: Record<string, string | string[]>): Promise<Reply> {
    const { modal, interaction } = reply;
    if (!modal) throw new Error('no modal is open');
    const fields = everyComponent(modal.components as AnyComponent[]).filter(({ component }) => component.custom_id);
    const ids = fields.map(({ component }) => component.custom_id);
    const stranger = Object.keys(values).find((id) => !ids.includes(id));
    if (stranger) throw new Error(`the modal has no field "${stranger}"; it has: ${ids.join(', ')}`);
    const empty = fields.find(({ component }) => {
      const { custom_id, value, required = true } = component as AnyComponent & { value?: string; required?: boolean };
      return required && !(values[custom_id!] ?? value ?? presets(component))?.length;
    });
    if (empty) throw new Error(`the modal's field "${empty.component.custom_id}" is required`);
    const { source } = interaction;
    const payload = {
      data: { custom_id: modal.custom_id, components: (modal.components as AnyComponent[]).map(filled(values)) },
      ...(source && { message: this.#options.world.message(source.id) ?? source }),
    };
    const { authorizing_integration_owners } = interaction.payload;
    const channelId = interaction.payload.channel!.id;
    return this.#answered(
      this.#send(
        InteractionType.ModalSubmit,
        channelId,
        { ...payload, authorizing_integration_owners },
        { source, trigger: interaction },
      ),
    );
  }

  #typed(type: InteractionType, name: string, wish: CommandWish, focused?: string): Promise<Reply> {
    const channel = this.#place(wish.channelId);
    const command = this.#registered(name, channel);
    const typeOf = (id: string) => this.#options.world.channels.get(id)?.type;
    const { data, mentioned } = commandOptions(command, wish, typeOf, focused);
    const { id, guild_id } = command;
    const sent = {
      id,
      name,
      type: ApplicationCommandType.ChatInput,
      ...(guild_id && { guild_id }),
      ...(data.length > 0 && { options: data }),
      ...(mentioned.length > 0 && { resolved: this.#resolved(mentioned, channel.guild_id) }),
    };
    return this.#send(type, channel.id, { data: sent, ...this.#owners(channel, command) });
  }

  #resolved(ids: readonly string[], guildId: string | undefined): object {
    const attachments = Object.fromEntries([...this.#uploads].filter(([id]) => ids.includes(id)));
    const others = ids.filter((id) => !this.#uploads.has(id));
    return {
      ...resolved(this.#options.world, others, guildId, this.userId),
      ...(others.length < ids.length && { attachments }),
    };
  }

  #onTarget(command: APIApplicationCommand, channel: ChannelRecord, target_id: string, found: object) {
    const { id, name, type, guild_id } = command;
    const data = { id, name, type, ...(guild_id && { guild_id }), target_id, resolved: found };
    const payload = { data, ...this.#owners(channel, command) };
    return this.#answered(this.#send(InteractionType.ApplicationCommand, channel.id, payload));
  }

  #owners(channel: ChannelRecord, command: APIApplicationCommand) {
    return { authorizing_integration_owners: installOwners(this.#options.world, channel, command, this.userId) };
  }

  #registered(
    name: string,
    channel: ChannelRecord,
    type: ApplicationCommandType = ApplicationCommandType.ChatInput,
  ): APIApplicationCommand {
    const { world } = this.#options;
    const commands = world.commands
      .values()
      .filter((each) => each.type === type)
      .filter((each) => each.guild_id === undefined || each.guild_id === channel.guild_id)
      .filter((each) => mayUse(world, channel, each, this.userId));
    const named = commands.filter((each) => each.name === name);
    const command = named.find((each) => each.guild_id) ?? named[0];
    if (!command)
      throw new Error(`there is no command /${name}; there are: ${commands.map((each) => each.name).join(', ')}`);
    const context = contextOf(channel);
    if (command.contexts && !command.contexts.includes(context)) throw new Error(`/${name} cannot be used here`);
    const may = world.permissionsIn(channel.id, this.userId);
    if (channel.guild_id && !(may & Permission.UseApplicationCommands)) {
      throw new Error(`${this.#name()} may not use commands in this channel`);
    }
    const needed = command.default_member_permissions;
    const lacking =
      needed === null || !channel.guild_id ? 0n : BigInt(needed === '0' ? Permission.Administrator : needed) & ~may;
    if (lacking)
      throw new Error(`${this.#name()} may not use /${name}: it needs ${permissionNames(lacking).join(', ')}`);
    return command;
  }

  #component(message: APIMessage, customId: string) {
    const now = this.#visible(message);
    const all = everyComponent((now.components ?? []) as AnyComponent[]).filter(({ component }) => component.custom_id);
    const found = all.find(({ component }) => component.custom_id === customId);
    const ids = all.map(({ component }) => component.custom_id);
    if (!found) throw new Error(`the message has no component "${customId}"; it has: ${ids.join(', ') || 'none'}`);
    if ((found.component as { disabled?: boolean }).disabled) throw new Error(`"${customId}" is disabled`);
    return found;
  }

  #visible(message: APIMessage): APIMessage {
    const { world } = this.#options;
    const now = world.message(message.id);
    if (!now) throw new Error('that message is gone');
    const mine = (world.ephemeral.get(now.id)?.userId ?? this.userId) === this.userId;
    const visible = world.permissionsIn(now.channel_id, this.userId) & Permission.ViewChannel;
    if (!mine || !visible) throw new Error(`${this.#name()} cannot see that message`);
    return now;
  }

  #onComponent(message: APIMessage, data: object): Promise<Reply> {
    const source = this.#options.world.message(message.id)!;
    const owners = source.interaction_metadata?.authorizing_integration_owners;
    const payload = { data, message: source, ...(owners && { authorizing_integration_owners: owners }) };
    return this.#answered(this.#send(InteractionType.MessageComponent, message.channel_id, payload, { source }));
  }

  async #send(type: InteractionType, channelId: string, rest: object, from: InteractionOrigin = {}): Promise<Reply> {
    const { world, interactions, botIsThere } = this.#options;
    if (!botIsThere()) throw new Error('The application did not respond: no bot is connected');
    const channel = world.channels.get(channelId);
    if (!channel) throw new Error('that channel is gone');
    const guildId = channel.guild_id;
    const { deaf: _, mute: __, ...member } = (guildId && world.member(guildId, this.userId)) || {};
    const guild = world.guilds.get(guildId ?? '');
    const payload = {
      id: world.snowflakes.next(),
      application_id: world.application.id,
      type,
      token: randomBytes(32).toString('base64url'),
      version: 1,
      channel_id: channelId,
      channel: world.channelObject(channel),
      ...(guild
        ? {
            guild_id: guild.id,
            guild: { id: guild.id, features: [], locale: guild.preferred_locale },
            guild_locale: guild.preferred_locale,
            member: { ...member, permissions: world.permissionsIn(channelId, this.userId).toString() },
          }
        : { user: world.user(this.userId) }),
      context: contextOf(channel),
      locale: this.locale,
      app_permissions: appPermissions(world, channel).toString(),
      entitlements: [],
      authorizing_integration_owners: installOwners(world, channel, undefined, this.userId),
      attachment_size_limit: 10 * 1024 * 1024,
      ...rest,
    };
    return new Reply(interactions.start(payload as unknown as APIInteraction, this.userId, from), world);
  }

  async #answered(sent: Promise<Reply>): Promise<Reply> {
    const reply = await sent;
    return reply.until(({ interaction }) => interaction.answered, 'the answer', ANSWER_MS);
  }

  #place(channelId: string | undefined): ChannelRecord {
    const { world } = this.#options;
    const needed = Permission.ViewChannel | Permission.SendMessages;
    const channel = channelId
      ? world.channels.get(channelId)
      : world
          .channelsOf(this.guildId)
          .filter(({ type }) => type === ChannelType.GuildText)
          .find(({ id }) => (world.permissionsIn(id, this.userId) & needed) === needed);
    if (!channel) throw new Error(`there is no channel ${channelId ?? `that ${this.#name()} can write in`}`);
    if (!(world.permissionsIn(channel.id, this.userId) & Permission.ViewChannel)) {
      throw new Error(`${this.#name()} cannot see that channel`);
    }
    return channel;
  }

  #guildOf(channelId: string): string | undefined {
    return this.#options.world.channels.get(channelId)?.guild_id;
  }

  #name(): string {
    const { username, global_name } = this.#options.world.user(this.userId);
    return global_name ?? username;
  }
}

type Presets = { options?: { value: string; default?: boolean }[]; default_values?: { id: string }[] };
type SelectLimits = { min_values?: number; max_values?: number; options?: { value: string }[] };

/** What is chosen in a select before anybody chooses. */
function presets({ type, options, default_values }: AnyComponent & Presets): string[] | undefined {
  if (!SELECTS.has(type)) return undefined;
  const values = options?.flatMap((option) => (option.default ? [option.value] : []));
  return values ?? default_values?.map(({ id }) => id) ?? [];
}

/** A modal's component as the submission carries it. */
function filled(values: Record<string, string | string[]>): (component: AnyComponent) => object {
  return function fill(component): object {
    const { type, id, custom_id } = component;
    if (component.components) return { type, id, components: component.components.map(fill) };
    if (component.component) return { type, id, component: fill(component.component) };
    if (custom_id === undefined) return { type, id };
    const value = values[custom_id] ?? (component as { value?: string }).value ?? presets(component) ?? '';
    return { type, id, custom_id, ...(Array.isArray(value) ? { values: value } : { value }) };
  };
}
