import type { LiveSubscription } from '../news/liveSubscription.ts';
import type { Muted } from '../news/mute.ts';
import { readQuery, writeQuery } from '../news/query.ts';
import type { Named, ServerSettings, SettingsBriefing, SettingsCards } from '../news/serverSettings.ts';
import type { SourceFacts } from '../news/source.ts';
import { feedKey } from '../news/sourceList.ts';
import { nextDueAt, type Subscription } from '../news/subscription.ts';
import { mostOwnTopics, ownTopicId, ownTopicKey } from '../news/topic.ts';
import { changeGuildSettings, findGuildSettings, type GuildSettings } from './guildSettings.ts';
import { addGuildTopic, addSourcesToGuildTopic, changeGuildTopic, findGuildTopics } from './guildTopics.ts';
import { findLiveSubscriptions, pauseLiveSubscription, saveLiveSubscription } from './liveSubscriptions.ts';
import { addMute, findMutes } from './mutes.ts';
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
  readonly newCards: readonly PlacedCards[];
  readonly changedCards: readonly PlacedCards[];
  /** Of a source, with its title. */
  readonly newMutes: readonly Muted[];
};

/**
 * A briefing with the channel and the role of this server that are meant. Its posts: null where the channel is no forum,
 * nothing where they stay as they are.
 */
export type PlacedBriefing = Omit<SettingsBriefing, 'channel' | 'mentionRole'> & {
  readonly channelId: string;
  /** Nothing: whom it mentions stays as it is. */
  readonly mentionRoleId: string | null | undefined;
};

/** A wish for cards with the channel and the role of this server that are meant. */
export type PlacedCards = Omit<SettingsCards, 'channel' | 'role'> & {
  readonly channelId: string;
  /** Nothing: whom they mention stays as it is. */
  readonly roleId: string | null | undefined;
};

/** Settings with the channels of this server that are meant, and what is to be known of new sources. */
export type PlacedSettings = Omit<ServerSettings, 'sources' | 'briefings' | 'cards' | 'noticeChannel'> & {
  readonly sources: readonly SourceFacts[];
  readonly noticeChannelId: string | null;
  readonly briefings: readonly PlacedBriefing[];
  readonly cards: readonly PlacedCards[];
};

/** There is no room for what was to be taken over. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
  readonly what: 'topics' | 'sources' | 'mutes';

  constructor(what: NoRoomError['what']) {
    super(`no room for ${what}`);
    this.what = what;
  }
}

/**
 * Everything that a server has set up, but for mutes of sources that it does not get: they mute nothing.
 *
 * @param nameOf  what a channel or a role is called; empty for one that is gone
 */
export async function findServerSettings(
  db: Db,
  guildId: string,
  nameOf: Readonly<Record<'channel' | 'role', (id: string) => string>>,
): Promise<ServerSettings> {
  const { language, timeZone, noticeChannelId } = await findGuildSettings(db, guildId);
  const channel = (id: string): Named => ({ id, name: nameOf.channel(id) });
  const role = (id: string | null) => (id === null ? null : { id, name: nameOf.role(id) });
  const sources = await sourcesOfGuild(db, guildId);
  const urls = new Map(sources.map(({ id, url }) => [id, url]));
  const topics = await findGuildTopics(db, guildId);
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  const subscriptions = await findSubscriptions(db, guildId);
  const live = await findLiveSubscriptions(db, guildId);
  const mutes = await findMutes(db, { guildId });
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
    briefings: inOrder(
      subscriptions.map((each) => {
        const { mentionRoleId, ...wish } = wishOf(each, names);
        return { channel: channel(each.channelId), ...wish, mentionRole: role(mentionRoleId) };
      }),
    ),
    cards: inOrder(
      live.map((each) => {
        const { roleId, ...wish } = cardsOf(each, names);
        return { channel: channel(each.channelId), ...wish, role: role(roleId) };
      }),
    ),
    mutes: mutes.flatMap(({ kind, value }) => {
      const named = kind === 'source' ? urls.get(Number(value)) : value;
      return named === undefined ? [] : [{ kind, value: named }];
    }),
  };
}

