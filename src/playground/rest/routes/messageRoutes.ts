import { ChannelType, GatewayIntentBits, MessageFlags, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { checkMessage } from '../../checks/checkBody.ts';
import type { MessageBody } from '../../checks/messageFaults.ts';
import { invalidForm, problem } from '../../DiscordError.ts';
import { replyTo } from '../../messages/replyTo.ts';
import { withoutContent } from '../../messages/withoutContent.ts';
import { sendingPermission } from '../../world/permissions.ts';
import type { MessageRecord } from '../../world/records.ts';
import { type Route, route } from '../Route.ts';
import { bounded, type Context, channelForBot, messageIn } from './Context.ts';

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
export function messageRoutes({ world, messages, budgets, privilegedIntents }: Context): Route[] {
  const readsContent = Boolean(privilegedIntents & GatewayIntentBits.MessageContent);
  const shown = (message: MessageRecord) => (readsContent ? message : withoutContent(message, world));

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
        const { archived, locked } = channel.thread_metadata ?? {};
        if (locked && !(world.permissionsIn(channel.id, world.bot.id) & Permission.ManageThreads)) {
          throw problem(archived ? 'archivedThread' : 'lockedThread');
        }
        if (channel.recipients?.some((id) => world.closedDms.get(id))) throw problem('cannotMessage');
        return messages.post(channel, wish, files, { author: world.bot, fields: replyTo(world, channel, wish) });
      },
      {
        check: ({ body }) => checkMessage('MessageCreateRequestSchema', body),
        answers: 'MessageResponseSchema',
      },
    ),
    route(
      'GET',
      '/channels/:channel/messages',
      ({ params, query }) => {
        const channel = channelForBot(world, params.channel);
        const readable = world.permissionsIn(channel.id, world.bot.id) & Permission.ReadMessageHistory;
        return readable ? page(world.messagesIn(channel.id), query).map(shown) : [];
      },
      { answers: ['MessageResponseSchema'] },
    ),
    route(
      'GET',
      '/channels/:channel/messages/:message',
      ({ params }) =>
        shown(messageIn(world, channelForBot(world, params.channel, Permission.ReadMessageHistory), params.message)),
      { answers: 'MessageResponseSchema' },
    ),
    route(
      'PATCH',
      '/channels/:channel/messages/:message',
      ({ params, body, files }) => {
        const message = messageIn(world, channelForBot(world, params.channel), params.message);
        if (message.author.id !== world.bot.id) throw problem('notTheAuthor');
        if (world.channels.get(message.channel_id)?.thread_metadata?.archived) throw problem('archivedThread');
        if ((message.flags ?? 0) & MessageFlags.Crossposted) budgets.editPublished(message.id);
        budgets.editOld(message.channel_id, Date.parse(message.timestamp));
        return messages.edit(message, body as MessageBody, files);
      },
      {
        check: ({ params, body }) =>
          checkMessage('MessageEditRequestPartialSchema', body, world.messages.get(params.message)?.flags),
        answers: 'MessageResponseSchema',
      },
    ),
    route('DELETE', '/channels/:channel/messages/:message', ({ params }) => {
      const channel = channelForBot(world, params.channel);
      const message = messageIn(world, channel, params.message);
      if (message.author.id !== world.bot.id) channelForBot(world, channel.id, Permission.ManageMessages);
      world.deleteMessage(message.id);
    }),
    route(
      'POST',
      '/channels/:channel/messages/:message/crosspost',
      ({ params }) => {
        const channel = channelForBot(world, params.channel, Permission.SendMessages);
        const message = messageIn(world, channel, params.message);
        if (channel.type !== ChannelType.GuildAnnouncement) throw problem('notHere');
        if (message.author.id !== world.bot.id) channelForBot(world, channel.id, Permission.ManageMessages);
        const flags = message.flags ?? 0;
        if (flags & MessageFlags.Crossposted) throw problem('alreadyCrossposted');
        return world.updateMessage({ ...message, flags: flags | MessageFlags.Crossposted });
      },
      { answers: 'BasicMessageResponseSchema' },
    ),
  ];
}

/** A page of messages, newest first (resources/message, "Get Channel Messages"). */
function page(all: readonly MessageRecord[], query: URLSearchParams): MessageRecord[] {
  const limit = bounded(query, 'limit', 50, 1, 100);
  const newest = all.toReversed();
  const [before, after, around] = ['before', 'after', 'around'].map((name) => snowflakeIn(query, name));
  if (before !== undefined) return newest.filter(({ id }) => BigInt(id) < before).slice(0, limit);
  if (after !== undefined) return newest.filter(({ id }) => BigInt(id) > after).slice(-limit);
  if (around === undefined) return newest.slice(0, limit);
  const middle = newest.findIndex(({ id }) => BigInt(id) <= around);
  return newest.slice(Math.max(0, middle - Math.floor(limit / 2))).slice(0, limit);
}

/** An id of the query; 50035 for what is none. */
function snowflakeIn(query: URLSearchParams, name: string): bigint | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (/^\d{1,20}$/.test(value)) return BigInt(value);
  throw invalidForm([{ path: [name], code: 'NUMBER_TYPE_COERCE', message: `Value "${value}" is not snowflake.` }]);
}
