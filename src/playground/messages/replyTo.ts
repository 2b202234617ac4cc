import {
  type APIMessage,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import type { MessageBody } from '../checks/messageFaults.ts';
import { invalidForm, problem } from '../DiscordError.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/World.ts';

/**
 * What makes a message of the bot a reply; nothing for one that answers nothing, or answers a deleted message and may
 * stand alone (resources/message, "Message Reference Structure": `fail_if_not_exists`).
 */
export function replyTo(world: World, channel: ChannelRecord, { message_reference }: MessageBody): Partial<APIMessage> {
  if (!message_reference?.message_id) return {};
  if (!(world.permissionsIn(channel.id, world.bot.id) & Permission.ReadMessageHistory)) throw problem('blindReply');
  const original = world.messages.get(String(message_reference.message_id));
  if (original?.channel_id !== channel.id) {
    if (message_reference.fail_if_not_exists === false) return {};
    const fault = { code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' };
    throw invalidForm([{ path: ['message_reference'], ...fault }]);
  }
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: channel.id,
      message_id: original.id,
      ...(channel.guild_id && { guild_id: channel.guild_id }),
    },
  };
}
