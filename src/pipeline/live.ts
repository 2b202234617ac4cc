import type { Brief } from '../news/brief.ts';
import { type BriefingItem, obstacleTo } from '../news/briefing.ts';
import { type CardContent, type CardTurn, changeOf, hasGrown, type StoryNow } from '../news/card.ts';
import {
  beganSince,
  dayMs,
  freshMs,
  hasJustQualified,
  type LiveSubscription,
  mayMention,
} from '../news/liveSubscription.ts';
import type { Report, WriteBrief } from '../news/outside.ts';
import { noSeverity, type Severity } from '../news/storyImportance.ts';
import { findBrief } from '../store/briefs.ts';
import {
  changeCard,
  findCardContent,
  findCards,
  findLiveStories,
  findRoom,
  type KeptCard,
  type LiveStory,
  noteLookedAt,
  recordCard,
} from '../store/cards.ts';
import { findRunningLiveSubscriptions } from '../store/liveSubscriptions.ts';
import type { Db } from '../store/openStore.ts';
import { findSeverities, findStoryUpdates } from '../store/storyUpdates.ts';
import { itemOf } from './briefingItem.ts';
import { checkItem } from './correct.ts';
import { createEdition, type Edition, type Offered } from './edition.ts';
import { latestNews } from './latestNews.ts';
import { newSentences } from './newSentences.ts';
import type { Stage } from './stage.ts';

/** A card grows for so long. */
const grownForMs = dayMs;
/** While no story changes, what waits for its time is looked at so often. */
const restMs = 30_000;
const mostUpdates = 40;

/** What subscriptions share while they are looked at together. */
type Moment = {
  readonly at: Date;
  readonly stories: ReadonlyMap<number, LiveStory>;
  readonly severities: ReadonlyMap<number, Severity>;
  /** By what they were made for, and by where they stand. */
  readonly cards: Readonly<Record<'ofWish' | 'inPlace', ReadonlyMap<number | string, readonly KeptCard[]>>>;
  readonly justQualified: JustQualified;
  readonly newsOf: NewsOf;
};

/** Of some stories those that have just got the weight for a wish, the weightiest first. */
type JustQualified = (stories: readonly Offered[], wish: LiveSubscription) => readonly Offered[];
/** What is new in a story since an article, as it is told to readers of a brief; null when nothing is. */
type NewsOf = (offered: Offered, brief: Brief, wish: LiveSubscription, articleId: number) => Promise<News | null>;
type News = Omit<CardTurn, 'corrections'>;

/** Two cards of one kind in a channel are one too many. */
const placeOf = ({ channelId, kind }: Pick<LiveSubscription, 'channelId' | 'kind'>) => `${kind} ${channelId}`;

/**
 * Makes the cards that channels wished for: one for each story that has enough weight, the weightiest first; and lets
 * those that there are grow with their stories. Only what is to be shown is recorded here; another stage shows it.
 *
 * A story without a brief in the channel's language waits for it. Where the hour is full, the others wait for the next,
 * and are left out when they are no news any more.
 *
 * @param writeBrief  tells what is new in a story that turned: without a model, for one channel
 */
