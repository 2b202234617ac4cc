import { ChannelType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { WorldEvent } from '../world/Broadcast.ts';
import { isThread } from '../world/permissions.ts';
import type { ChannelRecord, MessageRecord } from '../world/records.ts';
import type { World } from '../world/World.ts';

/** A channel with what the viewer may do in it, as bits in a decimal string. */
type ShownChannel = Record<string, unknown> & { id: string; permissions: string };

/** A message with the command that brought it about, when it is known, and the reactions as the viewer sees them. */
type ShownMessage = Omit<MessageRecord, 'reactions'> & { command?: string; reactions: ShownReaction[] };

/** `users`: the first who reacted. */
type ShownReaction = { emoji: string; count: number; me: boolean; users: string[] };

const PAGE = 50;
const NAMED = 5;

/** The world as one person sees it: what they may not know is not in it. */
export class Viewer {
  readonly userId: string;
  readonly #world: World;
  readonly #commandOf: (interactionId: string) => string | undefined;
  readonly #isDismissed: (messageId: string) => boolean;

  constructor(
    world: World,
    userId: string,
    commandOf: (interactionId: string) => string | undefined,
    isDismissed: (messageId: string) => boolean,
  ) {
    this.#world = world;
    this.userId = userId;
    this.#commandOf = commandOf;
    this.#isDismissed = isDismissed;
  }

  guilds() {
    return this.#world.guilds
      .values()
      .filter(({ members }) => members.some(({ user_id }) => user_id === this.userId))
      .map(({ id, name, owner_id, preferred_locale, roles, members }) => ({
        ...{ id, name, owner_id, preferred_locale },
        roles: roles.map((role) => ({ id: role.id, name: role.name, color: role.color })),
        members: members.map(({ user_id, nick, roles: has }) => ({ user_id, nick, roles: has })),
        permissions: this.#world.permissionsInGuild(id, this.userId).toString(),
      }));
  }

  channels(): ShownChannel[] {
    return this.#world.channels
      .values()
      .filter((channel) => this.sees(channel))
      .map((channel) => ({
        ...this.#world.channelObject(channel),
        ...(channel.guild_id && { guild_id: channel.guild_id }),
        permissions: this.#world.permissionsIn(channel.id, this.userId).toString(),
      }));
  }

  users() {
    return this.#world.users
      .values()
      .map(({ id, username, global_name, bot = false }) => ({ id, username, global_name, bot }));
  }

  /** Up to fifty messages, oldest first: those before a given one, or the latest. */
  messages(channelId: string, before?: string): { messages: ShownMessage[]; more: boolean } {
    const channel = this.#world.channels.get(channelId);
    if (!channel || !this.sees(channel)) return { messages: [], more: false };
    const mine = [...this.#world.ephemeral.values()]
      .filter(({ message, userId }) => userId === this.userId && message.channel_id === channelId)
      .map(({ message }) => message)
      .filter(({ id }) => !this.#isDismissed(id));
    const all = [...this.#world.messagesIn(channelId), ...mine]
      .filter(({ id }) => before === undefined || isOlder(id, before))
      .sort((a, b) => (isOlder(a.id, b.id) ? -1 : 1));
    return { messages: all.slice(-PAGE).map((message) => this.#shown(message)), more: all.length > PAGE };
  }

  /** The event as the viewer hears of it, or undefined if they don't. */
  hears({ t, d, channelId, onlyFor }: WorldEvent): { t: string; d: unknown } | undefined {
    if (t === 'INTERACTION_CREATE' || (onlyFor !== undefined && onlyFor !== this.userId)) return undefined;
    if (t.startsWith('MESSAGE_REACTION')) {
      const message = this.#world.message((d as { message_id: string }).message_id);
      return message && this.hears({ t: 'MESSAGE_UPDATE', d: message, channelId });
    }
    if (t === 'MESSAGE_CREATE' || t === 'MESSAGE_UPDATE') {
      const message = d as MessageRecord;
      if (!this.#mayView(message.channel_id) || this.#isDismissed(message.id)) return undefined;
      return { t, d: this.#shown(message) };
    }
    if (channelId !== undefined && t.startsWith('MESSAGE') && !this.#mayView(channelId)) return undefined;
    return { t, d: t.startsWith('MESSAGE') ? d : null };
  }

  sees(channel: ChannelRecord): boolean {
    if (channel.type === ChannelType.DM || channel.type === ChannelType.GroupDM)
      return Boolean(channel.recipients?.includes(this.userId));
    if (isThread(channel.type) && !this.#world.channels.get(channel.parent_id ?? '')) return false;
    return this.#mayView(channel.id);
  }

  #mayView(channelId: string): boolean {
    return Boolean(this.#world.permissionsIn(channelId, this.userId) & Permission.ViewChannel);
  }

  #shown(message: MessageRecord): ShownMessage {
    const metadata = message.interaction_metadata;
    const command = metadata && this.#commandOf(metadata.id);
    const reactions = this.#world.reactions.get(message.id)?.map(({ emoji, user_ids }) => ({
      ...{ emoji: emoji.name, count: user_ids.length, me: user_ids.includes(this.userId) },
      users: user_ids.slice(0, NAMED),
    }));
    return { ...message, ...(command && { command }), reactions: reactions ?? [] };
  }
}

function isOlder(id: string, than: string): boolean {
  return id.length === than.length ? id < than : id.length < than.length;
}
