import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type APIOverwrite,
  type APIUser,
  ChannelType,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import { Broadcast } from './Broadcast.ts';
import { Collection } from './Collection.ts';
import { Guilds } from './Guilds.ts';
import { channelObject, guildCreateObject, threadMemberObject, userObject } from './objects.ts';
import { channelPermissions, guildPermissions, isThread } from './permissions.ts';
import type {
  ChannelRecord,
  CommandRecord,
  FileRecord,
  MessageRecord,
  NonceRecord,
  PinRecord,
  ReactionRecord,
  UserRecord,
  WebhookRecord,
} from './records.ts';
import type { Shelf } from './Shelf.ts';
import { Snowflakes } from './Snowflakes.ts';
import type { WorldSeed } from './WorldSeed.ts';

const DM_PERMISSIONS =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.ReadMessageHistory |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.AddReactions |
  Permission.UseApplicationCommands;

/** Everything there is: people, servers, channels, messages, commands. Every change is told to `events`. */
export class World {
  readonly application: WorldSeed['application'];
  readonly bot: UserRecord;
  readonly clock: Clock;
  readonly events = new Broadcast();
  readonly snowflakes: Snowflakes;
  readonly users: Collection<UserRecord>;
  readonly guilds: Guilds;
  readonly channels: Collection<ChannelRecord>;
  readonly messages: Collection<MessageRecord>;
  readonly commands: Collection<CommandRecord>;
  readonly nonces: Collection<NonceRecord>;
  readonly files: Collection<FileRecord>;
  readonly webhooks: Collection<WebhookRecord>;
  /** By message. */
  readonly pins: Collection<PinRecord>;
  /** By message. */
  readonly reactions: Collection<ReactionRecord[]>;
  /** Who installed the application for themselves. */
  readonly installs: Collection<true>;
  /** Who takes no messages from the bot. */
  readonly closedDms: Collection<true>;
  /** Messages that one person sees and nobody keeps. */
  readonly ephemeral = new Map<string, { message: MessageRecord; userId: string }>();
  readonly #shelf: Shelf | undefined;
  readonly #byChannel = new Map<string, Map<string, MessageRecord>>();

