import {
  type APIThreadChannel,
  DiscordAPIError,
  type REST,
  type RESTGetAPIChannelResult,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPIGuildForumThreadsJSONBody,
  Routes,
} from 'discord.js';
import { type Outgoing, type Post, PostError, type Posted } from '../news/outside.ts';
import { forumTags } from './forumTags.ts';
import { postErrorFrom } from './postErrors.ts';
import { postName } from './postName.ts';
import { mentionOf, renderBriefing } from './renderBriefing.ts';

/** A forum's post that can take no message: gone, archived and locked, locked. */
const closed = new Set<string | number>([10003, 50083, 160005]);
const tagNeeded = 40067;

/**
 * Makes the function that posts a message of a briefing. The nonce was decided before: Discord answers a repeated one with
 * the message that stands. Nothing in a message can mention anybody but the one role that the channel chose.
 *
 * @param rest  repeats nothing by itself (`retries: 0`): beginning a forum's post knows no nonce
 * @see https://discord.com/developers/docs/resources/message#create-message
 * @see https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel
 */
export function createPost(rest: REST): Post {
  async function send(channelId: string, outgoing: Outgoing): Promise<string> {
    const body = { ...bodyOf(outgoing), nonce: outgoing.nonce, enforce_nonce: true };
    const message = (await rest.post(Routes.channelMessages(channelId), { body })) as RESTPostAPIChannelMessageResult;
    return message.id;
  }

  async function beginPost(outgoing: Outgoing): Promise<Posted> {
    const forum = (await rest.get(Routes.channel(outgoing.channelId))) as RESTGetAPIChannelResult;
    const body: RESTPostAPIGuildForumThreadsJSONBody = {
      name: postName(outgoing.briefing, outgoing.part),
      applied_tags: forumTags(forum, outgoing.briefing, outgoing.part),
      message: bodyOf(outgoing),
    };
    const thread = (await rest.post(Routes.threads(outgoing.channelId), { body })) as APIThreadChannel;
    // A post's first message has the post's id.
    return { messageId: thread.id, threadId: thread.id };
  }

  async function sendToPost(threadId: string, outgoing: Outgoing): Promise<Posted | null> {
    try {
      return { messageId: await send(threadId, outgoing), threadId };
    } catch (error) {
      if (error instanceof DiscordAPIError && closed.has(error.code)) return null;
      throw error;
    }
  }

  return async (outgoing) => {
    const { channelId, post = null } = outgoing;
    try {
      if (!post) return { messageId: await send(channelId, outgoing) };
      const standing = post.threadId === null ? null : await sendToPost(post.threadId, outgoing);
      return standing ?? (await beginPost(outgoing));
    } catch (error) {
      if (error instanceof DiscordAPIError && error.code === tagNeeded) {
        const reason = 'The forum asks for a tag on every post and has none that may be used.';
        throw new PostError('tag needed', `${reason} Add one, or let posts be without.`, { cause: error });
      }
      throw postErrorFrom(error);
    }
  };
}

function bodyOf({ briefing, part, form }: Outgoing): RESTPostAPIChannelMessageJSONBody {
  const role = mentionOf(briefing, part);
  return {
    ...renderBriefing(briefing, part, form),
    allowed_mentions: { parse: [], ...(role && { roles: [role] }) },
  };
}