export function createLive(options: {
  db: Db;
  now: () => Date;
  report: Report;
  writeBrief: WriteBrief;
  stopping?: AbortSignal;
}): Stage {
  const { db, now, report, writeBrief, stopping } = options;
  let looked = { at: 0, state: '' };

  async function growCard(card: KeptCard, wish: LiveSubscription, edition: Edition, moment: Moment): Promise<boolean> {
    const story = moment.stories.get(card.storyId);
    const isDue = story && card.stands && card.storyVersion < story.version && story.followed >= story.version;
    if (!isDue || moment.at.getTime() - card.createdAt.getTime() > grownForMs) return false;
    const { stories } = await edition({ ...wish, topics: [] });
    const offered = stories.find(
      ({ storyId, isReadable, mutedBy }) => isReadable && mutedBy.length === 0 && storyId === card.storyId,
    );
    if (!offered) return false;
    const brief = await findBrief(db, offered.storyId, wish.language);
    if (!brief || brief.storyVersion < story.version) return false;
    const content = await findCardContent(db, card.id);
    const checked = content && (await checkItem(db, content.item, { ...wish, layout: 'cards' }, moment.at));
    if (!content || !checked || checked === 'not yet') return false;
    const current: StoryNow = {
      item: { ...cardItem(brief, offered), corrections: checked.corrections },
      severity: moment.severities.get(offered.storyId) ?? noSeverity,
      updates: await findStoryUpdates(db, offered.storyId, mostUpdates),
    };
    const { kind, isMoreToCome } = changeOf(content, card.changedAt, current, moment.at);
    const tell = (articleId: number) => moment.newsOf(offered, brief, wish, articleId);
    const turn = kind === 'turn' ? await turnOf(content, current, tell) : null;
    const storyVersion = isMoreToCome ? card.storyVersion : story.version;
    if (!turn && (kind === 'nothing' || (kind === 'turn' && !hasGrown(content.item, current.item)))) {
      await noteLookedAt(db, card.id, storyVersion);
      return false;
    }
    const { told } = content;
    const grown: CardContent = {
      ...content,
      item: current.item,
      told: turn ? { ...toldBy(offered, current.severity, moment.at), turns: told.turns + 1 } : told,
    };
    return changeCard(db, card, { content: grown, storyVersion, turn }, moment.at);
  }

  /** Null when a turn leaves nothing to tell: others only confirm what was known. */
  async function turnOf(
    { item, told }: CardContent,
    current: StoryNow,
    tell: (articleId: number) => Promise<News | null>,
  ): Promise<CardTurn | null> {
    const corrections = current.item.corrections.slice(item.corrections.length);
    if (corrections.length > 0) {
      const { headline, url, sentences, outlets } = current.item;
      return { headline, url, sentences, outlet: outlets[0] ?? '', corrections };
    }
    const news = await tell(told.articleId);
    return news && { ...news, corrections };
  }

  async function readNews(brief: Brief, wish: LiveSubscription, articleId: number): Promise<News | null> {
    const latest = await latestNews(db, wish, brief.storyId, articleId);
    if (!latest) return null;
    const sentences = await newSentences({ db, writeBrief }, brief, wish.guildId, articleId);
    const saying = brief.sources.find(({ number }) => sentences[0]?.sources.includes(number));
    const { title, url, outlet } = saying ?? { ...latest, outlet: latest.source.publisher };
    return { headline: title, url, outlet, sentences };
  }

  async function makeCard(offered: Offered, wish: LiveSubscription, moment: Moment): Promise<boolean> {
    const story = moment.stories.get(offered.storyId);
    const brief = await findBrief(db, offered.storyId, wish.language);
    if (!story || !brief || story.followed < story.version) return false;
    const item = cardItem(brief, offered);
    const severity = moment.severities.get(offered.storyId) ?? noSeverity;
    const content: CardContent = {
      item,
      first: { outlets: item.outlets.length, origins: item.originCount },
      told: { ...toldBy(offered, severity, moment.at), turns: 0 },
    };
    const card = { storyId: offered.storyId, storyVersion: brief.storyVersion, content };
    return recordCard(db, wish, { ...card, mayMention: mayMention(wish, moment.at) }, moment.at);
  }

  /** @returns how many cards were made or changed */
  async function serve(wish: LiveSubscription, edition: Edition, moment: Moment): Promise<number> {
    const own = moment.cards.ofWish.get(wish.id) ?? [];
    const here = moment.cards.inPlace.get(placeOf(wish)) ?? [];
    // Of two cards for one story, since another has taken it in, the older grows.
    const byAge = [...new Set([...own, ...here])].sort((a, b) => b.id - a.id);
    const had = new Map(byAge.map((card) => [card.storyId, card]));
    let done = 0;
    for (const card of had.values()) {
      // What stands in the channel that a wish has left stays as it is.
      if (card.subscriptionId !== wish.id || placeOf(card) !== placeOf(wish)) continue;
      if (await growCard(card, wish, edition, moment)) done += 1;
    }
    const { stories, onTopic } = await edition(wish);
    const deserving = moment
      .justQualified(stories, wish)
      .filter((story) => !had.has(story.storyId) && beganSince(story.coverage, wish))
      .filter((story) => obstacleTo(story, onTopic, wish) === null);
    if (deserving.length === 0) return done;
    const room = Math.max(0, await findRoom(db, wish, moment.at));
    for (const offered of deserving.slice(0, room)) if (await makeCard(offered, wish, moment)) done += 1;
    return done;
  }

  return async () => {
    const at = now();
    const wishes = await findRunningLiveSubscriptions(db);
    if (wishes.length === 0) return 0;
    const stories = await findLiveStories(db, {
      changedSince: new Date(at.getTime() - freshMs),
      cardsSince: new Date(at.getTime() - grownForMs),
      minOrigins: Math.min(...wishes.map(({ minOrigins }) => minOrigins)),
    });
    const state = JSON.stringify([wishes, stories]);
    if (stories.length === 0 || (state === looked.state && Math.abs(at.getTime() - looked.at) < restMs)) return 0;
    looked = { at: at.getTime(), state };
    const ids = stories.map(({ storyId }) => storyId);
    const byId = new Map(stories.map((story) => [story.storyId, story]));
    const [severities, cards] = await Promise.all([findSeverities(db, ids), findCards(db, ids)]);
    const moment: Moment = {
      at,
      stories: byId,
      severities,
      cards: {
        ofWish: Map.groupBy(cards, ({ subscriptionId }) => subscriptionId),
        inPlace: Map.groupBy(cards, placeOf),
      },
      justQualified: createJustQualified(at),
      newsOf: createNewsOf(readNews),
    };
    const edition = createEdition(db, at, ids);
    let done = 0;
    for (const wish of wishes) {
      if (stopping?.aborted) break;
      try {
        done += await serve(wish, edition, moment);
      } catch (error) {
        looked = { at: 0, state: '' };
        report('The cards of a channel could not be made', { subscription: wish.id, error });
      }
    }
    return done;
  };
}

