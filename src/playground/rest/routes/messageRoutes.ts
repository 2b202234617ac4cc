import { ChannelType, MessageFlags, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { checkMessage } from '../../checks/checkBody.ts';
import type { MessageBody } from '../../checks/messageFaults.ts';
import { problem } from '../../DiscordError.ts';
import { sendingPermission } from '../../world/permissions.ts';
import type { ChannelRecord, MessageRecord } from '../../world/records.ts';
import { type Route, route } from '../Route.ts';
import { type Context, channelForBot } from './Context.ts';

const WRITABLE = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.DM,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** resources/message: post, read, edit, delete, publish. */
export function messageRoutes({ world, messages }: Context): Route[] {
  const messageIn = (channel: ChannelRecord, id: string): MessageRecord => {
    const message = world.messages.get(id);
    if (message?.channel_id !== channel.id) throw problem('unknownMessage');
    return message;
  };

  return [
    route(
      'POST',
      '/channels/:channel/messages',
      ({ params, body, files }) => {
        const wish = body as MessageBody;
        const type = world.channels.get(params.channel)?.type ?? ChannelType.GuildText;
        const needed =
          sendingPermission(type) |
          (wish.embeds?.length ? Permission.EmbedLinks : 0n) |
          (files.length > 0 ? Permission.AttachFiles : 0n);
        const channel = channelForBot(world, params.channel, needed);
        if (!WRITABLE.has(channel.type)) throw problem('wrongChannelType');
        return messages.post(channel, wish, files, { author: world.bot });
      },
      { check: ({ body }) => checkMessage('MessageCreateRequestSchema', body) },
    ),
    route('GET', '/channels/:channel/messages', ({ params, query }) => {
      const channel = channelForBot(world, params.channel);
      const readable = world.permissionsIn(channel.id, world.bot.id) & Permission.ReadMessageHistory;
      return readable ? page(world.messagesIn(channel.id), query) : [];
    }),
    route('GET', '/channels/:channel/messages/:message', ({ params }) =>
      messageIn(channelForBot(world, params.channel, Permission.ReadMessageHistory), params.message),
    ),
    route(
      'PATCH',
      '/channels/:channel/messages/:message',
      ({ params, body, files }) => {
        const message = messageIn(channelForBot(world, params.channel), params.message);
        if (message.author.id !== world.bot.id) throw problem('notTheAuthor');
        if (world.channels.get(message.channel_id)?.thread_metadata?.archived) throw problem('archivedThread');
        return messages.edit(message, body as MessageBody, files);
      },
      { check: ({ body }) => checkMessage('MessageEditRequestPartialSchema', body) },
    ),
    route('DELETE', '/channels/:channel/messages/:message', ({ params }) => {
      const channel = channelForBot(world, params.channel);
      const message = messageIn(channel, params.message);
      if (message.author.id !== world.bot.id) channelForBot(world, channel.id, Permission.ManageMessages);
      world.deleteMessage(message.id);
    }),
    route('POST', '/channels/:channel/messages/:message/crosspost', ({ params }) => {
      const channel = channelForBot(world, params.channel, Permission.SendMessages);
      const message = messageIn(channel, params.message);
      if (channel.type !== ChannelType.GuildAnnouncement) throw problem('notHere');
      if (message.author.id !== world.bot.id) channelForBot(world, channel.id, Permission.ManageMessages);
      const flags = message.flags ?? 0;
      if (flags & MessageFlags.Crossposted) throw problem('alreadyCrossposted');
      return world.updateMessage({ ...message, flags: flags | MessageFlags.Crossposted });
    }),
  ];
}

/** A page of messages, newest first (resources/message, "Get Channel Messages"). */
function page(all: readonly MessageRecord[], query: URLSearchParams): MessageRecord[] {
  const limit = Math.min(Math.max(Number(query.get('limit') ?? 50), 1), 100);
  const newest = all.toReversed();
  const before = query.get('before');
  const after = query.get('after');
  const around = query.get('around');
  if (before) return newest.filter(({ id }) => BigInt(id) < BigInt(before)).slice(0, limit);
  if (after) return newest.filter(({ id }) => BigInt(id) > BigInt(after)).slice(-limit);
  if (!around) return newest.slice(0, limit);
  const middle = newest.findIndex(({ id }) => BigInt(id) <= BigInt(around));
  return newest.slice(Math.max(0, middle - Math.floor(limit / 2))).slice(0, limit);
}
