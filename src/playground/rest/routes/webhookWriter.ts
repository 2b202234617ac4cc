import { type APIMessage, ChannelType } from 'discord-api-types/v10';
import { isEmptyMessage, type MessageBody } from '../../checks/messageFaults.ts';
import { problem } from '../../DiscordError.ts';
import type { UploadedFile } from '../../messages/UploadedFile.ts';
import { userObject } from '../../world/objects.ts';
import { isThread } from '../../world/permissions.ts';
import type { ChannelRecord, WebhookRecord } from '../../world/records.ts';
import type { Context } from './Context.ts';
import { checkTags, isForum, startThread } from './startThread.ts';
import type { TokenWriter } from './TokenWriter.ts';

type Execution = MessageBody & {
  username?: string | null;
  avatar_url?: string | null;
  thread_name?: string | null;
  applied_tags?: string[] | null;
};

/** What a webhook writes (resources/webhook, "Execute Webhook"): in its channel, a thread of it, or as a forum post. */
export function webhookWriter(
  webhook: WebhookRecord,
  { world, messages }: Context,
  query: URLSearchParams,
): TokenWriter {
  const threadId = query.get('thread_id');
  const owned = webhook.application_id === world.application.id;

  const thread = (): ChannelRecord | undefined => {
    if (threadId === null) return undefined;
    const found = world.channels.get(threadId);
    if (!found || !isThread(found.type) || found.parent_id !== webhook.channel_id) throw problem('unknownChannel');
    return found;
  };

  const place = (wish: Execution, parent: ChannelRecord): { channel: ChannelRecord; fields: { id?: string } } => {
    const within = thread();
    if (!isForum(parent.type)) {
      if (wish.thread_name) throw problem('notAForum');
      return { channel: within ?? parent, fields: {} };
    }
    if (within && wish.thread_name) throw problem('oneThreadOnly');
    if (within) return { channel: within, fields: {} };
    if (!wish.thread_name) throw problem('threadNeeded');
    checkTags(parent, wish.applied_tags ?? []);
    const start = { name: wish.thread_name, applied_tags: wish.applied_tags ?? [] };
    const post = startThread(world, parent, ChannelType.PublicThread, start, webhook.id);
    return { channel: post, fields: { id: post.id } };
  };

  const message = (id: string): APIMessage => {
    const found = world.messages.get(id);
    const where = thread()?.id ?? webhook.channel_id;
    if (found?.webhook_id !== webhook.id || found.channel_id !== where) throw problem('unknownMessage');
    return found;
  };

  /** A webhook that the application does not own shows components only when asked to. */
  const shown = (body: Execution): Execution =>
    owned || query.get('with_components') === 'true' ? body : { ...body, components: [] };

  return {
    write(body: MessageBody, files: UploadedFile[]) {
      const wish = shown(body);
      const parent = world.channels.get(webhook.channel_id);
      if (!parent) throw problem('unknownChannel');
      if (isEmptyMessage(wish, files.length)) throw problem('emptyMessage');
      const { channel, fields } = place(wish, parent);
      if (channel.thread_metadata?.locked && channel.thread_metadata.archived) throw problem('archivedThread');
      const { nonce: _, enforce_nonce: __, ...kept } = wish;
      return messages.create(channel, kept, files, {
        author: { ...userObject({ id: webhook.id, username: wish.username ?? webhook.name }, true), ...NOBODY },
        fields: {
          ...fields,
          webhook_id: webhook.id,
          ...(webhook.application_id !== null && { application_id: webhook.application_id }),
        },
      });
    },
    message,
    edit(id: string, body: MessageBody, files: UploadedFile[]) {
      const earlier = message(id);
      if (world.channels.get(earlier.channel_id)?.thread_metadata?.archived) throw problem('archivedThread');
      return messages.edit(earlier, body.components ? shown(body) : body, files);
    },
    delete: (id: string) => world.deleteMessage(message(id).id),
  };
}

/** Webhooks have no number behind their name. */
const NOBODY = { discriminator: '0000' };