  constructor(seed: WorldSeed, clock: Clock, shelf?: Shelf) {
    this.clock = clock;
    this.snowflakes = new Snowflakes(clock);
    this.application = seed.application;
    this.bot = userObject(seed.bot, true);
    this.#shelf = shelf;
    this.users = new Collection('user', shelf);
    this.guilds = new Guilds(this, shelf);
    this.channels = new Collection('channel', shelf);
    this.messages = new Collection('message', shelf);
    this.commands = new Collection('command', shelf);
    this.nonces = new Collection('nonce', shelf);
    this.files = new Collection('file', shelf);
    this.webhooks = new Collection('webhook', shelf);
    this.pins = new Collection('pin', shelf);
    this.reactions = new Collection('reaction', shelf);
    this.installs = new Collection('install', shelf);
    this.closedDms = new Collection('closedDm', shelf);
    if (this.guilds.size === 0) this.together(() => this.#plant(seed));
    for (const message of this.messages.values()) this.#index(message);
    const { users, guilds, channels, messages, commands, files, webhooks } = this;
    for (const kept of [users, guilds, channels, messages, commands, files, webhooks]) {
      for (const [id] of kept.entries()) this.snowflakes.taken(id);
    }
    for (const role of guilds.values().flatMap((guild) => guild.roles)) this.snowflakes.taken(role.id);
  }

  /** All changes made in `act` are kept, or none. */
  together<T>(act: () => T): T {
    return this.#shelf ? this.#shelf.together(act) : act();
  }

  timestamp(): string {
    return new Date(this.clock.now()).toISOString();
  }

  user(id: string): APIUser {
    return this.users.get(id) ?? userObject({ id, username: 'deleted_user' });
  }

  member(guildId: string, userId: string): APIGuildMember | undefined {
    return this.guilds.member(guildId, userId);
  }

  channelsOf(guildId: string): ChannelRecord[] {
    return this.channels.values().filter((channel) => channel.guild_id === guildId && !isThread(channel.type));
  }

  threadsOf(guildId: string): ChannelRecord[] {
    return this.channels.values().filter((channel) => channel.guild_id === guildId && isThread(channel.type));
  }

  /** The channel as the REST API and the gateway show it. */
  channelObject(channel: ChannelRecord): APIChannel {
    return channelObject(channel, (id) => this.user(id));
  }

  /** What GUILD_CREATE carries of a guild; without the intent for members, only the bot is among them. */
  guildCreate(id: string, everyone = true): object {
    const guild = this.guilds.get(id)!;
    const shown = guild.members.filter(({ user_id }) => everyone || user_id === this.bot.id);
    const visible = (channel: ChannelRecord) =>
      this.permissionsIn(channel.id, this.bot.id) & Permission.ViewChannel && !channel.thread_metadata?.archived;
    return guildCreateObject(guild, {
      members: shown.map(({ user_id }) => this.guilds.member(id, user_id)!),
      channels: this.channelsOf(id).map((channel) => this.channelObject(channel)),
      threads: this.threadsOf(id)
        .filter(visible)
        .map((thread) => this.channelObject(thread)),
    });
  }

  /** What a user may do in a channel; nothing where the user cannot be. */
  permissionsIn(channelId: string, userId: string): bigint {
    const channel = this.channels.get(channelId);
    if (!channel) return 0n;
    const guild = this.guilds.get(channel.guild_id ?? '');
    if (!guild) {
      const inIt = channel.recipients?.includes(userId) || (userId === this.bot.id && !channel.without_bot);
      return inIt ? DM_PERMISSIONS : 0n;
    }
    const parent = isThread(channel.type) ? this.channels.get(channel.parent_id ?? '') : channel;
    const bits = parent ? channelPermissions(guild, parent, userId) : 0n;
    const secret = channel.type === ChannelType.PrivateThread && !(bits & Permission.ManageThreads);
    return secret && !channel.thread_members?.some((each) => each.user_id === userId) ? 0n : bits;
  }

  permissionsInGuild(guildId: string, userId: string): bigint {
    const guild = this.guilds.get(guildId);
    return guild ? guildPermissions(guild, userId) : 0n;
  }

  /** Creates a channel or thread; a thread begun on a message takes the message's id. */
  createChannel(
    guildId: string,
    fields: Omit<ChannelRecord, 'id' | 'guild_id'>,
    id = this.snowflakes.next(),
  ): ChannelRecord {
    const owner = { user_id: fields.owner_id ?? this.bot.id, join_timestamp: this.timestamp() };
    const place = isThread(fields.type)
      ? { thread_members: this.guilds.has(guildId, owner.user_id) ? [owner] : [] }
      : { position: this.channelsOf(guildId).length };
    const channel = { ...place, ...fields, id, guild_id: guildId };
    this.channels.set(channel.id, channel);
    this.#tell(isThread(channel.type) ? 'THREAD_CREATE' : 'CHANNEL_CREATE', channel, { newly_created: true });
    return channel;
  }

  joinThread(id: string, userId: string): void {
    const thread = this.channels.get(id)!;
    const members = thread.thread_members ?? [];
    if (members.some((member) => member.user_id === userId)) return;
    const member = { user_id: userId, join_timestamp: this.timestamp() };
    const joined = this.channels.set(id, { ...thread, thread_members: [...members, member] });
    if (userId === this.bot.id && thread.type === ChannelType.PrivateThread) this.#tell('THREAD_CREATE', joined);
    this.#tellThreadMembers(id, userId, { added_members: [threadMemberObject(id, member)] });
  }

  leaveThread(id: string, userId: string): void {
    const thread = this.channels.get(id)!;
    const left = (thread.thread_members ?? []).filter((member) => member.user_id !== userId);
    if (left.length === (thread.thread_members ?? []).length) return;
    this.channels.set(id, { ...thread, thread_members: left });
    this.#tellThreadMembers(id, userId, { removed_member_ids: [userId] });
  }

  updateChannel(id: string, change: Partial<ChannelRecord>): ChannelRecord {
    const channel = this.channels.set(id, { ...this.channels.get(id)!, ...change, id });
    this.#tell(isThread(channel.type) ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE', channel);
    return channel;
  }

  /** Deletes a channel with its threads and messages; channels of a category lose it only. */
  deleteChannel(id: string): ChannelRecord | undefined {
    const channel = this.channels.get(id);
    if (!channel) return undefined;
    for (const child of this.channels.values()) {
      if (child.parent_id === id && !isThread(child.type)) this.updateChannel(child.id, { parent_id: null });
    }
    if (isThread(channel.type)) {
      const { guild_id, parent_id, type } = channel;
      this.events.publish({
        ...{ t: 'THREAD_DELETE', d: { id, guild_id, parent_id, type } },
        ...{ guildId: guild_id, channelId: id },
      });
    } else this.#tell('CHANNEL_DELETE', channel);
    this.dropChannel(id);
    return channel;
  }

  /** Forgets a channel with all that is in it, without a word. */
  dropChannel(id: string): void {
    for (const thread of this.channels.values()) {
      if (thread.parent_id === id && isThread(thread.type)) this.dropChannel(thread.id);
    }
    for (const message of this.messagesIn(id)) this.#dropMessage(message.id);
    for (const webhook of this.webhooks.values()) if (webhook.channel_id === id) this.webhooks.delete(webhook.id);
    this.#byChannel.delete(id);
    this.channels.delete(id);
  }

  /** Sets one overwrite of a channel: how a test or a person takes a permission away. */
  overwrite(channelId: string, overwrite: APIOverwrite): ChannelRecord {
    const others = (this.channels.get(channelId)?.permission_overwrites ?? []).filter(({ id }) => id !== overwrite.id);
    return this.updateChannel(channelId, { permission_overwrites: [...others, overwrite] });
  }

  openDm(userId: string): ChannelRecord {
    const open = this.channels.values().find(({ type, recipients, without_bot }) => {
      return type === ChannelType.DM && recipients?.[0] === userId && !without_bot;
    });
    if (open) return open;
    const channel: ChannelRecord = { id: this.snowflakes.next(), type: ChannelType.DM, recipients: [userId] };
    return this.channels.set(channel.id, channel);
  }

  /** A DM or a group of people in which the bot is not: where a user install brings its commands. */
  openPrivate(...people: string[]): ChannelRecord {
    const type = people.length > 2 ? ChannelType.GroupDM : ChannelType.DM;
    const channel: ChannelRecord = { id: this.snowflakes.next(), type, recipients: people, without_bot: true };
    return this.channels.set(channel.id, channel);
  }

  /** The messages of a channel that everyone in it sees, oldest first. */
  messagesIn(channelId: string): APIMessage[] {
    return [...(this.#byChannel.get(channelId)?.values() ?? [])];
  }

  message(id: string): MessageRecord | undefined {
    return this.messages.get(id) ?? this.ephemeral.get(id)?.message;
  }

  /** Puts a message into its channel; with `onlyFor`, one that only that user sees. */
  createMessage(message: MessageRecord, onlyFor?: string): MessageRecord {
    if (onlyFor) this.ephemeral.set(message.id, { message, userId: onlyFor });
    else {
      this.messages.set(message.id, message);
      this.#index(message);
      const channel = this.channels.get(message.channel_id)!;
      this.channels.set(channel.id, {
        ...channel,
        last_message_id: message.id,
        ...(this.#counts(message) && {
          message_count: (channel.message_count ?? 0) + 1,
          total_message_sent: (channel.total_message_sent ?? 0) + 1,
        }),
      });
    }
    this.#tellMessage('MESSAGE_CREATE', message, onlyFor);
    return message;
  }

  updateMessage(message: MessageRecord): MessageRecord {
    this.keepMessage(message);
    this.#tellMessage('MESSAGE_UPDATE', message, this.ephemeral.get(message.id)?.userId);
    return message;
  }

  /** Changes what is kept of a message without a word: its reactions are told one by one. */
  keepMessage(message: MessageRecord): void {
    const hidden = this.ephemeral.get(message.id);
    if (hidden) this.ephemeral.set(message.id, { ...hidden, message });
    else {
      this.messages.set(message.id, message);
      this.#index(message);
    }
  }

  deleteMessage(id: string): void {
    const message = this.message(id);
    if (!message) return;
    const hidden = this.ephemeral.get(id);
    this.#dropMessage(id);
    const channel = this.channels.get(message.channel_id);
    const guildId = channel?.guild_id;
    if (channel && !hidden && this.#counts(message)) {
      this.channels.set(channel.id, { ...channel, message_count: Math.max(0, (channel.message_count ?? 0) - 1) });
    }
    this.events.publish({
      t: 'MESSAGE_DELETE',
      d: { id, channel_id: message.channel_id, ...(guildId && { guild_id: guildId }) },
      guildId,
      channelId: message.channel_id,
      onlyFor: hidden?.userId,
    });
  }

  #tell(t: string, channel: ChannelRecord, extra: object = {}): void {
    const thread = t.startsWith('THREAD');
    this.events.publish({
      t,
      d: { ...this.channelObject(channel), ...(thread && extra) },
      guildId: channel.guild_id,
      channelId: thread ? channel.id : undefined,
    });
  }

  #tellThreadMembers(id: string, userId: string, change: object): void {
    const { guild_id, thread_members } = this.channels.get(id)!;
    this.events.publish({
      t: 'THREAD_MEMBERS_UPDATE',
      d: { id, guild_id, member_count: Math.min(thread_members?.length ?? 0, 50), ...change },
      guildId: guild_id,
      channelId: id,
      aboutUser: userId,
    });
  }

