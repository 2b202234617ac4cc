import {
  type APIThreadChannel,
  type APIThreadMetadata,
  ChannelType,
  MessageFlags,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { checkBody, refuse } from '../../checks/checkBody.ts';
import { fault } from '../../checks/FieldFault.ts';
import { isEmptyMessage, type MessageBody, messageFaults } from '../../checks/messageFaults.ts';
import { problem } from '../../DiscordError.ts';
import { isThread } from '../../world/permissions.ts';
import type { ChannelRecord } from '../../world/records.ts';
import { Answer, type ApiRequest, type Route, route } from '../Route.ts';
import { type Context, channelForBot } from './Context.ts';

type ThreadWish = {
  name: string;
  type?: ChannelType;
  auto_archive_duration?: APIThreadMetadata['auto_archive_duration'];
  rate_limit_per_user?: number;
  applied_tags?: string[];
  message?: MessageBody;
};

const REQUIRE_TAG = 1 << 4;

/** resources/channel: channels, threads and forum posts. */
export function channelRoutes({ world, messages }: Context): Route[] {
  const isForum = (id: string) => {
    const type = world.channels.get(id)?.type;
    return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
  };

  const metadata = (wish: Partial<ThreadWish>): APIThreadMetadata => ({
    archived: false,
    archive_timestamp: world.timestamp(),
    auto_archive_duration: wish.auto_archive_duration ?? 4320,
    locked: false,
    create_timestamp: world.timestamp(),
  });

  const thread = (parent: ChannelRecord, type: ChannelType, wish: ThreadWish, id?: string): ChannelRecord =>
    world.createChannel(
      parent.guild_id!,
      {
        type,
        name: wish.name,
        parent_id: parent.id,
        owner_id: world.bot.id,
        rate_limit_per_user: wish.rate_limit_per_user ?? 0,
        thread_metadata: metadata(wish),
        ...(wish.applied_tags && { applied_tags: wish.applied_tags }),
      },
      id,
    );

  const forumPost = (parent: ChannelRecord, wish: ThreadWish, files: ApiRequest['files']) => {
    const tags = wish.applied_tags ?? [];
    if ((parent.flags ?? 0) & REQUIRE_TAG && tags.length === 0) throw problem('tagRequired');
    const known = parent.available_tags?.map(({ id }) => id) ?? [];
    refuse(tags.flatMap((id, index) => (known.includes(id) ? [] : [fault.notAChoice(['applied_tags', index], known)])));
    if (isEmptyMessage(wish.message ?? {}, files.length)) throw problem('emptyMessage');
    const post = thread(parent, ChannelType.PublicThread, { ...wish, applied_tags: tags });
    const message = messages.create(post, wish.message ?? {}, files, { author: world.bot });
    return { ...world.channelObject(world.channels.get(post.id)!), message };
  };

  return [
    route('GET', '/channels/:channel', ({ params }) => world.channelObject(channelForBot(world, params.channel))),
    route(
      'PATCH',
      '/channels/:channel',
      ({ params, body }) => {
        const channel = world.channels.get(params.channel);
        const needed = channel && isThread(channel.type) ? Permission.ManageThreads : Permission.ManageChannels;
        const own = channel?.owner_id === world.bot.id;
        const { id } = channelForBot(world, params.channel, own ? 0n : needed);
        const { archived, locked, auto_archive_duration, ...change } = body as Partial<
          ChannelRecord & APIThreadMetadata
        >;
        const metadataChange = { archived, locked, auto_archive_duration } as Partial<APIThreadMetadata>;
        const given = Object.fromEntries(Object.entries(metadataChange).filter(([, value]) => value !== undefined));
        return world.channelObject(
          world.updateChannel(id, {
            ...change,
            ...(channel?.thread_metadata && { thread_metadata: { ...channel.thread_metadata, ...given } }),
          }),
        );
      },
      {
        check: ({ params, body }) => {
          const channel = world.channels.get(params.channel);
          const ofThread = channel && isThread(channel.type);
          return checkBody(
            ofThread ? 'UpdateThreadRequestPartialSchema' : 'UpdateGuildChannelRequestPartialSchema',
            body,
          );
        },
      },
    ),
    route('DELETE', '/channels/:channel', ({ params }) => {
      const channel = channelForBot(world, params.channel);
      const needed = isThread(channel.type) ? Permission.ManageThreads : Permission.ManageChannels;
      const shown = world.channelObject(channelForBot(world, params.channel, needed));
      world.deleteChannel(channel.id);
      return shown;
    }),
    route('POST', '/channels/:channel/typing', ({ params }) => {
      channelForBot(world, params.channel, Permission.SendMessages);
      return undefined;
    }),
    route(
      'POST',
      '/channels/:channel/threads',
      ({ params, body, files }) => {
        const wish = body as ThreadWish;
        if (isForum(params.channel)) {
          return new Answer(201, forumPost(channelForBot(world, params.channel, Permission.SendMessages), wish, files));
        }
        const secret = wish.type === undefined || wish.type === ChannelType.PrivateThread;
        const needed = secret ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads;
        const parent = channelForBot(world, params.channel, needed);
        return new Answer(201, world.channelObject(thread(parent, wish.type ?? ChannelType.PrivateThread, wish)));
      },
      {
        check: ({ params, body }) =>
          isForum(params.channel)
            ? checkBody<ThreadWish>('CreateForumThreadRequestSchema', body, ({ message = {} }) =>
                messageFaults(message, ['message']),
              )
            : checkBody('CreateTextThreadWithoutMessageRequestSchema', body),
      },
    ),
    route(
      'POST',
      '/channels/:channel/messages/:message/threads',
      ({ params, body }) => {
        const parent = channelForBot(world, params.channel, Permission.CreatePublicThreads);
        const message = world.messages.get(params.message);
        if (message?.channel_id !== parent.id) throw problem('unknownMessage');
        if (world.channels.get(message.id)) throw problem('threadExists');
        const type =
          parent.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
        const started = world.channelObject(thread(parent, type, body as ThreadWish, message.id));
        const flags = (message.flags ?? 0) | MessageFlags.HasThread;
        world.updateMessage({ ...message, flags, thread: started as APIThreadChannel });
        return new Answer(201, started);
      },
      { check: ({ body }) => checkBody('CreateTextThreadWithMessageRequestSchema', body) },
    ),
  ];
}
