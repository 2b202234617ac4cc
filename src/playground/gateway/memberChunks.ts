import type { World } from '../world/World.ts';

type Wish = {
  guild_id?: unknown;
  query?: unknown;
  limit?: unknown;
  user_ids?: unknown;
  nonce?: unknown;
};

const PER_CHUNK = 1000;
const MOST_WITHOUT_INTENT = 100;
const MAX_NONCE_BYTES = 32;

/** The answers to op 8, each with up to a thousand members (events/gateway-events, "Guild Members Chunk"). */
export function memberChunks(wish: unknown, world: World, hasIntent: boolean): object[] | 'malformed' | 'disallowed' {
  const { guild_id, query, limit = 0, user_ids, nonce } = (wish ?? {}) as Wish;
  const guild = world.guilds.get(String(guild_id));
  const ids = user_ids === undefined ? undefined : [user_ids].flat().map(String);
  if (typeof limit !== 'number' || (typeof query !== 'string' && !ids)) return 'malformed';
  if (!guild || !world.guilds.has(guild.id, world.bot.id)) return [];
  if (!hasIntent && !ids && (query === '' || limit === 0)) return 'disallowed';

  const most = ids || !hasIntent ? MOST_WITHOUT_INTENT : Infinity;
  const start = String(query ?? '').toLowerCase();
  const names = (userId: string, nick: string | null) => [nick ?? '', world.user(userId).username];
  const found = guild.members
    .filter(({ user_id, nick }) =>
      ids ? ids.includes(user_id) : names(user_id, nick).some((name) => name.toLowerCase().startsWith(start)),
    )
    .slice(0, Math.min(most, limit || Infinity))
    .map(({ user_id }) => world.member(guild.id, user_id));
  const not_found = ids?.filter((id) => !world.guilds.has(guild.id, id)) ?? [];
  const chunk_count = Math.max(1, Math.ceil(found.length / PER_CHUNK));
  return Array.from({ length: chunk_count }, (_, chunk_index) => ({
    guild_id: guild.id,
    members: found.slice(chunk_index * PER_CHUNK, (chunk_index + 1) * PER_CHUNK),
    ...{ chunk_index, chunk_count },
    ...(not_found.length > 0 && { not_found }),
    ...(typeof nonce === 'string' && Buffer.byteLength(nonce) <= MAX_NONCE_BYTES && { nonce }),
  }));
}
