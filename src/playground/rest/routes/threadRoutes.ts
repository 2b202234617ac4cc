import {
  type APIThreadChannel,
  type APIThreadMetadata,
  ChannelType,
  MessageFlags,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { checkBody } from '../../checks/checkBody.ts';
import { isEmptyMessage, type MessageBody, messageFaults } from '../../checks/messageFaults.ts';
import { problem } from '../../DiscordError.ts';
import { threadMemberObject } from '../../world/objects.ts';
import { isThread } from '../../world/permissions.ts';
import type { ChannelRecord } from '../../world/records.ts';
import { Answer, type ApiRequest, type Route, route } from '../Route.ts';
import { bounded, type Context, channelForBot, guildForBot, messageIn } from './Context.ts';
import { checkTags, isForum, startThread } from './startThread.ts';

type ThreadWish = {
  name: string;
  type?: ChannelType | null;
  auto_archive_duration?: APIThreadMetadata['auto_archive_duration'] | null;
  rate_limit_per_user?: number | null;
  applied_tags?: string[] | null;
  invitable?: boolean | null;
  message?: MessageBody;
};

const PUBLIC = [ChannelType.PublicThread, ChannelType.AnnouncementThread];

/** resources/channel: threads, forum posts and who is in them (topics/threads). */
export function threadRoutes({ world, messages }: Context): Route[] {
  const typeOf = (channelId: string) => world.channels.get(channelId)?.type;

  const forumPost = (parent: ChannelRecord, wish: ThreadWish, files: ApiRequest['files']) => {
    checkTags(parent, wish.applied_tags ?? []);
    if (isEmptyMessage(wish.message ?? {}, files.length)) throw problem('emptyMessage');
    const post = startThread(world, parent, ChannelType.PublicThread, wish, world.bot.id);
    const fields = { id: post.id };
    const message = messages.create(post, wish.message ?? {}, files, { author: world.bot, fields });
    return { ...world.channelObject(world.channels.get(post.id)!), message };
  };

  const threadForBot = (id: string, needed = 0n) => {
    const thread = channelForBot(world, id, needed);
    if (!isThread(thread.type)) throw problem('notHere');
    return thread;
  };

  const active = (id: string) => {
    const thread = threadForBot(id);
    if (thread.thread_metadata?.archived) throw problem('archivedThread');
    return thread;
  };

  const memberOf = (thread: ChannelRecord, userId: string, withMember: boolean) => {
    const found = thread.thread_members?.find((each) => each.user_id === userId);
    if (!found) throw problem('unknownMember');
    const member = withMember && world.member(thread.guild_id!, userId);
    return { ...threadMemberObject(thread.id, found), ...(member && { member }) };
  };

  const threadList = (threads: ChannelRecord[], has_more: boolean) => ({
    threads: threads.map((thread) => world.channelObject(thread)),
    members: threads.flatMap((thread) =>
      (thread.thread_members ?? [])
        .filter(({ user_id }) => user_id === world.bot.id)
        .map((each) => threadMemberObject(thread.id, each)),
    ),
    has_more,
  });

  const archived = ({ params, query }: ApiRequest<'channel'>, types: readonly ChannelType[], onlyJoined = false) => {
    const parent = channelForBot(world, params.channel, Permission.ReadMessageHistory);
    const before = Date.parse(query.get('before') ?? '');
    const all = world
      .threadsOf(parent.guild_id ?? '')
      .filter(({ parent_id, type }) => parent_id === parent.id && types.includes(type))
      .filter(({ thread_members }) => !onlyJoined || thread_members?.some(({ user_id }) => user_id === world.bot.id))
      .flatMap((thread) => (thread.thread_metadata?.archived ? { thread, at: archivedAt(thread) } : []))
      .filter(({ at }) => !(at >= before))
      .sort((a, b) => b.at - a.at)
      .map(({ thread }) => thread);
    const limit = bounded(query, 'limit', 50, 2, 100);
    return threadList(all.slice(0, limit), all.length > limit);
  };

  return [
    route(
      'POST',
      '/channels/:channel/threads',
      ({ params, body, files }) => {
        const wish = body as ThreadWish;
        if (isForum(typeOf(params.channel))) {
          return new Answer(201, forumPost(channelForBot(world, params.channel, Permission.SendMessages), wish, files));
        }
        const type = wish.type ?? ChannelType.PrivateThread;
        const secret = type === ChannelType.PrivateThread;
        const needed = secret ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads;
        const parent = channelForBot(world, params.channel, needed);
        const announcing = parent.type === ChannelType.GuildAnnouncement;
        const fitting = announcing ? type === ChannelType.AnnouncementThread : type !== ChannelType.AnnouncementThread;
        if (!(announcing || parent.type === ChannelType.GuildText) || !fitting) throw problem('notHere');
        return new Answer(201, world.channelObject(startThread(world, parent, type, wish, world.bot.id)));
      },
      {
        check: ({ params, body }) =>
          isForum(typeOf(params.channel))
            ? checkBody<ThreadWish>('CreateForumThreadRequestSchema', body, ({ message }) =>
                messageFaults(message ?? {}, ['message']),
              )
            : checkBody('CreateTextThreadWithoutMessageRequestSchema', body),
        answers: 'CreatedThreadResponseSchema',
      },
    ),
    route(
      'POST',
      '/channels/:channel/messages/:message/threads',
      ({ params, body }) => {
        const parent = channelForBot(world, params.channel, Permission.CreatePublicThreads);
        const message = messageIn(world, parent, params.message);
        if (world.channels.get(message.id)) throw problem('threadExists');
        const announcing = parent.type === ChannelType.GuildAnnouncement;
        if (!announcing && parent.type !== ChannelType.GuildText) throw problem('notHere');
        const type = announcing ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
        const thread = startThread(world, parent, type, body as ThreadWish, world.bot.id, message.id);
        const started = world.channelObject(thread);
        const flags = (message.flags ?? 0) | MessageFlags.HasThread;
        world.updateMessage({ ...message, flags, thread: started as APIThreadChannel });
        return new Answer(201, started);
      },
      {
        check: ({ body }) => checkBody('CreateTextThreadWithMessageRequestSchema', body),
        answers: 'ThreadResponseSchema',
      },
    ),
    route(
      'GET',
      '/channels/:channel/thread-members',
      ({ params, query }) => {
        const thread = threadForBot(params.channel);
        const withMember = query.get('with_member') === 'true';
        return (thread.thread_members ?? []).map(({ user_id }) => memberOf(thread, user_id, withMember));
      },
      { answers: ['ThreadMemberResponseSchema'] },
    ),
    route(
      'GET',
      '/channels/:channel/thread-members/:user',
      ({ params, query }) => {
        const userId = params.user === '@me' ? world.bot.id : params.user;
        return memberOf(threadForBot(params.channel), userId, query.get('with_member') === 'true');
      },
      { answers: 'ThreadMemberResponseSchema' },
    ),
    route('PUT', '/channels/:channel/thread-members/:user', ({ params }) => {
      const thread = active(params.channel);
      const userId = params.user === '@me' ? world.bot.id : params.user;
      if (!world.guilds.has(thread.guild_id!, userId)) throw problem('unknownMember');
      if (userId !== world.bot.id) channelForBot(world, thread.id, Permission.SendMessagesInThreads);
      world.joinThread(thread.id, userId);
    }),
    route('DELETE', '/channels/:channel/thread-members/:user', ({ params }) => {
      const thread = active(params.channel);
      const userId = params.user === '@me' ? world.bot.id : params.user;
      const own = thread.type === ChannelType.PrivateThread && thread.owner_id === world.bot.id;
      if (userId !== world.bot.id && !own) channelForBot(world, thread.id, Permission.ManageThreads);
      world.leaveThread(thread.id, userId);
    }),
    route('GET', '/channels/:channel/threads/archived/public', (request) => archived(request, PUBLIC), {
      answers: 'ThreadsResponseSchema',
    }),
    route(
      'GET',
      '/channels/:channel/threads/archived/private',
      (request) => {
        channelForBot(world, request.params.channel, Permission.ManageThreads);
        return archived(request, [ChannelType.PrivateThread]);
      },
      { answers: 'ThreadsResponseSchema' },
    ),
    route(
      'GET',
      '/channels/:channel/users/@me/threads/archived/private',
      (request) => archived(request, [ChannelType.PrivateThread], true),
      { answers: 'ThreadsResponseSchema' },
    ),
    route(
      'GET',
      '/guilds/:guild/threads/active',
      ({ params }) => {
        const visible = (id: string) => world.permissionsIn(id, world.bot.id) & Permission.ViewChannel;
        const threads = world
          .threadsOf(guildForBot(world, params.guild).id)
          .filter(({ id, thread_metadata }) => !thread_metadata?.archived && visible(id));
        return threadList(threads, false);
      },
      { answers: 'ThreadsResponseSchema' },
    ),
  ];
}

function archivedAt(thread: ChannelRecord): number {
  return Date.parse(thread.thread_metadata?.archive_timestamp ?? '');
}
