import {
  type APIEmbed,
  type APIThreadChannel,
  ChannelType,
  type REST,
  type RESTGetAPIChannelMessageResult,
  type RESTGetAPIChannelResult,
  type RESTGetAPIChannelThreadsArchivedPublicResult,
  type RESTGetAPIGuildThreadsResult,
  Routes,
} from 'discord.js';
import { type FindPosted, type Outgoing, PostError, type Posted } from '../news/outside.ts';
import { findMessage, isMarked, type ReadMessage } from './findMessage.ts';
import { postErrorFrom } from './postErrors.ts';
import { postName } from './postName.ts';
import { type Message, markOf, renderBriefing } from './renderBriefing.ts';

/** Of a forum: those called as the one that is looked for first, then the latest. */
const mostPosts = 25;

/**
 * Makes the function that finds a message of a briefing among a channel's latest messages: the last hundred, and those
 * before them that are not older than it, up to a thousand. In a forum, it is also looked for at the head of the latest
 * posts. It is known by the custom id of its select; messages don't keep nonces. One that has no control is known
 * by all that it says, and when.
 *
 * @see https://discord.com/developers/docs/resources/message#get-channel-messages
 * @see https://discord.com/developers/docs/resources/guild#list-active-guild-threads
 */
export function createFindPosted(rest: REST): FindPosted {
  return async (outgoing, since) => {
    const isIt = isMessage(outgoing);
    const { channelId, post = null } = outgoing;
    if (!post) return findMessage(rest, channelId, isIt, since);
    const standing = post.threadId && (await findMessage(rest, post.threadId, isIt, since).catch(nothingIfGone));
    return standing ? { ...standing, threadId: post.threadId } : findPost(outgoing, isIt);
  };

  async function findPost(outgoing: Outgoing, isIt: (message: ReadMessage) => boolean): Promise<Posted | null> {
    const name = postName(outgoing.briefing, outgoing.part);
    const isCalledSo = (post: APIThreadChannel) => Number(post.name === name);
    const posts = (await postsOf(outgoing.channelId)).toSorted(
      (a, b) => isCalledSo(b) - isCalledSo(a) || Number(BigInt(b.id) - BigInt(a.id)),
    );
    for (const { id } of posts.slice(0, mostPosts)) {
      const first = await get<RESTGetAPIChannelMessageResult>(Routes.channelMessage(id, id)).catch(nothingIfGone);
      if (first && isIt(first)) return { messageId: id, threadId: id };
    }
    return null;
  }

  async function postsOf(forumId: string): Promise<APIThreadChannel[]> {
    const forum = await get<RESTGetAPIChannelResult>(Routes.channel(forumId));
    if (forum.type !== ChannelType.GuildForum && forum.type !== ChannelType.GuildMedia) return [];
    const active = await get<RESTGetAPIGuildThreadsResult>(Routes.guildActiveThreads(forum.guild_id ?? ''));
    const archived = await get<RESTGetAPIChannelThreadsArchivedPublicResult>(
      Routes.channelThreads(forumId, 'public'),
    ).catch(nothingIfGone);
    const threads = [...active.threads, ...(archived?.threads ?? [])] as APIThreadChannel[];
    return threads.filter(({ parent_id }) => parent_id === forumId);
  }

  async function get<T>(route: `/${string}`, query?: URLSearchParams): Promise<T> {
    try {
      return (await rest.get(route, query && { query })) as T;
    } catch (error) {
      throw postErrorFrom(error);
    }
  }
}

/** What is gone, or not for us to see, holds nothing of ours. */
function nothingIfGone(error: unknown): null {
  const kinds = ['no channel', 'no access', 'no message', 'locked'];
  if (error instanceof PostError && kinds.includes(error.kind)) return null;
  throw error;
}

function isMessage({ briefing, part, form }: Outgoing): (message: ReadMessage) => boolean {
  const wanted = renderBriefing(briefing, part, form);
  const mark = markOf(briefing, part?.number);
  return wanted.components?.length
    ? (message) => isMarked(message, mark)
    : (message) => wordsOf(message) === wordsOf(wanted);
}

function wordsOf({ content, embeds = [] }: Pick<Message, 'content' | 'embeds'>): string {
  const told = (embeds as readonly APIEmbed[]).map(({ title, description, timestamp }) => [
    title?.trim(),
    description?.trim(),
    timestamp ? Date.parse(timestamp) : 0,
  ]);
  return JSON.stringify([content?.trim() ?? '', told]);
}
