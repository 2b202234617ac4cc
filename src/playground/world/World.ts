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
import { channelObject, memberObject, roleObject, userObject } from './objects.ts';
import { channelPermissions, guildPermissions, isThread } from './permissions.ts';
import type {
  ChannelRecord,
  CommandRecord,
  FileRecord,
  GuildRecord,
  MessageRecord,
  NonceRecord,
  UserRecord,
} from './records.ts';
import type { Shelf } from './Shelf.ts';
import { Snowflakes } from './Snowflakes.ts';
import type { ChannelSeed, GuildSeed, WorldSeed } from './WorldSeed.ts';

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
  readonly guilds: Collection<GuildRecord>;
  readonly channels: Collection<ChannelRecord>;
  readonly messages: Collection<MessageRecord>;
  readonly commands: Collection<CommandRecord>;
  readonly nonces: Collection<NonceRecord>;
  readonly files: Collection<FileRecord>;
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
    this.guilds = new Collection('guild', shelf);
    this.channels = new Collection('channel', shelf);
    this.messages = new Collection('message', shelf);
    this.commands = new Collection('command', shelf);
    this.nonces = new Collection('nonce', shelf);
    this.files = new Collection('file', shelf);
    if (this.guilds.size === 0) this.together(() => this.#plant(seed));
    for (const message of this.messages.values()) this.#index(message);
    for (const kept of [this.users, this.guilds, this.channels, this.messages, this.commands, this.files]) {
      for (const [id] of kept.entries()) this.snowflakes.taken(id);
    }
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
    const member = this.guilds.get(guildId)?.members.find((each) => each.user_id === userId);
    return member && memberObject(member, this.user(userId));
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

  /** What a user may do in a channel; nothing where the user cannot be. */
  permissionsIn(channelId: string, userId: string): bigint {
    const channel = this.channels.get(channelId);
    if (!channel) return 0n;
    const guild = this.guilds.get(channel.guild_id ?? '');
    if (!guild) return userId === this.bot.id || channel.recipients?.includes(userId) ? DM_PERMISSIONS : 0n;
    const parent = isThread(channel.type) ? this.channels.get(channel.parent_id ?? '') : channel;
    return parent ? channelPermissions(guild, parent, userId) : 0n;
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
    const position = isThread(fields.type) ? {} : { position: this.channelsOf(guildId).length };
    const channel = { ...position, ...fields, id, guild_id: guildId };
    this.channels.set(channel.id, channel);
    this.#tell(isThread(channel.type) ? 'THREAD_CREATE' : 'CHANNEL_CREATE', channel, { newly_created: true });
    return channel;
  }

  updateChannel(id: string, change: Partial<ChannelRecord>): ChannelRecord {
    const channel = this.channels.set(id, { ...this.channels.get(id)!, ...change, id });
    this.#tell(isThread(channel.type) ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE', channel);
    return channel;
  }

  /** Deletes a channel with its threads and messages. */
  deleteChannel(id: string): ChannelRecord | undefined {
    const channel = this.channels.get(id);
    if (!channel) return undefined;
    for (const thread of this.channels.values()) if (thread.parent_id === id) this.deleteChannel(thread.id);
    for (const message of this.messagesIn(id)) this.messages.delete(message.id);
    this.#byChannel.delete(id);
    this.#tell(isThread(channel.type) ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channel);
    this.channels.delete(id);
    return channel;
  }

  /** Sets one overwrite of a channel: how a test or a person takes a permission away. */
  overwrite(channelId: string, overwrite: APIOverwrite): ChannelRecord {
    const others = (this.channels.get(channelId)?.permission_overwrites ?? []).filter(({ id }) => id !== overwrite.id);
    return this.updateChannel(channelId, { permission_overwrites: [...others, overwrite] });
  }

  openDm(userId: string): ChannelRecord {
    const open = this.channels
      .values()
      .find(({ type, recipients }) => type === ChannelType.DM && recipients?.[0] === userId);
    if (open) return open;
    const channel: ChannelRecord = { id: this.snowflakes.next(), type: ChannelType.DM, recipients: [userId] };
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
        ...(isThread(channel.type) && {
          message_count: (channel.message_count ?? 0) + 1,
          total_message_sent: (channel.total_message_sent ?? 0) + 1,
        }),
      });
    }
    this.#tellMessage('MESSAGE_CREATE', message, onlyFor);
    return message;
  }

  updateMessage(message: MessageRecord): MessageRecord {
    const hidden = this.ephemeral.get(message.id);
    if (hidden) this.ephemeral.set(message.id, { ...hidden, message });
    else {
      this.messages.set(message.id, message);
      this.#index(message);
    }
    this.#tellMessage('MESSAGE_UPDATE', message, hidden?.userId);
    return message;
  }

  deleteMessage(id: string): void {
    const message = this.message(id);
    if (!message) return;
    const hidden = this.ephemeral.get(id);
    this.ephemeral.delete(id);
    this.messages.delete(id);
    this.#byChannel.get(message.channel_id)?.delete(id);
    const guildId = this.channels.get(message.channel_id)?.guild_id;
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
      channelId: thread ? (channel.parent_id ?? channel.id) : undefined,
    });
  }

  #tellMessage(t: string, message: MessageRecord, onlyFor?: string): void {
    const guildId = this.channels.get(message.channel_id)?.guild_id;
    const { user: _, ...member } = (guildId && this.member(guildId, message.author.id)) || {};
    this.events.publish({
      t,
      d: { ...message, ...(guildId && { guild_id: guildId, member }) },
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
    for (const guild of seed.guilds) this.#plantGuild(guild);
  }

  #plantGuild(seed: GuildSeed): void {
    const joined_at = this.timestamp();
    this.guilds.set(seed.id, {
      id: seed.id,
      name: seed.name,
      owner_id: seed.owner_id,
      preferred_locale: seed.preferred_locale ?? 'en-US',
      joined_at,
      roles: seed.roles.map((role, position) => roleObject(role, position)),
      members: seed.members.map(({ user_id, roles = [], nick = null }) => ({ user_id, roles, nick, joined_at })),
    });
    seed.channels.forEach((channel, position) => {
      this.channels.set(channel.id, plantedChannel(channel, seed.id, position));
    });
  }
}

function plantedChannel(seed: ChannelSeed, guild_id: string, position: number): ChannelRecord {
  return {
    id: seed.id,
    type: seed.type ?? ChannelType.GuildText,
    guild_id,
    name: seed.name,
    position,
    topic: seed.topic ?? null,
    permission_overwrites: seed.overwrites ?? [],
    ...(seed.tags && {
      available_tags: seed.tags.map((name, index) => ({
        id: (BigInt(seed.id) + BigInt(index) + 1n).toString(),
        name,
        moderated: false,
        emoji_id: null,
        emoji_name: null,
      })),
    }),
  };
}