  /** Whether a message counts as one of its thread: the one that began it does not. */
  #counts({ id, channel_id }: MessageRecord): boolean {
    const channel = this.channels.get(channel_id);
    return channel !== undefined && isThread(channel.type) && id !== channel_id;
  }

  #dropMessage(id: string): void {
    const message = this.message(id);
    this.ephemeral.delete(id);
    this.messages.delete(id);
    this.pins.delete(id);
    this.reactions.delete(id);
    if (message) this.#byChannel.get(message.channel_id)?.delete(id);
  }

  #tellMessage(t: string, message: MessageRecord, onlyFor?: string): void {
    const channel = this.channels.get(message.channel_id);
    const guildId = channel?.guild_id;
    const { user, ...member } = (guildId && this.member(guildId, message.author.id)) || { user: undefined };
    this.events.publish({
      t,
      d: {
        ...{ ...message, channel_type: channel?.type },
        ...(guildId && { guild_id: guildId }),
        ...(user && { member }),
      },
      guildId,
      channelId: message.channel_id,
      onlyFor,
    });
  }

  #index(message: MessageRecord): void {
    const channel = this.#byChannel.get(message.channel_id) ?? new Map<string, MessageRecord>();
    this.#byChannel.set(message.channel_id, channel.set(message.id, message));
  }

  #plant(seed: WorldSeed): void {
    this.users.set(this.bot.id, this.bot);
    for (const user of seed.users) this.users.set(user.id, userObject(user));
    for (const guild of seed.guilds) this.guilds.plant(guild);
  }
}
