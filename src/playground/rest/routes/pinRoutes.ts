import { MessageReferenceType, MessageType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { problem } from '../../DiscordError.ts';
import { type ApiRequest, type Route, route } from '../Route.ts';
import { bounded, type Context, channelForBot, messageIn } from './Context.ts';

type OnePin = ApiRequest<'channel' | 'message'>;

const MAX_PINS = 250;

/** resources/message, "Get Channel Pins" and after; and the older paths of the same. */
export function pinRoutes({ world, messages }: Context): Route[] {
  const readable = (channelId: string) => {
    const channel = channelForBot(world, channelId);
    return world.permissionsIn(channel.id, world.bot.id) & Permission.ReadMessageHistory ? channel : undefined;
  };

  const pinsIn = (channelId: string) =>
    [...world.pins.entries()]
      .filter(([, pin]) => pin.channel_id === channelId)
      .map(([id, { pinned_at }]) => ({ pinned_at, message: world.messages.get(id)! }))
      .sort((a, b) => (a.pinned_at === b.pinned_at ? 0 : a.pinned_at > b.pinned_at ? -1 : 1));

  const tell = (channelId: string) => {
    const last_pin_timestamp = pinsIn(channelId)[0]?.pinned_at ?? null;
    const channel = world.channels.set(channelId, { ...world.channels.get(channelId)!, last_pin_timestamp });
    const { guild_id } = channel;
    world.events.publish({
      t: 'CHANNEL_PINS_UPDATE',
      d: { ...(guild_id && { guild_id }), channel_id: channelId, last_pin_timestamp },
      guildId: guild_id,
      channelId,
    });
  };

  const found = ({ params }: OnePin) => {
    const inGuild = world.channels.get(params.channel)?.guild_id !== undefined;
    const channel = channelForBot(world, params.channel, inGuild ? Permission.PinMessages : 0n);
    return { channel, message: messageIn(world, channel, params.message) };
  };

  const pin = (request: OnePin) => {
    const { channel, message } = found(request);
    if (message.type !== MessageType.Default && message.type < MessageType.Reply) throw problem('systemMessage');
    if (message.pinned) return;
    if (pinsIn(channel.id).length >= MAX_PINS) throw problem('tooManyPins');
    world.pins.set(message.id, { channel_id: channel.id, pinned_at: world.timestamp() });
    world.updateMessage({ ...message, pinned: true });
    tell(channel.id);
    const { guild_id } = channel;
    const at = { channel_id: channel.id, message_id: message.id, ...(guild_id && { guild_id }) };
    messages.place(channel, {}, [], {
      author: world.bot,
      fields: {
        type: MessageType.ChannelPinnedMessage,
        message_reference: { type: MessageReferenceType.Default, ...at },
      },
    });
  };

  const unpin = (request: OnePin) => {
    const { channel, message } = found(request);
    if (!message.pinned) return;
    world.pins.delete(message.id);
    world.updateMessage({ ...message, pinned: false });
    tell(channel.id);
  };

  return [
    route(
      'GET',
      '/channels/:channel/messages/pins',
      ({ params, query }) => {
        const channel = readable(params.channel);
        const limit = bounded(query, 'limit', 50, 1, 50);
        const before = Date.parse(query.get('before') ?? '');
        const all = channel ? pinsIn(channel.id) : [];
        const wanted = all.filter(({ pinned_at }) => !(Date.parse(pinned_at) >= before));
        return { items: wanted.slice(0, limit), has_more: wanted.length > limit };
      },
      { answers: 'PinnedMessagesResponseSchema' },
    ),
    route('PUT', '/channels/:channel/messages/pins/:message', pin),
    route('DELETE', '/channels/:channel/messages/pins/:message', unpin),
    route(
      'GET',
      '/channels/:channel/pins',
      ({ params }) => {
        const channel = readable(params.channel);
        const all = channel ? pinsIn(channel.id) : [];
        return all.slice(0, 50).map(({ message }) => message);
      },
      { answers: ['MessageResponseSchema'] },
    ),
    route('PUT', '/channels/:channel/pins/:message', pin),
    route('DELETE', '/channels/:channel/pins/:message', unpin),
  ];
}