/** By what they are, not by when they are due or were made. */
function inOrder<Wish extends SettingsBriefing | SettingsCards>(wishes: readonly Wish[]): Wish[] {
  const keyOf = (wish: Wish) =>
    JSON.stringify([wish.channel.id, 'kind' in wish ? wish.kind : '', wish.topics, wish.ownTopics]);
  return wishes
    .map((wish) => ({ wish, key: keyOf(wish) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ wish }) => wish);
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

/** What can be wished of a briefing, without where. */
function wishOf(subscription: Subscription, names: ReadonlyMap<number, string>) {
  const { times, weekdays, everyMinutes, timeZone, language, maxStories, minOrigins, quiet, whenEmpty, isPaused } =
    subscription;
  const { layout, images, mentionRoleId, postPer } = subscription;
  return {
    ...topicsOf(subscription, names),
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
    layout,
    images,
    mentionRoleId,
    postPer,
  };
}

/** What can be wished of cards, without where. */
function cardsOf(live: LiveSubscription, names: ReadonlyMap<number, string>) {
  const { kind, language, minOrigins, withinMinutes, perHour, turns } = live;
  const { roleId, mentionsPerDay, timeZone, quiet, isPaused } = live;
  return {
    kind,
    ...topicsOf(live, names),
    language,
    minOrigins,
    withinMinutes,
    perHour,
    turns,
    roleId,
    mentionsPerDay,
    timeZone,
    quiet,
    isPaused,
  };
}

function topicsOf({ topics }: Pick<Subscription, 'topics'>, names: ReadonlyMap<number, string>) {
  return {
    topics: topics.filter((key) => ownTopicId(key) === null),
    ownTopics: topics.flatMap((key) => names.get(ownTopicId(key) ?? Number.NaN) ?? []).sort(),
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
  const placing = { guildId, by, ...(await topicNamesOf(trx, guildId)) };
  return {
    settings: guild,
    ...sources,
    ...topics,
    ...(await takeBriefings(trx, settings, placing)),
    ...(await takeCards(trx, settings, placing)),
    newMutes: await takeMutes(trx, guildId, settings, by),
  };
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

/** Whose wishes are taken over, and what its own topics are called. */
type Placing = {
  readonly guildId: string;
  readonly by: By;
  readonly names: ReadonlyMap<number, string>;
  /** By name in small letters. */
  readonly ids: ReadonlyMap<string, number>;
};

async function topicNamesOf(trx: Db, guildId: string): Promise<Pick<Placing, 'names' | 'ids'>> {
  const topics = await findGuildTopics(trx, guildId);
  return {
    names: new Map(topics.map(({ id, name }) => [id, name])),
    ids: new Map(topics.map(({ id, name }) => [name.toLowerCase(), id])),
  };
}

/** Each wish once, with the keys of its topics: two channels may have become one here. */
function unique<Wish extends PlacedBriefing | PlacedCards>(wishes: readonly Wish[], ids: Placing['ids']) {
  const keyed = wishes.map((wish) => {
    const own = wish.ownTopics.map((name) => ownTopicKey(ids.get(name.toLowerCase()) as number));
    return { wish, keys: [...new Set([...wish.topics, ...own])].sort() };
  });
  const keyOf = ({ wish, keys }: (typeof keyed)[number]) =>
    JSON.stringify([wish.channelId, 'kind' in wish ? wish.kind : '', keys]);
  return new Map(keyed.map((each) => [keyOf(each), each])).values();
}

async function takeBriefings(trx: Db, settings: PlacedSettings, { guildId, by, names, ids }: Placing) {
  const existing = await findSubscriptions(trx, guildId);
  const newBriefings: PlacedBriefing[] = [];
  const changedBriefings: PlacedBriefing[] = [];
  for (const { wish: briefing, keys } of unique(settings.briefings, ids)) {
    const { channelId } = briefing;
    const before = existing.find((each) => each.channelId === channelId && String(each.topics) === String(keys));
    const { ownTopics: _, isPaused, layout, images, mentionRoleId, postPer, ...rest } = briefing;
    const wish = {
      ...rest,
      guildId,
      topics: keys,
      createdBy: by.userId,
      layout: layout ?? before?.layout ?? 'cards',
      images: images ?? before?.images ?? true,
      mentionRoleId: mentionRoleId === undefined ? (before?.mentionRoleId ?? null) : mentionRoleId,
      postPer: postPer === undefined ? (before?.postPer ?? 'day') : postPer,
    };
    if (before && isSame(wishOf(before, names), wishOf({ ...before, ...wish, isPaused }, names))) continue;
    const dueAt = nextDueAt(wish, by.now);
    const { subscription } = await saveSubscription(trx, { ...wish, nextDueAt: dueAt }, by.now);
    if (isPaused) await pauseSubscription(trx, subscription.id, by.now);
    (before ? changedBriefings : newBriefings).push(briefing);
  }
  return { newBriefings, changedBriefings };
}

async function takeCards(trx: Db, settings: PlacedSettings, { guildId, by, names, ids }: Placing) {
  const existing = await findLiveSubscriptions(trx, guildId);
  const newCards: PlacedCards[] = [];
  const changedCards: PlacedCards[] = [];
  for (const { wish: cards, keys } of unique(settings.cards, ids)) {
    const { ownTopics: _, isPaused, roleId, ...rest } = cards;
    const before = existing.find(
      ({ channelId, kind, topics }) =>
        channelId === cards.channelId && kind === cards.kind && String(topics) === String(keys),
    );
    const wish = {
      ...rest,
      guildId,
      topics: keys,
      createdBy: by.userId,
      turns: cards.turns ?? before?.turns ?? 'reply',
      roleId: roleId === undefined ? (before?.roleId ?? null) : roleId,
    };
    if (before && isSame(cardsOf(before, names), cardsOf({ ...before, ...wish, isPaused }, names))) continue;
    const { live } = await saveLiveSubscription(trx, wish, by.now);
    if (isPaused) await pauseLiveSubscription(trx, live.id, by.now);
    (before ? changedCards : newCards).push(cards);
  }
  return { newCards, changedCards };
}

function isSame(before: object, after: object): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

async function takeMutes(trx: Db, guildId: string, settings: PlacedSettings, { now }: By): Promise<Muted[]> {
  const sources = new Map((await sourcesOfGuild(trx, guildId)).map((source) => [feedKey(source.url), source]));
  const keyOf = ({ kind, value }: Muted) => `${kind} ${value}`;
  const known = new Set((await findMutes(trx, { guildId })).map(keyOf));
  const newMutes: Muted[] = [];
  for (const { kind, value } of settings.mutes) {
    const source = kind === 'source' ? sources.get(feedKey(value)) : null;
    if (source === undefined) continue;
    const muted = { kind, value: source ? String(source.id) : value };
    if (known.has(keyOf(muted))) continue;
    if (!(await addMute(trx, { guildId }, muted, now))) throw new NoRoomError('mutes');
    known.add(keyOf(muted));
    newMutes.push({ kind, value: source?.title ?? value });
  }
  return newMutes;
}
