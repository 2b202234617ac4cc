import {
  AllowedMentionsTypes,
  type APIAttachment,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { isEmptyMessage, type MessageBody } from '../checks/messageFaults.ts';
import { problem } from '../DiscordError.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/World.ts';
import { mentionsOf, shownComponents, shownEmbeds } from './messageContent.ts';
import type { UploadedFile } from './UploadedFile.ts';

/** What a message is besides its body. */
export type MessageFrame = {
  author: APIUser;
  /** Set when only this user is to see it. */
  onlyFor?: string | undefined;
  fields?: Partial<APIMessage>;
  /** Answers to interactions ping users only, unless they say otherwise. */
  fromInteraction?: boolean;
};

const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.IsVoiceMessage;
const EVERY_MENTION = [AllowedMentionsTypes.User, AllowedMentionsTypes.Role, AllowedMentionsTypes.Everyone];

/** Writes, edits and remembers messages (resources/message). */
export class Messages {
  readonly #world: World;
  readonly #origin: () => string;
  readonly #nonceWindowMs: number;

  constructor(world: World, origin: () => string, nonceWindowMs: number) {
    this.#world = world;
    this.#origin = origin;
    this.#nonceWindowMs = nonceWindowMs;
  }

  /** Posts; or, when the nonce is to be enforced and this author has used it lately, gives the earlier message back. */
  post(channel: ChannelRecord, body: MessageBody, files: UploadedFile[], frame: MessageFrame): APIMessage {
    const nonce = body.nonce ?? undefined;
    if (nonce === undefined) return this.create(channel, body, files, frame);
    const earlier = body.enforce_nonce && this.#remembered(frame.author.id, nonce);
    if (earlier) {
      const message = this.#world.messages.get(earlier);
      if (!message) throw problem('unknownMessage');
      return message;
    }
    const message = this.create(channel, body, files, { ...frame, fields: { ...frame.fields, nonce } });
    this.#world.nonces.set(`${frame.author.id} ${nonce}`, { message_id: message.id, at: this.#world.clock.now() });
    return message;
  }

  create(channel: ChannelRecord, body: MessageBody, files: UploadedFile[], frame: MessageFrame): APIMessage {
    if (isEmptyMessage(body, files.length)) throw problem('emptyMessage');
    return this.place(channel, body, files, frame);
  }

  /** Puts a message into a channel, even an empty one ("is thinking…"). */
  place(channel: ChannelRecord, body: MessageBody, files: UploadedFile[], frame: MessageFrame): APIMessage {
    const id = this.#world.snowflakes.next();
    const attachments = files.map((file) => this.#attach(channel.id, file, body));
    const message: APIMessage = {
      id,
      channel_id: channel.id,
      type: MessageType.Default,
      author: frame.author,
      content: '',
      timestamp: this.#world.timestamp(),
      edited_timestamp: null,
      tts: Boolean(body.tts),
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments,
      embeds: [],
      components: [],
      pinned: false,
      flags: ((body.flags ?? 0) & SETTABLE) | (frame.onlyFor ? MessageFlags.Ephemeral : 0),
      ...frame.fields,
      ...this.#content(
        channel,
        { content: '', embeds: [], components: [], ...body },
        attachments,
        frame.fromInteraction,
      ),
    };
    if (!frame.onlyFor && channel.thread_metadata) this.#enliven(channel, frame.author.id);
    return this.#world.createMessage(message, frame.onlyFor);
  }

  /** A message opens an archived thread again, and brings its author in (topics/threads). */
  #enliven({ id, guild_id, thread_metadata }: ChannelRecord, authorId: string): void {
    const world = this.#world;
    if (thread_metadata?.archived) {
      const opened = { ...thread_metadata, archived: false, archive_timestamp: world.timestamp() };
      world.updateChannel(id, { thread_metadata: opened });
    }
    if (world.guilds.has(guild_id!, authorId)) world.joinThread(id, authorId);
  }

  edit(message: APIMessage, body: MessageBody, files: UploadedFile[], fromInteraction = false): APIMessage {
    const channel = this.#world.channels.get(message.channel_id)!;
    const kept = body.attachments
      ? message.attachments.filter((each) => body.attachments?.some(({ id }) => String(id) === each.id))
      : message.attachments;
    const attachments = [...kept, ...files.map((file) => this.#attach(channel.id, file, body))];
    const flags =
      ((message.flags ?? 0) & ~MessageFlags.SuppressEmbeds) | ((body.flags ?? message.flags ?? 0) & SETTABLE);
    const edited: APIMessage = {
      ...message,
      ...this.#content(channel, body, attachments, fromInteraction),
      attachments,
      flags: flags & ~MessageFlags.Loading,
      edited_timestamp: message.flags && message.flags & MessageFlags.Loading ? null : this.#world.timestamp(),
    };
    if (isEmptyMessage({ ...edited, attachments: [] } as unknown as MessageBody, attachments.length)) {
      throw problem('emptyMessage');
    }
    return this.#world.updateMessage(edited);
  }

  #content(
    channel: ChannelRecord,
    body: MessageBody,
    attachments: readonly APIAttachment[],
    fromInteraction = false,
  ): Partial<APIMessage> {
    const content = body.content?.trim() ?? '';
    return {
      ...(body.content !== undefined && {
        content,
        ...mentionsOf(
          this.#world,
          channel.guild_id,
          content,
          body.allowed_mentions,
          fromInteraction ? [AllowedMentionsTypes.User] : EVERY_MENTION,
        ),
      }),
      ...(body.embeds !== undefined && { embeds: shownEmbeds(body.embeds, attachments) }),
      ...(body.components !== undefined && { components: shownComponents(body.components) }),
    };
  }

  #remembered(authorId: string, nonce: string | number): string | undefined {
    const { nonces, clock } = this.#world;
    const oldest = clock.now() - this.#nonceWindowMs;
    for (const [key, { at }] of nonces.entries()) {
      if (at >= oldest) break;
      nonces.delete(key);
    }
    const known = nonces.get(`${authorId} ${nonce}`);
    return known && known.at >= oldest ? known.message_id : undefined;
  }

  /** Keeps a file that somebody attaches to a command. */
  upload(channelId: string, file: Omit<UploadedFile, 'id'>): APIAttachment {
    return this.#attach(channelId, { ...file, id: '0' }, {});
  }

  #attach(channelId: string, file: UploadedFile, body: MessageBody): APIAttachment {
    const id = this.#world.snowflakes.next();
    const wish = (body.attachments ?? []).find((each) => String(each.id) === file.id);
    const filename = wish?.filename ?? file.name;
    this.#world.files.set(id, { name: filename, type: file.type, base64: file.bytes.toString('base64') });
    const url = `${this.#origin()}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
    return {
      id,
      filename,
      size: file.bytes.length,
      url,
      proxy_url: url,
      ...(file.type && { content_type: file.type }),
      ...(wish?.description && { description: wish.description }),
    };
  }
}
