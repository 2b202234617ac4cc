import {
  type APIOverwrite,
  type APIThreadMetadata,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { checkBody } from '../../checks/checkBody.ts';
import type { SchemaName } from '../../checks/schemaFaults.ts';
import { problem } from '../../DiscordError.ts';
import { pick } from '../../pick.ts';
import { withoutNulls } from '../../withoutNulls.ts';
import { isThread, sendingPermission } from '../../world/permissions.ts';
import type { ChannelRecord } from '../../world/records.ts';
import { type Route, route } from '../Route.ts';
import { type Context, channelForBot } from './Context.ts';
import { type ChannelWish, channelFaults, channelFields } from './channelWish.ts';
import { checkTags } from './startThread.ts';

type ThreadChange = Partial<Pick<ChannelRecord, 'name' | 'rate_limit_per_user' | 'flags' | 'applied_tags'>> &
  Partial<APIThreadMetadata>;
type OverwriteWish = { type?: OverwriteType | null; allow?: string | number | null; deny?: string | number | null };

/** resources/channel: channels themselves and who may do what in them. */
export function channelRoutes({ world }: Context): Route[] {
  const changeThread = (thread: ChannelRecord, wish: ThreadChange): ChannelRecord => {
    const body = withoutNulls(wish);
    const metadata = pick(body, ['archived', 'locked', 'auto_archive_duration', 'invitable']);
    const earlier = thread.thread_metadata!;
    const may = world.permissionsIn(thread.id, world.bot.id);
    const manages = Boolean(may & Permission.ManageThreads);
    const reopens = metadata.archived === false;
    if (earlier.archived && !reopens) throw problem('archivedThread');
    const onlyOpening = reopens && Object.keys(body).length === 1 && !earlier.locked;
    const allowed = onlyOpening
      ? may & sendingPermission(thread.type)
      : thread.owner_id === world.bot.id && !earlier.locked && metadata.locked === undefined;
    if (!manages && !allowed) throw problem('missingPermissions');
    if (body.applied_tags) checkTags(world.channels.get(thread.parent_id ?? ''), body.applied_tags);
    const turned = metadata.archived !== undefined && metadata.archived !== earlier.archived;
    return world.updateChannel(thread.id, {
      ...pick(body, ['name', 'rate_limit_per_user', 'flags', 'applied_tags']),
      thread_metadata: { ...earlier, ...metadata, ...(turned && { archive_timestamp: world.timestamp() }) },
    });
  };

  /** The channel, if the bot may set overwrites in it; it gives and takes only what it has itself (50013). */
  const overwritable = (channelId: string, ...bits: bigint[]) => {
    const channel = channelForBot(world, channelId, Permission.ManageRoles);
    if (!channel.guild_id || isThread(channel.type)) throw problem('notHere');
    const may = world.permissionsIn(channel.id, world.bot.id);
    if (bits.some((each) => each & ~may)) throw problem('missingPermissions');
    return channel;
  };

  return [
    route('GET', '/channels/:channel', ({ params }) => world.channelObject(channelForBot(world, params.channel)), {
      answers: channelSchema,
    }),
    route(
      'PATCH',
      '/channels/:channel',
      ({ params, body }) => {
        const channel = channelForBot(world, params.channel);
        if (!channel.guild_id) throw problem('notHere');
        if (isThread(channel.type)) return world.channelObject(changeThread(channel, body as ThreadChange));
        channelForBot(world, channel.id, Permission.ManageChannels);
        const fields = channelFields(body as ChannelWish, world, channel);
        return world.channelObject(world.updateChannel(channel.id, fields));
      },
      {
        check: ({ params, body }) => {
          const channel = world.channels.get(params.channel);
          return channel && isThread(channel.type)
            ? checkBody('UpdateThreadRequestPartialSchema', body)
            : checkBody('UpdateGuildChannelRequestPartialSchema', body, (wish: ChannelWish) =>
                channelFaults({ ...(channel && { type: channel.type }), ...wish }),
              );
        },
        answers: channelSchema,
      },
    ),
    route(
      'DELETE',
      '/channels/:channel',
      ({ params }) => {
        const channel = channelForBot(world, params.channel);
        const shown = world.channelObject(channel);
        if (!channel.guild_id) return shown;
        channelForBot(world, channel.id, isThread(channel.type) ? Permission.ManageThreads : Permission.ManageChannels);
        world.deleteChannel(channel.id);
        return shown;
      },
      { answers: channelSchema },
    ),
    route('POST', '/channels/:channel/typing', ({ params }) => {
      const type = world.channels.get(params.channel)?.type ?? ChannelType.GuildText;
      const { id, guild_id } = channelForBot(world, params.channel, sendingPermission(type));
      const member = guild_id && world.member(guild_id, world.bot.id);
      world.events.publish({
        t: 'TYPING_START',
        d: {
          ...{ channel_id: id, user_id: world.bot.id, timestamp: Math.floor(world.clock.now() / 1000) },
          ...(guild_id && { guild_id, member }),
        },
        guildId: guild_id,
        channelId: id,
      });
    }),
    route(
      'PUT',
      '/channels/:channel/permissions/:overwrite',
      ({ params, body }) => {
        const wish = body as OverwriteWish;
        const allow = BigInt(wish.allow ?? 0);
        const deny = BigInt(wish.deny ?? 0);
        const { id, guild_id } = overwritable(params.channel, allow, deny);
        const type = wish.type ?? OverwriteType.Role;
        const known = type === OverwriteType.Role ? world.guilds.role(guild_id!, params.overwrite) : true;
        if (!known) throw problem('unknownRole');
        const overwrite: APIOverwrite = {
          ...{ id: params.overwrite, type },
          ...{ allow: allow.toString(), deny: deny.toString() },
        };
        world.overwrite(id, overwrite);
      },
      { check: ({ body }) => checkBody('SetOverwriteRequest', body) },
    ),
    route('DELETE', '/channels/:channel/permissions/:overwrite', ({ params }) => {
      const { id, permission_overwrites = [] } = overwritable(params.channel);
      const left = permission_overwrites.filter((each) => each.id !== params.overwrite);
      if (left.length === permission_overwrites.length) throw problem('unknownOverwrite');
      world.updateChannel(id, { permission_overwrites: left });
    }),
  ];
}

/** Which of Discord's descriptions a channel answers to. */
function channelSchema({ type }: { type: ChannelType }): SchemaName {
  if (type === ChannelType.DM) return 'PrivateChannelResponseSchema';
  return isThread(type) ? 'ThreadResponseSchema' : 'GuildChannelResponseSchema';
}
