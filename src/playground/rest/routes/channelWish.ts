import type { APIOverwrite, OverwriteType } from 'discord-api-types/v10';
import { type FieldFault, fault } from '../../checks/FieldFault.ts';
import { pick } from '../../pick.ts';
import { withoutNulls } from '../../withoutNulls.ts';
import type { ChannelRecord } from '../../world/records.ts';
import type { World } from '../../world/World.ts';
import { isForum } from './startThread.ts';

type TagWish = {
  id?: string | null;
  name: string;
  moderated?: boolean | null;
  emoji_id?: string | null;
  emoji_name?: string | null;
};
type OverwriteWish = {
  id: string;
  type?: OverwriteType | null;
  allow?: string | number | null;
  deny?: string | number | null;
};

/** What a bot may ask of a guild's channel, new or not. */
export type ChannelWish = Partial<Omit<ChannelRecord, 'available_tags' | 'permission_overwrites'>> & {
  available_tags?: (TagWish | null)[] | null;
  permission_overwrites?: OverwriteWish[] | null;
};

const MAX_TAG_NAME = 20;
const MAX_TOPIC = 1024;
const SETTABLE = [
  ...(['name', 'type', 'position', 'nsfw', 'rate_limit_per_user', 'flags'] as const),
  'default_auto_archive_duration',
] as const;

/** The rules for topics and forum tags that Discord's description lacks (resources/channel; topics/threads, "Forums"). */
export function channelFaults({ available_tags, topic, type }: ChannelWish): FieldFault[] {
  const long = !isForum(type) && (topic?.length ?? 0) > MAX_TOPIC;
  const tags = (available_tags ?? []).filter((tag) => tag !== null);
  const names = tags.map(({ name }) => name.trim().toLowerCase());
  const ofTags = names.flatMap((name, index) => {
    const path = ['available_tags', index, 'name'];
    if (name === '') return [fault.required(path)];
    if (name.length > MAX_TAG_NAME) return [fault.tooLong(path, MAX_TAG_NAME)];
    const again = names.indexOf(name) !== index;
    return again ? [{ path, code: 'FORUM_TAG_NAMES_MUST_BE_UNIQUE', message: 'Tag names must be unique' }] : [];
  });
  return [...(long ? [fault.tooLong(['topic'], MAX_TOPIC)] : []), ...ofTags];
}

/** The wish as a channel keeps it: tags with ids, overwrites as strings, nothing that is not to be set. */
export function channelFields(wish: ChannelWish, world: World, earlier?: ChannelRecord): Partial<ChannelRecord> {
  const { available_tags, permission_overwrites } = wish;
  return {
    ...pick(withoutNulls(wish) as ChannelWish, SETTABLE),
    ...pick(wish, ['topic', 'parent_id']),
    ...(available_tags && {
      available_tags: available_tags
        .filter((tag) => tag !== null)
        .map((tag) => ({
          id: earlier?.available_tags?.find(({ id }) => id === tag.id)?.id ?? world.snowflakes.next(),
          name: tag.name.trim(),
          moderated: tag.moderated ?? false,
          emoji_id: tag.emoji_id ?? null,
          emoji_name: tag.emoji_name ?? null,
        })),
    }),
    ...(permission_overwrites && {
      permission_overwrites: permission_overwrites.map<APIOverwrite>(({ id, type, allow, deny }) => ({
        id,
        type: type ?? 0,
        allow: String(allow ?? 0),
        deny: String(deny ?? 0),
      })),
    }),
  };
}
