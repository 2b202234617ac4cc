import { type APIThreadMetadata, ChannelType } from 'discord-api-types/v10';
import { refuse } from '../../checks/checkBody.ts';
import { fault } from '../../checks/FieldFault.ts';
import { problem } from '../../DiscordError.ts';
import type { ChannelRecord } from '../../world/records.ts';
import type { World } from '../../world/World.ts';

/** What a thread begins with (resources/channel, "Start Thread"). */
export type ThreadStart = {
  name: string;
  auto_archive_duration?: APIThreadMetadata['auto_archive_duration'] | null;
  rate_limit_per_user?: number | null;
  applied_tags?: string[] | null;
  invitable?: boolean | null;
};

const REQUIRE_TAG = 1 << 4;
const MAX_APPLIED_TAGS = 5;
const THREE_DAYS_MIN = 4320;

/** Starts a thread; one begun on a message has the message's id. */
export function startThread(
  world: World,
  parent: ChannelRecord,
  type: ChannelType,
  wish: ThreadStart,
  ownerId: string,
  id?: string,
): ChannelRecord {
  const timestamp = world.timestamp();
  const duration = wish.auto_archive_duration ?? parent.default_auto_archive_duration ?? THREE_DAYS_MIN;
  return world.createChannel(
    parent.guild_id!,
    {
      type,
      name: wish.name,
      parent_id: parent.id,
      owner_id: ownerId,
      rate_limit_per_user: wish.rate_limit_per_user ?? 0,
      thread_metadata: {
        archived: false,
        archive_timestamp: timestamp,
        auto_archive_duration: duration,
        locked: false,
        create_timestamp: timestamp,
        ...(type === ChannelType.PrivateThread && { invitable: wish.invitable ?? true }),
      },
      ...(isForum(parent.type) && { applied_tags: wish.applied_tags ?? [] }),
    },
    id,
  );
}

/** The tags of a forum's post: five at most, of the forum's own (50035), and one if it asks for one (40067). */
export function checkTags(forum: ChannelRecord | undefined, tags: readonly string[]): void {
  if ((forum?.flags ?? 0) & REQUIRE_TAG && tags.length === 0) throw problem('tagRequired');
  const known = forum?.available_tags?.map(({ id }) => id) ?? [];
  refuse([
    ...(tags.length > MAX_APPLIED_TAGS ? [fault.tooLong(['applied_tags'], MAX_APPLIED_TAGS)] : []),
    ...tags.flatMap((id, index) => (known.includes(id) ? [] : [fault.notAChoice(['applied_tags', index], known)])),
  ]);
}

export function isForum(type: ChannelType | undefined): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}
