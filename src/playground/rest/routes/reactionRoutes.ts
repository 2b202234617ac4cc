import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { problem } from '../../DiscordError.ts';
import { clearReactions, react, unreact } from '../../world/reactions.ts';
import type { ReactionRecord } from '../../world/records.ts';
import { type ApiRequest, type Route, route } from '../Route.ts';
import { bounded, type Context, channelForBot, messageIn } from './Context.ts';

const MAX_EMOJIS = 20;

/** resources/message, "Create Reaction" and after. */
export function reactionRoutes({ world }: Context): Route[] {
  const found = ({ params }: ApiRequest<'channel' | 'message'>, needed: bigint) => {
    const inGuild = world.channels.get(params.channel)?.guild_id !== undefined;
    const channel = channelForBot(world, params.channel, inGuild ? needed : 0n);
    if (channel.thread_metadata?.archived) throw problem('archivedThread');
    return messageIn(world, channel, params.message);
  };

  const known = (messageId: string, { name }: ReactionRecord['emoji']) =>
    world.reactions.get(messageId)?.find((each) => each.emoji.name === name);

  const remove = (request: ApiRequest<'channel' | 'message' | 'emoji'>, userId: string) => {
    const message = found(request, userId === world.bot.id ? 0n : Permission.ManageMessages);
    if (!unreact(world, message, emojiOf(request.params.emoji), userId)) throw problem('unknownEmoji');
  };

  const one = '/channels/:channel/messages/:message/reactions/:emoji';
  return [
    route('PUT', `${one}/@me`, (request) => {
      const emoji = emojiOf(request.params.emoji);
      const fresh = !known(request.params.message, emoji);
      const message = found(request, Permission.ReadMessageHistory | (fresh ? Permission.AddReactions : 0n));
      if (fresh && (message.reactions?.length ?? 0) >= MAX_EMOJIS) throw problem('tooManyReactions');
      react(world, message, emoji, world.bot.id);
    }),
    route('DELETE', `${one}/@me`, (request) => remove(request, world.bot.id)),
    route('DELETE', `${one}/:user`, (request) => remove(request, request.params.user)),
    route(
      'GET',
      one,
      (request) => {
        const message = found(request, Permission.ReadMessageHistory);
        const after = /^\d+$/.test(request.query.get('after') ?? '') ? BigInt(request.query.get('after')!) : 0n;
        const ids = known(message.id, emojiOf(request.params.emoji))?.user_ids ?? [];
        const limit = bounded(request.query, 'limit', 25, 1, 100);
        return ids
          .filter((id) => BigInt(id) > after)
          .slice(0, limit)
          .map((id) => world.user(id));
      },
      { answers: ['UserResponseSchema'] },
    ),
    route('DELETE', one, (request) => {
      clearReactions(world, found(request, Permission.ManageMessages), emojiOf(request.params.emoji));
    }),
    route('DELETE', '/channels/:channel/messages/:message/reactions', (request) => {
      clearReactions(world, found(request, Permission.ManageMessages));
    }),
  ];
}

/** The emoji of a path. The playground's servers have none of their own: `name:id` is unknown (10014). */
function emojiOf(text: string): ReactionRecord['emoji'] {
  if (!/^(\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3)/u.test(text)) {
    throw problem('unknownEmoji');
  }
  return { id: null, name: text };
}
