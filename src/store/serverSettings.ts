import { readQuery, writeQuery } from '../news/query.ts';
import type { NamedChannel, ServerSettings, SettingsBriefing } from '../news/serverSettings.ts';
import type { SourceFacts } from '../news/source.ts';
import { feedKey } from '../news/sourceList.ts';
import { nextDueAt, type Subscription } from '../news/subscription.ts';
import { mostOwnTopics, ownTopicId, ownTopicKey } from '../news/topic.ts';
import { changeGuildSettings, findGuildSettings, type GuildSettings } from './guildSettings.ts';
import { addGuildTopic, addSourcesToGuildTopic, changeGuildTopic, findGuildTopics } from './guildTopics.ts';
import type { Db } from './openStore.ts';
import { addSourceToGuild, removeSourceFromGuild, sourcesOfGuild } from './sources.ts';
import { findSubscriptions, pauseSubscription, saveSubscription } from './subscriptions.ts';

/** What taking settings over changes; nothing that stays as it is. */
export type SettingsChanges = {
  readonly settings: Partial<GuildSettings>;
  readonly newSources: readonly string[];
  readonly removedSources: readonly string[];
  readonly newTopics: readonly string[];
  readonly changedTopics: readonly string[];
  readonly newBriefings: readonly PlacedBriefing[];
  readonly changedBriefings: readonly PlacedBriefing[];
};

/** A briefing with the channel of this server that is meant. */
export type PlacedBriefing = SettingsBriefing & { readonly channelId: string };

/** Settings with the channels of this server that are meant, and what is to be known of new sources. */
export type PlacedSettings = Omit<ServerSettings, 'sources' | 'briefings' | 'noticeChannel'> & {
  readonly sources: readonly SourceFacts[];
  readonly noticeChannelId: string | null;
  readonly briefings: readonly PlacedBriefing[];
};

/** There is no room for what was to be taken over. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
  readonly what: 'topics' | 'sources';

  constructor(what: 'topics' | 'sources') {
    super(`no room for ${what}`);
    this.what = what;
  }
}

/** Everything that a server has set up. @param nameOf  what a channel is called; empty for one that is gone */
export async function findServerSettings(
  db: Db,
  guildId: string,
  nameOf: (channelId: string) => string,
): Promise<ServerSettings> {
  const { language, timeZone, noticeChannelId } = await findGuildSettings(db, guildId);
  const channel = (id: string): NamedChannel => ({ id, name: nameOf(id) });
  const sources = await sourcesOfGuild(db, guildId);
  const urls = new Map(sources.map(({ id, url }) => [id, url]));
  const topics = await findGuildTopics(db, guildId);
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  const subscriptions = await findSubscriptions(db, guildId);
  return {
    language,
    timeZone,
    noticeChannel: noticeChannelId === null ? null : channel(noticeChannelId),
    sources: sources
      .filter(({ isOwn }) => isOwn)
      .map(({ url, title, site, language: own, topics: keys }) => ({ url, title, site, language: own, topics: keys })),
    removedSources: await findRemoved(db, guildId),
    topics: topics.map(({ name, query, sources: ids }) => ({
      name,
      query: query ? writeQuery(query) : null,
      sources: ids.flatMap((id) => urls.get(id) ?? []),
    })),
    briefings: subscriptions.map((each) => ({ channel: channel(each.channelId), ...wishOf(each, names) })),
  };
}

async function findRemoved(db: Db, guildId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('guild_sources')
    .innerJoin('sources', 'sources.id', 'guild_sources.source_id')
    .select('url')
    .where('guild_id', '=', guildId)
    .where('choice', '=', 'removed')
    .orderBy('url')
    .execute();
  return rows.map(({ url }) => url);
}

function wishOf(subscription: Subscription, names: ReadonlyMap<number, string>): Omit<SettingsBriefing, 'channel'> {
  const { times, weekdays, everyMinutes, timeZone, language, maxStories, minOrigins, quiet, whenEmpty, isPaused } =
    subscription;
  return {
    topics: subscription.topics.filter((key) => ownTopicId(key) === null),
    ownTopics: subscription.topics.flatMap((key) => names.get(ownTopicId(key) ?? Number.NaN) ?? []).sort(),
    times,
    weekdays,
    everyMinutes,
    timeZone,
    language,
    maxStories,
    minOrigins,
    quiet,
    whenEmpty,
    isPaused,
  };
}

class Undone extends Error {
  readonly changes: SettingsChanges;

  constructor(changes: SettingsChanges) {
    super('only tried');
    this.changes = changes;
  }
}

/**
 * Takes settings over: what is new is added, what is otherwise is changed, the rest stays. All of it or nothing.
 *
 * @param options.isTrial  does it all and takes it back, to tell what would change
 * @throws NoRoomError
 */
export async function importSettings(
  db: Db,
  guildId: string,
  settings: PlacedSettings,
  options: { userId: string; now: Date; mostSources: number; isTrial: boolean },
): Promise<SettingsChanges> {
  try {
    return await db.transaction().execute(async (trx) => {
      const changes = await takeOver(trx, guildId, settings, options);
      if (options.isTrial) throw new Undone(changes);
      return changes;
    });
  } catch (error) {
    if (error instanceof Undone) return error.changes;
    throw error;
  }
}