/** A brief as a card shows it: with every outlet that reports, not only those that it quotes. */
function cardItem(brief: Brief, { coverage, topic }: Offered): BriefingItem {
  const item = itemOf(brief, coverage, { topic, news: null });
  return { ...item, outlets: [...new Set([...item.outlets, ...coverage.map(({ outlet }) => outlet)])] };
}

function toldBy({ coverage }: Offered, severity: Severity, at: Date) {
  return { at, articleId: Math.max(...coverage.map(({ articleId }) => articleId)), severity };
}

/** What wishes for the same weight have in common is worked out once for each list of stories. */
function createJustQualified(at: Date): JustQualified {
  const known = new WeakMap<readonly Offered[], Map<string, readonly Offered[]>>();
  return (stories, wish) => {
    const byWeight = known.get(stories) ?? new Map<string, readonly Offered[]>();
    known.set(stories, byWeight);
    const key = `${wish.minOrigins} ${wish.withinMinutes}`;
    const found =
      byWeight.get(key) ??
      stories.filter(({ coverage }) => hasJustQualified(coverage, wish, at)).sort((a, b) => b.weight - a.weight);
    byWeight.set(key, found);
    return found;
  };
}

/** Channels that get the same of a story and have been told the same are told the same next: it is worked out once. */
function createNewsOf(read: (brief: Brief, wish: LiveSubscription, articleId: number) => Promise<News | null>): NewsOf {
  const known = new WeakMap<Offered['coverage'], Map<string, Promise<News | null>>>();
  return ({ coverage }, brief, wish, articleId) => {
    const byReaders = known.get(coverage) ?? new Map<string, Promise<News | null>>();
    known.set(coverage, byReaders);
    const key = `${wish.language} ${articleId}`;
    const news = byReaders.get(key) ?? read(brief, wish, articleId);
    byReaders.set(key, news);
    return news;
  };
}