type By = { readonly userId: string; readonly now: Date };

async function takeOver(
  trx: Db,
  guildId: string,
  settings: PlacedSettings,
  { mostSources, ...by }: By & { readonly mostSources: number },
): Promise<SettingsChanges> {
  const guild = await takeGuildSettings(trx, guildId, settings);
  const sources = await takeSources(trx, guildId, settings, by);
  const own = (await sourcesOfGuild(trx, guildId)).filter(({ isOwn }) => isOwn);
  if (own.length > mostSources) throw new NoRoomError('sources');
  const topics = await takeTopics(trx, guildId, settings, by);
  return { settings: guild, ...sources, ...topics, ...(await takeBriefings(trx, guildId, settings, by)) };
}

/** What the file leaves open stays as it is here. */
async function takeGuildSettings(
  trx: Db,
  guildId: string,
  { language, timeZone, noticeChannelId }: PlacedSettings,
): Promise<Partial<GuildSettings>> {
  const kept = await findGuildSettings(trx, guildId);
  const change = Object.fromEntries(
    Object.entries({ language, timeZone, noticeChannelId }).filter(
      ([name, value]) => value !== null && value !== kept[name as keyof GuildSettings],
    ),
  );
  if (Object.keys(change).length > 0) await changeGuildSettings(trx, guildId, change);
  return change;
}

async function takeSources(trx: Db, guildId: string, settings: PlacedSettings, by: By) {
  const before = await sourcesOfGuild(trx, guildId);
  const known = new Set(before.map(({ url }) => feedKey(url)));
  const fresh = settings.sources.filter(({ url }) => !known.has(feedKey(url)));
  for (const facts of fresh) await addSourceToGuild(trx, guildId, facts, by);
  const unwanted = new Set(settings.removedSources.map(feedKey));
  const removed = before.filter(({ url, isOwn }) => !isOwn && unwanted.has(feedKey(url)));
  for (const { id } of removed) await removeSourceFromGuild(trx, guildId, id, by);
  return { newSources: fresh.map(({ title }) => title), removedSources: removed.map(({ title }) => title) };
}

async function takeTopics(trx: Db, guildId: string, settings: PlacedSettings, by: By) {
  const sourceIds = new Map((await sourcesOfGuild(trx, guildId)).map(({ id, url }) => [feedKey(url), id]));
  const known = new Map((await findGuildTopics(trx, guildId)).map((topic) => [topic.name.toLowerCase(), topic]));
  const newTopics: string[] = [];
  const changedTopics: string[] = [];
  for (const { name, query: typed, sources } of settings.topics) {
    const read = typed === null ? null : readQuery(typed);
    const query = read && 'query' in read ? read.query : null;
    const members = sources.flatMap((url) => sourceIds.get(feedKey(url)) ?? []);
    const before = known.get(name.toLowerCase());
    const topic = before ?? (await addGuildTopic(trx, { guildId, name, query }, by));
    if (!topic) continue;
    const isOther = (topic.query && writeQuery(topic.query)) !== (query && writeQuery(query));
    if (isOther) await changeGuildTopic(trx, topic.id, query);
    const missing = members.filter((id) => !topic.sources.includes(id));
    await addSourcesToGuildTopic(trx, topic.id, missing);
    if (!before) newTopics.push(name);
    else if (isOther || missing.length > 0) changedTopics.push(name);
  }
  if (known.size + newTopics.length > mostOwnTopics) throw new NoRoomError('topics');
  return { newTopics, changedTopics };
}

async function takeBriefings(trx: Db, guildId: string, settings: PlacedSettings, by: By) {
  const topics = await findGuildTopics(trx, guildId);
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  const ids = new Map(topics.map(({ id, name }) => [name.toLowerCase(), id]));
  const existing = await findSubscriptions(trx, guildId);
  const newBriefings: PlacedBriefing[] = [];
  const changedBriefings: PlacedBriefing[] = [];
  const wanted = settings.briefings.map((briefing) => {
    const own = briefing.ownTopics.map((name) => ownTopicKey(ids.get(name.toLowerCase()) as number));
    return { briefing, keys: [...briefing.topics, ...own].sort() };
  });
  // Two channels may have become one here: a channel gets the same topics once.
  const unique = new Map(wanted.map((each) => [`${each.briefing.channelId} ${each.keys}`, each]));
  for (const { briefing, keys } of unique.values()) {
    const { channel: _, channelId, ownTopics: __, isPaused, ...wish } = briefing;
    const before = existing.find((each) => each.channelId === channelId && String(each.topics) === String(keys));
    if (
      before &&
      JSON.stringify(wishOf(before, names)) ===
        JSON.stringify(wishOf({ ...before, ...wish, topics: keys, isPaused }, names))
    )
      continue;
    const dueAt = nextDueAt(wish, by.now);
    const saved = await saveSubscription(
      trx,
      { ...wish, guildId, channelId, createdBy: by.userId, topics: keys, nextDueAt: dueAt },
      by.now,
    );
    if (isPaused) await pauseSubscription(trx, saved.subscription.id, by.now);
    (before ? changedBriefings : newBriefings).push(briefing);
  }
  return { newBriefings, changedBriefings };
}
